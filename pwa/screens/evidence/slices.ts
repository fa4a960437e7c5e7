import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';

/** Milliseconds that counting goes on before others have their turn: half a frame. */
const slice = 8;

/** How long things take, and a turn for whatever waits. */
export interface Turns {
  /** A steady clock, milliseconds. */
  now(): number;
  next(): Promise<void>;
}

/**
 * The result of counting that takes longer than the page may be held up: made in slices, again whenever `steps` gives other
 * ones; null until there is one, and while `steps` gives none. An older result stands until the new one is there.
 */
export function inSlices<T>(
  steps: () => Generator<void, T, void> | null,
  turns: Turns,
): { result: ReadonlySignal<T | null>; stop: () => void } {
  const result = signal<T | null>(null);
  let latest: Generator<void, T, void> | null = null;
  const count = async (mine: Generator<void, T, void>) => {
    while (mine === latest) {
      for (const end = turns.now() + slice; turns.now() < end; ) {
        const step = mine.next();
        if (!step.done) continue;
        result.value = step.value;
        return;
      }
      await turns.next();
    }
  };
  const stop = effect(() => {
    const mine = steps();
    latest = mine;
    if (mine) untracked(() => void count(mine));
    else result.value = null;
  });
  return {
    result,
    stop() {
      latest = null;
      stop();
    },
  };
}
