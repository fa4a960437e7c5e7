import { type DateOrder, dayOf, noDay, readDate, secondOf } from '../cells/dates.ts';
import { missingTest } from '../cells/missing.ts';
import { numberOf } from '../cells/numbers.ts';
import type { ColumnMapping, Metric } from '../mapping.ts';
import type { BuildNote } from '../outcome.ts';
import { DistinctCells } from '../scan/distinct.ts';
import type { RowReader } from '../scan/rows.ts';
import { noScore, noSegment } from '../wave.ts';

/** A dimension may have this many values: 65,535 is `noSegment`, and one is kept free. */
export const segmentLimit = 65_534;
const memoLimit = 65_536;

/**
 * Judges each different cell of a column once, and remembers. What lies beyond the limit of different values is judged
 * every time: that is slower, never wrong.
 */
class Judged<T> {
  private readonly cells: DistinctCells;
  private readonly known: (T | undefined)[] = [];
  /** What is known of cells of one byte, by that byte: scores and ratings, mostly. */
  private readonly single: (T | undefined)[] = new Array(256).fill(undefined);
  private readonly reader: RowReader;
  private readonly cell: number;
  private readonly judge: (text: string) => T;

  constructor(reader: RowReader, cell: number, judge: (text: string) => T) {
    this.reader = reader;
    this.cell = cell;
    this.judge = judge;
    this.cells = new DistinctCells(reader, memoLimit);
  }

  now(): T {
    const { reader, cell } = this;
    if (cell < reader.count && reader.ends[cell]! - reader.starts[cell]! === 1) {
      const byte = reader.bytes[reader.starts[cell]!]!;
      const known = this.single[byte];
      if (known !== undefined) return known;
      const judged = this.judge(reader.text(cell).trim());
      this.single[byte] = judged;
      return judged;
    }
    const code = this.cells.codeOf(cell);
    if (code < 0) return this.judge(reader.text(cell).trim());
    const known = this.known[code];
    if (known !== undefined) return known;
    const judged = this.judge(this.cells.text(code));
    this.known[code] = judged;
    return judged;
  }
}

/** What a score cell is beside a score and `noScore`. */
export const notWhole = -1;
export const outOfScale = -2;

/** The whole numbers that are answers. */
const scales = { nps: { low: 0, high: 10 }, csat: { low: 1, high: 5 } } as const;

/**
 * The score of the current row: a whole number of the metric's scale; `noScore` for a non-response, that is an empty cell
 * or a declared code; `notWhole` or `outOfScale` for what is none.
 */
export class ScoreReader {
  private readonly judged: Judged<number>;
  constructor(reader: RowReader, cell: number, column: ColumnMapping, metric: Metric) {
    const isMissing = missingTest(column.missing);
    const { low, high } = scales[metric];
    this.judged = new Judged(reader, cell, (text) => {
      if (isMissing(text)) return noScore;
      const value = numberOf(text, column.decimalMark);
      if (value === null || !Number.isInteger(value)) return notWhole;
      return value < low || value > high ? outOfScale : value + 0;
    });
  }
  read(): number {
    return this.judged.now();
  }
}

/** Says of each row whether it counts, by a column that says so, and keeps what the others hold. */
export class RowFilter {
  readonly header: string;
  private count = 0;
  private readonly values = new Map<string, number>();
  private readonly judged: Judged<{ counts: boolean; text: string }>;
  constructor(reader: RowReader, cell: number, column: ColumnMapping) {
    this.header = column.header;
    const plain = (texts: readonly string[]) => new Set(texts.map((text) => text.trim().toLowerCase()));
    const [only, not] = [plain(column.only ?? []), plain(column.missing)];
    const counts = (text: string) => (only.size > 0 ? only.has(text) : !not.has(text));
    this.judged = new Judged(reader, cell, (text) => ({ counts: counts(text.toLowerCase()), text }));
  }
  passes(): boolean {
    const { counts, text } = this.judged.now();
    if (counts) return true;
    this.count++;
    const seen = this.values.get(text);
    // a column of names would otherwise be kept whole
    if (seen !== undefined || this.values.size < memoLimit) this.values.set(text, (seen ?? 0) + 1);
    return false;
  }
  notes(): BuildNote[] {
    const { header, count } = this;
    if (count === 0) return [];
    const most = [...this.values].sort(([, a], [, b]) => b - a).slice(0, 10);
    const values = most.map(([value, n]) => ({ value: value.slice(0, 200), count: n }));
    return [{ kind: 'leftOut', header, count, values, more: this.values.size > values.length }];
  }
}

/** Text of a person's field, trimmed; empty where missing. */
export class TextReader {
  private readonly reader: RowReader;
  private readonly cell: number;
  private readonly isMissing: (text: string) => boolean;
  constructor(reader: RowReader, cell: number, column: ColumnMapping) {
    this.reader = reader;
    this.cell = cell;
    this.isMissing = column.missing.length === 0 ? () => false : missingTest(column.missing);
  }
  read(): string {
    const text = this.reader.text(this.cell).trim();
    return this.isMissing(text) ? '' : text;
  }
}

/** What could not be read in a column, for one note in the end. */
class Unread {
  count = 0;
  line = 0;
  value = '';
  see(line: number, value: string): void {
    if (this.count++ > 0) return;
    this.line = line;
    this.value = value.slice(0, 200);
  }
  note(header: string): BuildNote[] {
    const { count, line, value } = this;
    return count === 0 ? [] : [{ kind: 'unreadable', header, count, line, value }];
  }
}

/** No longer text is a day alone, in figures. */
const dayLength = 10;

/** A day number per row; `noDay` where empty or unreadable. */
export class DayReader {
  /** Seconds since midnight in the cell that was read last; -1 where it has no time of day. */
  second = -1;
  private readonly unread = new Unread();
  private readonly judged: Judged<{ day: number; second: number; text: string }>;
  private readonly reader: RowReader;
  private readonly header: string;
  constructor(reader: RowReader, cell: number, column: ColumnMapping, order: DateOrder) {
    this.reader = reader;
    this.header = column.header;
    const isMissing = missingTest(column.missing);
    this.judged = new Judged(reader, cell, (text) => {
      if (isMissing(text)) return { day: noDay, second: -1, text: '' };
      const reading = readDate(text);
      const second = text.length > dayLength ? secondOf(text) : -1;
      return { day: (reading && dayOf(reading, order)) ?? noDay, second, text };
    });
  }
  read(): number {
    const { day, second, text } = this.judged.now();
    this.second = second;
    if (day === noDay && text !== '') this.unread.see(this.reader.line, text);
    return day;
  }
  notes(): BuildNote[] {
    return this.unread.note(this.header);
  }
}

/** A number per row; NaN where empty or unreadable. */
export class NumberReader {
  private readonly unread = new Unread();
  private readonly judged: Judged<{ value: number; text: string }>;
  private readonly reader: RowReader;
  private readonly header: string;
  constructor(reader: RowReader, cell: number, column: ColumnMapping) {
    this.reader = reader;
    this.header = column.header;
    const isMissing = missingTest(column.missing);
    this.judged = new Judged(reader, cell, (text) =>
      isMissing(text)
        ? { value: Number.NaN, text: '' }
        : { value: numberOf(text, column.decimalMark) ?? Number.NaN, text },
    );
  }
  read(): number {
    const { value, text } = this.judged.now();
    if (Number.isNaN(value) && text !== '') this.unread.see(this.reader.line, text);
    return value;
  }
  notes(): BuildNote[] {
    return this.unread.note(this.header);
  }
}

/**
 * A weight per row: 0 or more, never NaN. A cell that is no number, negative or beyond any (above 1e30) says nothing about
 * the answer, so it takes the mean of the weights that are known, which is 1 in most files: the answer then counts as much
 * as an average one. A stated 0 stays 0, since whoever weighted the file meant it; both are told.
 */
export class WeightReader {
  private readonly unread = new Unread();
  private zeros = 0;
  private readonly judged: Judged<{ value: number; text: string }>;
  private readonly reader: RowReader;
  private readonly header: string;
  constructor(reader: RowReader, cell: number, column: ColumnMapping) {
    this.reader = reader;
    this.header = column.header;
    const isMissing = missingTest(column.missing);
    this.judged = new Judged(reader, cell, (text) => {
      const value = isMissing(text) ? null : numberOf(text, column.decimalMark);
      return { value: value === null || !(value >= 0 && value <= 1e30) ? Number.NaN : value, text };
    });
  }
  read(): number {
    const { value, text } = this.judged.now();
    if (Number.isNaN(value)) this.unread.see(this.reader.line, text);
    else if (value === 0) this.zeros++;
    return value;
  }
  /** The weights of a wave, with the unknown ones filled; null when none is above 0, and nothing can be weighted. */
  filled(weights: Float32Array): Float32Array | null {
    const mean = meanOf(weights);
    return mean > 0 ? weights.map((weight) => (Number.isNaN(weight) ? mean : weight)) : null;
  }
  notes(weights: Float32Array): BuildNote[] {
    const { header, zeros } = this;
    const taken = meanOf(weights);
    const { count, line, value } = this.unread;
    if (count === 0 && zeros === 0 && taken > 0) return [];
    return [{ kind: 'weights', header, unknown: count, line, value, taken, zeros }];
  }
}

/** The mean of the known weights; 0 when there are none. */
function meanOf(weights: Float32Array): number {
  let sum = 0;
  let known = 0;
  for (const weight of weights)
    if (weight >= 0) {
      sum += weight;
      known++;
    }
  return known === 0 ? 0 : sum / known;
}

/** A rating per row; NaN where there is none. Values beside the stated scale are noted, with up to 10 of them. */
export class RatingReader {
  readonly low: number;
  readonly high: number;
  private readonly numbers: NumberReader;
  private readonly header: string;
  private outside = 0;
  private readonly outsideValues = new Set<string>();
  constructor(reader: RowReader, cell: number, column: ColumnMapping) {
    this.numbers = new NumberReader(reader, cell, column);
    this.header = column.header;
    this.low = column.low ?? 1;
    this.high = column.high ?? 5;
  }
  read(): number {
    const value = this.numbers.read();
    if (!(value < this.low || value > this.high)) return value;
    this.outside++;
    if (this.outsideValues.size < 10) this.outsideValues.add(`${value}`);
    return Number.NaN;
  }
  notes(): BuildNote[] {
    const { header, low, high, outside: count } = this;
    const values = [...this.outsideValues];
    const beside: BuildNote[] = count > 0 ? [{ kind: 'outsideScale', header, low, high, count, values }] : [];
    return [...this.numbers.notes(), ...beside];
  }
}

/**
 * A dictionary code per row; `noSegment` where empty or declared missing. Cells that differ only in spaces that Unicode
 * knows are one value. Too many values refuse the column.
 */
export class SegmentReader {
  readonly values: string[] = [];
  refused = false;
  private readonly codeOfText = new Map<string, number>();
  private readonly cells: DistinctCells;
  private readonly codes: number[] = [];
  private readonly isMissing: (text: string) => boolean;
  private readonly cell: number;
  private readonly header: string;
  constructor(reader: RowReader, cell: number, column: ColumnMapping) {
    this.cell = cell;
    this.header = column.header;
    this.isMissing = missingTest(column.missing);
    this.cells = new DistinctCells(reader, segmentLimit + column.missing.length);
  }
  read(): number {
    if (this.refused) return noSegment;
    const cell = this.cells.codeOf(this.cell);
    if (cell === 0) return noSegment;
    if (cell > 0) {
      const known = this.codes[cell];
      if (known !== undefined) return known;
      const text = this.cells.text(cell);
      if (this.isMissing(text)) return this.keep(cell, noSegment);
      const same = this.codeOfText.get(text);
      if (same !== undefined) return this.keep(cell, same);
      if (this.values.length < segmentLimit) {
        this.codeOfText.set(text, this.values.length);
        return this.keep(cell, this.values.push(text) - 1);
      }
    }
    this.refused = true;
    this.values.length = 0;
    return noSegment;
  }
  notes(): BuildNote[] {
    return this.refused ? [{ kind: 'tooManyValues', header: this.header, limit: segmentLimit }] : [];
  }
  private keep(cell: number, code: number): number {
    this.codes[cell] = code;
    return code;
  }
}
