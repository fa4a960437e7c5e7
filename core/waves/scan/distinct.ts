import { decode } from './decode.ts';
import type { RowReader } from './rows.ts';

const spaceByte = 32;
/** Words of one place: length in bytes doubled, and 1 where quotes are doubled; four of the value's own; where it stands, its code, how often it came. */
const width = 8;
/** So many bytes are exactly said by four words and a length. */
const short = 16;

/**
 * Numbers the different values of a column in the order of their first appearance, without decoding any cell twice.
 * Cells are compared trimmed, byte for byte. Code 0 is the empty cell.
 *
 * The hot path of recognising and building: what cells hold is as good as random, so that every loop or branch over their
 * bytes would be mispredicted. A cell is read as four words, which overlap where it is shorter than 16 bytes; with its
 * length they say exactly what it is. They stand in the hash table itself, with all else that is known of a value: of
 * twenty thousand companies the next is in no near cache, and is then waited for once. Only of longer cells the middle is
 * compared where it stands.
 */
export class DistinctCells {
  private readonly texts: (string | undefined)[] = [''];
  private table = new Int32Array(128 * width);
  /** Where each code stands in the table. */
  private places = new Int32Array(64);
  private empties = 0;
  private used = 0;
  private readonly reader: RowReader;
  private readonly limit: number;

  constructor(reader: RowReader, limit: number) {
    this.reader = reader;
    this.limit = limit;
  }

  /** Different values so far, the empty one not counted. */
  get size(): number {
    return this.used;
  }

  /** How often a code came. */
  countOf(code: number): number {
    return code === 0 ? this.empties : this.table[this.places[code]! + 7]!;
  }

  /** The code of a cell of the reader's current row, or -1 for a new value beyond the limit. */
  codeOf(cell: number): number {
    const { reader } = this;
    if (cell >= reader.count) return this.empty();
    const { bytes, view } = reader;
    let from = reader.starts[cell]!;
    let to = reader.ends[cell]!;
    while (from < to && bytes[from]! <= spaceByte) from++;
    while (to > from && bytes[to - 1]! <= spaceByte) to--;
    const length = to - from;
    if (length === 0) return this.empty();
    let w0 = 0;
    let w1 = 0;
    let w2 = 0;
    let w3 = 0;
    if (length < 4) w0 = bytes[from]! | (bytes[from + (length >> 1)]! << 8) | (bytes[to - 1]! << 16);
    else {
      const end = length - 4;
      w0 = view.getInt32(from, true);
      w1 = view.getInt32(from + Math.min(4, end), true);
      w2 = view.getInt32(from + Math.min(8, end), true);
      w3 = view.getInt32(from + end, true);
    }
    const about = (length << 1) | reader.doubled[cell]!;
    const { table } = this;
    const last = table.length - width;
    for (let at = this.firstPlace(about, w0, w1, w2, w3, from) & last; ; at = (at + width) & last) {
      const there = table[at]!;
      if (there === 0) return this.add(at, [about, w0, w1, w2, w3, from]);
      if (there !== about || table[at + 1] !== w0 || table[at + 4] !== w3) continue;
      if (table[at + 2] !== w1 || table[at + 3] !== w2) continue;
      if (length > short && !this.isSameMiddle(table[at + 5]!, from, to)) continue;
      table[at + 7]!++;
      return table[at + 6]!;
    }
  }

  text(code: number): string {
    const cached = this.texts[code];
    if (cached !== undefined) return cached;
    const { reader, table } = this;
    const at = this.places[code]!;
    const about = table[at]!;
    const from = table[at + 5]! >>> 0;
    const raw = decode(reader.bytes, from, from + (about >>> 1), reader.utf8);
    const text = ((about & 1) === 0 ? raw : reader.undoubled(raw)).trim();
    this.texts[code] = text;
    return text;
  }

  private empty(): number {
    this.empties++;
    return 0;
  }

  /** A hash of a value, in steps of a place's eight words; the table's size cuts it. */
  private firstPlace(about: number, w0: number, w1: number, w2: number, w3: number, from: number): number {
    let hash = Math.imul(w0 ^ about, 0x85ebca6b) ^ Math.imul(w1, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15) ^ w2, 0x27d4eb2f) ^ Math.imul(w3, 0x9e3779b1);
    if (about > short * 2 + 1) hash = this.hashMiddle(hash, from, from + (about >>> 1));
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) << 3;
  }

  /** What the four words leave out of a long cell, by words. */
  private hashMiddle(start: number, from: number, to: number): number {
    const { view } = this.reader;
    let hash = start;
    for (let at = from + 12; at < to - 4; at += 4) {
      hash = Math.imul(hash ^ view.getInt32(at, true), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  private isSameMiddle(known: number, from: number, to: number): boolean {
    const { view } = this.reader;
    const apart = (known >>> 0) - from;
    for (let at = from + 12; at < to - 4; at += 4)
      if (view.getInt32(at, true) !== view.getInt32(at + apart, true)) return false;
    return true;
  }

  private add(at: number, value: readonly number[]): number {
    if (this.used >= this.limit) return -1;
    const code = ++this.used;
    if (code === this.places.length) {
      const more = new Int32Array(code * 2);
      more.set(this.places);
      this.places = more;
    }
    this.table.set(value, at);
    this.table[at + 6] = code;
    this.table[at + 7] = 1;
    this.places[code] = at;
    this.texts.push(undefined);
    if (code * width * 3 > this.table.length * 2) this.widen();
    return code;
  }

  private widen(): void {
    const { table, places } = this;
    const wider = new Int32Array(table.length * 2);
    const last = wider.length - width;
    for (let code = 1; code <= this.used; code++) {
      const [about = 0, w0 = 0, w1 = 0, w2 = 0, w3 = 0, from = 0] = table.subarray(
        places[code]!,
        places[code]! + 6,
      );
      let at = this.firstPlace(about, w0, w1, w2, w3, from >>> 0) & last;
      while (wider[at] !== 0) at = (at + width) & last;
      wider.set(table.subarray(places[code]!, places[code]! + width), at);
      places[code] = at;
    }
    this.table = wider;
  }
}
