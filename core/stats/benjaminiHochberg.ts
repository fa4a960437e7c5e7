/**
 * Benjamini-Hochberg adjusted p values, in the order given: at or below q means that among all called at q, at most the
 * share q is expected to be false. Assumes tests that are independent or positively dependent; for any other dependence
 * use Benjamini-Yekutieli. Not for a single test asked in advance, which needs no adjusting.
 * Equals R `p.adjust(p, method = "BH")`. Benjamini and Hochberg (1995), J. R. Stat. Soc. B 57, 289-300.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((i, j) => (pValues[j] as number) - (pValues[i] as number));
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  order.forEach((i, fromLargest) => {
    const rank = pValues.length - fromLargest;
    least = Math.min(least, (pValues[i] as number) * (pValues.length / rank));
    adjusted[i] = least;
  });
  return adjusted;
}
