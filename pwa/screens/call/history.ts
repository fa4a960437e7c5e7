import type { Change } from '#core/model/change.ts';

/** One thing this window did, and how to take it back. */
interface Step {
  undo: () => readonly Change[];
  redo: () => readonly Change[];
}

/**
 * Undo for a call. The document's own undo would also take back a change of question or of consent, which nobody
 * means by Ctrl Z in a capture line; so a call keeps its own steps: notes, edits and tags, each undone by a change that
 * leaves everybody else's edits alone.
 */
export interface History {
  did(step: Step): void;
  /** The changes that take the last step back, or null when there is none. */
  undo(): readonly Change[] | null;
  redo(): readonly Change[] | null;
}

export function makeHistory(): History {
  let done: Step[] = [];
  let undone: Step[] = [];
  return {
    did(step) {
      done = [...done, step];
      undone = [];
    },
    undo() {
      const step = done.at(-1);
      if (!step) return null;
      done = done.slice(0, -1);
      undone = [...undone, step];
      return step.undo();
    },
    redo() {
      const step = undone.at(-1);
      if (!step) return null;
      undone = undone.slice(0, -1);
      done = [...done, step];
      return step.redo();
    },
  };
}
