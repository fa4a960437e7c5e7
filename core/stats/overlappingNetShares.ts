import { type NetShareDifference, netShare, type ThreeCounts, waldInterval } from './netShare.ts';
import { twoSidedP } from './normal.ts';
import { z95 } from './normalQuantile.ts';
import { firstsOf, outcomes, pairCorrelation, pairsIn, secondsOf, type Transitions } from './transitions.ts';
import type { NoTrials } from './twoProportions.ts';

/** A pair was counted that is not in both samples: nothing can be said. */
export interface MorePairsThanTrials {
  kind: 'morePairsThanTrials';
}

/**
 * Difference of the net shares of two samples that partly hold the same trials, second minus first. `first` and `second`
 * count ALL trials of either sample, `pairs` those in both. The value is the plain difference of the two net shares; its
 * variance is v1/n1 + v2/n2 - 2 r sqrt(v1 v2) pairs / (n1 n2), r being the correlation within pairs.
 * Without pairs this is `netShareDifference`, with nothing but pairs `pairedNetShare`, to the last figure; with the
 * pseudo-counts and pseudo-pairs added to all three it is the adjusted form of either. Assumes that who answered twice
 * is not a matter of how they answered. Derrick, Russ, Toher and White (2017), J. Mod. Appl. Stat. Methods 16(1), 137-157
 * (z form). In R: `v <- function(x) mean((x - mean(x))^2)` in the formula above, with `cor` of the pairs.
 */
export function overlappingNetShares(
  first: ThreeCounts,
  second: ThreeCounts,
  pairs: Transitions,
  z = z95,
): NetShareDifference | NoTrials | MorePairsThanTrials {
  const [one, two] = [netShare(first), netShare(second)];
  if (!one || !two) return { kind: 'noTrials' };
  if (!holds(first, firstsOf(pairs)) || !holds(second, secondsOf(pairs)))
    return { kind: 'morePairsThanTrials' };
  const value = two.value - one.value;
  const correlation = pairCorrelation(pairs) ?? 0;
  const shared = (correlation * Math.sqrt(one.variance * two.variance) * pairsIn(pairs)) / (one.n * two.n);
  const variance = one.variance / one.n + two.variance / two.n - 2 * shared;
  // Below the last figure of its terms the variance is that of pairs that all changed alike: none.
  const standardError = variance > 1e-15 * (one.variance / one.n) ? Math.sqrt(variance) : 0;
  const score = value / standardError;
  return {
    kind: 'difference',
    value,
    standardError,
    ...waldInterval({ value, standardError }, z),
    test: standardError === 0 ? { kind: 'noSpread' } : { kind: 'z', z: score, p: twoSidedP(score) },
  };
}

function holds(all: ThreeCounts, part: ThreeCounts): boolean {
  return outcomes.every(([outcome]) => part[outcome] <= all[outcome] + 1e-9);
}
