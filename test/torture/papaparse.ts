import { gunzipSync } from 'node:zlib';
import { csvOf } from '#core/exchange/index.ts';
import { numberOf } from '#core/waves/cells/numbers.ts';
import { dialectOf } from '#core/waves/scan/dialect.ts';
import { readAsText } from '#core/waves/scan/encoding.ts';
import { type Dialect, RowReader } from '#core/waves/scan/rows.ts';
import { bytesOf } from './files.ts';

type Cell = string | number | boolean | null;

/** A case of PapaParse's own tests, as the shared file holds it. */
export interface PapaCase {
  description: string;
  input: unknown;
  config?: {
    header?: boolean;
    delimiter?: string;
    quoteChar?: string;
    preview?: number;
    skipEmptyLines?: boolean | 'greedy';
  };
  expected: unknown;
}
type Cases = Record<'CORE_PARSER_TESTS' | 'PARSE_TESTS' | 'UNPARSE_TESTS', PapaCase[]>;

export const papaCases = (): Cases =>
  JSON.parse(gunzipSync(bytesOf('papaparse', 'papaparse_cases.json.gz')).toString());

const ours = [',', ';', '\t', '|'];

/** Whether our reader gives what PapaParse expects, with those of its options that mean something here. */
export function parsesAlike({ input, config = {}, expected }: PapaCase): boolean {
  const { data } = expected as { data: (Cell[] | Record<string, Cell | Cell[]>)[] };
  const rows = rowsIn(String(input), config);
  const body = config.header ? objectsOf(rows) : rows;
  const taken = config.preview ? body.slice(0, config.preview) : body;
  return taken.length === data.length && taken.every((row, i) => isAlike(row, data[i]));
}

/** A reader's rows: all of them, or without the empty ones where the case skips those. */
export function rowsIn(
  text: string,
  { delimiter, quoteChar, skipEmptyLines }: NonNullable<PapaCase['config']>,
): string[][] {
  const read = readAsText(new TextEncoder().encode(text));
  if (!read.ok) return [];
  const found = dialectOf(read.value);
  const stated = delimiter !== undefined && ours.includes(delimiter) ? { delimiter } : {};
  const quote = quoteChar === "'" ? { quote: quoteChar } : {};
  const reader = new RowReader(read.value, { ...found, ...stated, ...quote } as Dialect);
  const rows: string[][] = [];
  while (reader.next())
    if (!skipEmptyLines || !reader.isBlank())
      rows.push(Array.from({ length: reader.count }, (_, cell) => reader.text(cell)));
  return rows;
}

function objectsOf([headers = [], ...rows]: string[][]): Record<string, string | string[]>[] {
  return rows.map((cells) => {
    const object: Record<string, string | string[]> = {};
    for (const [i, header] of headers.entries()) if (i < cells.length) object[header] = cells[i]!;
    if (cells.length > headers.length) object.__parsed_extra = cells.slice(headers.length);
    return object;
  });
}

/** A number agrees with the text that means it; everything else must be the same text. */
function isAlike(a: unknown, b: unknown): boolean {
  if (typeof b === 'number') return typeof a === 'string' && numberOf(a) === b;
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  const keys = Object.keys(a);
  const of = (of: object, key: string): unknown => (of as Record<string, unknown>)[key];
  return keys.length === Object.keys(b).length && keys.every((key) => isAlike(of(a, key), of(b, key)));
}

/** Whether the table we write says the same, cell by cell, as the text PapaParse expects. */
export function writesAlike({ input, config = {}, expected }: PapaCase): boolean {
  const rows = tableFrom(input, config.header ?? true);
  if (!rows) return false;
  const written = rowsIn(csvOf(rows), {});
  return JSON.stringify(written) === JSON.stringify(rowsIn(String(expected), config));
}

/** The rows of a table given as rows, as objects or as names and data; null for what is no table. */
function tableFrom(input: unknown, headed: boolean): (string | number | null)[][] | null {
  const { fields, data } = input as { fields?: string[]; data?: unknown };
  if (fields || data) {
    const body = data === undefined ? [] : tableFrom(data, headed);
    return body && [...(fields ? [fields] : []), ...body];
  }
  if (!Array.isArray(input) || input.some((row) => typeof row !== 'object')) return null;
  if (input.every((row) => Array.isArray(row))) return input;
  const keys = Object.keys(input[0]);
  const rows = input.map((row) => keys.map((key) => row[key] ?? null));
  return headed ? [keys, ...rows] : rows;
}
