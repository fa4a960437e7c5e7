import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { ThemeName } from '#core/browser/parts/marks.tsx';
import { notesAt } from '#core/notes/index.ts';
import type { TranscriptModel } from '../model.ts';
import { words } from '../words.ts';

/** Lies at the foot of the window while words are selected: themes by number, another by name, or later. */
export function TagBar(props: {
  model: TranscriptModel;
  bar: RefObject<HTMLElement | null>;
  field: RefObject<HTMLInputElement | null>;
  onTag(index: number): void;
  onNamed(name: string): void;
  onLeave(): void;
}) {
  const { model, field, onTag } = props;
  const names = useId();
  const place = model.place.value;
  if (!place) return null;
  const beside = notesAt(place, model.notes.value.get(place.turn) ?? []);
  const take = (event: Event) => {
    event.preventDefault();
    const name = field.current?.value.trim() ?? '';
    if (name === '' || !field.current) return;
    field.current.value = '';
    props.onNamed(name);
  };
  return (
    <section
      class="tx-bar"
      ref={props.bar}
      aria-label={words.bar}
      // A press must not take the selection away, least of all under a finger.
      onPointerDown={(event) => {
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onLeave();
      }}
    >
      <p class="tx-sel said">{words.quoted(model.words.value)}</p>
      {beside.length > 0 && (
        <p class="small" role="status">
          {beside[0]?.same ? words.same : words.already(beside.length)}
        </p>
      )}
      <ol class="tx-choices">
        {model.choices.value.map((theme, i) => (
          <li key={theme.id}>
            <button type="button" onClick={() => onTag(i)}>
              <kbd>{i + 1}</kbd>
              <ThemeName name={theme.name} category={theme.category} />
            </button>
          </li>
        ))}
      </ol>
      <form class="tx-more" onSubmit={take}>
        <input
          ref={field}
          class="in s"
          list={names}
          maxLength={60}
          autocomplete="off"
          aria-label={words.moreLabel}
          placeholder={words.more}
        />
        <datalist id={names}>
          {model.codebook.value.open.map((theme) => (
            <option key={theme.id} value={theme.name} />
          ))}
        </datalist>
        <button type="button" class="btn s" onClick={() => onTag(-1)}>
          {words.later}
        </button>
        <button
          type="button"
          class="btn icon"
          aria-label={words.leave}
          title={words.leave}
          onClick={props.onLeave}
        >
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" stroke-width="1.5" fill="none" />
          </svg>
        </button>
      </form>
    </section>
  );
}
