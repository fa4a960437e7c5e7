import { stepUp } from './stepUp.ts';

/**
 * Benjamini-Hochberg adjusted p values, in the order given: at or below q means that among all called at q, at most the
 * share q is expected to be false. Assumes tests that are independent or positively dependent; for any other dependence
 * use Benjamini-Yekutieli. Not for a single test asked in advance, which needs no adjusting.
 * Equals R `p.adjust(p, method = "BH")`. Benjamini and Hochberg (1995), J. R. Stat. Soc. B 57, 289-300.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  return stepUp(pValues, (rank) => pValues.length / rank);
}
