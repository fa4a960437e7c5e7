import { fail, ok, type Result } from '../../model/result.ts';
import type { ImportFault } from '../faults.ts';
import type { ColumnMapping, ColumnRole, Mapping } from '../mapping.ts';
import { plainHeader } from '../recognise/headers.ts';

/** One column of the file and what the mapping says of it. */
export interface FittedColumn {
  cell: number;
  column: ColumnMapping;
}

/**
 * Finds the columns a mapping speaks of. A header that stands twice is taken in order; where a header has drifted in
 * case, spaces or punctuation it still fits. Columns the mapping does not name are ignored.
 */
export function fitMapping(
  headers: readonly string[],
  mapping: Mapping,
): Result<FittedColumn[], ImportFault> {
  const free = new Set(headers.keys());
  const take = (isIt: (header: string) => boolean): number => {
    for (const cell of free)
      if (isIt(headers[cell]!)) {
        free.delete(cell);
        return cell;
      }
    return -1;
  };
  const exact = mapping.columns.map((column) => ({
    column,
    cell: take((header) => header === column.header),
  }));
  const fitted = exact.map(({ column, cell }) => {
    if (cell >= 0) return { column, cell };
    const bare = lettersOf(column.header);
    return { column, cell: bare === '' ? -1 : take((header) => lettersOf(header) === bare) };
  });
  const used = fitted.filter(({ column }) => column.role !== 'ignore');
  const absent = used.filter(({ cell }) => cell < 0).map(({ column }) => column.header);
  return absent.length > 0 ? fail({ kind: 'mappedColumnsAbsent', headers: absent }) : ok(used);
}

const lettersOf = (header: string): string => plainHeader(header).replaceAll(' ', '');

/** The column of a role that only one may have; the first where the mapping names several. */
export function columnOf(fitted: readonly FittedColumn[], role: ColumnRole): FittedColumn | undefined {
  return fitted.find(({ column }) => column.role === role);
}

/** Names as shown, each its own: a second "Region" becomes "Region (2)". */
export function uniqueNames(columns: readonly ColumnMapping[]): string[] {
  const used = new Set<string>();
  return columns.map((column) => {
    const name = column.label?.trim() || column.header.trim() || 'No name';
    let own = name;
    for (let n = 2; used.has(own); n++) own = `${name} (${n})`;
    used.add(own);
    return own;
  });
}
