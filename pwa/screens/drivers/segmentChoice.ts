import { dimensionsOf, type InterviewFacts, isIn, valuesIn } from '#core/themes/index.ts';

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
  return chosen ? all.filter((f) => isIn(f, chosen)) : all;
}

/** Every segment of some interviews with how many there are, by dimension, the largest first; they may overlap. */
export function segmentsIn(held: readonly InterviewFacts[]): (SegmentChoice & { n: number })[] {
  const all = held.flatMap((f) =>
    dimensionsOf(f).flatMap((dimension) => valuesIn(f, dimension).map((value) => ({ dimension, value }))),
  );
  const groups = Map.groupBy(all, ({ dimension, value }) => `${dimension}\n${value}`);
  return [...groups.values()]
    .flatMap((same) => same.slice(0, 1).map((one) => ({ ...one, n: same.length })))
    .sort(
      (a, b) => a.dimension.localeCompare(b.dimension, 'en') || b.n - a.n || (a.value < b.value ? -1 : 1),
    );
}
