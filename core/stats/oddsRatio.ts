import type { TwoByTwo } from './fisherExact.ts';
import { z95 } from './normalQuantile.ts';
import type { Interval } from './wilson.ts';

/** How many times the odds of yes in the first row are those in the second. */
export interface OddsRatio extends Interval {
  kind: 'oddsRatio';
  value: number;
}

/** A cell is 0: the plain odds ratio is 0 or without end and has no such interval. */
export interface EmptyCell {
  kind: 'emptyCell';
  /** 0 or Infinity; null where neither is meant, 0 over 0. */
  value: number | null;
}

/**
 * Sample odds ratio with Woolf's logit interval. Assumes independent trials and no small cell; for those take
 * `haldaneOddsRatio`, or the exact one of `fisherExact`. In R: `a * d / (b * c)` and
 * `exp(log(or) + c(-1, 1) * qnorm(.975) * sqrt(sum(1 / table)))`. Woolf (1955), Annals of Human Genetics 19, 251-253.
 */
export function oddsRatio([[a, b], [c, d]]: TwoByTwo, z = z95): OddsRatio | EmptyCell {
  const value = (a * d) / (b * c);
  if (a * b * c * d === 0) return { kind: 'emptyCell', value: Number.isNaN(value) ? null : value };
  const reach = Math.exp(z * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d));
  return { kind: 'oddsRatio', value, low: value / reach, high: value * reach };
}

/**
 * Odds ratio after adding a half to every cell (Haldane 1956, Anscombe 1956): less biased, and there also where a cell
 * is empty. Otherwise as `oddsRatio`. In R: the same on `table + 0.5`.
 */
export function haldaneOddsRatio([[a, b], [c, d]]: TwoByTwo, z = z95): OddsRatio | EmptyCell {
  return oddsRatio(
    [
      [a + 0.5, b + 0.5],
      [c + 0.5, d + 0.5],
    ],
    z,
  );
}
