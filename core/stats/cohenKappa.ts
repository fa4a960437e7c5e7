import type { CountTable } from './chiSquareTest.ts';
import { twoSidedP } from './normal.ts';
import { z95 } from './normalQuantile.ts';
import type { Interval } from './wilson.ts';

/** How far two judgements are apart: any difference alike, by steps, or by the square of the steps. */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

/** Agreement of two judges beyond chance: 1 is all, 0 is what their habits alone would give, below 0 is less. */
export interface Kappa extends Interval {
  kind: 'kappa';
  n: number;
  value: number;
  /** Share in agreement, and the share expected of two judges who do not look; weighted ones where weights are. */
  observed: number;
  expected: number;
  /** Of the value, behind `low` and `high`; 0 where all agree, so that the interval then says nothing. */
  standardError: number;
  /** Were there no agreement beyond chance, and the test of that. */
  nullStandardError: number;
  z: number;
  p: number;
}

/**
 * Why there is no kappa: nothing was judged; a judge put all into one category, so that it is 0 whatever the other says,
 * or both did; or the table is none.
 */
export interface NoKappa {
  kind: 'noKappa';
  why: 'empty' | 'oneCategory' | 'notSquare' | 'notCounts';
}

/**
 * Cohen's kappa, plain or weighted, of a square table of counts: rows are the first judge's categories, columns the
 * second's in the same order. Large-sample standard errors of Fleiss, Cohen and Everitt (1969), Psychological Bulletin
 * 72, 323-327; `z` is 1.96 for 95 % unless told; ends are not clamped. Assumes judges who did not see each other's
 * answers and things judged that are independent of each other. Low by its nature where nearly all is one category: read
 * the counts beside it. Equals R `vcd::Kappa(table, weights)` and `confint`.
 */
export function cohenKappa(
  table: CountTable,
  weights: KappaWeights = 'unweighted',
  z = z95,
): Kappa | NoKappa {
  const why = whyNone(table);
  if (why) return { kind: 'noKappa', why };
  const size = table.length;
  const n = sumOf(table.map((row) => sumOf(row)));
  const rows = table.map((row) => sumOf(row) / n);
  const columns = rows.map((_, j) => sumOf(table.map((row) => row[j] ?? 0)) / n);
  const weight = (i: number, j: number) => weightOf(weights, Math.abs(i - j), size);
  const over = (of: (i: number, j: number) => number) =>
    sumOf(rows.flatMap((_, i) => columns.map((_, j) => of(i, j))));
  const share = (i: number, j: number) => (table[i]?.[j] ?? 0) / n;
  const chance = (i: number, j: number) => (rows[i] ?? 0) * (columns[j] ?? 0);
  const observed = over((i, j) => weight(i, j) * share(i, j));
  const expected = over((i, j) => weight(i, j) * chance(i, j));
  if ([...rows, ...columns].includes(1)) return { kind: 'noKappa', why: 'oneCategory' };
  const ofRow = rows.map((_, i) => sumOf(columns.map((c, j) => weight(i, j) * c)));
  const ofColumn = columns.map((_, j) => sumOf(rows.map((r, i) => weight(i, j) * r)));
  const both = (i: number, j: number) => (ofRow[i] ?? 0) + (ofColumn[j] ?? 0);
  const left = 1 - expected;
  const value = (observed - expected) / left;
  const spread =
    over((i, j) => share(i, j) * (weight(i, j) * left - both(i, j) * (1 - observed)) ** 2) -
    (observed * expected - 2 * expected + observed) ** 2;
  const standardError = Math.sqrt(Math.max(0, spread) / n) / (left * left);
  const nullSpread = over((i, j) => chance(i, j) * (weight(i, j) - both(i, j)) ** 2) - expected ** 2;
  const nullStandardError = Math.sqrt(nullSpread / n) / left;
  return {
    kind: 'kappa',
    ...{ n, value, observed, expected, standardError, nullStandardError },
    low: value - z * standardError,
    high: value + z * standardError,
    z: value / nullStandardError,
    p: twoSidedP(value / nullStandardError),
  };
}

function whyNone(table: CountTable): NoKappa['why'] | null {
  if (table.some((row) => row.length !== table.length)) return 'notSquare';
  const cells = table.flat();
  if (cells.some((count) => !(count >= 0 && Number.isFinite(count)))) return 'notCounts';
  return sumOf(cells) === 0 ? 'empty' : null;
}

function weightOf(weights: KappaWeights, apart: number, size: number): number {
  if (apart === 0) return 1;
  switch (weights) {
    case 'unweighted':
      return 0;
    case 'linear':
      return 1 - apart / (size - 1);
    case 'quadratic':
      return 1 - (apart / (size - 1)) ** 2;
  }
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
