import { decode } from './decode.ts';
import type { RowReader } from './rows.ts';

const spaceByte = 32;

/**
 * Numbers the different values of a column in the order of their first appearance, without decoding any cell twice.
 * Cells are compared trimmed, byte for byte. Code 0 is the empty cell.
 */
export class DistinctCells {
  /** How often each code came. */
  readonly counts: number[] = [0];
  private readonly texts: (string | undefined)[] = [''];
  private readonly froms: number[] = [0];
  private readonly tos: number[] = [0];
  private readonly doubled: number[] = [0];
  private readonly hashes: number[] = [0];
  private slots = new Int32Array(256);
  private readonly reader: RowReader;
  private readonly limit: number;

  constructor(reader: RowReader, limit: number) {
    this.reader = reader;
    this.limit = limit;
  }

  /** Different values so far, the empty one not counted. */
  get size(): number {
    return this.counts.length - 1;
  }

  /** The code of a cell of the reader's current row, or -1 for a new value beyond the limit. */
  codeOf(cell: number): number {
    const { reader } = this;
    if (cell >= reader.count) return this.tally(0);
    const { bytes } = reader;
    let from = reader.starts[cell]!;
    let to = reader.ends[cell]!;
    while (from < to && bytes[from]! <= spaceByte) from++;
    while (to > from && bytes[to - 1]! <= spaceByte) to--;
    if (from === to) return this.tally(0);
    const doubled = reader.doubled[cell]!;
    let hash = 0x811c9dc5 ^ doubled;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = this.slots[slot]!;
      if (code === 0) return this.add(slot, hash, from, to, doubled);
      if (this.hashes[code] === hash && this.isSame(code, from, to, doubled)) return this.tally(code);
    }
  }

  text(code: number): string {
    const known = this.texts[code];
    if (known !== undefined) return known;
    const { reader } = this;
    const raw = decode(reader.bytes, this.froms[code]!, this.tos[code]!, reader.utf8);
    const text = (this.doubled[code] === 0 ? raw : reader.undoubled(raw)).trim();
    this.texts[code] = text;
    return text;
  }

  private tally(code: number): number {
    this.counts[code]!++;
    return code;
  }

  private isSame(code: number, from: number, to: number, doubled: number): boolean {
    const at = this.froms[code]!;
    const length = to - from;
    if (this.tos[code]! - at !== length || this.doubled[code] !== doubled) return false;
    const { bytes } = this.reader;
    for (let i = 0; i < length; i++) if (bytes[at + i] !== bytes[from + i]) return false;
    return true;
  }

  private add(slot: number, hash: number, from: number, to: number, doubled: number): number {
    if (this.size >= this.limit) return -1;
    const code = this.counts.length;
    this.counts.push(1);
    this.texts.push(undefined);
    this.froms.push(from);
    this.tos.push(to);
    this.doubled.push(doubled);
    this.hashes.push(hash);
    this.slots[slot] = code;
    if (code * 2 > this.slots.length) this.widen();
    return code;
  }

  private widen(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    const mask = this.slots.length - 1;
    for (let code = 1; code < this.counts.length; code++) {
      let slot = this.hashes[code]! & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = code;
    }
  }
}
