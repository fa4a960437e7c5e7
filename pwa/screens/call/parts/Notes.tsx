import { useEffect, useRef, useState } from 'preact/hooks';
import { quotedOf } from '#core/browser/parts/figures.ts';
import { OwnSeverity, SeverityMark, ThemeName } from '#core/browser/parts/marks.tsx';
import { type Area, areaNames } from '#core/guide/index.ts';
import { sameSeverity } from '#core/notes/index.ts';
import type { CallModel } from '../model.ts';
import type { NoteView } from '../noteView.ts';
import { recordingWords } from '../recordingWords.ts';
import { clockOf, longNote, valenceWords, words } from '../words.ts';
import { DepthMark } from './Depth.tsx';
import { Named } from './Named.tsx';
import { dragged, startDrag } from './noteDrag.ts';

/** What a note leads to beside its line; `listen`: null where nothing was recorded. */
interface Beside {
  interview: string;
  listen: ((second: number) => void) | null;
}

/** The notes as they come. Drawn when a note changes, never while somebody types. */
export function Notes({ model, ...beside }: { model: CallModel } & Beside) {
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
        <ol
          class={
            dragged.value?.drop && 'before' in dragged.value.drop && dragged.value.drop.before === null
              ? 'call-drop-last'
              : ''
          }
        >
          {notes.map((view, i) => (
            <NoteLine
              key={view.note.id}
              view={view}
              model={model}
              after={notes[i - 1]?.note.area}
              {...beside}
            />
          ))}
        </ol>
      </div>
    </section>
  );
}

function NoteLine({
  view,
  model,
  after,
  interview,
  listen,
}: { view: NoteView; model: CallModel; after: Area | undefined } & Beside) {
  const { note } = view;
  const time = clockOf(note.at);
  const edited = model.line.editing.value?.note.id === note.id;
  return (
    <li class={[edited ? 'call-edited' : '', dragClass(note.id)].join(' ').trim()} data-note={note.id}>
      {after !== note.area && <span class="call-of small quiet">{areaNames[note.area]}</span>}
      <button
        type="button"
        class="call-at num quiet"
        aria-label={words.edit(time)}
        title={words.drag}
        disabled={model.watches}
        onPointerDown={(event) => startDrag(event, note.id, model)}
        onClick={() => model.line.edit(note.id)}
      >
        {time}
      </button>
      <div>
        <NoteText view={view} />
        <Tags view={view} />
        {listen && (
          <button type="button" class="call-listen" onClick={() => listen(note.at)}>
            {recordingWords.listen(time)}
          </button>
        )}
        {note.place && (
          <a class="small" href={`/interviews/${interview}/transcript?note=${note.id}`}>
            {recordingWords.inTranscript}
          </a>
        )}
      </div>
    </li>
  );
}

function dragClass(id: string): string {
  const now = dragged.value;
  if (now?.note === id) return 'call-dragged';
  return now?.drop && 'before' in now.drop && now.drop.before === id ? 'call-drop' : '';
}

/** In whatever direction it is written. A very long one is cut at its end, to be shown whole on demand. */
export function NoteText({ view: { note } }: { view: NoteView }) {
  const [whole, setWhole] = useState(false);
  const isLong = note.text.length > longNote && !whole;
  const text = isLong ? `${note.text.slice(0, longNote).toWellFormed()}…` : note.text;
  return (
    <p class={note.verbatim ? 'said' : ''} dir="auto">
      {note.verbatim ? quotedOf(text) : text}
      {isLong && (
        <button type="button" class="btn txt" onClick={() => setWhole(true)}>
          {words.showAll(note.text.length)}
        </button>
      )}
    </p>
  );
}

export function Tags({ view: { note, chips, people, own } }: { view: NoteView }) {
  const severity = sameSeverity(chips, note.severity);
  return (
    <p class="call-tags small">
      {chips.map((chip) => (
        <span key={chip.id}>
          <ThemeName name={chip.name} category={chip.category} />
          {chip.fresh && <span class="quiet"> {words.fresh}</span>}
          {severity === null && <OwnSeverity of={chip} />}
        </span>
      ))}
      {people.map(({ ref, name }) => (
        <Named key={`${ref} ${name}`} name={name} of={ref} />
      ))}
      <SeverityMark severity={severity ?? 0} />
      {note.valence !== 'none' && (
        <span class="sev">
          <i aria-hidden="true">{note.valence === 'good' ? '+' : '−'}</i>
          {valenceWords[note.valence]}
        </span>
      )}
      <DepthMark depth={note.depth} />
      {chips.length === 0 && <span class="quiet">{words.untagged}</span>}
      {!own && <span class="quiet">{note.authorName || words.somebody}</span>}
    </p>
  );
}
