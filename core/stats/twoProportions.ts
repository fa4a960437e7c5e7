import { twoSidedP } from './normal.ts';

/** A z statistic with its two-sided p value. */
export interface ZTest {
  kind: 'z';
  z: number;
  p: number;
}

/** There is nothing to test: everything counted is alike, so that no spread is left to judge a difference by. */
export interface NoSpread {
  kind: 'noSpread';
}

/** A sample without any trial. */
export interface NoTrials {
  kind: 'noTrials';
}

/**
 * Two-sample z test for equal proportions with pooled variance, no continuity correction; the difference is first minus
 * second. Assumes independent samples large enough for the normal: about 5 successes and 5 failures expected in each;
 * for fewer use Fisher's exact test. `z` squared is Pearson's chi-square.
 * Equals R `prop.test(c(k1, k2), c(n1, n2), correct = FALSE)$p.value`.
 */
export function twoProportionsTest(
  successes1: number,
  trials1: number,
  successes2: number,
  trials2: number,
): ZTest | NoSpread | NoTrials {
  if (trials1 === 0 || trials2 === 0) return { kind: 'noTrials' };
  const pooled = (successes1 + successes2) / (trials1 + trials2);
  const variance = pooled * (1 - pooled) * (1 / trials1 + 1 / trials2);
  if (variance === 0) return { kind: 'noSpread' };
  const z = (successes1 / trials1 - successes2 / trials2) / Math.sqrt(variance);
  return { kind: 'z', z, p: twoSidedP(z) };
}
