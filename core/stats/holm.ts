/**
 * Holm's step-down adjusted p values, in the order given: the chance of any false alarm at all stays below the level,
 * whatever the dependence. For a handful of claims each of which must stand; for screening many take
 * `benjaminiHochberg`. Equals R `p.adjust(p, method = "holm")`. Holm (1979), Scandinavian J. of Statistics 6, 65-70.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((i, j) => (pValues[i] as number) - (pValues[j] as number));
  const adjusted = new Array<number>(pValues.length);
  let most = 0;
  order.forEach((i, rank) => {
    most = Math.max(most, Math.min(1, (pValues[i] as number) * (pValues.length - rank)));
    adjusted[i] = most;
  });
  return adjusted;
}
