import type { ShareCounts, YesNoPairs } from '../stats/overlappingShares.ts';
import { wilson } from '../stats/wilson.ts';
import { type ShareChange, shareChange } from './compare.ts';
import { smallSample, type TooFew } from './nps.ts';

/** Satisfied are those who answer 4 or 5 of 1 to 5. */
export const isSatisfied = (score: number): boolean => score === 4 || score === 5;

/** Those satisfied and all who answered, from the answers per score (0 first); what is not 1 to 5 is not read. */
export function csatCountsOf(histogram: ArrayLike<number>): ShareCounts {
  const at = (score: number) => histogram[score] ?? 0;
  return { successes: at(4) + at(5), trials: at(1) + at(2) + at(3) + at(4) + at(5) };
}

/** Customer satisfaction as it may be shown: the share answering 4 or 5, with its number of answers and interval. */
export interface CsatEstimate {
  kind: 'estimate';
  /** Percent of the answers, 0 to 100, and the ends of the 95 % interval. */
  value: number;
  low: number;
  high: number;
  n: number;
  method: 'wilson95';
  isSmall: boolean;
}

/** The share answering 4 or 5 with its 95 % Wilson interval; assumes independent, unweighted answers. */
export function csatOf(histogram: ArrayLike<number>): CsatEstimate | TooFew {
  const { successes, trials } = csatCountsOf(histogram);
  if (trials === 0) return { kind: 'tooFew', n: 0, need: 1 };
  const { low, high } = wilson(successes, trials);
  return {
    kind: 'estimate',
    value: (100 * successes) / trials,
    low: 100 * low,
    high: 100 * high,
    n: trials,
    method: 'wilson95',
    isSmall: trials < smallSample,
  };
}

/** How satisfaction changed; `pairs` says how many of the answers are of the same people. */
export interface CsatChange {
  kind: 'csatChange';
  share: ShareChange;
  n: readonly [number, number];
  pairs: number;
  isSmall: boolean;
}

/**
 * The change of the share answering 4 or 5 from one wave to the next: Newcombe interval and pooled z test, with the
 * answers of the same people compared as pairs where they are known (see `overlappingShares`).
 */
export function compareCsat(
  before: ArrayLike<number>,
  now: ArrayLike<number>,
  pairs: YesNoPairs = noPairs,
): CsatChange | TooFew {
  const [was, is] = [csatCountsOf(before), csatCountsOf(now)];
  const n = [was.trials, is.trials] as const;
  const share = shareChange(was, is, pairs);
  if (!share) return { kind: 'tooFew', n: Math.min(...n), need: 1 };
  const shared = pairs.both + pairs.onlyFirst + pairs.onlySecond + pairs.neither;
  return { kind: 'csatChange', share, n, pairs: shared, isSmall: Math.min(...n) < smallSample };
}

const noPairs: YesNoPairs = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
