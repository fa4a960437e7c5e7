import { type Band, noScore, type WaveColumns } from '../waves/index.ts';

/** How many answers fell into each band; whole numbers. */
export type BandCounts = Readonly<Record<Band, number>>;

/** Detractor 0 to 6, passive 7 and 8, promoter 9 and 10. `score` is a whole number 0-10. */
export function bandOf(score: number): Band {
  if (score <= 6) return 'detractor';
  return score <= 8 ? 'passive' : 'promoter';
}

/** Answers per score 0-10, 11 long; those who did not answer are in none. */
export function histogramOf(columns: Pick<WaveColumns, 'score'>): number[] {
  const counts = new Uint32Array(noScore + 1);
  for (const score of columns.score) counts[score] = (counts[score] as number) + 1;
  return [...counts.subarray(0, 11)];
}

/** Band counts of answers per score, 0 first. Places beyond 10 are not read. */
export function bandCountsOf(histogram: ArrayLike<number>): BandCounts {
  const counts: Record<Band, number> = { detractor: 0, passive: 0, promoter: 0 };
  for (let score = 0; score <= 10; score++) counts[bandOf(score)] += histogram[score] ?? 0;
  return counts;
}

/** All answers, those of every band together. */
export function answersIn(counts: BandCounts): number {
  return counts.detractor + counts.passive + counts.promoter;
}

/** The counts left when a part is taken out: everyone else. */
export function without(whole: BandCounts, part: BandCounts): BandCounts {
  return {
    detractor: whole.detractor - part.detractor,
    passive: whole.passive - part.passive,
    promoter: whole.promoter - part.promoter,
  };
}

/** Each band's share of the answers, 0 to 1; null without answers. */
export function sharesOf(counts: BandCounts): Readonly<Record<Band, number>> | null {
  const n = answersIn(counts);
  if (n === 0) return null;
  return { detractor: counts.detractor / n, passive: counts.passive / n, promoter: counts.promoter / n };
}
