import type { SegmentColumn, WaveColumns } from '../waves/index.ts';
import { countPacked, scoreBits } from './packedCount.ts';

/** Scores per value of one dimension: `cells[(code << 4) | score]` answers, `score` 0-10. */
export interface OneWayTable {
  name: string;
  values: readonly string[];
  cells: Uint32Array;
}

/** A packed table of 2^13 counters is 32 KiB, the size of a first-level cache. */
const mostBits = 13;
/** Members of a packed table; each number has a loop of its own. */
const mostMembers = 3;

/**
 * The one-way table of every dimension of a wave. The hot path: a million rows by five dimensions in little more than
 * the time of reading them once (`npm run bench segments`).
 *
 * A loop per dimension spends its time on adding to counters: a counter that was just written must be waited for, and
 * neighbours in a file are often alike. So up to three dimensions share one pass and one packed table with a counter for
 * every combination of values and score: one addition a row where there were three, as long as the table fits the cache.
 * The small packed tables are then summed into one-way tables. Widths are powers of two and codes are masked, so that
 * `noSegment` (all ones) lands in the last place by itself and the loop has no branch.
 */
export function oneWayTables({ score, segments }: WaveColumns): OneWayTable[] {
  const tables = segments.map(emptyTable);
  for (const group of packed(tables)) {
    const members = group.map((at) => ({
      codes: (segments[at] as SegmentColumn).codes,
      bits: bitsOf(tables[at] as OneWayTable),
    }));
    const cells = countPacked(score, members);
    let low = scoreBits;
    for (const at of group) {
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

/** Adds a packed table up over all members but the one whose bits start at `low`. */
function sumInto(table: Uint32Array, cells: Uint32Array, low: number): void {
  const mask = (table.length >> scoreBits) - 1;
  for (let at = 0; at < cells.length; at++) {
    const to = (at & 15) | (((at >> low) & mask) << scoreBits);
    table[to] = (table[to] as number) + (cells[at] as number);
  }
}

/** Answers per score, 11 long, of the value with this code; for `values.length`, of those without a value. */
export function scoresOf({ cells, values }: OneWayTable, code: number): Uint32Array {
  const place = code < values.length ? code : (cells.length >> scoreBits) - 1;
  return cells.subarray(place << scoreBits, (place << scoreBits) + 11);
}
