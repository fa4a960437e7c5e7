import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { FactsStore } from '#core/ports/facts.ts';
import type { InterviewFacts } from '#core/themes/index.ts';

/** What following the interviews of a cycle needs of the app. */
export interface FactsNeeds {
  facts: Pick<FactsStore, 'ofCycle' | 'watch'>;
  state: { cycle: ReadonlySignal<string> };
}

/**
 * Reads the interviews of the cycle on screen again whenever one changed or another cycle is chosen; null until they are
 * read, and a late answer never wins. `fail` hears of a store that does not answer. Returns the stop.
 */
export function followFacts(
  { facts, state }: FactsNeeds,
  into: { value: readonly InterviewFacts[] | null },
  fail: (why: unknown) => void,
): () => void {
  let asked = 0;
  const read = async (cycle: string) => {
    const mine = ++asked;
    const found = cycle === '' ? [] : await facts.ofCycle(cycle);
    if (mine === asked) into.value = found;
  };
  const stopWatch = facts.watch(() => void read(state.cycle.peek()).catch(fail));
  const stopEffect = effect(() => {
    const cycle = state.cycle.value;
    into.value = null;
    void read(cycle).catch(fail);
  });
  return () => {
    asked++;
    stopWatch();
    stopEffect();
  };
}
