import { useEffect, useRef } from 'preact/hooks';
import { SeverityMark, ThemeName } from '#core/browser/parts/marks.tsx';
import type { CallModel } from '../model.ts';
import type { NoteView } from '../noteView.ts';
import { clockOf, valenceWords, words } from '../words.ts';
import { DepthMark } from './Depth.tsx';

/** The notes as they come. Drawn when a note changes, never while somebody types. */
export function Notes({ model }: { model: CallModel }) {
  const list = useRef<HTMLDivElement>(null);
  const notes = model.notes.value;
  const last = notes.at(-1)?.note.id;
  // The newest stays in sight; whoever scrolled up to read is left there unless the note is their own.
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const nearEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 200;
    if (nearEnd || notes.at(-1)?.own) box.scrollTop = box.scrollHeight;
  }, [last]);
  return (
    <section class="call-notes" aria-label={words.notes}>
      <div class="call-notes-h">
        <h2>{words.notes}</h2>
        <span class="small quiet">{notes.length > 0 && words.newest}</span>
      </div>
      <div class="nl" ref={list}>
        {notes.length === 0 && <p class="quiet">{words.noNotes}</p>}
        <ol>
          {notes.map((view) => (
            <NoteLine key={view.note.id} view={view} model={model} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function NoteLine({ view, model }: { view: NoteView; model: CallModel }) {
  const { note } = view;
  const time = clockOf(note.at);
  const edited = model.line.editing.value?.note.id === note.id;
  return (
    <li class={edited ? 'call-edited' : ''} data-note={note.id}>
      <button
        type="button"
        class="call-at num quiet"
        aria-label={words.edit(time)}
        onClick={() => model.line.edit(note.id)}
      >
        {time}
      </button>
      <div>
        <NoteText view={view} />
        <Tags view={view} />
      </div>
    </li>
  );
}

export function NoteText({ view: { note } }: { view: NoteView }) {
  return note.verbatim ? <p class="said">“{note.text}”</p> : <p>{note.text}</p>;
}

export function Tags({ view: { note, chips, own } }: { view: NoteView }) {
  const severity = chips.length === 0 ? note.severity : (chips[0]?.severity ?? 0);
  return (
    <p class="call-tags small">
      {chips.map((chip) => (
        <span key={chip.id}>
          <ThemeName name={chip.name} category={chip.category} />
          {chip.fresh && <span class="quiet"> {words.fresh}</span>}
        </span>
      ))}
      <SeverityMark severity={severity} />
      {note.valence !== 'none' && (
        <span class="sev">
          <i aria-hidden="true">{note.valence === 'good' ? '+' : '−'}</i>
          {valenceWords[note.valence]}
        </span>
      )}
      <DepthMark depth={note.depth} />
      {chips.length === 0 && <span class="quiet">{words.untagged}</span>}
      {!own && <span class="quiet">{note.authorName || 'somebody else'}</span>}
    </p>
  );
}
