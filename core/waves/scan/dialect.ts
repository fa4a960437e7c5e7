import type { Delimiter } from '../inspection.ts';
import type { TextBytes } from './encoding.ts';
import { type Dialect, RowReader } from './rows.ts';

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
const lookedBytes = 262_144;
const lookedRows = 300;

/**
 * Which delimiter and quote a table uses: the delimiter that cuts most rows, and the first one, into equally many
 * cells. A text without any is a table of one column.
 */
export function dialectOf(text: TextBytes): Dialect {
  const head = { ...text, bytes: wholeLines(text.bytes) };
  const quote = quoteOf(head.bytes);
  let best: Dialect = { delimiter: ',', quote };
  let bestFit = 0;
  for (const delimiter of delimiters) {
    const fit = fitOf(widthsOf(head, { delimiter, quote }));
    if (fit > bestFit + 1e-9) {
      best = { delimiter, quote };
      bestFit = fit;
    }
  }
  return best;
}

/** The most frequent number of cells among rows that have any. */
export function usualWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let usual = 0;
  for (const [width, count] of counts) {
    const most = counts.get(usual) ?? 0;
    if (count > most || (count === most && width > usual)) usual = width;
  }
  return usual;
}

/** Cells per row, at the head of the table. */
export function widthsOf(text: TextBytes, dialect: Dialect): number[] {
  const reader = new RowReader(text, dialect);
  const widths: number[] = [];
  while (widths.length < lookedRows && reader.next()) if (!reader.isBlank()) widths.push(reader.count);
  return widths;
}

function fitOf(widths: readonly number[]): number {
  const usual = usualWidth(widths);
  if (usual < 2) return 0;
  const share = widths.filter((width) => width === usual).length / widths.length;
  const first = widths[0] === usual ? 1 : 0.5;
  return share * share * first * Math.min(1 + Math.log2(usual), 5);
}

/** The head of the file, cut after a line end, so that the last row is whole. */
export function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= lookedBytes) return bytes;
  const head = bytes.subarray(0, lookedBytes);
  const cut = Math.max(head.lastIndexOf(10), head.lastIndexOf(13));
  return cut > 0 ? head.subarray(0, cut + 1) : head;
}

/** Apostrophes quote cells only where many cells begin with one and no cell begins with a double quote. */
function quoteOf(bytes: Uint8Array): '"' | "'" {
  let double = 0;
  let single = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte !== 34 && byte !== 39) continue;
    const before = i === 0 ? 10 : bytes[i - 1]!;
    if (before !== 10 && before !== 13 && !delimiters.some((d) => d.charCodeAt(0) === before)) continue;
    if (byte === 34) double++;
    else single++;
  }
  return double === 0 && single >= 4 ? "'" : '"';
}
