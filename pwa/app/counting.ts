import { type ReadonlySignal, signal } from '@preact/signals';

/** How far the interviews are read again, of how many. */
export interface Counting {
  done: number;
  all: number;
}

/** Fewer than this are read before anybody has read a line about it. */
const worthALine = 50;
/** Times the line changes: each one is drawn. */
const steps = 100;

/** Interviews being read again at the start, for the line that says so; null when there is nothing to say. */
export function makeCounting() {
  const counting = signal<Counting | null>(null);
  return {
    counting: counting as ReadonlySignal<Counting | null>,
    report(done: number, all: number) {
      if (all >= worthALine && done % Math.ceil(all / steps) === 0) counting.value = { done, all };
    },
    end() {
      counting.value = null;
    },
  };
}
