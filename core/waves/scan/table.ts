import { fail, ok, type Result } from '../../model/result.ts';
import type { ImportFault } from '../faults.ts';
import type { SheetFacts } from '../inspection.ts';
import { readSheet } from '../sheet/sheet.ts';
import type { Steps } from '../steps.ts';
import { dialectOf, usualWidth, wholeLines, widthsOf } from './dialect.ts';
import { readAsText, type TextBytes } from './encoding.ts';
import { isZip, kindOfZip } from './format.ts';
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
  /** Size of the file itself, in bytes. */
  fileSize: number;
  /** What was found in the workbook; null for a file of text. */
  sheet: SheetFacts | null;
}

/** Of the steps of reading a workbook, the part that unpacking takes. */
const unpackingShare = 0.7;

/** The sheets that were opened, for as long as somebody holds the file's bytes: a file is looked at, checked and read. */
const opened = new WeakMap<Uint8Array, { sheet: string | undefined; table: Table }>();

/** As `tableSteps`, at one go. */
export function openTable(file: Uint8Array, sheet?: string): Result<Table, ImportFault> {
  const steps = tableSteps(file, sheet);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Finds the header of a survey file: past a `sep=` line or a title, through the two or three header rows some tools
 * write. A workbook becomes text first: the sheet named, else the one that looks most like a table. Yields bytes read.
 */
export function* tableSteps(file: Uint8Array, sheet?: string): Steps<Result<Table, ImportFault>> {
  const known = opened.get(file);
  if (known && known.sheet === sheet) return ok(known.table);
  if (!isZip(file)) return tableOfText(file);
  const kind = kindOfZip(file);
  if (kind === 'damaged') return fail({ kind: 'damagedWorkbook' });
  if (kind !== 'xlsx') return fail({ kind: 'notACsv', looksLike: kind });
  const read = yield* inShare(readSheet(file, sheet));
  if (!read.ok) return read;
  const { bytes, width, facts } = read.value;
  if (bytes.length === 0) return fail({ kind: 'empty' });
  const text: TextBytes = { bytes, encoding: 'utf-8', utf8: true, strayBytes: 0 };
  const table = tableAt(text, { delimiter: ',', quote: '"', sheetWidth: width }, 0, {
    fileSize: file.length,
    sheet: facts,
  });
  if (table.ok) opened.set(file, { sheet, table: table.value });
  return table;
}

function* inShare<T>(steps: Steps<T>): Steps<T> {
  let most = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    most = Math.max(most, step.value);
    yield Math.round(most * unpackingShare);
  }
}

function tableOfText(file: Uint8Array): Result<Table, ImportFault> {
  const read = readAsText(file);
  if (!read.ok) return read;
  const { dialect, from } = startOf(read.value);
  return tableAt(read.value, dialect, from, { fileSize: file.length, sheet: null });
}

function tableAt(
  text: TextBytes,
  dialect: Dialect,
  from: number,
  about: Pick<Table, 'fileSize' | 'sheet'>,
): Result<Table, ImportFault> {
  const reader = new RowReader(text, dialect, from, from > 0 ? 2 : 1);
  const head = { ...text, bytes: wholeLines(text.bytes.subarray(from)) };
  const usual = usualWidth(widthsOf(head, { ...dialect, sheetWidth: 0 }));
  if (!skipTitle(reader, usual)) return fail(reader.fault ?? { kind: 'empty' });
  const headers = cellsOf(reader);
  const again = new RowReader(text, dialect, reader.read, reader.nextLine);
  const { rows, wordings } = furtherHeaderRows(reader, headers);
  for (let i = 0; i < rows; i++) nextRow(again);
  const bodyFrom = again.read;
  const headLines = again.nextLine - 1;
  if (!nextRow(again))
    return fail(
      again.fault ? namedFault(again.fault, headers) : { kind: 'headerOnly', columns: headers.length },
    );
  return ok({ text, dialect, headers, wordings, bodyFrom, headLines, ...about });
}

/** How much of the file is read when a reader of its table stands where it does, in bytes of the file. */
export function readSoFar({ text, fileSize, sheet }: Table, reader: RowReader): number {
  const share = reader.read / Math.max(text.bytes.length, 1);
  return Math.round(fileSize * (sheet ? unpackingShare + share * (1 - unpackingShare) : share));
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

/** Lines above a wide table that hold next to nothing, or are much narrower, are its title and what is said about it. */
function skipTitle(reader: RowReader, usual: number): boolean {
  for (let i = 0; i < 20; i++) {
    if (!nextRow(reader)) return false;
    const cells = cellsOf(reader);
    if (usual < 3 || isRespondentId(cells[0] ?? '')) return true;
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    const narrow = usual >= 6 && (cells.length < usual / 2 || filled < usual / 4);
    if (filled > 1 && !narrow) return true;
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
  if (!isRespondentId(headers[0] ?? '') || (second[0] ?? '').trim() !== '') return false;
  return second.some((cell) => cell.trim() !== '');
}

const isRespondentId = (cell: string): boolean => /^\s*respondent ?id\s*$/i.test(cell);

const fitted = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, i) => cells[i]?.trim() ?? '');
