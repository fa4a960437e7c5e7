import { twoSidedP } from './normal.ts';
import { z95 } from './normalQuantile.ts';
import type { NoSpread, NoTrials, ZTest } from './twoProportions.ts';
import type { Interval } from './wilson.ts';

/** How often a thing counted against, for neither, or for. Whole numbers, or with pseudo-counts added. */
export interface ThreeCounts {
  against: number;
  neither: number;
  inFavour: number;
}

/** A net share, in favour minus against, -1 to 1, with the standard error of it. */
export interface NetShare {
  n: number;
  value: number;
  /** Of one trial: p + d - (p - d)^2. */
  variance: number;
  standardError: number;
}

/**
 * The difference of two shares of the same sample and its plug-in standard error, sqrt(variance / n). Null when empty.
 * Assumes independent trials; not for weighted ones. Equals R `mean(x)` and `sqrt(mean((x - mean(x))^2) / n)` for x of
 * -1, 0 and 1.
 */
export function netShare({ against, neither, inFavour }: ThreeCounts): NetShare | null {
  const n = against + neither + inFavour;
  if (n === 0) return null;
  const [low, high] = [against / n, inFavour / n];
  const value = high - low;
  const variance = Math.max(0, high + low - value * value);
  return { n, value, variance, standardError: Math.sqrt(variance / n) };
}

/**
 * Wald interval: the value and `z` standard errors either side (1.96, 95 %, unless told). Not clamped.
 * Far too narrow for few trials or shares near 0 and 1 (of no width when all agree): there use `withPseudoCounts` first.
 */
export function waldInterval(
  { value, standardError }: Pick<NetShare, 'value' | 'standardError'>,
  z = z95,
): Interval {
  return { low: value - z * standardError, high: value + z * standardError };
}

/**
 * Pseudo-counts of the adjusted Wald interval for a net share: 3 made-up trials, 0.75 + 1.5 + 0.75, which keep the
 * interval honest for few trials and when all agree. Rocks (2016), The American Statistician 70, 365-372.
 */
export const pseudoCounts: ThreeCounts = { against: 0.75, neither: 1.5, inFavour: 0.75 };

/** The counts with the pseudo-counts added. */
export function withPseudoCounts(counts: ThreeCounts): ThreeCounts {
  return {
    against: counts.against + pseudoCounts.against,
    neither: counts.neither + pseudoCounts.neither,
    inFavour: counts.inFavour + pseudoCounts.inFavour,
  };
}

/** A difference of two net shares, second minus first, with its standard error, 95 % interval and test. */
export interface NetShareDifference extends Interval {
  kind: 'difference';
  value: number;
  standardError: number;
  test: ZTest | NoSpread;
}

/**
 * Difference of the net shares of two independent samples, second minus first: normal interval and unpooled z test.
 * As it stands this is the Wald test; on counts with the pseudo-counts added, the adjusted one, which few answers need.
 * Not for the same people asked twice: compare those as pairs.
 */
export function netShareDifference(
  first: ThreeCounts,
  second: ThreeCounts,
  z = z95,
): NetShareDifference | NoTrials {
  const [one, two] = [netShare(first), netShare(second)];
  if (!one || !two) return { kind: 'noTrials' };
  const value = two.value - one.value;
  const standardError = Math.sqrt(one.variance / one.n + two.variance / two.n);
  const score = value / standardError;
  return {
    kind: 'difference',
    value,
    standardError,
    ...waldInterval({ value, standardError }, z),
    test: standardError === 0 ? { kind: 'noSpread' } : { kind: 'z', z: score, p: twoSidedP(score) },
  };
}
