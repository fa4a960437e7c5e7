import { useRef, useState } from 'preact/hooks';
import type { CodingModel, NoteToCode } from '../codingModel.ts';
import { codingWords as words } from '../codingWords.ts';

/** One note with the coder's own tags, and a field to tag it. */
export function NoteLine({ model, note, at }: { model: CodingModel; note: NoteToCode; at: number }) {
  const [typed, setTyped] = useState('');
  const [on, setOn] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const matches = on ? model.matches(note, typed) : [];
  const take = (theme: string | undefined) => {
    if (theme === undefined) return;
    setTyped('');
    // The button that was pressed goes away: the keyboard stays at its note.
    field.current?.focus();
    void model.tag(note.id, theme);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && typed.trim() !== '') take(matches[0]?.id);
    else if (event.key === 'Escape') setTyped('');
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event);
    else return;
    event.preventDefault();
  };
  return (
    <li
      onFocusIn={() => setOn(true)}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOn(false);
      }}
    >
      <p class={note.verbatim ? 'said' : ''}>{note.verbatim ? words.quoted(note.text) : note.text}</p>
      <div class="evi-chips">
        {note.tags.map((tag) => (
          <Tag key={tag.theme} model={model} note={note.id} tag={tag} onGone={() => field.current?.focus()} />
        ))}
        <input
          ref={field}
          type="text"
          class="evi-in"
          aria-label={words.field(at)}
          placeholder={on ? words.hint : '#'}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {on && (
        <div class="evi-match">
          {matches.map((match) => (
            <button
              type="button"
              key={match.id}
              class="btn s"
              onClick={() => take(match.id)}
              aria-label={words.add(match.name)}
            >
              {match.name}
            </button>
          ))}
          {matches.length === 0 && typed.trim() !== '' && <span class="small quiet">{words.nothing}</span>}
        </div>
      )}
    </li>
  );
}

/** To the field of the note above or below. */
function step(event: KeyboardEvent): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('.evi-in')];
  const here = fields.indexOf(event.target as HTMLInputElement);
  fields[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

function Tag(props: { model: CodingModel; note: string; tag: NoteToCode['tags'][number]; onGone(): void }) {
  const { model, note, tag } = props;
  const name = tag.name || words.unnamed;
  return (
    <span class="evi-chip">
      <span>{name}</span>
      <button
        type="button"
        aria-label={words.grade(name, words.severities[tag.severity])}
        title={words.severities[tag.severity]}
        onClick={() => void model.regrade(note, tag.theme)}
      >
        {tag.severity === 0 ? '·' : '!'.repeat(tag.severity)}
      </button>
      <button
        type="button"
        aria-label={words.remove(name)}
        onClick={() => {
          props.onGone();
          void model.untag(note, tag.theme);
        }}
      >
        ×
      </button>
    </span>
  );
}
