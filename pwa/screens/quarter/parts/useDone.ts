import { useDeps } from '#pwa/app/deps.ts';
import type { Done } from '../model.ts';
import { words } from '../words.ts';

/** Says what was done once it is, with the way to take it back. */
export function useDone(): (work: Promise<Done | null>, text: string) => void {
  const deps = useDeps();
  return (work, text) => {
    void work.then((done) => {
      if (done) deps.say(text, { name: words.undo, run: () => void done.undo() });
    });
  };
}
