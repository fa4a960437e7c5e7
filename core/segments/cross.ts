import { fail, ok, type Result } from '../model/result.ts';
import { answersIn, type BandCounts, bandCountsOf } from '../scores/index.ts';
import { type Cell, readTogether, type Segment, type ValueOf } from './cells.ts';
import { type CrossTable, crossFits, tablesOf } from './count.ts';
import { shownCrossScores } from './fold.ts';
import { type Everyone, everyoneIn } from './map.ts';
import { type ReadColumn, type ReadColumns, valuesOf } from './recode.ts';

/** Cells beyond which a cross is refused: nobody could read it, and few of its cells would have enough answers. */
export const mostCrossCells = 4000;

/** Why two dimensions are not crossed. */
export type CrossRefusal =
  | { kind: 'unknownDimension'; name: string }
  | { kind: 'sameDimension'; name: string }
  /** Too many values to cross: `wide` is the dimension to bin or merge first. */
  | { kind: 'tooWide'; rows: number; columns: number; wide: string; most: number };

/** Every pair of values of two dimensions, tested together. */
export interface CrossMap {
  rows: string;
  columns: string;
  rowValues: readonly string[];
  columnValues: readonly string[];
  everyone: Everyone;
  /** By row, then column, as the values stand. */
  cells: readonly (readonly Segment[])[];
  /** Cells with enough answers to be read: so many were tested together. */
  readable: number;
  /** Answers without a value in one of the two, or both. */
  unknown: number;
}

/** What stands between two names where they are one segment. */
export const crossSign = ' × ';
/** "Tier × Tenure", "Enterprise × First year". */
export const crossName = (one: string, other: string): string => `${one}${crossSign}${other}`;

/**
 * The cross of two dimensions: each pair of values of 30 answers or more is tested against everyone else and against itself
 * in the earlier wave, corrected by Benjamini-Hochberg over all readable cells of the cross, levels and changes apart.
 * Where a person may have several values of a dimension, cells overlap.
 */
export function crossOf(
  columns: ReadColumns,
  names: readonly [rows: string, columns: string],
  earlier?: ReadColumns,
): Result<CrossMap, CrossRefusal> {
  const pair = pairOf(columns, names);
  if (!pair.ok) return pair;
  const everyone = everyoneIn(columns, earlier);
  const now = crossTableOf(columns, pair.value);
  const then = earlier && pairOf(earlier, names);
  const before = earlier && then?.ok ? earlierCross(crossTableOf(earlier, then.value), then.value) : null;
  return ok(crossMapOf(now, pair.value, everyone, before, earlier !== undefined));
}

/** Two columns of one wave, rows first. */
export type ColumnPair = readonly [ReadColumn, ReadColumn];

function pairOf(
  { segments }: ReadColumns,
  [rows, columns]: readonly [string, string],
): Result<ColumnPair, CrossRefusal> {
  if (rows === columns) return fail({ kind: 'sameDimension', name: rows });
  const found = [rows, columns].map((name) => segments.find((c) => c.name === name && !c.made));
  const [a, b] = found;
  if (!a || !b) return fail({ kind: 'unknownDimension', name: a ? columns : rows });
  const [height, width] = [valuesOf(a).length, valuesOf(b).length];
  if (!canCross(a, b)) {
    const wide = height >= width ? rows : columns;
    return fail({ kind: 'tooWide', rows: height, columns: width, wide, most: mostCrossCells });
  }
  return ok([a, b]);
}

/** Whether the cross of two dimensions can be counted in bounded memory and read by a person. */
export function canCross(a: ReadColumn, b: ReadColumn): boolean {
  return (
    valuesOf(a).length * valuesOf(b).length <= mostCrossCells && crossFits(a.values.length, b.values.length)
  );
}

function crossTableOf({ score }: ReadColumns, pair: ColumnPair): CrossTable {
  return tablesOf({ score, segments: pair }, [[0, 1]]).crosses[0] as CrossTable;
}

function crossMapOf(
  table: CrossTable,
  pair: ColumnPair,
  everyone: Everyone,
  before: ((row: string, column: string) => BandCounts | null) | null,
  hasEarlierWave: boolean,
): CrossMap {
  const [rowValues, columnValues] = pair.map(valuesOf) as [readonly string[], readonly string[]];
  const cells = crossCells(table, pair, before).flat();
  const read = readTogether(cells, everyone.counts, hasEarlierWave);
  const width = columnValues.length;
  return {
    rows: pair[0].name,
    columns: pair[1].name,
    rowValues,
    columnValues,
    everyone,
    cells: rowValues.map((_, row) => read.slice(row * width, (row + 1) * width)),
    readable: read.filter(({ reading }) => reading.kind === 'read').length,
    unknown: unknownIn(table),
  };
}

/** The cells of a counted cross before they are read, by row. */
export function crossCells(
  table: CrossTable,
  pair: ColumnPair,
  before: ((row: string, column: string) => BandCounts | null) | null,
): Cell[][] {
  const [rows, columns] = pair;
  const scores = shownCrossScores(table, rows, columns);
  const dimension = crossName(rows.name, columns.name);
  return valuesOf(rows).map((row, r) =>
    valuesOf(columns).map((column, c): Cell => {
      const crossed: readonly [ValueOf, ValueOf] = [
        { dimension: rows.name, value: row },
        { dimension: columns.name, value: column },
      ];
      const now = bandCountsOf(scores(r, c));
      return {
        dimension,
        value: crossName(row, column),
        crossed,
        now,
        before: before?.(row, column) ?? null,
      };
    }),
  );
}

/** Counts of two values together in the earlier wave, by name; null where one of them was not there. */
export function earlierCross(
  table: CrossTable,
  [rows, columns]: ColumnPair,
): (row: string, column: string) => BandCounts | null {
  const scores = shownCrossScores(table, rows, columns);
  const [inRows, inColumns] = [rows, columns].map((c) => new Map(valuesOf(c).map((v, at) => [v, at])));
  return (row, column) => {
    const [r, c] = [inRows?.get(row), inColumns?.get(column)];
    return r === undefined || c === undefined ? null : bandCountsOf(scores(r, c));
  };
}

function unknownIn({ rows, columns, rowBits, cells }: CrossTable): number {
  const mask = (1 << rowBits) - 1;
  let unknown = 0;
  for (let at = 0; at < cells.length; at += 16) {
    const place = at >> 4;
    if ((place & mask) < rows.values.length && place >> rowBits < columns.values.length) continue;
    unknown += answersIn(bandCountsOf(cells.subarray(at, at + 11)));
  }
  return unknown;
}
