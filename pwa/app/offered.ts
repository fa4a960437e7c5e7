import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Command, Deps } from './deps.ts';

/** The commands that the screens up now have offered, the latest first, and the way to offer some. */
export interface Offered {
  offered: ReadonlySignal<readonly Command[]>;
  offer: Deps['offer'];
}

/**
 * Offering never reads what is offered as a signal: an effect that offers something would depend on it, and run again,
 * frame after frame, because of what it did itself.
 */
export function makeOffered(): Offered {
  const offered = signal<readonly Command[]>([]);
  return {
    offered,
    offer(commands) {
      offered.value = [...commands, ...offered.peek()];
      return () => {
        offered.value = offered.peek().filter((c) => !commands.includes(c));
      };
    },
  };
}
