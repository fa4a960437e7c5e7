import { type CrossTable, crossScoresOf, type OneWayTable, scoresOf } from './count.ts';
import { type ReadColumn, valuesOf } from './recode.ts';

/** Answers per score, 11 long, of a value as it is shown; for the number of values, of those without one. */
export type ScoresOf = (value: number) => ArrayLike<number>;

/**
 * Reads a one-way table by the values shown. Where people have several values the table was counted by combination, which
 * costs nothing a row; each value then has everybody whose combination holds it.
 */
export function shownScores(table: OneWayTable, column: ReadColumn): ScoresOf {
  const { parts } = column;
  if (!parts) return (value) => scoresOf(table, value);
  const holders = holdersOf(column);
  return (value) =>
    value >= parts.values.length
      ? scoresOf(table, table.values.length)
      : sumOf((holders[value] ?? []).map((code) => scoresOf(table, code)));
}

/** Reads a cross by the values shown, rows first. */
export function shownCrossScores(
  table: CrossTable,
  rows: ReadColumn,
  columns: ReadColumn,
): (row: number, column: number) => ArrayLike<number> {
  if (!rows.parts && !columns.parts) return (row, column) => crossScoresOf(table, row, column);
  const [inRow, inColumn] = [codesFor(rows), codesFor(columns)];
  return (row, column) =>
    sumOf(inRow(row).flatMap((r) => inColumn(column).map((c) => crossScoresOf(table, r, c))));
}

/** The codes a shown value stands for; beyond the last value, the code of those without one. */
function codesFor(column: ReadColumn): (value: number) => readonly number[] {
  if (!column.parts) return (value) => [value];
  const holders = holdersOf(column);
  return (value) => holders[value] ?? [column.values.length];
}

/** By value, the codes of the combinations that hold it. */
function holdersOf({ parts }: ReadColumn): number[][] {
  const holders = (parts?.values ?? []).map((): number[] => []);
  parts?.of.forEach((of, code) => {
    for (const value of of) holders[value]?.push(code);
  });
  return holders;
}

function sumOf(histograms: readonly ArrayLike<number>[]): Float64Array {
  const sum = new Float64Array(11);
  for (const scores of histograms)
    for (let score = 0; score < 11; score++) sum[score] = (sum[score] as number) + (scores[score] ?? 0);
  return sum;
}

/** Whether the values of a dimension exclude each other, so that they add up to everyone who has any. */
export const isPartition = (column: ReadColumn): boolean => !column.parts || valuesOf(column).length < 2;
