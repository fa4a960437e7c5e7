import { isoDay } from '../cells/dates.ts';
import { saysYes } from '../cells/yes.ts';
import type { ColumnRole } from '../mapping.ts';
import type { RowReader } from '../scan/rows.ts';
import type { Person } from '../wave.ts';
import { NumberReader, TextReader } from './columns.ts';
import { plainEmail } from './draft.ts';
import { columnOf, type FittedColumn } from './fit.ts';

/** Roles that say something about who answered: with none of them a file names nobody. */
export const personRoles: readonly ColumnRole[] = [
  'respondentId',
  'email',
  'name',
  'firstName',
  'lastName',
  'phone',
  'timeZone',
  'language',
  'role',
  'crmId',
  'account',
  'accountCrmId',
  'accountManager',
  'revenue',
  'optOut',
  'comment',
];

/** Reads the person of a row. */
export class PersonReader {
  readonly revenue: NumberReader | null;
  private readonly texts: ReadonlyMap<ColumnRole, TextReader>;
  private readonly wave: string;
  private readonly isoDays = new Map<number, string>();

  constructor(reader: RowReader, named: readonly FittedColumn[], wave: string) {
    this.wave = wave;
    this.texts = new Map(
      named.map(({ cell, column }) => [column.role, new TextReader(reader, cell, column)] as const).reverse(),
    );
    const revenue = columnOf(named, 'revenue');
    this.revenue = revenue ? new NumberReader(reader, revenue.cell, revenue.column) : null;
  }

  read(row: number, score: number | null, day: number): Person {
    const text = (role: ColumnRole): string => this.texts.get(role)?.read() ?? '';
    const email = text('email');
    const id = text('respondentId');
    const revenue = this.revenue?.read() ?? Number.NaN;
    return {
      row,
      key: keyOf(id, email, this.wave, row),
      name: text('name') || `${text('firstName')} ${text('lastName')}`.trim(),
      email,
      phone: text('phone'),
      timeZone: text('timeZone'),
      language: text('language'),
      role: text('role'),
      crmId: text('crmId'),
      accountName: text('account'),
      accountCrmId: text('accountCrmId'),
      accountManager: text('accountManager'),
      revenue: Number.isNaN(revenue) ? null : revenue,
      optOut: saysYes(text('optOut')),
      comment: text('comment'),
      score,
      answeredOn: this.answeredOn(day),
    };
  }

  private answeredOn(day: number): string {
    const known = this.isoDays.get(day);
    if (known !== undefined) return known;
    const iso = isoDay(day);
    this.isoDays.set(day, iso);
    return iso;
  }
}

function keyOf(id: string, email: string, wave: string, row: number): string {
  if (id !== '') return `id:${id}`;
  return email === '' ? `row:${wave}:${row}` : `mail:${plainEmail(email)}`;
}
