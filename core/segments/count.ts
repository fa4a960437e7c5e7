import { noScore, type SegmentColumn, type WaveColumns } from '../waves/index.ts';

/** Scores per value of one dimension: `cells[(code << 4) | score]` answers, `score` 0-10. */
export interface OneWayTable {
  name: string;
  values: readonly string[];
  cells: Uint32Array;
}

/** Bits of a cell's place that hold the score: 0-10, and 15 for `noScore`, whose low four bits are all ones. */
const scoreBits = 4;
const scoreMask = noScore & 15;
/** A packed table of 2^13 counters is 32 KiB, the size of a first-level cache. */
const mostBits = 13;
/** Members of a packed table; each number has a loop of its own below. */
const mostMembers = 3;

/**
 * The one-way table of every dimension of a wave. The hot path: a million rows by five dimensions in about twice the time
 * of merely reading them (`npm run bench segments`).
 *
 * A loop per dimension spends its time on adding to counters: a counter that was just written must be waited for, and
 * neighbours in a file are often alike. So up to three dimensions share one pass and one packed table with a counter for
 * every combination of values and score: one addition a row where there were three, as long as the table fits the cache.
 * The small packed tables are then summed into one-way tables. Widths are powers of two and codes are masked, so that
 * `noSegment` (all ones) lands in the last place by itself and the loop has no branch.
 */
export function oneWayTables(columns: WaveColumns): OneWayTable[] {
  const tables = columns.segments.map(emptyTable);
  for (const members of packed(tables)) {
    const cells = countPacked(columns, members);
    let low = scoreBits;
    for (const at of members) {
      const table = tables[at] as OneWayTable;
      sumInto(table.cells, cells, low);
      low += bitsOf(table);
    }
  }
  return tables;
}

function emptyTable({ name, values }: SegmentColumn): OneWayTable {
  // One place more than there are values: the last is for those without one.
  const bits = Math.ceil(Math.log2(values.length + 1));
  return { name, values, cells: new Uint32Array(1 << (bits + scoreBits)) };
}

function bitsOf({ cells }: OneWayTable): number {
  return Math.log2(cells.length) - scoreBits;
}

/** Groups dimensions whose packed table stays small; widest first, each into the first group with room. */
function packed(tables: readonly OneWayTable[]): number[][] {
  const groups: { bits: number; members: number[] }[] = [];
  const bits = tables.map(bitsOf);
  const widestFirst = tables.map((_, at) => at).sort((a, b) => (bits[b] as number) - (bits[a] as number));
  for (const at of widestFirst) {
    const width = bits[at] as number;
    const room = groups.find((g) => g.members.length < mostMembers && g.bits + width <= mostBits);
    if (room) {
      room.members.push(at);
      room.bits += width;
    } else groups.push({ bits: scoreBits + width, members: [at] });
  }
  return groups.map((group) => group.members);
}

function countPacked({ score, segments }: WaveColumns, members: readonly number[]): Uint32Array {
  const [a, b, c] = members.map((at) => segments[at]?.codes);
  const [wa = 0, wb = 0, wc = 0] = members.map((at) =>
    Math.ceil(Math.log2((segments[at]?.values.length ?? 0) + 1)),
  );
  const cells = new Uint32Array(1 << (scoreBits + wa + wb + wc));
  if (a && b && c) countThree(cells, score, a, b, c, wa, wb, wc);
  else if (a && b) countTwo(cells, score, a, b, wa, wb);
  else if (a) countOne(cells, score, a, wa);
  return cells;
}

// Three loops written out, since a loop over members inside the loop over rows takes about three times as long.
function countOne(cells: Uint32Array, score: Uint8Array, a: Uint16Array, wa: number): void {
  const ma = (1 << wa) - 1;
  for (let row = 0; row < score.length; row++) {
    const at = ((score[row] as number) & scoreMask) | (((a[row] as number) & ma) << scoreBits);
    cells[at] = (cells[at] as number) + 1;
  }
}

function countTwo(
  cells: Uint32Array,
  score: Uint8Array,
  a: Uint16Array,
  b: Uint16Array,
  wa: number,
  wb: number,
): void {
  const [ma, mb, sb] = [(1 << wa) - 1, (1 << wb) - 1, scoreBits + wa];
  for (let row = 0; row < score.length; row++) {
    const at =
      ((score[row] as number) & scoreMask) |
      (((a[row] as number) & ma) << scoreBits) |
      (((b[row] as number) & mb) << sb);
    cells[at] = (cells[at] as number) + 1;
  }
}

function countThree(
  cells: Uint32Array,
  score: Uint8Array,
  a: Uint16Array,
  b: Uint16Array,
  c: Uint16Array,
  wa: number,
  wb: number,
  wc: number,
): void {
  const [ma, mb, mc] = [(1 << wa) - 1, (1 << wb) - 1, (1 << wc) - 1];
  const [sb, sc] = [scoreBits + wa, scoreBits + wa + wb];
  for (let row = 0; row < score.length; row++) {
    const at =
      ((score[row] as number) & scoreMask) |
      (((a[row] as number) & ma) << scoreBits) |
      (((b[row] as number) & mb) << sb) |
      (((c[row] as number) & mc) << sc);
    cells[at] = (cells[at] as number) + 1;
  }
}

/** Adds a packed table up over all members but the one whose bits start at `low`. */
function sumInto(table: Uint32Array, cells: Uint32Array, low: number): void {
  const mask = (table.length >> scoreBits) - 1;
  for (let at = 0; at < cells.length; at++) {
    const to = (at & scoreMask) | (((at >> low) & mask) << scoreBits);
    table[to] = (table[to] as number) + (cells[at] as number);
  }
}

/** Answers per score, 11 long, of the value with this code; for `values.length`, of those without a value. */
export function scoresOf({ cells, values }: OneWayTable, code: number): Uint32Array {
  const place = code < values.length ? code : (cells.length >> scoreBits) - 1;
  return cells.subarray(place << scoreBits, (place << scoreBits) + 11);
}
