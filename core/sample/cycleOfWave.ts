import type { WaveHead } from '../waves/index.ts';
import type { CycleEntry } from './cycle.ts';
import { startOf } from './quarter.ts';

/**
 * The cycles that are listed and those that only a wave names: an import writes its wave first and then the cycle's
 * entry, and may have been killed in between. The invented company lists its cycles last on purpose and is left out.
 */
export function withCyclesOfWaves(entries: readonly CycleEntry[], waves: readonly WaveHead[]): CycleEntry[] {
  const all = new Map(entries.map((entry) => [entry.id, entry]));
  for (const { cycle, cycleName, firstDay, lastDay, importedAt, sample } of waves) {
    if (sample || all.has(cycle)) continue;
    const startsOn = startOf(cycleName, { firstDay, lastDay }, dayOf(importedAt));
    all.set(cycle, { id: cycle, name: cycleName, startsOn, sample: false });
  }
  return [...all.values()];
}

/** YYYY-MM-DD; empty for what is no moment. */
function dayOf(at: number): string {
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10);
}
