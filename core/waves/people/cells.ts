import { missingTest } from '../cells/missing.ts';
import type { ColumnMapping } from '../mapping.ts';
import { decode } from '../scan/decode.ts';
import { DistinctCells } from '../scan/distinct.ts';
import type { RowReader } from '../scan/rows.ts';
import { picked, resized } from './resize.ts';
import type { Utf8Sink } from './sink.ts';

/** Cells of a column, kept while rows pass: where they stand in the file, not what they say. */
export interface KeptCells {
  /** Keeps the cell of the reader's current row as that of a row of the wave. */
  take(row: number): void;
  resize(rows: number): void;
  /** Keeps only some rows, in this order. */
  pick(rows: Uint32Array): void;
  text(row: number): string;
  write(row: number, into: Utf8Sink): void;
  has(row: number): boolean;
}

/** In `sizes`: the bytes are not the text (see `odd` below); quotes are doubled; the length stands in `long`. */
const odd = 0x8000;
const doubled = 0x4000;
const longest = 0x3fff;

/**
 * A column in which most cells differ (names, e-mails, comments): six bytes a row, whatever the cells hold. The hot path
 * of storing a million people: where the file is clean UTF-8, what is stored are the file's own bytes, copied. A cell
 * whose text is not its bytes is marked odd and goes through a string: other encodings, stray bytes, spaces that only
 * Unicode knows at its ends, or anything as short as a declared "no answer".
 */
export class SingleCells implements KeptCells {
  private froms = new Uint32Array(0);
  private sizes = new Uint16Array(0);
  private long = new Map<number, number>();
  private readonly reader: RowReader;
  private readonly cell: number;
  private readonly isClean: boolean;
  private readonly isMissing: (text: string) => boolean;
  /** No declared "no answer" is longer, in bytes. */
  private readonly missingBytes: number;

  constructor(reader: RowReader, cell: number, column: ColumnMapping, isClean: boolean) {
    this.reader = reader;
    this.cell = cell;
    this.isClean = isClean;
    this.isMissing = missingTest(column.missing);
    this.missingBytes = column.missing.reduce((most, text) => Math.max(most, text.length * 4), 0);
  }

  take(row: number): void {
    const { reader, cell } = this;
    if (cell >= reader.count) {
      this.sizes[row] = 0;
      return;
    }
    const { bytes } = reader;
    let from = reader.starts[cell]!;
    let to = reader.ends[cell]!;
    while (from < to && isSpace(bytes[from]!)) from++;
    while (to > from && isSpace(bytes[to - 1]!)) to--;
    const size = to - from;
    this.froms[row] = from;
    if (size === 0) this.sizes[row] = 0;
    else this.sizes[row] = this.sizeOf(row, from, to) | (reader.doubled[cell] === 0 ? 0 : doubled);
  }

  private sizeOf(row: number, from: number, to: number): number {
    const size = to - from;
    const isOdd = !this.isClean || size <= this.missingBytes || hasWideSpace(this.reader.bytes, from, to);
    if (size < longest) return isOdd ? size | odd : size;
    this.long.set(row, size);
    return isOdd ? longest | odd : longest;
  }

  resize(rows: number): void {
    this.froms = resized(this.froms, rows);
    this.sizes = resized(this.sizes, rows);
  }

  pick(rows: Uint32Array): void {
    const { long } = this;
    this.froms = picked(this.froms, rows);
    this.sizes = picked(this.sizes, rows);
    if (long.size === 0) return;
    this.long = new Map();
    rows.forEach((row, at) => {
      const size = long.get(row);
      if (size !== undefined) this.long.set(at, size);
    });
  }

  text(row: number): string {
    const size = this.sizes[row]!;
    if (size === 0) return '';
    const { reader } = this;
    const from = this.froms[row]!;
    const raw = decode(reader.bytes, from, from + this.lengthOf(row, size), reader.utf8);
    const text = ((size & doubled) === 0 ? raw : reader.undoubled(raw)).trim();
    return this.missingBytes > 0 && this.isMissing(text) ? '' : text;
  }

  write(row: number, into: Utf8Sink): void {
    const size = this.sizes[row]!;
    if (size === 0) return;
    if ((size & odd) !== 0) {
      into.text(this.text(row));
      return;
    }
    const from = this.froms[row]!;
    const to = from + this.lengthOf(row, size);
    if ((size & doubled) === 0) into.copy(this.reader.bytes, from, to);
    else this.writeUndoubled(from, to, into);
  }

  has(row: number): boolean {
    const size = this.sizes[row]!;
    return (size & odd) === 0 ? size !== 0 : this.text(row) !== '';
  }

  private lengthOf(row: number, size: number): number {
    const length = size & longest;
    return length === longest ? this.long.get(row)! : length;
  }

  private writeUndoubled(from: number, to: number, into: Utf8Sink): void {
    into.reserve(to - from);
    const { bytes, quote } = this.reader;
    for (let at = from; at < to; at++) {
      into.bytes[into.length++] = bytes[at]!;
      if (bytes[at] === quote && bytes[at + 1] === quote) at++;
    }
  }
}

/** A column in which few cells differ (companies, languages): a number a row, each different text kept once. */
export class SharedCells implements KeptCells {
  private codes = new Uint32Array(0);
  private readonly texts: string[] = [];
  private readonly cells: DistinctCells;
  private readonly cell: number;
  private readonly isMissing: (text: string) => boolean;

  constructor(reader: RowReader, cell: number, column: ColumnMapping) {
    this.cell = cell;
    this.cells = new DistinctCells(reader, Number.POSITIVE_INFINITY);
    this.isMissing = missingTest(column.missing);
  }
  take(row: number): void {
    this.codes[row] = this.cells.codeOf(this.cell);
  }
  resize(rows: number): void {
    this.codes = resized(this.codes, rows);
  }
  pick(rows: Uint32Array): void {
    this.codes = picked(this.codes, rows);
  }
  text(row: number): string {
    const code = this.codes[row]!;
    // by and by, and whole: an array written with gaps turns into a slow dictionary
    while (this.texts.length <= code) {
      const text = this.cells.text(this.texts.length);
      this.texts.push(this.isMissing(text) ? '' : text);
    }
    return this.texts[code]!;
  }
  write(row: number, into: Utf8Sink): void {
    into.text(this.text(row));
  }
  has(row: number): boolean {
    return this.text(row) !== '';
  }
}

/** What `trim` takes away in ASCII. */
const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 9 && byte <= 13);

/** Whether a cell may begin or end with a space beyond ASCII (U+00A0, U+1680, U+2000 to U+205F, U+3000, U+FEFF). */
function hasWideSpace(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from]! < 0x80 && bytes[to - 1]! < 0x80) return false;
  if (startsWide(bytes[from]!)) return true;
  return (to - 2 > from && bytes[to - 2] === 0xc2) || (to - 3 > from && startsWide(bytes[to - 3]!));
}

const startsWide = (byte: number): boolean =>
  byte === 0xc2 || byte === 0xe1 || byte === 0xe2 || byte === 0xe3 || byte === 0xef;
