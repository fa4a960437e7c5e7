import type { Change } from '#core/model/change.ts';
import type { DocName } from '#core/model/docName.ts';
import type { Fields } from '#core/model/json.ts';
import { type NoteStep, reversed, type TaggedNote, takeBack } from '#core/notes/index.ts';
import type { MadeTheme } from './draft.ts';

/** What was said of notes beside them: changes that say it, and those that say again what stood before. */
export interface Marks {
  redo: readonly Change[];
  undo: readonly Change[];
}

export const noMarks: Marks = { redo: [], undo: [] };

/** One thing this window did: to notes, and to the codebook where it named a new theme. All of it plain data. */
export interface Step {
  notes: NoteStep;
  made: readonly MadeTheme[];
  /** Creates those themes, or brings back retired ones. */
  themes: readonly Change[];
  /** Absent in steps that an older version kept. */
  marks?: Marks;
}

/** What came of Ctrl Z: somebody else has since reworded what it would have taken away, or there is nothing left. */
export type Turned = 'done' | 'theirs' | 'nothing';

/**
 * Undo for a call. The document's own undo would also take back a change of question or of consent, which nobody means by
 * Ctrl Z in a capture line; so a call keeps its own steps: notes, edits, moves and tags, each undone by a change that
 * leaves everybody else's edits alone. They outlive a reload as text.
 */
export interface History {
  did(step: Step): void;
  undo(): Turned;
  redo(): Turned;
  /** The newest steps as text, for `recall` of the same window after a reload. */
  text(): string;
  recall(text: string): void;
}

export interface HistoryNeeds {
  doc: DocName;
  notes(): readonly TaggedNote[];
  /** The record that a change is about, as it is now; null where there is none. */
  stored(change: Change): Fields | null;
  /** Removes themes that a step created and nobody else has taken up. */
  withoutMade(made: readonly MadeTheme[], notes: readonly string[]): readonly Change[];
  apply(changes: readonly Change[], why: string): void;
}

/** Characters of steps that are kept over a reload. */
const mostKept = 500_000;

export function makeHistory(needs: HistoryNeeds): History {
  let done: readonly Step[] = [];
  let undone: readonly Step[] = [];

  /** Of the changes that turn marks those whose mark is still as the other direction left it: else it is somebody else's. */
  const marksToTurn = (turning: readonly Change[] = [], made: readonly Change[] = []): readonly Change[] =>
    turning.filter((change) => {
      const left = made.find((m) => m.collection === change.collection && m.id === change.id);
      return left === undefined || isAsLeft(left, needs.stored(change));
    });

  const undo = (): Turned => {
    for (;;) {
      const step = done.at(-1);
      if (!step) return 'nothing';
      done = done.slice(0, -1);
      const taken = takeBack(needs.doc, step.notes, needs.notes());
      if (taken === 'theirs') return 'theirs';
      const marks = marksToTurn(step.marks?.undo, step.marks?.redo);
      if (taken === 'nothing') {
        if (marks.length === 0 && step.marks?.undo.length) return 'theirs';
        if (marks.length === 0) continue;
        needs.apply(marks, 'undo');
        undone = [...undone, { ...step, notes: [] }];
        return 'done';
      }
      const ids = step.notes.map((turn) => (turn.after ?? turn.before)?.id ?? '');
      needs.apply([...taken.changes, ...marks, ...needs.withoutMade(step.made, ids)], 'undo');
      undone = [...undone, { ...step, notes: taken.step }];
      return 'done';
    }
  };
  const redo = (): Turned => {
    for (;;) {
      const step = undone.at(-1);
      if (!step) return 'nothing';
      undone = undone.slice(0, -1);
      const again = takeBack(needs.doc, reversed(step.notes), needs.notes());
      if (again === 'theirs') return 'theirs';
      const marks = marksToTurn(step.marks?.redo, step.marks?.undo);
      if (again === 'nothing') {
        if (marks.length === 0 && step.marks?.redo.length) return 'theirs';
        if (marks.length === 0) continue;
        needs.apply(marks, 'redo');
        done = [...done, { ...step, notes: [] }];
        return 'done';
      }
      needs.apply([...step.themes, ...again.changes, ...marks], 'redo');
      done = [...done, { ...step, notes: reversed(again.step) }];
      return 'done';
    }
  };
  return {
    did(step) {
      done = [...done, step];
      undone = [];
    },
    undo,
    redo,
    text() {
      for (let from = 0; ; from = Math.max(from + 1, Math.ceil((from + done.length) / 2))) {
        const text = JSON.stringify({ done: done.slice(from), undone });
        if (text.length <= mostKept) return text;
        if (from >= done.length) return '';
      }
    },
    recall(text) {
      const kept = stepsIn(text);
      done = [...kept.done, ...done];
      if (undone.length === 0) undone = kept.undone;
    },
  };
}

/** Whether a record is as a change made it. */
function isAsLeft(change: Change, now: Fields | null): boolean {
  if (change.kind === 'remove' || now === null) return (change.kind === 'remove') === (now === null);
  if (change.kind === 'editText') return now[change.field] === change.text;
  return Object.entries(change.fields).every(
    ([field, value]) => JSON.stringify(now[field] ?? null) === JSON.stringify(value ?? null),
  );
}

/** Written by this very window a moment ago; what is not whole is left. */
function stepsIn(text: string): { done: readonly Step[]; undone: readonly Step[] } {
  try {
    const kept: { done?: unknown; undone?: unknown } = JSON.parse(text);
    return { done: steps(kept.done), undone: steps(kept.undone) };
  } catch {
    return { done: [], undone: [] };
  }
}

const steps = (list: unknown): Step[] => (Array.isArray(list) ? list.filter(isStep) : []);

function isStep(step: unknown): step is Step {
  if (typeof step !== 'object' || step === null) return false;
  return ['notes', 'made', 'themes'].every((field) => Array.isArray(Reflect.get(step, field)));
}
