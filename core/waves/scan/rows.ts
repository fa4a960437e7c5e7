import type { ImportFault } from '../faults.ts';
import type { Delimiter } from '../inspection.ts';
import { decode } from './decode.ts';
import type { TextBytes } from './encoding.ts';

/** How a table is written: what parts its cells and what quotes them. */
export interface Dialect {
  delimiter: Delimiter;
  quote: '"' | "'";
  /**
   * Columns of a sheet. Every row then counts as one line, whatever line ends its cells hold, and has at least so many
   * cells: what is not written is empty, not cut off.
   */
  sheetWidth?: number;
}

/** So many bytes are looked at in vain for where quotes close; beyond them they are believed. */
const vainLimit = 50_000_000;

/** A cell longer than this is refused: it is an unclosed quote or no survey. Bytes. */
export const cellLimit = 2_000_000;
export const columnLimit = 16_384;

const cr = 13;
const lf = 10;
const space = 32;

/**
 * Walks the rows of a table byte by byte. After `next()` the cells of one row lie in `starts`, `ends` and `doubled`;
 * nothing is decoded before somebody asks for its text, and a row costs no memory.
 *
 * A quote opens a cell only at its beginning (spaces before it are forgiven) and closes it only before a delimiter, a
 * line end or the end of the file; any other quote stands for itself. A quote that never closes stands for itself too,
 * and so does one after which another line has a quote that can only open a cell: it would swallow the rows between.
 */
export class RowReader {
  /** Cells of the current row. */
  count = 0;
  /** Line in the file on which the current row starts, 1 for the first. */
  line = 0;
  /** Why reading stopped before the end. */
  fault: Extract<ImportFault, { kind: 'cellTooLong' | 'tooManyColumns' }> | null = null;
  /** Quotes that opened a cell and never closed it, and the line of the first. They were read as themselves. */
  readonly unclosedQuotes = { count: 0, line: 0 };
  starts = new Uint32Array(128);
  ends = new Uint32Array(128);
  /** 1 where the cell holds doubled quotes that each mean one. */
  doubled = new Uint8Array(128);
  readonly bytes: Uint8Array;
  /** The same bytes, four at a time. */
  readonly view: DataView;
  readonly utf8: boolean;
  /** Line on which the next row starts. */
  nextLine = 1;
  private at: number;
  private unclosed = false;
  private inVain = 0;
  private sawDoubled = 0;
  private lines = 0;
  private readonly sheetWidth: number;
  /** The quotation mark's byte. */
  readonly quote: number;
  private readonly delimiter: number;
  /** 1 for what ends an unquoted cell. */
  private readonly stops = new Uint8Array(256);

  constructor(text: TextBytes, dialect: Dialect, from = 0, line = 1) {
    this.bytes = text.bytes;
    this.view = new DataView(text.bytes.buffer, text.bytes.byteOffset, text.bytes.byteLength);
    this.utf8 = text.utf8;
    this.at = from;
    this.nextLine = line;
    this.quote = dialect.quote.charCodeAt(0);
    this.sheetWidth = dialect.sheetWidth ?? 0;
    while (this.starts.length < Math.min(this.sheetWidth, columnLimit)) this.grow();
    this.delimiter = dialect.delimiter.charCodeAt(0);
    for (const stop of [this.delimiter, cr, lf]) this.stops[stop] = 1;
  }

  /** Bytes read so far. */
  get read(): number {
    return this.at;
  }

  /**
   * Moves to the next row; false at the end or at a fault. The hot path of every import: what the loop needs lies in
   * locals, bytes are compared rather than looked up, and what is rare (quotes, spaces before them) is elsewhere.
   */
  next(): boolean {
    const { bytes, delimiter, quote } = this;
    const end = bytes.length;
    let at = this.at;
    if (at >= end || this.fault) return false;
    let { starts, ends, doubled } = this;
    let cell = 0;
    this.line = this.nextLine;
    this.lines = 0;
    for (;;) {
      if (cell === starts.length) {
        this.count = cell;
        if (!this.grow()) return false;
        ({ starts, ends, doubled } = this);
      }
      let from = at;
      let to = -1;
      let byte = at < end ? bytes[at]! : lf;
      doubled[cell] = 0;
      if (byte === quote || byte === space) {
        const opening = this.openingAt(at);
        if (opening >= 0) to = this.closingFrom(opening + 1);
        if (to >= 0) {
          doubled[cell] = this.sawDoubled;
          from = opening + 1;
          at = to + 1;
        }
      }
      for (; at < end; at++) {
        byte = bytes[at]!;
        if (byte === delimiter || byte === lf || byte === cr) break;
      }
      if (to < 0) to = at;
      starts[cell] = from;
      ends[cell] = to;
      cell++;
      if (to - from > cellLimit) {
        this.count = cell;
        return this.stopAt(cell - 1, from, to);
      }
      if (at >= end) break;
      at++;
      if (byte === delimiter) continue;
      if (byte === cr && bytes[at] === lf) at++;
      this.lines++;
      break;
    }
    this.count = cell;
    while (this.count < this.sheetWidth) this.addEmpty(at);
    this.at = at;
    this.nextLine += this.lines;
    return true;
  }

  /** Whether the row has nothing in any of its cells. */
  isBlank(): boolean {
    for (let i = 0; i < this.count; i++) if (!this.isEmpty(i)) return false;
    return true;
  }

  /** Whether a cell is absent or holds nothing but spaces. */
  isEmpty(cell: number): boolean {
    if (cell >= this.count) return true;
    const to = this.ends[cell]!;
    for (let i = this.starts[cell]!; i < to; i++) if (this.bytes[i]! > space) return false;
    return true;
  }

  /** The text of a cell as it stands; empty when the row has no such cell. */
  text(cell: number): string {
    if (cell >= this.count) return '';
    const text = decode(this.bytes, this.starts[cell]!, this.ends[cell]!, this.utf8);
    return this.doubled[cell] === 0 ? text : this.undoubled(text);
  }

  undoubled(text: string): string {
    const quote = String.fromCharCode(this.quote);
    return text.replaceAll(quote + quote, quote);
  }

  private addEmpty(at: number): void {
    this.starts[this.count] = at;
    this.ends[this.count] = at;
    this.doubled[this.count] = 0;
    this.count++;
  }

  private openingAt(from: number): number {
    if (this.unclosed) return -1;
    let at = from;
    while (this.bytes[at] === space) at++;
    return this.bytes[at] === this.quote ? at : -1;
  }

  /** Where the cell's closing quote stands, or -1. Counts the lines in between, and sees doubled quotes. */
  private closingFrom(from: number): number {
    const { bytes, quote } = this;
    const end = bytes.length;
    let lines = 0;
    this.sawDoubled = 0;
    for (let at = from; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === quote) {
        if (bytes[at + 1] === quote) {
          this.sawDoubled = 1;
          at++;
        } else if (this.isEndOfCell(at + 1)) {
          if (this.sheetWidth === 0) this.lines += lines;
          return at;
        } else if (lines > 0 && bytes[at - 1] === this.delimiter && this.inVain < vainLimit) {
          this.inVain += at - from;
          return this.leaveOpen();
        }
      } else if (byte === lf || (byte === cr && bytes[at + 1] !== lf)) lines++;
    }
    this.unclosed = true;
    return this.leaveOpen();
  }

  private leaveOpen(): number {
    if (this.unclosedQuotes.count++ === 0) this.unclosedQuotes.line = this.line + this.lines;
    return -1;
  }

  private isEndOfCell(from: number): boolean {
    let at = from;
    while (this.bytes[at] === space) at++;
    return at >= this.bytes.length || this.stops[this.bytes[at]!] === 1;
  }

  private grow(): boolean {
    if (this.starts.length >= columnLimit) {
      this.fault = { kind: 'tooManyColumns', columns: this.count, limit: columnLimit };
      return false;
    }
    const wider = <A extends Uint32Array | Uint8Array>(old: A, made: A): A => {
      made.set(old);
      return made;
    };
    const size = this.starts.length * 2;
    this.starts = wider(this.starts, new Uint32Array(size));
    this.ends = wider(this.ends, new Uint32Array(size));
    this.doubled = wider(this.doubled, new Uint8Array(size));
    return true;
  }

  private stopAt(cell: number, from: number, to: number): false {
    const { bytes, quote } = this;
    let first = from;
    while (bytes[first] === space) first++;
    const quoted = bytes[from - 1] === quote || bytes[first] === quote;
    const where = { line: this.line, column: `${cell + 1}`, quoted };
    this.fault = { kind: 'cellTooLong', ...where, bytes: to - from, limit: cellLimit };
    return false;
  }
}
