import { Component, Fragment } from 'preact';
import { OwnSeverity, SeverityMark, ThemeName } from '#core/browser/parts/marks.tsx';
import {
  gravest,
  type Turn as SaidTurn,
  sameSeverity,
  stretchesOf,
  type TaggedNote,
} from '#core/notes/index.ts';
import type { TranscriptModel } from '../model.ts';
import { clockOf, words } from '../words.ts';

interface TurnProps {
  n: number;
  turn: SaidTurn;
  /** The one before has the same speaker. */
  follows: boolean;
  /** The customer's words. */
  theirs: boolean;
  notes: readonly TaggedNote[] | undefined;
  model: TranscriptModel;
  interview: string;
  /** The note somebody came for. */
  wanted: string | null;
}

/** One turn. Drawn again only when something about it changes: a transcript has thousands, and a selection lives in one. */
export class Turn extends Component<TurnProps> {
  override shouldComponentUpdate(next: TurnProps): boolean {
    const of = (p: TurnProps) => [p.turn, p.theirs, p.wanted, p.notes ? JSON.stringify(p.notes) : ''];
    const now = of(this.props);
    return of(next).some((value, i) => value !== now[i]);
  }

  override render({ n, turn, follows, theirs, notes = [], model, interview, wanted }: TurnProps) {
    return (
      <div class={follows ? 'tx-turn tx-follows' : 'tx-turn'}>
        <p class="tx-by">
          {!follows && <span class="tx-who">{turn.speaker || words.unnamed}</span>}
          {turn.from !== null && <span class="quiet small num"> {clockOf(turn.from)}</span>}
        </p>
        <p class={theirs ? 'tx-words said' : 'tx-words'} data-turn={n}>
          {stretchesOf(turn, notes).map((stretch) =>
            stretch.notes.length === 0 ? (
              stretch.text
            ) : (
              <mark
                key={stretch.from}
                class={stretch.notes.some((note) => note.id === wanted) ? 'tx-wanted' : ''}
                data-notes={stretch.notes.map((note) => note.id).join(' ')}
              >
                {stretch.text}
              </mark>
            ),
          )}
        </p>
        {notes.length > 0 && (
          <ul class="tx-notes small" aria-label={words.notes}>
            {notes.map((note) => (
              <Tagged key={note.id} note={note} model={model} interview={interview} />
            ))}
          </ul>
        )}
      </div>
    );
  }
}

function Tagged({ note, model, interview }: { note: TaggedNote; model: TranscriptModel; interview: string }) {
  const { all, resolve } = model.codebook.value;
  const themes = [...Map.groupBy(note.mentions, (m) => resolve(m.theme))].map(([id, mentions]) => ({
    id,
    severity: gravest(mentions.map((m) => m.severity)),
  }));
  const severity = sameSeverity(themes, note.severity);
  return (
    <li>
      {themes.map((tag) => (
        <Fragment key={tag.id}>
          <ThemeName
            name={all.get(tag.id)?.name ?? tag.id}
            category={all.get(tag.id)?.category ?? 'product'}
          />
          {severity === null && <OwnSeverity of={tag} />}
        </Fragment>
      ))}
      {themes.length === 0 && <span class="quiet">{words.untagged}</span>}
      <SeverityMark severity={severity ?? 0} /> <a href={`/call/${interview}`}>{words.noteHere}</a>{' '}
      {!model.watches && (
        <button
          type="button"
          class="btn txt"
          aria-label={words.untag(note.text)}
          onClick={() => model.untag(note.id)}
        >
          ×
        </button>
      )}
    </li>
  );
}
