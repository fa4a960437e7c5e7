import { missingTest } from '../cells/missing.ts';
import type { ColumnMapping } from '../mapping.ts';
import { decode } from '../scan/decode.ts';
import { DistinctCells } from '../scan/distinct.ts';
import { hashBytes } from '../scan/hashBytes.ts';
import type { RowReader } from '../scan/rows.ts';
import type { FieldCells } from './people.ts';
import { Utf8Sink } from './sink.ts';

/**
 * What is kept of every row's person: a few words, all of a row side by side. People are stored in the order of their
 * shards, which is no order of the file, so that each is one look into memory for its words and one for its line.
 */
export class PersonWords {
  words = new Uint32Array(0);
  width = 0;

  /** A place for so many words in every row; asked for before the first row comes. */
  place(words: number): number {
    this.width += words;
    return this.width - words;
  }

  /** Makes room for so many rows. Room that is hardly too large stays: nobody reads beyond the rows there are. */
  resize(rows: number): void {
    const size = rows * this.width;
    const { words } = this;
    if (size <= words.length && size > words.length * 0.9) return;
    this.words = size <= words.length ? words.slice(0, size) : new Uint32Array(size);
    if (size > words.length) this.words.set(words);
  }

  /** Keeps only some rows, in this order. */
  pick(rows: Uint32Array): void {
    const { words, width } = this;
    const kept = new Uint32Array(rows.length * width);
    for (let i = 0; i < rows.length; i++)
      for (let k = 0; k < width; k++) kept[i * width + k] = words[rows[i]! * width + k]!;
    this.words = kept;
  }
}

/** Cells of a column, kept while rows pass: where they stand in the file, not what they say. */
export interface KeptCells extends FieldCells {
  /** Keeps the cell of the reader's current row as that of a row of the wave. */
  take(row: number): void;
}

/** In a cell's second word, beside its length: the bytes are not the text (see below); quotes are doubled. */
const odd = 0x8000_0000;
const doubled = 0x4000_0000;
const lengthOf = 0x3fff_ffff;

/**
 * A column in which most cells differ (names, e-mails, comments): two words a row, whatever the cells hold. The hot path
 * of storing a million people: where the file is clean UTF-8, what is stored are the file's own bytes, copied. A cell
 * whose text is not its bytes is marked odd and goes through a string: other encodings, stray bytes, spaces that only
 * Unicode knows at its ends, or anything as short as a declared "no answer".
 */
export class SingleCells implements KeptCells {
  readonly codes = null;
  private readonly table: PersonWords;
  private readonly place: number;
  private readonly reader: RowReader;
  private readonly cell: number;
  private readonly isClean: boolean;
  private readonly isMissing: (text: string) => boolean;
  /** No declared "no answer" is longer, in bytes. */
  private readonly missingBytes: number;
  private readonly written = new Utf8Sink(64);

  constructor(
    table: PersonWords,
    reader: RowReader,
    at: { cell: number; column: ColumnMapping },
    isClean: boolean,
  ) {
    this.table = table;
    this.place = table.place(2);
    this.reader = reader;
    this.cell = at.cell;
    this.isClean = isClean;
    this.isMissing = missingTest(at.column.missing);
    this.missingBytes = at.column.missing.reduce((most, text) => Math.max(most, text.length * 4), 0);
  }

  take(row: number): void {
    const { reader, cell, table } = this;
    const { words } = table;
    const at = row * table.width + this.place;
    words[at + 1] = 0;
    if (cell >= reader.count) return;
    const { bytes } = reader;
    let from = reader.starts[cell]!;
    let to = reader.ends[cell]!;
    while (from < to && isSpace(bytes[from]!)) from++;
    while (to > from && isSpace(bytes[to - 1]!)) to--;
    if (from === to) return;
    const isOdd = !this.isClean || to - from <= this.missingBytes || hasWideSpace(bytes, from, to);
    words[at] = from;
    words[at + 1] = (to - from) | (isOdd ? odd : 0) | (reader.doubled[cell] === 0 ? 0 : doubled);
  }

  text(row: number): string {
    const { reader, table } = this;
    const at = row * table.width + this.place;
    const size = table.words[at + 1]!;
    if (size === 0) return '';
    const from = table.words[at]!;
    const raw = decode(reader.bytes, from, from + (size & lengthOf), reader.utf8);
    const text = ((size & doubled) === 0 ? raw : reader.undoubled(raw)).trim();
    return this.missingBytes > 0 && this.isMissing(text) ? '' : text;
  }

  write(row: number, into: Utf8Sink): void {
    const { words, width } = this.table;
    const at = row * width + this.place;
    const size = words[at + 1]!;
    if (size === 0) return;
    if ((size & odd) !== 0) {
      into.text(this.text(row));
      return;
    }
    const from = words[at]!;
    const to = from + (size & lengthOf);
    if ((size & doubled) === 0) into.copy(this.reader.bytes, from, to);
    else this.writeUndoubled(from, to, into);
  }

  has(row: number): boolean {
    const { words, width } = this.table;
    const size = words[row * width + this.place + 1]!;
    return (size & odd) === 0 ? size !== 0 : this.text(row) !== '';
  }

  /** A hash of the text's UTF-8, taken where it stands in the file if that is what it stands there as. */
  hash(row: number, seed: number): number {
    const { words, width } = this.table;
    const at = row * width + this.place;
    const from = words[at]!;
    const size = words[at + 1]!;
    if ((size & (odd | doubled)) === 0) return hashBytes(this.reader.bytes, from, from + size, seed);
    const { written } = this;
    written.length = 0;
    this.write(row, written);
    return hashBytes(written.bytes, 0, written.length, seed);
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
  readonly codes = {
    of: (row: number): number => this.codeOf(row),
    count: (): number => this.cells.size + 1,
  };
  private readonly table: PersonWords;
  private readonly place: number;
  private readonly texts: string[] = [];
  private readonly encoded: Uint8Array[] = [];
  private readonly cells: DistinctCells;
  private readonly cell: number;
  private readonly isMissing: (text: string) => boolean;

  constructor(
    table: PersonWords,
    reader: RowReader,
    { cell, column }: { cell: number; column: ColumnMapping },
  ) {
    this.table = table;
    this.place = table.place(1);
    this.cell = cell;
    this.cells = new DistinctCells(reader, Number.POSITIVE_INFINITY);
    this.isMissing = missingTest(column.missing);
  }
  take(row: number): void {
    this.table.words[row * this.table.width + this.place] = this.cells.codeOf(this.cell);
  }
  text(row: number): string {
    return this.textOf(this.codeOf(row));
  }
  write(row: number, into: Utf8Sink): void {
    const code = this.codeOf(row);
    while (this.encoded.length <= code) {
      const sink = new Utf8Sink(64);
      sink.text(this.textOf(this.encoded.length));
      this.encoded.push(sink.done());
    }
    const bytes = this.encoded[code]!;
    into.copy(bytes, 0, bytes.length);
  }
  has(row: number): boolean {
    return this.text(row) !== '';
  }
  private codeOf(row: number): number {
    return this.table.words[row * this.table.width + this.place]!;
  }
  private textOf(code: number): string {
    // by and by, and whole: an array written with gaps turns into a slow dictionary
    while (this.texts.length <= code) {
      const text = this.cells.text(this.texts.length);
      this.texts.push(this.isMissing(text) ? '' : text);
    }
    return this.texts[code]!;
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
