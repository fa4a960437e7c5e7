import { type DateOrder, type OrderEvidence, orderOf, readDate, tallyOrder } from '../cells/dates.ts';
import { DistinctCells } from '../scan/distinct.ts';
import { nextRow, rowsOf, type Table } from '../scan/table.ts';
import type { FittedColumn } from './fit.ts';

const lookedRows = 200_000;
const differentDates = 65_536;
/** When so many rows hold no date that can be read two ways, none of the others is looked at. */
const soonRows = 5000;

/** Whether each date column is written day first or month first: as declared, else by its own values. By cell. */
export function dateOrders(table: Table, fitted: readonly FittedColumn[]): Map<number, DateOrder> {
  const orders = new Map<number, DateOrder>();
  const open: { cell: number; evidence: OrderEvidence; amPm: boolean }[] = [];
  for (const { cell, column } of fitted) {
    if (column.role !== 'date' && column.role !== 'customerSince') continue;
    if (column.dateOrder) orders.set(cell, column.dateOrder);
    else open.push({ cell, evidence: { dmy: 0, mdy: 0, open: 0 }, amPm: false });
  }
  if (open.length > 0) gather(table, open);
  for (const { cell, evidence, amPm } of open) orders.set(cell, orderOf(evidence, amPm).order);
  return orders;
}

function hasPair(cells: DistinctCells): boolean {
  for (let code = 1; code <= cells.size; code++) if (readDate(cells.text(code))?.kind === 'pair') return true;
  return false;
}

/** Each different date is read once, with its count: a year of answers has few, whatever the rows. */
function gather(table: Table, open: { cell: number; evidence: OrderEvidence; amPm: boolean }[]): void {
  const reader = rowsOf(table);
  const cells = open.map(() => new DistinctCells(reader, differentDates));
  for (let row = 0; row < lookedRows && nextRow(reader); row++) {
    for (let i = 0; i < open.length; i++) cells[i]!.codeOf(open[i]!.cell);
    if (row === soonRows && !cells.some(hasPair)) return;
  }
  open.forEach((column, i) => {
    const values = cells[i]!;
    for (let code = 1; code <= values.size; code++) {
      const text = values.text(code);
      const reading = readDate(text);
      if (reading?.kind !== 'pair') continue;
      tallyOrder(column.evidence, reading, values.countOf(code));
      column.amPm ||= /[ap]\.?m\.?$/i.test(text);
    }
  });
}
