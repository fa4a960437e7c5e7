import { useState } from 'preact/hooks';
import { wholeOf } from '#core/browser/parts/figures.ts';
import { type EditRefusal, shownValue } from '#core/segments/index.ts';
import { isHidden } from '../look.ts';
import type { SegmentsModel } from '../model.ts';
import type { ValueLine } from '../values.ts';
import { valuesWords } from '../valuesWords.ts';
import { npsValue, words } from '../words.ts';
import type { Run } from './useEdits.ts';

interface ValueRowProps {
  model: SegmentsModel;
  name: string;
  line: ValueLine;
  picked: boolean;
  onPick(): void;
  run: Run;
  onRefused(refusal: EditRefusal | null): void;
}

/** One value: renamed, hidden or taken apart again. */
export function ValueRow({ model, name, line, picked, onPick, run, onRefused }: ValueRowProps) {
  const { segment, from } = line;
  const { value } = segment;
  const shown = shownValue(value);
  const [renaming, setRenaming] = useState(false);
  const hidden = isHidden(model.look.value, name, value);
  const hide = () => {
    const others = model.look.peek().hidden.filter(([d, v]) => d !== name || v !== value);
    model.setLook({ hidden: hidden ? others : [...others, [name, value]] });
  };
  return (
    <tr class={hidden ? 'vals-hid' : ''}>
      <td class="vals-ck">
        <input type="checkbox" checked={picked} onChange={onPick} aria-label={valuesWords.pick(shown)} />
      </td>
      <th scope="row">
        {renaming ? (
          <Rename
            model={model}
            name={name}
            value={value}
            run={run}
            onRefused={onRefused}
            onEnd={() => setRenaming(false)}
          />
        ) : (
          shown
        )}
      </th>
      <td class="rt nb">
        <span class="vals-k quiet" aria-hidden="true">
          n{' '}
        </span>
        {wholeOf(segment.n)}
      </td>
      <td class="rt nb">
        <span class="vals-k quiet" aria-hidden="true">
          {words.heads.nps}{' '}
        </span>
        {segment.nps.kind === 'estimate' ? wholeOf(npsValue(segment.nps)) : ''}
      </td>
      <td class="quiet small">
        {from.length > 0 ? from.map((name) => shownValue(name)).join(', ') : valuesWords.asFile}
      </td>
      <td class="vals-acts">
        {!renaming && (
          <>
            <button
              type="button"
              class="btn txt"
              aria-label={valuesWords.renameOf(shown)}
              onClick={() => setRenaming(true)}
            >
              {valuesWords.rename}
            </button>
            <button
              type="button"
              class="btn txt"
              aria-label={valuesWords.hideOf(shown, hidden)}
              onClick={hide}
            >
              {hidden ? valuesWords.show : valuesWords.hide}
            </button>
            {from.length > 0 && (
              <button
                type="button"
                class="btn txt"
                aria-label={valuesWords.separateOf(shown)}
                onClick={() =>
                  void run(model.values.separate(name, value), valuesWords.done.separated(shown))
                }
              >
                {valuesWords.separate}
              </button>
            )}
          </>
        )}
      </td>
    </tr>
  );
}

interface RenameProps {
  model: SegmentsModel;
  name: string;
  value: string;
  run: Run;
  onRefused(refusal: EditRefusal | null): void;
  onEnd(): void;
}

function Rename({ model, name, value, run, onRefused, onEnd }: RenameProps) {
  const [text, setText] = useState(value);
  const [taken, setTaken] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const outcome = await model.values.rename(name, value, text);
    setTaken(outcome.kind === 'nameTaken' ? outcome.by : '');
    if (outcome.kind !== 'done') return onRefused(outcome);
    onEnd();
    if (text.trim() !== value)
      await run(Promise.resolve(outcome), valuesWords.done.renamed(shownValue(value), text.trim()));
  };
  const merge = async () => {
    onEnd();
    await run(model.values.merge(name, [value, taken], taken), valuesWords.done.merged(2, taken));
  };
  return (
    <form class="vals-ren" onSubmit={submit}>
      <input
        class="in s"
        aria-label={valuesWords.nameOf(shownValue(value))}
        value={text}
        ref={(field) => {
          if (field && field.dataset.ready !== 'yes') {
            field.dataset.ready = 'yes';
            field.focus();
            field.select();
          }
        }}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onEnd();
        }}
      />
      <button type="submit" class="btn s">
        {valuesWords.keep}
      </button>
      {taken && (
        <button type="button" class="btn txt" onClick={() => void merge()}>
          {valuesWords.instead(taken)}
        </button>
      )}
    </form>
  );
}
