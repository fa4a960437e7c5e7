import type { BookStep } from './steps.ts';

/** What one member can take back and make again, the latest last. */
export interface UndoStack {
  done: readonly BookStep[];
  undone: readonly BookStep[];
}

/** What is called so in a step's `did`: it takes another back, or takes back the taking back. */
export const undoWords = { undo: 'undone', redo: 'redone' } as const;

/** Ids of the steps (the latest first) that are taken back now: one whose taking back was itself taken back holds again. */
export function takenBackIn(steps: readonly BookStep[]): ReadonlySet<string> {
  const takenBack = new Set<string>();
  for (const step of steps) if (step.undoes !== '' && !takenBack.has(step.id)) takenBack.add(step.undoes);
  return takenBack;
}

/**
 * The steps a member made since a moment (milliseconds since 1970 UTC), as undo and redo go through them. They come from
 * the document, so that a reload forgets nothing. Whatever is done anew ends what could be made again.
 */
export function undoStackOf(steps: readonly BookStep[], by: string, since: number): UndoStack {
  let done: BookStep[] = [];
  let undone: BookStep[] = [];
  for (const step of steps.toReversed()) {
    if (step.by !== by || step.at < since) continue;
    if (step.did === undoWords.undo) {
      done = done.filter((s) => s.id !== step.undoes);
      undone = [...undone, step];
    } else if (step.did === undoWords.redo) {
      undone = undone.filter((s) => s.id !== step.undoes);
      done = [...done, step];
    } else {
      done = [...done, step];
      undone = [];
    }
  }
  return { done, undone };
}
