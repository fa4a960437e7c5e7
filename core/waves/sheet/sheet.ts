import { fail, ok, type Result } from '../../model/result.ts';
import type { ImportFault } from '../faults.ts';
import type { SheetFacts, SheetName } from '../inspection.ts';
import type { Steps } from '../steps.ts';
import { HeadRows } from './head.ts';
import { openPackage, type Package, readPart } from './package.ts';
import { SheetRows } from './rows.ts';
import { sharedStrings } from './strings.ts';
import { shapesOf } from './styles.ts';
import { type SheetEntry, type Workbook, workbookOf } from './workbook.ts';

/** A sheet as CSV, one line a row, and what was found beside its cells. */
export interface SheetText {
  bytes: Uint8Array;
  /** Its columns: the widest row decides. */
  width: number;
  facts: SheetFacts;
}

/** A sheet written out as CSV may take this many bytes; and beyond `freeText` this many times what its workbook takes. */
const textLimit = 1_200_000_000;
const freeText = 64_000_000;
const textRatio = 100;

/**
 * Reads one sheet of an XLSX workbook as CSV: the one asked for, else the visible one that looks most like a table.
 * Memory holds the shared texts and the CSV, never the document. Yields bytes of the file, more or less.
 */
export function* readSheet(file: Uint8Array, wanted?: string): Steps<Result<SheetText, ImportFault>> {
  const pack = openPackage(file);
  if (!pack.ok) return pack;
  const book = yield* workbookOf(pack.value);
  if (!book.ok) return book;
  const sheets = yield* lookedAt(pack.value, book.value.sheets);
  const chosen = chooseSheet(sheets, wanted);
  if (!chosen)
    return fail({ kind: 'sheetAbsent', sheet: wanted ?? '', sheets: sheets.map(({ name }) => name) });
  return yield* textOf(pack.value, book.value, chosen, sheets);
}

interface Looked extends SheetName {
  entry: SheetEntry;
  fit: number;
}

/** The head of every sheet: how wide it is, how even, how long as far as can be told. */
function* lookedAt(pack: Package, entries: readonly SheetEntry[]): Generator<number, Looked[], void> {
  const sheets: Looked[] = [];
  for (const entry of entries) {
    const head = new HeadRows();
    // A sheet that cannot be read is found out when it is chosen.
    yield* readPart(pack, entry.part, head, () => !head.isEnough());
    const packed = pack.parts.get(entry.part.toLowerCase())?.packed ?? 0;
    const { name, hidden } = entry;
    sheets.push({ name, hidden, columns: head.usual(), ...head.rows(), entry, fit: head.fit(packed) });
  }
  return sheets;
}

function chooseSheet(sheets: readonly Looked[], wanted: string | undefined): Looked | null {
  if (wanted !== undefined) return sheets.find(({ name }) => name === wanted) ?? null;
  const shown = sheets.filter(({ hidden }) => !hidden);
  return [...(shown.length > 0 ? shown : sheets)].sort((a, b) => b.fit - a.fit)[0] ?? null;
}

function* textOf(
  pack: Package,
  book: Workbook,
  chosen: Looked,
  sheets: readonly Looked[],
): Steps<Result<SheetText, ImportFault>> {
  const strings = yield* sharedStrings(pack, book.strings);
  if (!strings.ok) return strings;
  const shapes = yield* shapesOf(pack, book.styles);
  if (!shapes.ok) return shapes;
  const reading = { strings: strings.value, shapes: shapes.value, is1904: book.is1904, merged: [] };
  let rows = new SheetRows(reading);
  let fault = yield* readRows(pack, chosen.entry.part, rows);
  const { merged } = rows;
  if (!fault && merged.length > 0) {
    // Merged ranges stand below the cells: only now is it known which values they hide.
    rows = new SheetRows({ ...reading, merged }, rows.out.length + 1024);
    fault = yield* readRows(pack, chosen.entry.part, rows);
  }
  if (fault) return fail(fault);
  const facts: SheetFacts = {
    name: chosen.name,
    sheets: sheets.map(({ entry: _, fit: __, ...sheet }) => sheet),
    hiddenColumns: placesOf(rows.hiddenColumns, rows.width),
    hiddenRows: rows.hiddenRows,
    mergedRanges: merged.length,
    mergedDown: rows.mergedDown,
    errorCells: rows.errors,
    formulasWithoutValue: rows.uncounted,
  };
  return ok({ bytes: rows.out.done(), width: rows.width, facts });
}

function* readRows(
  pack: Package,
  part: string,
  rows: SheetRows,
): Generator<number, ImportFault | null, void> {
  const limit = Math.min(textLimit, Math.max(freeText, pack.file.length * textRatio));
  const fits = (): boolean => rows.out.length <= limit;
  const fault = yield* readPart(pack, part, rows, () => !rows.broken && fits());
  if (rows.broken) return { kind: 'damagedWorkbook' };
  return fits() ? fault : { kind: 'workbookTooLarge' };
}

function placesOf(ranges: readonly { from: number; to: number }[], width: number): number[] {
  const places = new Set<number>();
  for (const { from, to } of ranges) for (let at = from; at <= to && at < width; at++) places.add(at);
  return [...places].sort((a, b) => a - b);
}
