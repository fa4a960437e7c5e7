import type { Chance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import type { Place } from './editing.ts';
import type { LineParts } from './lineParts.ts';

export interface ReshapingNeeds extends LineParts {
  chance: Chance;
  keepEdit(): void;
  tell(what: Reshaped): void;
}

/** What was done to the note in the line. */
export type Reshaped = 'split' | 'joined' | 'moved' | 'filed' | 'removed';

/** What can be done to the note being edited, beside rewording it. Each is false where there is nothing to do it to. */
export interface Reshaping {
  /** Edits the note before (or behind) the one being edited; from a new line, the last. Only over an unchanged line. */
  editBeside(by: -1 | 1): boolean;
  /** Moves the note being edited before its neighbour, or behind; from an empty new line, the last note. */
  moveBeside(by: -1 | 1): boolean;
  /** Cuts the note being edited in two at the caret; the second half is edited next. */
  split(): boolean;
  /** Joins the note being edited to the one before it. */
  join(): boolean;
  /** Takes the note being edited away. */
  takeAway(): boolean;
  /** Files the note being edited under another question or area. */
  file(to: Place): boolean;
}

export function makeReshaping(needs: ReshapingNeeds): Reshaping {
  const { text, editing, draft, spelling, keeper, notes, tell } = needs;
  return {
    editBeside(by) {
      const now = editing.note.peek();
      if (text.now.peek() !== (now ? editing.wording() : '')) return false;
      const next = now ? editing.besideOf(now, by) : notes.peek()[notes.peek().length + by];
      if (next) editing.start(next);
      else if (now && by > 0) editing.leave();
      return next !== undefined || now !== null;
    },
    moveBeside(by) {
      const view = editing.note.peek() ?? (text.now.peek() === '' ? notes.peek().at(-1) : undefined);
      if (!view) return false;
      if (!editing.besideOf(view, by)) return true;
      // Behind the next one is before the one after it.
      keeper.move(view.note.id, editing.besideOf(view, by < 0 ? -1 : 2)?.note.id ?? null);
      if (!editing.note.peek()) editing.start(editing.freshOf(view) ?? view);
      tell('moved');
      return true;
    },
    split() {
      const view = editing.note.peek();
      const line = text.now.peek();
      const halves = view && spelling.cut(line, text.caret.peek());
      if (!halves) return false;
      const id = newId<'note'>(needs.chance);
      const before = spelling.read(editing.wording());
      const { at, area, question } = view.note;
      const made = keeper.split(editing.freshOf(view) ?? view, before, halves, id);
      const [first, second] = halves.map(spelling.write);
      const place = { at, area, question, made };
      const wording = editing.wording();
      draft.keepUntilSaved({
        ...place,
        note: view.note.id,
        line: first ?? line,
        before: wording,
        edit: true,
      });
      draft.keepUntilSaved({ ...place, note: id, line: second ?? line, edit: false });
      const next = notes.peek().find((n) => n.note.id === id);
      if (next) editing.start(next, 0);
      tell('split');
      return true;
    },
    join() {
      const view = editing.note.peek();
      const before = view && editing.besideOf(view, -1);
      if (!before) return false;
      needs.keepEdit();
      const from = editing.freshOf(view);
      if (!from) return false;
      keeper.join(before, from);
      const joint = editing.freshOf(before);
      if (joint) editing.start(joint);
      tell('joined');
      return true;
    },
    takeAway() {
      const view = editing.note.peek();
      if (!view) return false;
      keeper.takeAway(editing.freshOf(view) ?? view);
      editing.leave();
      tell('removed');
      return true;
    },
    file(to) {
      const view = editing.note.peek();
      if (!view) return false;
      keeper.file(view.note.id, to);
      tell('filed');
      return true;
    },
  };
}
