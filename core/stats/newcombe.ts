import { z95 } from './normalQuantile.ts';
import { type Interval, wilson } from './wilson.ts';

/**
 * Newcombe's hybrid score interval (method 10) for the difference of two independent proportions, first minus second,
 * in -1..1. `z` is 1.96 for 95 % unless told. Null when either has no trials.
 * Assumes two unrelated samples; the same people asked twice are not. Sound for few trials and at 0 or all.
 * Equals R `DescTools::BinomDiffCI(k1, n1, k2, n2, method = "score")`. Newcombe (1998), Stat. in Medicine 17, 873-890.
 */
export function newcombeDifference(
  successes1: number,
  trials1: number,
  successes2: number,
  trials2: number,
  z = z95,
): Interval | null {
  if (trials1 === 0 || trials2 === 0) return null;
  const [share1, share2] = [successes1 / trials1, successes2 / trials2];
  const first = wilson(successes1, trials1, z);
  const second = wilson(successes2, trials2, z);
  const difference = share1 - share2;
  return {
    low: difference - Math.hypot(share1 - first.low, second.high - share2),
    high: difference + Math.hypot(first.high - share1, share2 - second.low),
  };
}
