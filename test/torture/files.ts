import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportFault } from '#core/waves/index.ts';
import { nextRow, openTable, rowsOf, type Table } from '#core/waves/scan/table.ts';

const folder = fileURLToPath(new URL('../../../shared/data/torture', import.meta.url));

/** Whether the folder of difficult files stands beside the project; it is used in place, never copied. */
export const isHere = existsSync(folder);

/** The files of one of its folders. */
export const filesIn = (name: string): string[] =>
  readdirSync(join(folder, name), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

export const bytesOf = (name: string, file: string): Uint8Array =>
  new Uint8Array(readFileSync(join(folder, name, file)));

export type Read = { headers: readonly string[]; rows: string[][]; table: Table } | { why: ImportFault };

/** A whole file as the importer reads it; `rows` as they stand, empty lines left out. */
export function readWhole(bytes: Uint8Array, sheet?: string): Read {
  const opened = openTable(bytes, sheet);
  if (!opened.ok) return { why: opened.why };
  const reader = rowsOf(opened.value);
  const rows: string[][] = [];
  while (nextRow(reader)) rows.push(Array.from({ length: reader.count }, (_, cell) => reader.text(cell)));
  if (reader.fault) return { why: reader.fault };
  return { headers: opened.value.headers, rows, table: opened.value };
}

/** As `readWhole`, where the file must be a table. */
export function tableIn(name: string, file: string, sheet?: string): Exclude<Read, { why: ImportFault }> {
  const read = readWhole(bytesOf(name, file), sheet);
  if ('why' in read) throw new Error(`${name}/${file}: ${read.why.kind}`);
  return read;
}
