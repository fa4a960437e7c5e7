import { useId, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { wholeOf } from '#core/browser/parts/figures.ts';
import { type EditRefusal, readableFrom } from '#core/segments/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { Done } from '../codebook.ts';
import { isHidden } from '../look.ts';
import type { SegmentsModel } from '../model.ts';
import type { DimensionLines, ValueLine } from '../values.ts';
import { editRefusalText, npsValue, words } from '../words.ts';
import { DimensionPicker } from './DimensionPicker.tsx';

/** Lines shown: a search finds the others. */
const linesAtFirst = 60;

interface ValuesDialogProps {
  model: SegmentsModel;
  dimension: string;
  dimensions: readonly string[];
  onDimension(dimension: string): void;
  onClose(): void;
}

/** Renames, merges, bins and hides the values of a dimension. Every edit can be taken back at once. */
export function ValuesDialog({ model, dimension, dimensions, onDimension, onClose }: ValuesDialogProps) {
  const deps = useDeps();
  const [refused, setRefused] = useState<EditRefusal | null>(null);
  // what was said at the bottom of the page cannot be reached while the dialog is up
  const [last, setLast] = useState<{ said: string; undo(): Promise<void> } | null>(null);
  const lines = model.values.of(dimension);
  const run: Run = async (edit, said) => {
    const outcome = await edit;
    if (outcome.kind !== 'done') {
      setRefused(outcome);
      return false;
    }
    setRefused(null);
    setLast({ said, undo: outcome.undo });
    deps.say(said, { name: words.views.undo, run: () => void outcome.undo() });
    return true;
  };
  return (
    <Dialog title={words.values.title(dimension)} kind="wide" onClose={onClose}>
      <p class="quiet">{words.values.lede}</p>
      {dimensions.length > 1 && (
        <p class="vals-dim">
          <DimensionPicker
            label={words.values.dimension}
            showLabel
            options={dimensions.map((name) => ({ value: name, name }))}
            value={dimension}
            onPick={(name) => {
              setRefused(null);
              setLast(null);
              onDimension(name);
            }}
          />
        </p>
      )}
      {refused && (
        <p class="callout bad" role="alert">
          {editRefusalText(refused)}
        </p>
      )}
      {last && !refused && (
        <p class="callout vals-last" role="status">
          {last.said}{' '}
          <button
            type="button"
            class="btn txt"
            onClick={() => {
              setLast(null);
              void last.undo();
            }}
          >
            {words.views.undo}
          </button>
        </p>
      )}
      {lines && <Whole key={`whole ${dimension}`} model={model} lines={lines} run={run} />}
      {lines && <Lines key={dimension} model={model} lines={lines} run={run} onRefused={setRefused} />}
    </Dialog>
  );
}

type Run = (edit: Promise<Done | EditRefusal>, said: string) => Promise<boolean>;

/** What is done to all values of a dimension at once: only what fits it is offered. */
function Whole({ model, lines, run }: { model: SegmentsModel; lines: DimensionLines; run: Run }) {
  const { name, reading, edges, separator } = lines;
  const [typed, setTyped] = useState(edges?.join(', ') ?? '');
  const [fewest, setFewest] = useState(String(readableFrom));
  const id = useId();
  const said = words.values.done.changed(name);
  const { ranges, split, gather } = words.values;
  return (
    <div class="vals-whole">
      {reading.edges && (
        <p class="vals-on">
          {ranges.on(reading.edges.map(wholeOf).join(', '))}{' '}
          <button
            type="button"
            class="btn txt"
            onClick={() => void run(model.values.range(name, null), said)}
          >
            {ranges.off}
          </button>
        </p>
      )}
      {edges && (
        <form
          class="vals-form"
          onSubmit={(event) => {
            event.preventDefault();
            void run(model.values.range(name, typed), said);
          }}
        >
          <label for={`${id}-e`}>
            {ranges.hint} {ranges.field}
          </label>
          <input
            id={`${id}-e`}
            class="in s"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="btn s">
            {ranges.do}
          </button>
        </form>
      )}
      {reading.separator !== '' && (
        <p class="vals-on">
          {split.on(reading.separator)}{' '}
          <button type="button" class="btn txt" onClick={() => void run(model.values.split(name, ''), said)}>
            {split.off}
          </button>
        </p>
      )}
      {separator && (
        <p class="vals-on">
          {split.hint(separator)}{' '}
          <button
            type="button"
            class="btn s"
            onClick={() => void run(model.values.split(name, separator), said)}
          >
            {split.do(separator)}
          </button>
        </p>
      )}
      {reading.keep ? (
        <p class="vals-on">
          {gather.on}{' '}
          <button
            type="button"
            class="btn txt"
            onClick={() => void run(model.values.gather(name, null), said)}
          >
            {gather.off}
          </button>
        </p>
      ) : (
        lines.values > 4 && (
          <form
            class="vals-form"
            onSubmit={(event) => {
              event.preventDefault();
              void run(model.values.gather(name, Math.max(1, Number(fewest) || 1)), said);
            }}
          >
            <label for={`${id}-g`}>{gather.field}</label>
            <input
              id={`${id}-g`}
              class="in s num"
              type="number"
              min="1"
              value={fewest}
              onInput={(event) => setFewest(event.currentTarget.value)}
            />
            <button type="submit" class="btn s">
              {gather.do}
            </button>
          </form>
        )
      )}
    </div>
  );
}

interface LinesProps {
  model: SegmentsModel;
  lines: DimensionLines;
  run: Run;
  onRefused(refusal: EditRefusal | null): void;
}

function Lines({ model, lines, run, onRefused }: LinesProps) {
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const there = new Set(lines.lines.map((l) => l.segment.value));
  const chosen = picked.filter((value) => there.has(value));
  const wanted = search.trim().toLowerCase();
  const found = lines.lines.filter((l) => l.segment.value.toLowerCase().includes(wanted));
  const shown = found.slice(0, linesAtFirst);
  const pick = (value: string) =>
    setPicked(chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value]);
  return (
    <>
      {lines.lines.length > 12 && (
        <input
          class="in s vals-find"
          type="search"
          aria-label={words.values.find}
          placeholder={words.values.find}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <div class="tw">
        <table class="vals">
          <caption class="vh">{words.values.caption(lines.name)}</caption>
          <thead>
            <tr>
              <td class="strip-head" />
              <th scope="col">{words.values.value}</th>
              <th scope="col" class="rt">
                {words.heads.answers}
              </th>
              <th scope="col" class="rt">
                {words.heads.nps}
              </th>
              <th scope="col">{words.values.before}</th>
              <td class="strip-head" />
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Line
                key={line.segment.value}
                model={model}
                name={lines.name}
                line={line}
                picked={chosen.includes(line.segment.value)}
                onPick={() => pick(line.segment.value)}
                run={run}
                onRefused={onRefused}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Rest lines={lines} hidden={found.length - shown.length} />
      <Merge
        key={chosen.join()}
        chosen={chosen}
        onMerge={async (into) => {
          const done = words.values.done.merged(chosen.length, into);
          if (await run(model.values.merge(lines.name, chosen, into), done)) setPicked([]);
        }}
      />
    </>
  );
}

function Rest({ lines, hidden }: { lines: DimensionLines; hidden: number }) {
  const notSent = lines.values - lines.lines.length;
  if (hidden <= 0 && notSent < 500) return null;
  return (
    <p class="small quiet">
      {hidden > 0 && words.values.more(hidden)} {notSent >= 500 && words.values.notSent(notSent)}
    </p>
  );
}

interface LineProps {
  model: SegmentsModel;
  name: string;
  line: ValueLine;
  picked: boolean;
  onPick(): void;
  run: Run;
  onRefused(refusal: EditRefusal | null): void;
}

function Line({ model, name, line, picked, onPick, run, onRefused }: LineProps) {
  const { segment, from } = line;
  const { value } = segment;
  const [renaming, setRenaming] = useState(false);
  const hidden = isHidden(model.look.value, name, value);
  const hide = () => {
    const others = model.look.peek().hidden.filter(([d, v]) => d !== name || v !== value);
    model.setLook({ hidden: hidden ? others : [...others, [name, value]] });
  };
  return (
    <tr class={hidden ? 'vals-hid' : ''}>
      <td class="vals-ck">
        <input type="checkbox" checked={picked} onChange={onPick} aria-label={words.values.pick(value)} />
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
          value
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
      <td class="quiet small">{from.length > 0 ? from.join(', ') : words.values.asFile}</td>
      <td class="vals-acts">
        {!renaming && (
          <>
            <button
              type="button"
              class="btn txt"
              aria-label={words.values.renameOf(value)}
              onClick={() => setRenaming(true)}
            >
              {words.values.rename}
            </button>
            <button
              type="button"
              class="btn txt"
              aria-label={words.values.hideOf(value, hidden)}
              onClick={hide}
            >
              {hidden ? words.values.show : words.values.hide}
            </button>
            {from.length > 0 && (
              <button
                type="button"
                class="btn txt"
                aria-label={words.values.separateOf(value)}
                onClick={() =>
                  void run(model.values.separate(name, value), words.values.done.separated(value))
                }
              >
                {words.values.separate}
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
      await run(Promise.resolve(outcome), words.values.done.renamed(value, text.trim()));
  };
  const merge = async () => {
    onEnd();
    await run(model.values.merge(name, [value, taken], taken), words.values.done.merged(2, taken));
  };
  return (
    <form class="vals-ren" onSubmit={submit}>
      <input
        class="in s"
        aria-label={words.values.nameOf(value)}
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
        {words.values.keep}
      </button>
      {taken && (
        <button type="button" class="btn txt" onClick={() => void merge()}>
          {words.values.instead(taken)}
        </button>
      )}
    </form>
  );
}

function Merge({ chosen, onMerge }: { chosen: readonly string[]; onMerge(into: string): Promise<void> }) {
  const [into, setInto] = useState(chosen[0] ?? '');
  const id = useId();
  if (chosen.length < 2) return <p class="small quiet vals-merge">{words.values.mergeHint}</p>;
  return (
    <form
      class="vals-form vals-merge"
      onSubmit={(event) => {
        event.preventDefault();
        if (into.trim() !== '') void onMerge(into.trim());
      }}
    >
      <label for={id}>
        {words.values.chosen(chosen.length)} {words.values.mergeInto}
      </label>
      <input
        id={id}
        class="in s"
        maxLength={60}
        value={into}
        onInput={(event) => setInto(event.currentTarget.value)}
      />
      <button type="submit" class="btn s">
        {words.values.merge(chosen.length)}
      </button>
    </form>
  );
}
