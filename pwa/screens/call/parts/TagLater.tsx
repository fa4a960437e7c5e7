import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ThemeName } from '#core/browser/parts/marks.tsx';
import type { Theme } from '#core/themes/index.ts';
import type { CallModel } from '../model.ts';
import type { NoteView } from '../noteView.ts';
import { mostNear, numbered } from '../suggest.ts';
import { clockOf, words } from '../words.ts';
import { NoteText } from './Notes.tsx';

/**
 * The untagged notes one after the other: one key tags and brings the next, another skips, goes back or takes the last tag
 * back. It has the focus once the call is over, unless something stands in the line.
 */
export function TagLater({ model }: { model: CallModel }) {
  const untagged = model.notes.value.filter((n) => n.chips.length === 0);
  const [at, setAt] = useState(0);
  const place = Math.min(at, untagged.length - 1);
  const view = untagged[place];
  const choices = useChoices(model, view);
  const [tagged, setTagged] = useState<readonly string[]>([]);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (model.line.now.peek() === '') box.current?.focus();
  }, [model]);
  // A note whose tag was taken back is the one to look at.
  const back = tagged.findLast((id) => untagged.some((n) => n.note.id === id));
  useLayoutEffect(() => {
    if (!back) return;
    setTagged((all) => all.filter((id) => id !== back));
    setAt(untagged.findIndex((n) => n.note.id === back));
  }, [back]);
  if (model.notes.value.length === 0) return null;
  // Where nothing was left to tag the summary above says so already.
  if (untagged.length === 0)
    return tagged.length > 0 ? <p class="call-tagged-all">{words.after.done}</p> : null;
  if (!view) return null;
  const move = (by: number) => setAt((place + by + untagged.length) % untagged.length);
  const tag = (index: number) => {
    const theme = choices[index];
    if (theme) {
      model.keeper.tag(view.note.id, theme.id);
      setTagged((all) => [...all, view.note.id]);
    }
    // The button that was pressed stays, the note behind it is another one.
    box.current?.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-9]$/.test(event.key)) tag(Number(event.key) - 1);
    else if (['0', 'ArrowRight', 'ArrowDown'].includes(event.key)) move(1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && event.target === box.current) model.line.edit(view.note.id);
    else return;
    event.preventDefault();
  };
  return (
    <fieldset class="call-later" ref={box} tabIndex={-1} data-own-keys onKeyDown={key}>
      <legend>
        <h2>{words.after.later}</h2>
      </legend>
      <p class="quiet small">{words.after.laterWhy}</p>
      <div class="call-later-note" aria-live="polite">
        <span class="quiet small num">{clockOf(view.note.at)}</span>
        <NoteText key={view.note.id} view={view} />
        <span class="quiet small num">{words.after.of(place + 1, untagged.length)}</span>
      </div>
      <ol class="call-choices" aria-label={words.after.choices}>
        {choices.map((theme, i) => (
          <li key={i}>
            <button type="button" class={i < mostNear ? 'near' : ''} disabled={!theme} onClick={() => tag(i)}>
              <kbd>{i + 1}</kbd>
              {theme && <ThemeName name={theme.name} category={theme.category} />}
            </button>
          </li>
        ))}
      </ol>
      <p class="call-later-acts">
        <button type="button" class="btn s" disabled={untagged.length < 2} onClick={() => move(-1)}>
          {words.after.previous}
        </button>
        <button type="button" class="btn s" disabled={untagged.length < 2} onClick={() => move(1)}>
          {words.after.skip} <kbd>0</kbd>
        </button>
        <button type="button" class="btn s" onClick={model.line.undo}>
          {words.after.taken} <kbd>Ctrl Z</kbd>
        </button>
      </p>
    </fieldset>
  );
}

/**
 * Themes by number: first those that fit the note, then the last used, each of which keeps its number from note to note
 * unless it stands among the first. Null while it is being looked for what fits: no number ever changes its theme under a
 * finger.
 */
function useChoices(model: CallModel, view: NoteView | undefined): readonly (Theme | null)[] {
  const all = useMemo(() => model.choices(), [model]);
  const [near, setNear] = useState<{ note: string; themes: readonly Theme[] } | null>(null);
  const { id = '', text = '' } = view?.note ?? {};
  useLayoutEffect(() => {
    let left = false;
    void model.suggested.nearest(text, mostNear).then((themes) => {
      if (!left) setNear({ note: id, themes });
    });
    return () => {
      left = true;
    };
  }, [model, id, text]);
  return near?.note === id ? numbered(near.themes, all) : all.map(() => null);
}
