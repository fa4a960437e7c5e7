import type { InterviewFacts } from '#core/themes/index.ts';

/** One value of a dimension. */
export interface SegmentChoice {
  dimension: string;
  value: string;
}

/** The interviews of one segment; all where none is chosen. */
export function inSegment(
  all: readonly InterviewFacts[],
  chosen: SegmentChoice | null,
): readonly InterviewFacts[] {
  return chosen ? all.filter((f) => f.segments[chosen.dimension] === chosen.value) : all;
}

/** Every segment of some interviews with how many there are, by dimension, the largest first. */
export function segmentsIn(held: readonly InterviewFacts[]): (SegmentChoice & { n: number })[] {
  const all = held.flatMap((f) => Object.entries(f.segments).filter(([, value]) => value));
  const groups = Map.groupBy(all, ([dimension, value]) => `${dimension}\n${value}`);
  return [...groups.values()]
    .map((same) => ({ dimension: same[0]?.[0] ?? '', value: same[0]?.[1] ?? '', n: same.length }))
    .sort(
      (a, b) => a.dimension.localeCompare(b.dimension, 'en') || b.n - a.n || (a.value < b.value ? -1 : 1),
    );
}
