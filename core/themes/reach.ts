import type { InterviewFacts } from './facts.ts';
import type { Raised } from './raised.ts';
import { dimensionsOf, valuesIn } from './segmentValues.ts';

/** Least interviews held in a segment before anything is said about it. */
export const leastInSegment = 5;
/** Least interviews raising a theme, and least share of those held in the segment, before the segment is named. */
export const leastRaising = 3;
export const leastShare = 1 / 4;

/** How many of the interviews held in one segment raise a theme. */
export interface SegmentCount {
  dimension: string;
  value: string;
  k: number;
  n: number;
  /** Fewer than `leastInSegment` interviews were held there. */
  tooFew: boolean;
  /** Enough interviews, and enough of them raise it. A count, no claim that other segments raise it less. */
  named: boolean;
}

/**
 * Where a theme was raised. `named`: some segments of a dimension are, others with enough interviews are not;
 * `across`: every segment that can be read is; `scattered`: none is; `tooFew`: none can be read.
 */
export interface SegmentReach {
  kind: 'named' | 'across' | 'scattered' | 'tooFew';
  /** Segments to name, highest share first. Empty unless `kind` is `named`. */
  affected: readonly SegmentCount[];
  /** Every segment of the interviews counted, by dimension, highest share first. */
  all: readonly SegmentCount[];
}

/** Counts a theme by segment. It lists; whether a segment differs from the others needs a test and is not said here. */
export function reachOf(raised: readonly Raised[], counted: readonly InterviewFacts[]): SegmentReach {
  const all = [...new Set(counted.flatMap(dimensionsOf))].flatMap((dimension) =>
    countsIn(dimension, raised, counted),
  );
  const parts = [...Map.groupBy(all, (s) => s.dimension).values()].filter((part) => part.length > 1);
  const readable = parts.map((part) => part.filter((s) => !s.tooFew)).filter((part) => part.length > 0);
  const whole = readable.filter((part) => part.length > 1 && part.every((s) => s.named));
  const affected = readable
    .filter((part) => !whole.includes(part))
    .flat()
    .filter((s) => s.named)
    .sort(byShare);
  if (affected.length > 0) return { kind: 'named', affected, all };
  if (whole.length > 0) return { kind: 'across', affected: [], all };
  return { kind: readable.length > 0 ? 'scattered' : 'tooFew', affected: [], all };
}

function countsIn(
  dimension: string,
  raised: readonly Raised[],
  counted: readonly InterviewFacts[],
): SegmentCount[] {
  const held = tally(counted, dimension);
  const raising = tally(
    raised.map((r) => r.interview),
    dimension,
  );
  return [...held].map(([value, n]) => countOf(dimension, value, raising.get(value) ?? 0, n)).sort(byShare);
}

function countOf(dimension: string, value: string, k: number, n: number): SegmentCount {
  const tooFew = n < leastInSegment;
  return { dimension, value, k, n, tooFew, named: !tooFew && k >= leastRaising && k / n >= leastShare };
}

function tally(facts: readonly InterviewFacts[], dimension: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const f of facts)
    for (const value of valuesIn(f, dimension)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function byShare(a: SegmentCount, b: SegmentCount): number {
  return b.k / b.n - a.k / a.n || b.k - a.k || (a.value < b.value ? -1 : 1);
}
