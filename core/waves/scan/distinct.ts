import { decode } from './decode.ts';
import { hashBytes } from './hashBytes.ts';
import type { RowReader } from './rows.ts';

const spaceByte = 32;
/** Words of one known value: hash, where its bytes are kept, how many, whether its quotes are doubled. */
const words = 4;

/**
 * Numbers the different values of a column in the order of their first appearance, without decoding any cell twice.
 * Cells are compared trimmed, byte for byte. Code 0 is the empty cell.
 *
 * The hot path of recognising and building: what is known of a value lies in four neighbouring words, so that looking one
 * up touches three places in memory, the slot, the words and the bytes, and no object.
 */
export class DistinctCells {
  private readonly texts: (string | undefined)[] = [''];
  /** The values' bytes one after the other: where they stand in the file they are far apart, and slow to compare with. */
  private values = new Uint8Array(1024);
  private valuesEnd = 0;
  private known = new Int32Array(64 * words);
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
    const { bytes } = reader;
    let from = reader.starts[cell]!;
    let to = reader.ends[cell]!;
    while (from < to && bytes[from]! <= spaceByte) from++;
    while (to > from && bytes[to - 1]! <= spaceByte) to--;
    if (from === to) return this.empty();
    const doubled = reader.doubled[cell]!;
    const hash = hashBytes(bytes, from, to, doubled);
    const { slots, known } = this;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = slots[slot]!;
      if (code === 0) return this.add(slot, hash, from, to, doubled);
      if (known[code * words] === hash && this.isSame(code, from, to, doubled)) {
        this.tally[code]!++;
        return code;
      }
    }
  }

  text(code: number): string {
    const cached = this.texts[code];
    if (cached !== undefined) return cached;
    const { reader, known } = this;
    const from = known[code * words + 1]!;
    const raw = decode(this.values, from, from + known[code * words + 2]!, reader.utf8);
    const text = (known[code * words + 3] === 0 ? raw : reader.undoubled(raw)).trim();
    this.texts[code] = text;
    return text;
  }

  private empty(): number {
    this.tally[0]!++;
    return 0;
  }

  private isSame(code: number, from: number, to: number, doubled: number): boolean {
    const { known } = this;
    const length = to - from;
    if (known[code * words + 2] !== length || known[code * words + 3] !== doubled) return false;
    const at = known[code * words + 1]!;
    const { values } = this;
    const { bytes } = this.reader;
    for (let i = 0; i < length; i++) if (values[at + i] !== bytes[from + i]) return false;
    return true;
  }

  private add(slot: number, hash: number, from: number, to: number, doubled: number): number {
    if (this.used >= this.limit) return -1;
    const code = ++this.used;
    if (code === this.tally.length) this.grow();
    const { known } = this;
    known[code * words] = hash;
    known[code * words + 1] = this.keep(from, to);
    known[code * words + 2] = to - from;
    known[code * words + 3] = doubled;
    this.tally[code] = 1;
    this.texts.push(undefined);
    this.slots[slot] = code;
    if (code * 2 > this.slots.length) this.widen();
    return code;
  }

  private keep(from: number, to: number): number {
    const at = this.valuesEnd;
    const end = at + to - from;
    if (end > this.values.length) {
      const wider = new Uint8Array(Math.max(end, this.values.length * 2));
      wider.set(this.values);
      this.values = wider;
    }
    const { values } = this;
    const { bytes } = this.reader;
    for (let i = from; i < to; i++) values[at + i - from] = bytes[i]!;
    this.valuesEnd = end;
    return at;
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
      let slot = this.known[code * words]! & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = code;
    }
  }
}
