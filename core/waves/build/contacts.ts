import { fail, ok, type Result } from '../../model/result.ts';
import { noDay } from '../cells/dates.ts';
import type { ContactsFault, ImportFault } from '../faults.ts';
import type { ColumnRole, Mapping } from '../mapping.ts';
import type { BuildNote } from '../outcome.ts';
import type { PersonText } from '../people/people.ts';
import type { Steps } from '../recognise/inspect.ts';
import type { RowReader } from '../scan/rows.ts';
import { namedFault, nextRow, readSoFar, rowsOf, tableSteps } from '../scan/table.ts';
import { DayReader, NumberReader, TextReader } from './columns.ts';
import { type FittedColumn, fitMapping, uniqueNames } from './fit.ts';
import { withDecimalMarks } from './marks.ts';
import { OptOutJudge } from './optOut.ts';
import { dateOrders } from './order.ts';
import { unclosedNote } from './read.ts';

/** The text fields of a person that a contacts file may fill. */
export type ContactText = Exclude<PersonText, 'key' | 'comment' | 'answeredOn'>;
export const contactTexts: readonly ContactText[] = [
  'name',
  'email',
  'phone',
  'timeZone',
  'language',
  'role',
  'crmId',
  'accountName',
  'accountCrmId',
  'accountManager',
];

/** One line of a contacts and accounts file: a person, or with neither id nor e-mail an account. */
export interface Contact {
  line: number;
  id: string;
  texts: Record<ContactText, string>;
  revenue: number | null;
  /** Day since when the account is a customer; `noDay` where unknown. */
  since: number;
  optOut: boolean;
  /** One per `ContactTable.dimensions`; empty where unknown. */
  segments: readonly string[];
}

/** A contacts and accounts file as it was read. */
export interface ContactTable {
  dimensions: readonly string[];
  contacts: readonly Contact[];
  notes: readonly BuildNote[];
}

/** Reads a contacts and accounts file. It needs at least one column to join by. Yields the bytes read so far. */
export function* readContacts(
  file: Uint8Array,
  mapping: Mapping,
): Steps<Result<ContactTable, ContactsFault>> {
  const opened = yield* tableSteps(file, mapping.sheet);
  if (!opened.ok) return fail(asContactsFault(opened.why));
  const table = opened.value;
  const fitted = fitMapping(table.headers, mapping);
  const joining: readonly ColumnRole[] = ['respondentId', 'email', 'crmId', 'account'];
  if (!fitted.ok || !fitted.value.some(({ column }) => joining.includes(column.role)))
    return fail({ kind: 'nothingToJoinBy', columns: table.headers.length });
  const columns = withDecimalMarks(table, fitted.value);
  const reader = rowsOf(table);
  const lines = new ContactReader(reader, columns, dateOrders(table, columns));
  const contacts: Contact[] = [];
  while (nextRow(reader)) {
    contacts.push(lines.read());
    if (contacts.length % 8192 === 0) yield readSoFar(table, reader);
  }
  if (reader.fault) return fail(asContactsFault(namedFault(reader.fault, table.headers)));
  return ok({ dimensions: lines.dimensions, contacts, notes: [...lines.notes(), ...unclosedNote(reader)] });
}

/** Reading a file's text fails in the same ways for both files; the other faults need a score and cannot come here. */
export function asContactsFault(fault: ImportFault): ContactsFault {
  switch (fault.kind) {
    case 'empty':
    case 'notACsv':
    case 'undecodable':
    case 'headerOnly':
    case 'damagedWorkbook':
    case 'workbookTooLarge':
    case 'sheetAbsent':
    case 'cellTooLong':
    case 'tooManyColumns':
      return fault;
    default:
      return { kind: 'nothingToJoinBy', columns: 0 };
  }
}

class ContactReader {
  readonly dimensions: readonly string[];
  private readonly reader: RowReader;
  private readonly texts: ReadonlyMap<ColumnRole, TextReader>;
  private readonly segments: readonly TextReader[];
  private readonly revenue: NumberReader | null;
  private readonly since: DayReader | null;
  private readonly optOuts: readonly { text: TextReader; judge: OptOutJudge }[];

  constructor(
    reader: RowReader,
    fitted: readonly FittedColumn[],
    orders: ReadonlyMap<number, 'dmy' | 'mdy'>,
  ) {
    this.reader = reader;
    const text = ({ cell, column }: FittedColumn) => new TextReader(reader, cell, column);
    this.texts = new Map(fitted.map((at) => [at.column.role, text(at)] as const).reverse());
    const segments = fitted.filter(({ column }) => column.role === 'segment');
    this.dimensions = uniqueNames(segments.map(({ column }) => column));
    this.segments = segments.map(text);
    this.optOuts = fitted.flatMap((at) => {
      const { header, role } = at.column;
      if (role !== 'optOut' && role !== 'optIn') return [];
      return [{ text: text(at), judge: new OptOutJudge(header, role) }];
    });
    const revenue = fitted.find(({ column }) => column.role === 'revenue');
    const since = fitted.find(({ column }) => column.role === 'customerSince');
    this.revenue = revenue ? new NumberReader(reader, revenue.cell, revenue.column) : null;
    this.since = since
      ? new DayReader(reader, since.cell, since.column, orders.get(since.cell) ?? 'dmy')
      : null;
  }

  read(): Contact {
    const text = (role: ColumnRole): string => this.texts.get(role)?.read() ?? '';
    const revenue = this.revenue?.read() ?? Number.NaN;
    return {
      line: this.reader.line,
      id: text('respondentId'),
      texts: {
        name: text('name') || `${text('firstName')} ${text('lastName')}`.trim(),
        email: text('email'),
        phone: text('phone'),
        timeZone: text('timeZone'),
        language: text('language'),
        role: text('role'),
        crmId: text('crmId'),
        accountName: text('account'),
        accountCrmId: text('accountCrmId'),
        accountManager: text('accountManager'),
      },
      revenue: Number.isNaN(revenue) ? null : revenue,
      since: this.since?.read() ?? noDay,
      optOut: this.isOptedOut(),
      segments: this.segments.map((segment) => segment.read()),
    };
  }

  notes(): BuildNote[] {
    return this.optOuts.flatMap(({ judge }) => judge.notes());
  }

  private isOptedOut(): boolean {
    let isOut = false;
    for (const { text, judge } of this.optOuts) {
      const said = text.read();
      if (judge.isOut(said)) isOut = true;
      judge.count(said);
    }
    return isOut;
  }
}
