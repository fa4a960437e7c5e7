import type { Chance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import { spliceBetween } from '#core/model/splice.ts';
import type { ReadLine } from '#core/notes/index.ts';
import type { PendingLine } from './draft.ts';
import type { LineParts } from './lineParts.ts';
import type { NoteView } from './noteView.ts';

export interface EnteringNeeds extends LineParts {
  chance: Chance;
  /** Seconds into the call. */
  at(): number;
}

/** What became of Enter. `noneYet`: marks alone, and no own note that they could go onto. */
export type Entered =
  | 'kept'
  | 'tagged'
  | 'edited'
  | 'removed'
  | 'stays'
  | 'went'
  | 'nothing'
  | 'noneYet'
  | 'notYet';

/** From a line to a note: a new one, new wording of an old one, marks for the last one. */
export interface Entering {
  /** Keeps what is in the line. Marks alone go onto the last own note; an edited note left empty is taken away. */
  enter(): Entered;
  /** What was changed is kept before another note takes its place; taking a note away is for Enter alone. */
  keepEdit(): void;
  /** Lines that were on their way into the document when the window died: stored now, where they did not arrive. */
  again(lines: readonly PendingLine[]): void;
}

export function makeEntering(needs: EnteringNeeds): Entering {
  const { text, editing, draft, spelling, keeper, notes } = needs;

  const rewrite = (view: NoteView, before: string, line: string) => {
    const made = keeper.rewrite(view, spelling.read(before), spelling.read(line));
    const { id, at, area, question } = view.note;
    draft.keepUntilSaved({ note: id, line, before, at, area, question, edit: true, made });
  };
  const enterNew = (line: string, said: ReadLine): Entered => {
    const note = newId<'note'>(needs.chance);
    const captured = { note, line, ...editing.begunAt(), at: needs.at(), edit: false };
    draft.keepUntilSaved({ ...captured, made: keeper.store(captured, said) });
    // Not empty when the note under the line was taken away while it was being edited.
    editing.leave();
    return 'kept';
  };
  const enterEdit = (view: NoteView, line: string): Entered => {
    const fresh = editing.freshOf(view) ?? view;
    const after = spelling.read(line);
    const isEmptied = after.text === '';
    // Somebody reworded it while it was open: that was never meant to be taken away.
    const isReworded = fresh.note.text !== spelling.read(editing.wording()).text;
    if (!isEmptied) rewrite(fresh, editing.wording(), line);
    else if (!isReworded) keeper.takeAway(fresh);
    editing.leave();
    return isEmptied ? (isReworded ? 'stays' : 'removed') : 'edited';
  };
  /** A line of marks alone: "#price !!" a moment after the note it belongs to. */
  const enterMarks = (marks: ReadLine): Entered => {
    const last = notes.peek().findLast((n) => n.own);
    const some =
      marks.themes.length + marks.people.length > 0 || marks.severity > 0 || marks.valence !== 'none';
    if (!some) return 'nothing';
    if (!last) return 'noneYet';
    const wording = spelling.lineOf(last);
    rewrite(last, wording, spelling.withMarks(last, marks));
    editing.leave();
    return 'tagged';
  };

  /** Which of a note's wordings arrived: the one that its line is nearest to now, for others may have gone on from it. */
  const arrivedOf = (view: NoteView, edits: readonly PendingLine[]): string => {
    const now = spelling.lineOf(view);
    const wordings = edits.flatMap((e) => [e.before ?? now, e.line]);
    const distances = wordings.map((wording) => distance(wording, now));
    return wordings[distances.indexOf(Math.min(...distances))] ?? now;
  };

  return {
    enter() {
      const open = text.offer.peek();
      if (open?.sign === '/' && open.active >= 0) {
        text.take(open.active);
        return 'went';
      }
      const line = text.finished();
      const view = editing.note.peek();
      if (view) return enterEdit(view, line);
      const said = spelling.read(line);
      return said.text === '' ? enterMarks(said) : enterNew(line, said);
    },
    keepEdit() {
      const view = editing.note.peek();
      if (!view || text.now.peek() === editing.wording()) return;
      const line = text.finished();
      if (spelling.read(line).text !== '') enterEdit(view, line);
    },
    again(lines) {
      for (const line of lines) {
        const view = notes.peek().find((n) => n.note.id === line.note);
        const edits = lines.filter((l) => l.edit && l.note === line.note);
        if (view || !line.edit) keeper.putBack(line);
        if (view && line === edits.at(-1)) rewrite(view, arrivedOf(view, edits), line.line);
        else if (!line.edit && !view) {
          const made = [...line.made, ...keeper.store(line, spelling.read(line.line))];
          draft.keepUntilSaved({ ...line, made });
        } else draft.keepUntilSaved(line);
      }
    },
  };
}

/** Characters that are written or taken away from one text to the other. */
function distance(a: string, b: string): number {
  const { from, to, text } = spliceBetween(a, b);
  return to - from + text.length;
}
