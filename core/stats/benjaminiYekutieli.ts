import { stepUp } from './stepUp.ts';

/**
 * Benjamini-Yekutieli adjusted p values, in the order given: the share of false findings stays below the level under any
 * dependence of the tests, at the price of a factor 1 + 1/2 + ... + 1/m. Where tests do not oppose each other,
 * `benjaminiHochberg` is right and sharper. Equals R `p.adjust(p, method = "BY")`. Benjamini and Yekutieli (2001),
 * Annals of Statistics 29, 1165-1188.
 */
export function benjaminiYekutieli(pValues: readonly number[]): number[] {
  const m = pValues.length;
  const price = pValues.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
  return stepUp(pValues, (rank) => price * (m / rank));
}
