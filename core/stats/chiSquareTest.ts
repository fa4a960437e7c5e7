import { chiSquareTail } from './chiSquare.ts';

/** Counts in rows and columns, as many in every row. */
export type CountTable = readonly (readonly number[])[];

/** Pearson's test of a table. */
export interface ChiSquareTest {
  kind: 'chiSquare';
  n: number;
  chiSquare: number;
  df: number;
  p: number;
  /** Counts expected if rows and columns had nothing to do with each other, in the shape of the table. */
  expected: readonly (readonly number[])[];
  /** Pearson residuals: (count - expected) / sqrt(expected). */
  residuals: readonly (readonly number[])[];
  /** Standardised residuals, about normal: a cell beyond 2 or -2 stands out. */
  adjustedResiduals: readonly (readonly number[])[];
  /** Strength of the association, 0 to 1. */
  cramersV: number;
  leastExpected: number;
  /** More than a fifth of the cells expect under 5, or one under 1: rather use Fisher's exact test (Cochran 1954). */
  isSmall: boolean;
}

/** A row or a column without any count, fewer than two rows or columns, or rows of unequal length. */
export interface NoTable {
  kind: 'noTable';
  why: 'tooFewRowsOrColumns' | 'emptyRowOrColumn' | 'ragged';
}

/**
 * Pearson's chi-square test that the rows and columns of a table of counts are independent, without continuity
 * correction. Assumes that every count is another independent trial; not for pairs or repeated answers, and not for
 * small expected counts (`isSmall`). Equals R `chisq.test(table, correct = FALSE)`; Cramer's V `sqrt(chisq / n / k)`
 * with k one less than the fewer of rows and columns.
 */
export function chiSquareTest(table: CountTable): ChiSquareTest | NoTable {
  const why = whyNot(table);
  if (why) return { kind: 'noTable', why };
  const { rows, columns, n } = marginsOf(table);
  const expected = rows.map((row) => columns.map((column) => (row * column) / n));
  const over = (of: (count: number, e: number, r: number, c: number) => number) =>
    table.map((row, r) => row.map((count, c) => of(count, expected[r]?.[c] ?? 0, r, c)));
  const share = (totals: readonly number[], at: number) => (totals[at] ?? 0) / n;
  const chiSquare = over((count, e) => (count - e) ** 2 / e)
    .flat()
    .reduce((sum, term) => sum + term, 0);
  const df = (rows.length - 1) * (columns.length - 1);
  const flat = expected.flat();
  return {
    kind: 'chiSquare',
    n,
    chiSquare,
    df,
    p: chiSquareTail(chiSquare, df),
    expected,
    residuals: over((count, e) => (count - e) / Math.sqrt(e)),
    adjustedResiduals: over(
      (count, e, r, c) => (count - e) / Math.sqrt(e * (1 - share(rows, r)) * (1 - share(columns, c))),
    ),
    cramersV: Math.sqrt(chiSquare / n / (Math.min(rows.length, columns.length) - 1)),
    leastExpected: Math.min(...flat),
    isSmall: flat.some((e) => e < 1) || flat.filter((e) => e < 5).length > flat.length / 5,
  };
}

/** Sums of a table's rows and columns, and of all. */
export function marginsOf(table: CountTable): { rows: number[]; columns: number[]; n: number } {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = (table[0] ?? []).map((_, c) => table.reduce((sum, row) => sum + (row[c] ?? 0), 0));
  return { rows, columns, n: rows.reduce((sum, row) => sum + row, 0) };
}

/** Why a table can be tested by nothing; null when it can. */
export function whyNot(table: CountTable): NoTable['why'] | null {
  const width = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== width)) return 'ragged';
  if (table.length < 2 || width < 2) return 'tooFewRowsOrColumns';
  const { rows, columns } = marginsOf(table);
  return [...rows, ...columns].some((total) => total === 0) ? 'emptyRowOrColumn' : null;
}
