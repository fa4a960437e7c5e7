import { newcombeDifference } from './newcombe.ts';
import { twoSidedP } from './normal.ts';
import { z95 } from './normalQuantile.ts';
import type { NoSpread, NoTrials, ZTest } from './twoProportions.ts';
import { type Interval, wilson } from './wilson.ts';

/** How a yes/no answer of the same people went, first by second. */
export interface YesNoPairs {
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
}

/** Successes among all trials of a sample. */
export interface ShareCounts {
  successes: number;
  trials: number;
}

/** A difference of two shares, second minus first, in -1..1. */
export interface SharesDifference extends Interval {
  kind: 'shares';
  value: number;
  test: ZTest | NoSpread;
}

/**
 * Pearson's phi of a 2 x 2 table, -1 to 1: the correlation of two yes/no answers; null where one of them never varies.
 * Equals R `cor(x, y)` for answers of 0 and 1, and for the table of them the signed root of chi-square over n.
 */
export function phi({ both, onlyFirst, onlySecond, neither }: YesNoPairs): number | null {
  const margins = [both + onlyFirst, onlySecond + neither, both + onlySecond, onlyFirst + neither];
  const spread = Math.sqrt(margins.reduce((product, margin) => product * margin, 1));
  return spread === 0 ? null : (both * neither - onlyFirst * onlySecond) / spread;
}

/**
 * Difference of the shares of two samples that partly hold the same people, second minus first; `first` and `second`
 * count all of either, `pairs` those in both. Interval: Newcombe's square-and-add of two Wilson intervals with the
 * correlation of the two shares, phi x pairs / sqrt(n1 n2) (Newcombe 1998, Stat. in Medicine 17, 2635-2650, method 8;
 * Zou and Donner 2008 for any correlation). Test: the pooled z with that covariance (Derrick et al. 2015, J. Mod. Appl.
 * Stat. Methods 14(1)). Without pairs these are `newcombeDifference` and `twoProportionsTest`. With nothing but pairs
 * use `mcNemar` for the test. Assumes that who answered twice is not a matter of how they answered.
 */
export function overlappingShares(
  first: ShareCounts,
  second: ShareCounts,
  pairs: YesNoPairs,
  z = z95,
): SharesDifference | NoTrials {
  const [n1, n2] = [first.trials, second.trials];
  if (n1 === 0 || n2 === 0) return { kind: 'noTrials' };
  const [p1, p2] = [first.successes / n1, second.successes / n2];
  const shared = pairs.both + pairs.onlyFirst + pairs.onlySecond + pairs.neither;
  const correlation = ((phi(pairs) ?? 0) * shared) / Math.sqrt(n1 * n2);
  const value = p2 - p1;
  const pooled = (first.successes + second.successes) / (n1 + n2);
  const inverse = 1 / n1 + 1 / n2 - (2 * correlation) / Math.sqrt(n1 * n2);
  // All the same people and every one alike twice: below the last figure nothing is left.
  const variance = inverse > 1e-14 / Math.max(n1, n2) ? pooled * (1 - pooled) * inverse : 0;
  const score = value / Math.sqrt(variance);
  return {
    kind: 'shares',
    value,
    ...squareAndAdd(first, second, correlation, z),
    test: variance === 0 ? { kind: 'noSpread' } : { kind: 'z', z: score, p: twoSidedP(score) },
  };
}

function squareAndAdd(first: ShareCounts, second: ShareCounts, correlation: number, z: number): Interval {
  if (correlation === 0) {
    const plain = newcombeDifference(second.successes, second.trials, first.successes, first.trials, z);
    if (plain) return plain;
  }
  const [one, two] = [wilson(first.successes, first.trials, z), wilson(second.successes, second.trials, z)];
  const [p1, p2] = [first.successes / first.trials, second.successes / second.trials];
  const reach = (a: number, b: number) => Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
  return {
    low: p2 - p1 - reach(p2 - two.low, one.high - p1),
    high: p2 - p1 + reach(two.high - p2, p1 - one.low),
  };
}
