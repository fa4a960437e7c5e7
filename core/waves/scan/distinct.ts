import { decode } from './decode.ts';
import type { RowReader } from './rows.ts';

const spaceByte = 32;
/** Words kept of one known value: hash, twice its length in bytes and 1 where quotes are doubled, four of its own, where it stands. */
const width = 8;
/** So many bytes are exactly said by four words and a length. */
const short = 16;

/**
 * Numbers the different values of a column in the order of their first appearance, without decoding any cell twice.
 * Cells are compared trimmed, byte for byte. Code 0 is the empty cell.
 *
 * The hot path of recognising and building: what cells hold is as good as random, so that every loop or branch over their
 * bytes would be mispredicted. A cell is read as four words, which overlap where it is shorter than 16 bytes; with its
 * length they say exactly what it is, and they lie together with what else is known of a value. Only of longer cells the
 * middle is compared where it stands.
 */
export class DistinctCells {
  private readonly texts: (string | undefined)[] = [''];
  private known = new Int32Array(64 * width);
  private tally = new Uint32Array(64);
  private slots = new Int32Array(256);
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

  /** How often each code came. */
  get counts(): Uint32Array {
    return this.tally.subarray(0, this.used + 1);
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
    let hash = Math.imul(w0 ^ about, 0x85ebca6b) ^ Math.imul(w1, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15) ^ w2, 0x27d4eb2f) ^ Math.imul(w3, 0x9e3779b1);
    if (length > short) hash = this.hashMiddle(hash, from, to);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const { slots, known } = this;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = slots[slot]!;
      const at = code * width;
      if (code === 0) {
        const added = this.add(slot, hash, about, from);
        if (added > 0) this.known.set([w0, w1, w2, w3], added * width + 2);
        return added;
      }
      if (known[at] !== hash || known[at + 1] !== about) continue;
      if (known[at + 2] !== w0 || known[at + 3] !== w1 || known[at + 4] !== w2 || known[at + 5] !== w3)
        continue;
      if (length > short && !this.isSameMiddle(code, from, to)) continue;
      this.tally[code]!++;
      return code;
    }
  }

  text(code: number): string {
    const cached = this.texts[code];
    if (cached !== undefined) return cached;
    const { reader, known } = this;
    const about = known[code * width + 1]!;
    const from = known[code * width + 6]! >>> 0;
    const raw = decode(reader.bytes, from, from + (about >>> 1), reader.utf8);
    const text = ((about & 1) === 0 ? raw : reader.undoubled(raw)).trim();
    this.texts[code] = text;
    return text;
  }

  private empty(): number {
    this.tally[0]!++;
    return 0;
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

  private isSameMiddle(code: number, from: number, to: number): boolean {
    const { view } = this.reader;
    const apart = (this.known[code * width + 6]! >>> 0) - from;
    for (let at = from + 12; at < to - 4; at += 4)
      if (view.getInt32(at, true) !== view.getInt32(at + apart, true)) return false;
    return true;
  }

  private add(slot: number, hash: number, about: number, from: number): number {
    if (this.used >= this.limit) return -1;
    const code = ++this.used;
    if (code === this.tally.length) this.grow();
    const { known } = this;
    known[code * width] = hash;
    known[code * width + 1] = about;
    known[code * width + 6] = from;
    this.tally[code] = 1;
    this.texts.push(undefined);
    this.slots[slot] = code;
    if (code * 2 > this.slots.length) this.widen();
    return code;
  }

  private grow(): void {
    const known = new Int32Array(this.known.length * 2);
    const tally = new Uint32Array(this.tally.length * 2);
    known.set(this.known);
    tally.set(this.tally);
    this.known = known;
    this.tally = tally;
  }

  private widen(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    const mask = this.slots.length - 1;
    for (let code = 1; code <= this.used; code++) {
      let slot = this.known[code * width]! & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = code;
    }
  }
}
