import { type NetShareDifference, waldInterval } from './netShare.ts';
import { twoSidedP } from './normal.ts';
import { z95 } from './normalQuantile.ts';
import { outcomes, pairsIn, type Transitions } from './transitions.ts';
import type { NoTrials } from './twoProportions.ts';

/**
 * Difference of two net shares of the SAME trials, second minus first: the mean of the differences within pairs (-2 to
 * 2), its standard error, normal interval and z test. A test of marginal homogeneity, McNemar's for two outcomes.
 * As it stands this is the Wald test, too sure below about 50 pairs and without any answer when nobody changed; on
 * `withPseudoPairs` of the table it is the adjusted one, which few pairs need. Assumes pairs independent of each other;
 * not for unrelated samples (`netShareDifference`) and not for the few who answered both among many who did not
 * (`overlappingNetShares`). Equals R `d <- second - first; mean(d); sqrt(mean((d - mean(d))^2) / length(d))`.
 */
export function pairedNetShare(transitions: Transitions, z = z95): NetShareDifference | NoTrials {
  const n = pairsIn(transitions);
  if (n === 0) return { kind: 'noTrials' };
  let [sum, squares] = [0, 0];
  for (const [from, x] of outcomes)
    for (const [to, y] of outcomes) {
      sum += (y - x) * transitions[from][to];
      squares += (y - x) ** 2 * transitions[from][to];
    }
  const value = sum / n;
  const standardError = Math.sqrt(Math.max(0, squares / n - value * value) / n);
  const score = value / standardError;
  return {
    kind: 'difference',
    value,
    standardError,
    ...waldInterval({ value, standardError }, z),
    test: standardError === 0 ? { kind: 'noSpread' } : { kind: 'z', z: score, p: twoSidedP(score) },
  };
}
