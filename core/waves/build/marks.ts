import { type DecimalMark, decimalMarkOf, noMarks, tallyMark, usualMark } from '../cells/marks.ts';
import type { ColumnRole } from '../mapping.ts';
import { DistinctCells } from '../scan/distinct.ts';
import { nextRow, rowsOf, type Table } from '../scan/table.ts';
import type { FittedColumn } from './fit.ts';

const lookedRows = 200_000;
const differentNumbers = 65_536;
/** After so many rows, and again and again, it is asked whether every column is settled. */
const soonRows = 5000;

/** Roles whose numbers are never thousands. */
const small: ReadonlySet<ColumnRole> = new Set(['score', 'rating', 'weight']);

/** The same columns, those of numbers with their decimal mark: as declared, else by their own values. */
export function withDecimalMarks(table: Table, fitted: readonly FittedColumn[]): FittedColumn[] {
  const open = fitted.filter(
    ({ column }) => !column.decimalMark && (small.has(column.role) || column.role === 'revenue'),
  );
  const marks = decimalMarks(
    table,
    open.map(({ cell, column }) => ({ cell, isSmall: small.has(column.role) })),
  );
  return fitted.map(({ cell, column }) => {
    const decimalMark = column.decimalMark ?? marks.get(cell);
    return decimalMark ? { cell, column: { ...column, decimalMark } } : { cell, column };
  });
}

/**
 * The decimal mark of columns of numbers, by cell. Each different number is looked at once, and no further than until
 * every column has one that can be read in one way only, or none that is open.
 */
export function decimalMarks(
  table: Table,
  columns: readonly { cell: number; isSmall: boolean }[],
): Map<number, DecimalMark> {
  const usual = usualMark(table.dialect.delimiter);
  const evidences = columns.length > 0 ? gather(table, columns) : [];
  return new Map(
    columns.map(({ cell, isSmall }, i) => [cell, decimalMarkOf(evidences[i]!, usual, isSmall).mark]),
  );
}

function gather(table: Table, columns: readonly { cell: number }[]) {
  const reader = rowsOf(table);
  const found = columns.map(({ cell }) => ({
    cell,
    cells: new DistinctCells(reader, differentNumbers),
    seen: 0,
    evidence: noMarks(),
  }));
  const isSettled = (column: (typeof found)[number]): boolean => {
    const { cells, evidence } = column;
    while (column.seen < cells.size) tallyMark(evidence, cells.text(++column.seen));
    return evidence.point + evidence.comma > 0 || evidence.openPoint + evidence.openComma === 0;
  };
  for (let row = 1; row <= lookedRows && nextRow(reader); row++) {
    for (const { cell, cells } of found) cells.codeOf(cell);
    if (row % soonRows === 0 && found.every(isSettled)) break;
  }
  return found.map((column) => {
    isSettled(column);
    return column.evidence;
  });
}
