import { useState } from 'preact/hooks';
import type { EditRefusal } from '#core/segments/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { Done } from '../codebook.ts';
import { words } from '../words.ts';

/** Waits for an edit and says what was done; false where it was refused. */
export type Run = (edit: Promise<Done | EditRefusal>, said: string) => Promise<boolean>;

/** Edits of values, one after the other: the last one done, with its way back, or why the last one was refused. */
export function useEdits() {
  const deps = useDeps();
  const [refused, setRefused] = useState<EditRefusal | null>(null);
  // what was said at the bottom of the page cannot be reached while the dialog is up
  const [last, setLast] = useState<{ said: string; undo(): Promise<void> } | null>(null);
  const run: Run = async (edit, said) => {
    const outcome = await edit;
    if (outcome.kind !== 'done') {
      setRefused(outcome);
      return false;
    }
    setRefused(null);
    setLast({ said, undo: outcome.undo });
    deps.say(said, { name: words.views.undo, run: () => void outcome.undo() });
    return true;
  };
  return { refused, setRefused, last, setLast, run };
}
