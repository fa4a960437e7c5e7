import { rootOf } from './rootOf.ts';
import { logHypergeometricDensity } from './saddlePoint.ts';

/** A 2 x 2 table: rows are groups, columns yes and no. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

/** Fisher's exact test of a 2 x 2 table. */
export interface FisherExact {
  kind: 'fisher';
  /** Two-sided: all tables as likely as the one seen, or less. */
  p: number;
  /** One-sided: yes is rarer, or commoner, in the first row. */
  pLess: number;
  pGreater: number;
  /** Conditional maximum likelihood, 0 to Infinity; Infinity means "no end can be given". */
  oddsRatio: number;
  low: number;
  high: number;
}

/** Nothing was counted. */
export interface NothingToTest {
  kind: 'nothingToTest';
}

/** More tables than can be gone through. */
export interface TooLarge {
  kind: 'tooLarge';
  most: number;
}

/** What may be asked differently of the exact test. */
export interface FisherOptions {
  /** Of the interval; 0.95 unless told. */
  confidence?: number;
  /** How exactly odds ratio and interval are found; `rootToleranceOfR` gives R's own figures, which are less exact. */
  tolerance?: number;
}

const mostTables = 200_000;

/**
 * Fisher's exact test, the conditional maximum likelihood odds ratio and its exact interval. Holds for any counts; for
 * large ones the z test of two shares says the same at once. Assumes independent trials, and conditions on both margins:
 * with few counts it is on the careful side. Not for pairs (`mcNemar`). The interval may hold 1 where p is below .05, or
 * the reverse, as the two are made differently. With an empty row or column p is 1 and the interval 0 to Infinity. Equals R `fisher.test(table)`. Fisher (1935), J. R. Stat. Soc. 98, 39-82.
 */
export function fisherExact(
  [[a, b], [c, d]]: TwoByTwo,
  { confidence = 0.95, tolerance }: FisherOptions = {},
): FisherExact | NothingToTest | TooLarge {
  const [marked, unmarked, sample] = [a + c, b + d, a + b];
  if (marked + unmarked === 0) return { kind: 'nothingToTest' };
  const least = Math.max(0, sample - unmarked);
  const most = Math.min(sample, marked);
  if (most - least >= mostTables) return { kind: 'tooLarge', most: mostTables };
  const logs = Float64Array.from({ length: most - least + 1 }, (_, i) =>
    logHypergeometricDensity(least + i, marked, unmarked, sample),
  );
  const chances = new Noncentral(logs, least);
  const seen = a - least;
  const central = chances.at(1);
  const limit = (central[seen] ?? 0) * (1 + 1e-7);
  const alpha = (1 - confidence) / 2;
  return {
    kind: 'fisher',
    p: Math.min(
      1,
      sumOf(central, (chance) => chance <= limit),
    ),
    pLess: Math.min(
      1,
      sumOf(central, (_, i) => i <= seen),
    ),
    pGreater: Math.min(
      1,
      sumOf(central, (_, i) => i >= seen),
    ),
    oddsRatio:
      a === least ? 0 : a === most ? Infinity : ratioWhere((ratio) => chances.mean(ratio) - a, tolerance),
    low: a === least ? 0 : ratioWhere((ratio) => chances.above(seen, ratio) - alpha, tolerance),
    high: a === most ? Infinity : ratioWhere((ratio) => alpha - chances.below(seen, ratio), tolerance),
  };
}

/** Fisher's noncentral hypergeometric distribution: the chance of each possible first cell under an odds ratio. */
class Noncentral {
  private readonly logs: Float64Array;
  private readonly least: number;
  constructor(logs: Float64Array, least: number) {
    this.logs = logs;
    this.least = least;
  }

  at(ratio: number): Float64Array {
    const shift = Math.log(ratio);
    const raised = this.logs.map((log, i) => log + shift * (this.least + i));
    const top = raised.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
    const terms = raised.map((log) => Math.exp(log - top));
    const all = terms.reduce((sum, term) => sum + term, 0);
    return terms.map((term) => term / all);
  }

  mean(ratio: number): number {
    if (ratio === 0) return this.least;
    if (ratio === Infinity) return this.least + this.logs.length - 1;
    return this.at(ratio).reduce((sum, chance, i) => sum + chance * (this.least + i), 0);
  }

  below(seen: number, ratio: number): number {
    if (ratio === 0) return 1;
    if (ratio === Infinity) return seen === this.logs.length - 1 ? 1 : 0;
    return sumOf(this.at(ratio), (_, i) => i <= seen);
  }

  above(seen: number, ratio: number): number {
    if (ratio === 0) return seen === 0 ? 1 : 0;
    if (ratio === Infinity) return 1;
    return sumOf(this.at(ratio), (_, i) => i >= seen);
  }
}

function sumOf(chances: Float64Array, counts: (chance: number, i: number) => boolean): number {
  return chances.reduce((sum, chance, i) => (counts(chance, i) ? sum + chance : sum), 0);
}

/** The odds ratio at which a function that rises with it crosses 0: sought in 0 to 1, or as the inverse of one there. */
function ratioWhere(rises: (ratio: number) => number, tolerance: number | undefined): number {
  const atOne = rises(1);
  if (atOne === 0) return 1;
  if (atOne > 0) return rootOf(rises, 0, 1, tolerance);
  return 1 / rootOf((t) => rises(1 / t), Number.EPSILON, 1, tolerance);
}
