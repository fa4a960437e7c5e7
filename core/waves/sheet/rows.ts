import { decode } from '../scan/decode.ts';
import { ByteWriter } from './bytes.ts';
import { type Shape, textOfNumber } from './formats.ts';
import { addressOf, Merged, type Range, rangeOf } from './merged.ts';
import { type SharedStrings, TextGatherer, unescaped } from './strings.ts';
import { shapeAt } from './styles.ts';
import { attributeOf, isOn, resolved, type XmlHandler } from './xml.ts';

/** A sheet ends here: Excel's own limits. */
const rowLimit = 1_048_576;
const columnsLimit = 16_384;
const comma = 44;
const newline = 10;

/** What the cells of a sheet are read with. */
export interface Reading {
  strings: SharedStrings;
  shapes: readonly Shape[];
  is1904: boolean;
  merged: readonly Range[];
}

/**
 * Turns the cells of a sheet into CSV, row by row: one line for every row of the sheet, so that lines are rows (cells
 * may hold line ends of their own). Empty rows are empty lines.
 */
export class SheetRows implements XmlHandler {
  readonly out: ByteWriter;
  /** Cells that must not be: rows or columns beyond the limits, or out of order. */
  broken = false;
  /** Rows that hold something, and the widest of them. */
  filled = 0;
  width = 0;
  readonly hiddenColumns: { from: number; to: number }[] = [];
  hiddenRows = 0;
  errors = 0;
  /** Formulas whose result was not saved. */
  uncounted = 0;
  readonly merged: Range[] = [];
  /** Values that a merged range of `merged` hides. */
  covered = 0;
  /** Cells that took the value of the merged cell above them. */
  mergedDown = 0;
  private readonly reading: Reading;
  private readonly mask: Merged;
  private readonly row = new ByteWriter(4096);
  private readonly columns: number[] = [];
  private readonly froms: number[] = [];
  /** By column: the value of a cell merged downwards, and its last row. */
  private readonly down = new Map<number, { value: Uint8Array; bottom: number }>();
  /** Whether a row with more than one cell has passed: what stands above is a title, and that row the header. */
  private isBody = false;
  private rowAt = -1;
  private rowHidden = false;
  private written = 0;
  private column = -1;
  private type = '';
  private style: string | null = null;
  private value = '';
  private inValue = false;
  private hasFormula = false;
  private inline: TextGatherer | null = null;

  constructor(reading: Reading, room?: number) {
    this.reading = reading;
    this.mask = new Merged(reading.merged);
    this.out = new ByteWriter(room);
  }

  open(name: string, tag: string): void {
    if (this.inline) this.inline.open(name);
    else if (name === 'c') this.startCell(tag);
    else if (name === 'v') this.inValue = true;
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'is') this.inline = new TextGatherer();
    else if (name === 'row') this.startRow(tag);
    else if (name === 'col') this.seeColumns(tag);
    else if (name === 'mergeCell') {
      const range = rangeOf(attributeOf(tag, 'ref') ?? '');
      if (range) this.merged.push(range);
    }
  }

  text(bytes: Uint8Array, from: number, to: number, plain: boolean): void {
    if (this.inline) this.inline.take(bytes, from, to, plain);
    else if (this.inValue) {
      const piece = decode(bytes, from, to, true);
      this.value += plain ? piece : resolved(piece);
    }
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
    else this.inline?.close(name);
  }

  private seeColumns(tag: string): void {
    if (!isOn(attributeOf(tag, 'hidden'))) return;
    const from = Number(attributeOf(tag, 'min')) - 1;
    const to = Math.min(Number(attributeOf(tag, 'max')) - 1, columnsLimit);
    if (from >= 0 && to >= from) this.hiddenColumns.push({ from, to });
  }

  private startRow(tag: string): void {
    const stated = attributeOf(tag, 'r');
    const at = stated === null ? this.rowAt + 1 : Number(stated) - 1;
    if (!(at > this.rowAt && at < rowLimit)) this.broken = true;
    this.rowAt = at;
    this.rowHidden = isOn(attributeOf(tag, 'hidden'));
    this.column = -1;
    this.columns.length = 0;
    this.froms.length = 0;
    this.row.clear();
  }

  private startCell(tag: string): void {
    const stated = attributeOf(tag, 'r');
    this.column = stated === null ? this.column + 1 : (addressOf(stated)?.column ?? -1);
    if (this.column < 0 || this.column >= columnsLimit || this.rowAt < 0) this.broken = true;
    this.type = attributeOf(tag, 't') ?? 'n';
    this.style = attributeOf(tag, 's');
    this.value = '';
    this.hasFormula = false;
  }

  private endCell(): void {
    const { inline } = this;
    this.inline = null;
    this.inValue = false;
    if (this.broken) return;
    const from = this.row.length;
    if (inline) this.row.cell(unescaped(inline.text));
    else this.writeValue();
    if (this.hasFormula && this.row.length === from && this.type !== 'str') this.uncounted++;
    if (this.row.length === from) return;
    if (this.reading.merged.length > 0 && this.mask.covers(this.column, this.rowAt)) {
      this.row.length = from;
      this.covered++;
      return;
    }
    this.columns.push(this.column);
    this.froms.push(from);
    if (this.reading.merged.length === 0 || !this.isBody) return;
    const bottom = this.mask.bottomFrom(this.column, this.rowAt);
    if (bottom >= 0)
      this.down.set(this.column, { value: this.row.bytes.slice(from, this.row.length), bottom });
  }

  /** A row with cells of its own takes the values of the cells merged over it: an account that stands once for its people. */
  private fillDown(): void {
    for (const [column, { value, bottom }] of this.down) {
      if (this.rowAt > bottom) this.down.delete(column);
      else if (!this.columns.includes(column)) {
        this.columns.push(column);
        this.froms.push(this.row.length);
        this.row.copy(value, 0, value.length);
        this.mergedDown++;
      }
    }
  }

  private writeValue(): void {
    const { value, row } = this;
    if (value === '') return;
    switch (this.type) {
      case 's':
        this.copyShared(Number(value));
        return;
      case 'b':
        row.text(value === '1' || value === 'true' ? 'TRUE' : 'FALSE');
        return;
      case 'e':
        this.errors++;
        row.cell(value);
        return;
      case 'n':
        row.cell(this.numberText(value));
        return;
      default:
        row.cell(this.type === 'str' ? unescaped(value) : value);
    }
  }

  private numberText(value: string): string {
    const shape = shapeAt(this.reading.shapes, this.style);
    const short = value.length <= 15 && /^-?\d+(\.\d*[1-9])?$/.test(value);
    if (shape.kind === 'number' && short) return value;
    const number = Number(value);
    return Number.isFinite(number) ? textOfNumber(number, shape, this.reading.is1904) : value;
  }

  private copyShared(index: number): void {
    const { bytes, ends } = this.reading.strings;
    const from = ends[index];
    const to = ends[index + 1];
    if (from === undefined || to === undefined) this.broken = true;
    else this.row.copy(bytes, from, to);
  }

  private endRow(): void {
    if (this.broken) return;
    if (this.columns.length === 0) return;
    if (this.columns.length > 1) this.isBody = true;
    if (this.down.size > 0) this.fillDown();
    const { out } = this;
    while (this.written < this.rowAt) {
      out.byte(newline);
      this.written++;
    }
    const order = this.inOrder();
    let column = 0;
    for (const cell of order) {
      for (; column < this.columns[cell]!; column++) out.byte(comma);
      out.copy(this.row.bytes, this.froms[cell]!, this.froms[cell + 1] ?? this.row.length);
    }
    this.filled++;
    this.width = Math.max(this.width, column + 1);
    out.byte(newline);
    this.written++;
    if (this.rowHidden) this.hiddenRows++;
  }

  /** The row's cells from left to right; of two for one column the last. */
  private inOrder(): number[] {
    const { columns } = this;
    const cells = columns.map((_, i) => i);
    if (columns.every((column, i) => i === 0 || column > columns[i - 1]!)) return cells;
    return cells
      .sort((a, b) => columns[a]! - columns[b]! || a - b)
      .filter((cell, i, all) => columns[cell] !== columns[all[i + 1] ?? -1]);
  }
}
