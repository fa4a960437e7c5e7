import { netShare, type ThreeCounts, waldInterval, withPseudoCounts } from '../stats/netShare.ts';
import { answersIn, type BandCounts } from './bands.ts';

/** Below this many answers a score is marked as a small sample and a segment gets no reading (METHOD 1 and 2). */
export const smallSample = 30;

/** A Net Promoter Score as it may be shown: never without its number of answers and its interval. Points, -100 to 100. */
export interface NpsEstimate {
  kind: 'estimate';
  /** 100 x (promoters - detractors) / answers. */
  value: number;
  /** Ends of the 95 % interval, clamped to -100 and 100. For a few answers that all agree `value` may lie outside. */
  low: number;
  high: number;
  /** Answers it rests on. */
  n: number;
  method: 'adjustedWald95';
  /** Fewer than 30 answers: say so beside it. */
  isSmall: boolean;
}

/** Nothing to estimate from: "NPS needs at least 1 answer, got 0". */
export interface TooFew {
  kind: 'tooFew';
  n: number;
  need: number;
}

export type Nps = NpsEstimate | TooFew;

/**
 * Net Promoter Score with its 95 % adjusted-Wald interval: 0.75 detractors, 1.5 passives and 0.75 promoters are added
 * before the interval is taken, the score itself is the plain one. Assumes independent, unweighted answers; not for
 * weighted surveys or several answers of one person. Rocks (2016), The American Statistician 70, 365-372.
 */
export function npsOf(counts: BandCounts): Nps {
  const plain = netShare(netCounts(counts));
  const adjusted = netShare(withPseudoCounts(netCounts(counts)));
  if (!plain || !adjusted) return { kind: 'tooFew', n: answersIn(counts), need: 1 };
  const { low, high } = waldInterval(adjusted);
  return {
    kind: 'estimate',
    value: 100 * plain.value,
    low: clampedPoints(low),
    high: clampedPoints(high),
    n: plain.n,
    method: 'adjustedWald95',
    isSmall: plain.n < smallSample,
  };
}

/** Band counts as the statistics know them. */
export function netCounts(counts: BandCounts): ThreeCounts {
  return { against: counts.detractor, neither: counts.passive, inFavour: counts.promoter };
}

function clampedPoints(share: number): number {
  return Math.min(100, Math.max(-100, 100 * share));
}
