import { fail, ok, type Result } from '../../model/result.ts';
import { decimalMarks } from '../build/marks.ts';
import { dayOf, noDay, readDate } from '../cells/dates.ts';
import type { DecimalMark } from '../cells/marks.ts';
import { numberOf } from '../cells/numbers.ts';
import type { Steps } from '../recognise/inspect.ts';
import type { RowReader } from '../scan/rows.ts';
import { namedFault, nextRow, rowsOf, tableSteps } from '../scan/table.ts';
import type { ListFault } from './faults.ts';
import { type ListKind, type ListMapping, type ListRole, plainCell } from './mapping.ts';
import { usableMapping } from './recognise.ts';

/** One line of a list; texts trimmed, empty where the cell is. */
export interface ListLine {
  line: number;
  /** Every id the line gives its person. */
  personIds: readonly string[];
  email: string;
  accountCrmId: string;
  account: string;
  outcome: string;
  /** `noDay` where empty or unreadable. */
  day: number;
  revenue: number | null;
  revenueAfter: number | null;
  /** One per segment column of the mapping. */
  segments: readonly string[];
}

const linesAStep = 8192;

/**
 * Reads a list line by line and hands each to `take`. Answers with how many lines there were; yields the bytes read so
 * far. Reads whatever the survey's own reader does, and refuses alike.
 */
export function* readList(
  file: Uint8Array,
  kind: ListKind,
  mapping: ListMapping,
  take: (line: ListLine) => void,
): Steps<Result<number, ListFault>> {
  const usable = usableMapping(kind, mapping);
  if (!usable.ok) return usable;
  const opened = yield* tableSteps(file);
  if (!opened.ok) return opened;
  const table = opened.value;
  const cells = cellsOf(table.headers, mapping);
  const money = [...cells.revenue, ...cells.revenueAfter].map((cell) => ({ cell, isSmall: false }));
  const marks = decimalMarks(table, money);
  const reader = rowsOf(table);
  let lines = 0;
  while (nextRow(reader)) {
    take(lineOf(reader, cells, mapping.dateOrder, marks));
    if (++lines % linesAStep === 0) yield reader.read;
  }
  return reader.fault ? fail(namedFault(reader.fault, table.headers)) : ok(lines);
}

/** Names of the segment columns as they are shown, in the order of `ListLine.segments`. */
export function segmentNames(mapping: ListMapping): string[] {
  const names = mapping.columns.filter(({ role }) => role === 'segment').map(({ header }) => header.trim());
  return names.map((name, i) => (names.indexOf(name) < i ? `${name} (${i + 1})` : name || `Column ${i + 1}`));
}

type Cells = Readonly<Record<ListRole, readonly number[]>>;

function cellsOf(headers: readonly string[], { columns }: ListMapping): Cells {
  const at = (role: ListRole): number[] =>
    columns.flatMap((column, i) => {
      if (column.role !== role) return [];
      const place = headers[i] === column.header ? i : headers.indexOf(column.header);
      return place < 0 ? [] : [place];
    });
  return {
    personId: at('personId'),
    email: at('email'),
    accountCrmId: at('accountCrmId'),
    account: at('account'),
    outcome: at('outcome'),
    date: at('date'),
    revenue: at('revenue'),
    revenueAfter: at('revenueAfter'),
    segment: at('segment'),
    ignore: [],
  };
}

function lineOf(
  reader: RowReader,
  cells: Cells,
  order: ListMapping['dateOrder'],
  marks: ReadonlyMap<number, DecimalMark>,
): ListLine {
  const text = (cell: number | undefined): string => (cell === undefined ? '' : reader.text(cell).trim());
  const number = (cell: number | undefined): number | null => {
    const found = text(cell);
    return found === '' || cell === undefined ? null : numberOf(found, marks.get(cell));
  };
  const reading = cells.date.length > 0 ? readDate(text(cells.date[0])) : null;
  return {
    line: reader.line,
    personIds: cells.personId.map(text).filter((id) => id !== ''),
    email: text(cells.email[0]),
    accountCrmId: text(cells.accountCrmId[0]),
    account: text(cells.account[0]),
    outcome: plainCell(text(cells.outcome[0])),
    day: (reading && dayOf(reading, order)) ?? noDay,
    revenue: number(cells.revenue[0]),
    revenueAfter: number(cells.revenueAfter[0]),
    segments: cells.segment.map(text),
  };
}
