import type { SegmentColumn, WaveColumns } from '../waves/index.ts';
import { groupsFor, mostCrossBits, type Pair } from './groups.ts';
import { countPacked, scoreBits } from './packedCount.ts';

/** Scores per value of one dimension: `cells[(code << 4) | score]` answers, `score` 0-10. */
export interface OneWayTable {
  name: string;
  values: readonly string[];
  cells: Uint32Array;
}

/** Scores per value of two dimensions: `cells[(((column << rowBits) | row) << 4) | score]` answers, `score` 0-10. */
export interface CrossTable {
  rows: Pick<OneWayTable, 'name' | 'values'>;
  columns: Pick<OneWayTable, 'name' | 'values'>;
  /** Bits of a place that hold the row's code. */
  rowBits: number;
  cells: Uint32Array;
}

/** What is counted of a wave. */
export interface Tables {
  /** One for every dimension, in the order of the wave. */
  oneWay: OneWayTable[];
  /** In the order they were asked for. */
  crosses: CrossTable[];
}

/** The one-way table of every dimension of a wave. */
export function oneWayTables(columns: Pick<WaveColumns, 'score' | 'segments'>): OneWayTable[] {
  return tablesOf(columns, []).oneWay;
}

/**
 * The one-way table of every dimension of a wave and the cross of every pair asked for, by places among the wave's
 * dimensions. The hot path: a million rows by five dimensions and their ten pairs in about four times the time of reading
 * them once (`npm run bench segments`). A pair must fit (`crossFits`): a wider one throws, since its counters would not
 * be bounded.
 *
 * A loop per table spends its time on adding to counters: a counter that was just written must be waited for, and
 * neighbours in a file are often alike. So dimensions share passes and packed tables with a counter for every combination
 * of values and score: one addition a row where there were up to ten, as long as the table fits a cache. The small packed
 * tables are then summed. Widths are powers of two and codes are masked, so that `noSegment` (all ones) lands in the last
 * place by itself and the loop has no branch.
 */
export function tablesOf(
  { score, segments }: Pick<WaveColumns, 'score' | 'segments'>,
  pairs: readonly Pair[],
): Tables {
  const widths = segments.map(({ values }) => bitsFor(values.length));
  const oneWay = segments.map(({ name, values }, at) => ({ name, values, cells: counters(widths[at]) }));
  const crosses = pairs.map((pair) => emptyCross(segments, widths, pair));
  const openPairs = new Map(pairs.map((pair, at) => [pair.join(' '), at]));
  const openSingles = new Set(segments.keys());
  for (const group of groupsFor(widths, pairs, scoreBits, score.length)) {
    const members = group.map((at) => ({ codes: codesOf(segments, at), bits: widths[at] as number }));
    const packed = { cells: countPacked(score, members), places: placesIn(members) };
    group.forEach((at, member) => {
      if (openSingles.delete(at)) sumInto((oneWay[at] as OneWayTable).cells, packed, [member]);
      group.forEach((to, other) => {
        const cross = openPairs.get(`${at} ${to}`);
        if (cross === undefined) return;
        openPairs.delete(`${at} ${to}`);
        sumInto((crosses[cross] as CrossTable).cells, packed, [member, other]);
      });
    });
  }
  return { oneWay, crosses };
}

/** Whether two dictionaries of this length can be crossed: together they must fit 16 bits of places. */
export function crossFits(rows: number, columns: number): boolean {
  return bitsFor(rows) + bitsFor(columns) <= mostCrossBits;
}

/** One place more than there are values: the last is for those without one. */
const bitsFor = (values: number): number => Math.ceil(Math.log2(values + 1));
const counters = (bits = 0): Uint32Array => new Uint32Array(1 << (bits + scoreBits));
const codesOf = (segments: readonly SegmentColumn[], at: number): Uint16Array =>
  (segments[at] as SegmentColumn).codes;

function emptyCross(segments: readonly SegmentColumn[], widths: readonly number[], [a, b]: Pair): CrossTable {
  const [rows, columns] = [segments[a], segments[b]];
  const [rowBits, columnBits] = [widths[a] ?? 0, widths[b] ?? 0];
  if (!rows || !columns || a === b) throw new Error(`there is no cross of dimensions ${a} and ${b}`);
  if (rowBits + columnBits > mostCrossBits)
    throw new Error(`${rows.values.length} x ${columns.values.length} values are too many to cross`);
  return {
    rows: { name: rows.name, values: rows.values },
    columns: { name: columns.name, values: columns.values },
    rowBits,
    cells: counters(rowBits + columnBits),
  };
}

interface Place {
  low: number;
  bits: number;
}

/** Where each member's bits stand in a packed place. */
function placesIn(members: readonly { bits: number }[]): Place[] {
  let low = scoreBits;
  return members.map(({ bits }) => {
    low += bits;
    return { low: low - bits, bits };
  });
}

/** Adds a packed table up over all members but the ones named, which are the table's own, lowest bits first. */
function sumInto(
  table: Uint32Array,
  { cells, places }: { cells: Uint32Array; places: readonly Place[] },
  [first, second]: readonly [number] | readonly [number, number],
): void {
  const a = places[first] as Place;
  const b = second === undefined ? { low: 0, bits: 0 } : (places[second] as Place);
  const [lowA, lowB, maskA, maskB] = [a.low, b.low, (1 << a.bits) - 1, (1 << b.bits) - 1];
  for (let from = 0; from < cells.length; from += 1 << scoreBits) {
    const to = (((from >> lowA) & maskA) | (((from >> lowB) & maskB) << a.bits)) << scoreBits;
    for (let score = 0; score <= 10; score++)
      table[to + score] = (table[to + score] as number) + (cells[from + score] as number);
  }
}

/** Answers per score, 11 long, of the value with this code; for `values.length`, of those without a value. */
export function scoresOf({ cells, values }: OneWayTable, code: number): Uint32Array {
  const place = code < values.length ? code : (cells.length >> scoreBits) - 1;
  return cells.subarray(place << scoreBits, (place << scoreBits) + 11);
}

/** Answers per score, 11 long, of two values together; for a dictionary's length, of those without a value in it. */
export function crossScoresOf(table: CrossTable, row: number, column: number): Uint32Array {
  const { rows, columns, rowBits, cells } = table;
  const [lastRow, lastColumn] = [(1 << rowBits) - 1, (cells.length >> (scoreBits + rowBits)) - 1];
  const place =
    ((column < columns.values.length ? column : lastColumn) << rowBits) |
    (row < rows.values.length ? row : lastRow);
  return cells.subarray(place << scoreBits, (place << scoreBits) + 11);
}
