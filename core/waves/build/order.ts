import { type DateOrder, type OrderEvidence, orderOf, readDate, tallyOrder } from '../cells/dates.ts';
import { nextRow, rowsOf, type Table } from '../scan/table.ts';
import type { FittedColumn } from './fit.ts';

const lookedRows = 200_000;

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

function gather(table: Table, open: { cell: number; evidence: OrderEvidence; amPm: boolean }[]): void {
  const reader = rowsOf(table);
  for (let row = 0; row < lookedRows && nextRow(reader); row++)
    for (const column of open) {
      const text = reader.text(column.cell).trim();
      const reading = readDate(text);
      if (reading?.kind !== 'pair') continue;
      tallyOrder(column.evidence, reading, 1);
      column.amPm ||= /[ap]\.?m\.?$/i.test(text);
    }
}
