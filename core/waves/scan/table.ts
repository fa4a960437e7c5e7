import { fail, ok, type Result } from '../../model/result.ts';
import type { ImportFault } from '../faults.ts';
import { dialectOf, usualWidth, wholeLines, widthsOf } from './dialect.ts';
import { readAsText, type TextBytes } from './encoding.ts';
import { type Dialect, RowReader } from './rows.ts';

/** A file understood as a table: its header is read, its rows are not. */
export interface Table {
  text: TextBytes;
  dialect: Dialect;
  /** As they stand in the file. */
  headers: readonly string[];
  /** A second header row's text for each column, else empty texts. */
  wordings: readonly string[];
  /** Lines before the first row of answers. */
  headLines: number;
  /** Where the rows begin, in bytes. */
  bodyFrom: number;
}

/** Finds the header of a survey file: past a `sep=` line or a title, through the two or three header rows some tools write. */
export function openTable(file: Uint8Array): Result<Table, ImportFault> {
  const read = readAsText(file);
  if (!read.ok) return read;
  const text = read.value;
  const { dialect, from } = startOf(text);
  const reader = new RowReader(text, dialect, from, from > 0 ? 2 : 1);
  const usual = usualWidth(widthsOf({ ...text, bytes: wholeLines(text.bytes.subarray(from)) }, dialect));
  if (!skipTitle(reader, usual)) return fail(reader.fault ?? { kind: 'empty' });
  const headers = cellsOf(reader);
  const head = { bodyFrom: reader.read, headLines: linesBefore(text.bytes, reader.read) };
  const { rows, wordings } = furtherHeaderRows(reader, headers);
  const again = new RowReader(text, dialect, head.bodyFrom, head.headLines + 1);
  for (let i = 0; i < rows; i++) nextRow(again);
  const bodyFrom = again.read;
  if (!nextRow(again))
    return fail(
      again.fault ? namedFault(again.fault, headers) : { kind: 'headerOnly', columns: headers.length },
    );
  return ok({ text, dialect, headers, wordings, bodyFrom, headLines: linesBefore(text.bytes, bodyFrom) });
}

/** A reader that stands before the first row of answers. */
export function rowsOf(table: Table): RowReader {
  return new RowReader(table.text, table.dialect, table.bodyFrom, table.headLines + 1);
}

/** Moves to the next row that has something in it. */
export function nextRow(reader: RowReader): boolean {
  while (reader.next()) if (!reader.isBlank()) return true;
  return false;
}

/** The cell's header in a `cellTooLong` fault, in place of the column's number the reader knows. */
export function namedFault(fault: ImportFault, headers: readonly string[]): ImportFault {
  if (fault.kind !== 'cellTooLong') return fault;
  return { ...fault, column: headers[Number(fault.column) - 1] ?? fault.column };
}

/** Excel writes and honours a first line `sep=;`. */
function startOf(text: TextBytes): { dialect: Dialect; from: number } {
  const first = /^sep=([,;\t|])(\r\n|\r|\n)/i.exec(String.fromCharCode(...text.bytes.subarray(0, 8)));
  if (!first) return { dialect: dialectOf(text), from: 0 };
  const rest = { ...text, bytes: text.bytes.subarray(first[0].length) };
  const delimiter = first[1] as Dialect['delimiter'];
  return { dialect: { ...dialectOf(rest), delimiter }, from: first[0].length };
}

/** Lines with one cell above a wide table are its title. */
function skipTitle(reader: RowReader, usual: number): boolean {
  for (let i = 0; i < 20; i++) {
    if (!nextRow(reader)) return false;
    const filled = cellsOf(reader).filter((cell) => cell.trim() !== '').length;
    if (usual < 3 || filled > 1) return true;
  }
  return true;
}

function cellsOf(reader: RowReader): string[] {
  return Array.from({ length: reader.count }, (_, cell) => reader.text(cell));
}

/**
 * Qualtrics writes three header rows: names, wordings, and JSON with `ImportId`. SurveyMonkey writes two, the second
 * with nothing under the respondent's own columns and "Response" or the choices under the questions.
 */
function furtherHeaderRows(reader: RowReader, headers: readonly string[]) {
  const below: string[][] = [];
  while (below.length < 2 && nextRow(reader)) below.push(cellsOf(reader));
  const none = headers.map(() => '');
  const ids = below.findIndex(
    (cells) => cells.filter((c) => c.includes('"ImportId"')).length * 2 > headers.length,
  );
  if (ids >= 0) return { rows: ids + 1, wordings: ids === 1 ? fitted(below[0]!, headers.length) : none };
  if (isSubHeader(headers, below[0] ?? [])) return { rows: 1, wordings: fitted(below[0]!, headers.length) };
  return { rows: 0, wordings: none };
}

function isSubHeader(headers: readonly string[], second: readonly string[]): boolean {
  const first = (headers[0] ?? '').trim().toLowerCase();
  if (!/^respondent ?id$/.test(first) || (second[0] ?? '').trim() !== '') return false;
  return second.some((cell) => cell.trim() !== '');
}

const fitted = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, i) => cells[i]?.trim() ?? '');

function linesBefore(bytes: Uint8Array, to: number): number {
  let lines = 0;
  for (let i = 0; i < to; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) lines++;
  return lines;
}
