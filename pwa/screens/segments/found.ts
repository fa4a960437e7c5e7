import { type Segment, summaryIn, type ValueOf } from '#core/segments/index.ts';
import type { Counted } from './counted.ts';
import { npsValue } from './words.ts';

/** The lowest of those below everyone else beyond noise. */
export function weakestOf(segments: readonly Segment[]): Segment | null {
  const weak = segments.filter((s) => s.labels.includes('weak'));
  return weak.sort((a, b) => npsValue(a.nps) - npsValue(b.nps))[0] ?? null;
}

/** The other half and the score of the lowest of all, where that is a part of the segment that was named. */
export function partWith(named: Segment, lowest: Segment | null): { other: ValueOf; nps: number } | null {
  const [a, b] = lowest?.crossed ?? [];
  const isNamed = (part?: ValueOf) => part?.dimension === named.dimension && part.value === named.value;
  const other = isNamed(a) ? b : isNamed(b) ? a : undefined;
  return lowest && other ? { other, nps: npsValue(lowest.nps) } : null;
}

/** The score of everyone and the lowest and highest of a segment; null where whole points show none. */
export function rangeIn({ map, rows }: Counted): { everyone: number; low: number; high: number } | null {
  const { nps } = map.everyone;
  const { range } = summaryIn(rows.map(({ segment }) => segment));
  if (!range || nps.kind !== 'estimate') return null;
  const [low, high] = [npsValue(range.lowest.nps), npsValue(range.highest.nps)];
  return Math.round(low) === Math.round(high) ? null : { everyone: nps.value, low, high };
}
