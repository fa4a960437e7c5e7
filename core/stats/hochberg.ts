import { stepUp } from './stepUp.ts';

/**
 * Hochberg's step-up adjusted p values, in the order given: as `holm`, a little sharper, for tests that are independent
 * or positively dependent. Equals R `p.adjust(p, method = "hochberg")`. Hochberg (1988), Biometrika 75, 800-802.
 */
export function hochberg(pValues: readonly number[]): number[] {
  return stepUp(pValues, (rank) => pValues.length + 1 - rank);
}
