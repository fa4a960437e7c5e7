/**
 * Adjusted p values of a step-up procedure, in the order given: from the largest down, each is the least so far of p
 * times `factor(rank)`, rank 1 being the smallest. The one loop behind Benjamini-Hochberg, Benjamini-Yekutieli and
 * Hochberg, which differ in the factor alone.
 */
export function stepUp(pValues: readonly number[], factor: (rank: number) => number): number[] {
  const order = pValues.map((_, i) => i).sort((i, j) => (pValues[j] as number) - (pValues[i] as number));
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  order.forEach((i, fromLargest) => {
    least = Math.min(least, (pValues[i] as number) * factor(pValues.length - fromLargest));
    adjusted[i] = least;
  });
  return adjusted;
}
