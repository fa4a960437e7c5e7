/**
 * Bonferroni adjusted p values, in the order given: each times their number, at most 1. Keeps the chance of any false
 * alarm at all below the level, whatever the dependence. Never better than `holm`, only simpler to say.
 * Equals R `p.adjust(p, method = "bonferroni")`.
 */
export function bonferroni(pValues: readonly number[]): number[] {
  return pValues.map((p) => Math.min(1, p * pValues.length));
}
