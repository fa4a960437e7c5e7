import { useEffect, useId, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { Progress } from '#core/browser/parts/Progress.tsx';
import { Waiting } from '#core/browser/parts/Waiting.tsx';
import { longestName } from '#core/themes/index.ts';
import type { MentionView } from '../mentions.ts';
import type { Row, ThemesModel } from '../model.ts';
import { fitsWords, wordsOf } from '../rows.ts';
import { words } from '../words.ts';
import { Mention } from './Mention.tsx';
import type { Hands } from './useHands.ts';

/** Shows every note of a theme and asks which of them go to a new one. */
export function SplitDialog(props: { model: ThemesModel; row: Row; hands: Hands; onClose(): void }) {
  const { model, row, hands } = props;
  const { theme } = row;
  const id = useId();
  const [all, setAll] = useState<readonly MentionView[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [wrong, setWrong] = useState('');
  const [done, setDone] = useState<{ done: number; all: number } | null>(null);
  useEffect(() => {
    let left = false;
    model.mentions(theme.id).then(
      (found) => left || setAll(found),
      () => left || setFailed(true),
    );
    return () => {
      left = true;
    };
  }, [model, theme.id]);
  // The name is asked for first, and the notes are read before there is a field for it.
  useEffect(() => document.getElementById(`${id}-name`)?.focus(), [id, all === null]);
  const wanted = wordsOf(text);
  const shown = (all ?? []).filter((m) => fitsWords(m.text, wanted));
  const picked = (all ?? []).filter((m) => chosen.has(m.key));
  const tick = (keys: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const key of keys) on ? next.add(key) : next.delete(key);
    setChosen(next);
    setWrong('');
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (done) return;
    if (picked.length === 0) return setWrong(words.splitForm.pick);
    const draft = { name, category: theme.category, definition: '' };
    const why = await hands.split(row, draft, picked, (n, of) => setDone({ done: n, all: of }));
    setDone(null);
    if (why === '') return props.onClose();
    setWrong(why);
    document.getElementById(`${id}-name`)?.focus();
  };
  const calls = new Set(picked.map((m) => m.interview)).size;
  return (
    <Dialog
      kind="wide"
      title={words.splitForm.title(theme.name)}
      onClose={() => done === null && props.onClose()}
      actions={
        <>
          <button type="button" class="btn" onClick={() => done === null && props.onClose()}>
            {words.splitForm.cancel}
          </button>
          <button type="submit" form={id} class="btn do" aria-disabled={all?.length === 0 ? true : undefined}>
            {words.splitForm.go(picked.length)}
          </button>
        </>
      }
    >
      {failed ? (
        <p role="alert">{words.splitForm.failed}</p>
      ) : all === null ? (
        <Waiting what={words.splitForm.loading} />
      ) : (
        <form id={id} class="thm-form" onSubmit={(event) => void submit(event)} noValidate>
          <p class="quiet">{all.length === 0 ? words.splitForm.empty(theme.name) : words.splitForm.why}</p>
          <div class="field">
            <label for={`${id}-name`}>{words.splitForm.name}</label>
            <input
              id={`${id}-name`}
              class="in"
              autocomplete="off"
              value={name}
              maxLength={longestName * 2}
              onInput={(event) => {
                setName(event.currentTarget.value);
                setWrong('');
              }}
            />
          </div>
          <div class="thm-split-tools">
            <input
              class="in"
              type="search"
              value={text}
              placeholder={words.splitForm.search}
              aria-label={words.splitForm.search}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <label class="check">
              <input
                type="checkbox"
                checked={shown.length > 0 && shown.every((m) => chosen.has(m.key))}
                onChange={(event) =>
                  tick(
                    shown.map((m) => m.key),
                    event.currentTarget.checked,
                  )
                }
              />
              {words.splitForm.all}
            </label>
          </div>
          <fieldset class="thm-into thm-notes">
            <legend class="vh">{words.splitForm.list}</legend>
            {shown.map((m) => (
              <label key={m.key} class="check">
                <input
                  type="checkbox"
                  checked={chosen.has(m.key)}
                  onChange={(event) => tick([m.key], event.currentTarget.checked)}
                />
                <Mention mention={m} />
              </label>
            ))}
            {shown.length === 0 && <p class="quiet">{words.splitForm.nothing}</p>}
          </fieldset>
          {done ? (
            <Progress doing={words.splitForm.moving} unit={words.splitForm.calls} {...done} />
          ) : (
            <p class={wrong ? 'thm-wrong' : 'quiet'} role="status">
              {wrong || words.splitForm.chosen(picked.length, all.length, calls)}
            </p>
          )}
        </form>
      )}
    </Dialog>
  );
}
