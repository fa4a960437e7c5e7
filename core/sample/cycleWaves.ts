import { proposalsOf, type SegmentMap } from '../segments/index.ts';
import type { WaveHead } from '../waves/index.ts';
import type { SegmentRef } from './candidate.ts';
import type { CycleEntry } from './cycle.ts';

/**
 * The wave of a cycle and the one it is compared with: that of the nearest earlier cycle that has any. Both lists newest
 * first; where a cycle has several waves the newest counts. Null where there is none.
 */
export function wavesOf(
  cycle: string,
  cycles: readonly Pick<CycleEntry, 'id'>[],
  waves: readonly WaveHead[],
): { head: WaveHead | null; earlier: WaveHead | null } {
  const newest = (id: string) => waves.find((w) => w.cycle === id) ?? null;
  const at = cycles.findIndex((c) => c.id === cycle);
  const before = at < 0 ? [] : cycles.slice(at + 1);
  const earlier = before.map((c) => newest(c.id)).find((w) => w !== null) ?? null;
  return { head: newest(cycle), earlier };
}

/** Waves of the 0 to 10 question: NPS, its bands and its segments are read from no other. */
export const npsWavesIn = (waves: readonly WaveHead[]): readonly WaveHead[] =>
  waves.filter(({ metric }) => metric !== 'csat');

/** The newest wave of a cycle that measured satisfaction and nothing else; null where there is another, or none. */
export function onlySatisfactionOf(cycle: string, waves: readonly WaveHead[]): WaveHead | null {
  const own = waves.filter((wave) => wave.cycle === cycle);
  return npsWavesIn(own).length === 0 ? (own[0] ?? null) : null;
}

/** Segments chosen until somebody decides: more would leave too few calls in each. */
export const segmentsAtFirst = 3;

/** The most urgent proposals of the map: those that stand until somebody chooses. */
export function segmentsToStartWith(map: SegmentMap): SegmentRef[] {
  return proposalsOf(map)
    .slice(0, segmentsAtFirst)
    .map(({ segment: { dimension, value } }) => ({ dimension, value }));
}
