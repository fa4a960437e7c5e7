import { isoDay } from '../cells/dates.ts';
import { saysYes } from '../cells/yes.ts';
import type { ColumnRole } from '../mapping.ts';
import type { BuildNote } from '../outcome.ts';
import { type KeptCells, SharedCells, SingleCells } from '../people/cells.ts';
import { eachPerson, type PersonColumns, type PersonText, personFrom } from '../people/people.ts';
import { picked, resized } from '../people/resize.ts';
import { Utf8Sink } from '../people/sink.ts';
import type { RowReader } from '../scan/rows.ts';
import { noScore, type Person } from '../wave.ts';
import { NumberReader } from './columns.ts';
import { plainEmail } from './draft.ts';
import { columnOf, type FittedColumn } from './fit.ts';

/** Roles whose cells mostly differ from row to row. */
const singleRoles = [
  'respondentId',
  'email',
  'name',
  'firstName',
  'lastName',
  'phone',
  'crmId',
  'comment',
] as const satisfies readonly ColumnRole[];
/** Roles whose cells mostly repeat. */
const sharedRoles = [
  'timeZone',
  'language',
  'role',
  'account',
  'accountCrmId',
  'accountManager',
  'optOut',
] as const satisfies readonly ColumnRole[];
type CellRole = (typeof singleRoles)[number] | (typeof sharedRoles)[number];

/** Roles that say something about who answered: with none of them a file names nobody. */
export const personRoles: readonly ColumnRole[] = [...singleRoles, ...sharedRoles, 'revenue'];

/** Fields that stand in one column as they are. */
const roleOf: Readonly<Partial<Record<PersonText, CellRole>>> = {
  email: 'email',
  phone: 'phone',
  crmId: 'crmId',
  comment: 'comment',
  timeZone: 'timeZone',
  language: 'language',
  role: 'role',
  accountName: 'account',
  accountCrmId: 'accountCrmId',
  accountManager: 'accountManager',
};

/**
 * The people of a survey file, kept as places in it. A million persons as objects take a gigabyte; as six bytes a cell
 * they take a third of the file, and what is stored of them is copied from the file's own bytes.
 */
export class ImportedPeople implements PersonColumns {
  length = 0;
  private readonly cells = new Map<CellRole, KeptCells>();
  /** The cells behind each field that stands in one column as it is. */
  private readonly fields: Partial<Record<PersonText, KeptCells>> = {};
  private readonly inOrder: readonly KeptCells[];
  private readonly numbers: NumberReader | null;
  private revenues = new Float64Array(0);
  private scores: Uint8Array = new Uint8Array(0);
  private days: Int32Array = new Int32Array(0);
  private readonly wave: string;
  private readonly isoDays = new Map<number, string>();
  private readonly saidYes = new Map<string, boolean>();
  private readonly lower = new Utf8Sink();

  constructor(reader: RowReader, named: readonly FittedColumn[], wave: string, isClean: boolean) {
    this.wave = wave;
    for (const role of singleRoles) {
      const at = columnOf(named, role);
      if (at) this.cells.set(role, new SingleCells(reader, at.cell, at.column, isClean));
    }
    for (const role of sharedRoles) {
      const at = columnOf(named, role);
      if (at) this.cells.set(role, new SharedCells(reader, at.cell, at.column));
    }
    this.inOrder = [...this.cells.values()];
    for (const [field, role] of Object.entries(roleOf))
      this.fields[field as PersonText] = this.cells.get(role);
    const revenue = columnOf(named, 'revenue');
    this.numbers = revenue ? new NumberReader(reader, revenue.cell, revenue.column) : null;
  }

  /** Keeps the reader's current row as a row of the wave. */
  take(row: number): void {
    for (const cells of this.inOrder) cells.take(row);
    if (this.numbers) this.revenues[row] = this.numbers.read();
  }

  resize(rows: number): void {
    for (const cells of this.inOrder) cells.resize(rows);
    if (this.numbers) this.revenues = resized(this.revenues, rows);
  }

  /** Keeps only some rows, in this order. */
  pick(rows: Uint32Array): void {
    for (const cells of this.inOrder) cells.pick(rows);
    if (this.numbers) this.revenues = picked(this.revenues, rows);
  }

  /** All rows are there: what the wave's own columns say of them. */
  close(scores: Uint8Array, days: Int32Array): void {
    this.scores = scores;
    this.days = days;
    this.length = scores.length;
  }

  notes(): BuildNote[] {
    return this.numbers?.notes() ?? [];
  }

  at(row: number): Person | undefined {
    return row >= 0 && row < this.length ? personFrom(this, row) : undefined;
  }

  [Symbol.iterator](): Iterator<Person> {
    return eachPerson(this);
  }

  text(field: PersonText, row: number): string {
    if (field === 'name') return this.nameAt(row);
    if (field === 'key') return this.keyAt(row);
    if (field === 'answeredOn') return this.answeredOn(row);
    return this.fields[field]?.text(row) ?? '';
  }

  write(field: PersonText, row: number, into: Utf8Sink): void {
    if (field === 'key') this.writeKey(row, into);
    else if (field === 'name') this.writeName(row, into);
    else if (field === 'answeredOn') into.text(this.answeredOn(row));
    else this.fields[field]?.write(row, into);
  }

  has(field: PersonText, row: number): boolean {
    if (field === 'key') return true;
    if (field === 'name') return this.nameAt(row) !== '';
    if (field === 'answeredOn') return this.answeredOn(row) !== '';
    return this.fields[field]?.has(row) ?? false;
  }

  revenue(row: number): number | null {
    const value = this.numbers ? this.revenues[row]! : Number.NaN;
    return Number.isNaN(value) ? null : value;
  }

  optOut(row: number): boolean {
    const text = this.cell('optOut', row);
    if (text === '') return false;
    const known = this.saidYes.get(text) ?? saysYes(text);
    this.saidYes.set(text, known);
    return known;
  }

  score(row: number): number | null {
    const score = this.scores[row]!;
    return score === noScore ? null : score;
  }

  /** Whether the person has a name of their own: two rows without one are never the same person. */
  isKnown(row: number): boolean {
    return (this.cells.get('respondentId')?.has(row) ?? false) || this.has('email', row);
  }

  private cell(role: CellRole, row: number): string {
    return this.cells.get(role)?.text(row) ?? '';
  }

  private nameAt(row: number): string {
    return this.cell('name', row) || `${this.cell('firstName', row)} ${this.cell('lastName', row)}`.trim();
  }

  private writeName(row: number, into: Utf8Sink): void {
    const whole = this.cells.get('name');
    if (whole?.has(row)) whole.write(row, into);
    else into.text(this.nameAt(row));
  }

  private keyAt(row: number): string {
    const id = this.cell('respondentId', row);
    if (id !== '') return `id:${id}`;
    const email = this.cell('email', row);
    return email === '' ? `row:${this.wave}:${row}` : `mail:${plainEmail(email)}`;
  }

  private writeKey(row: number, into: Utf8Sink): void {
    const ids = this.cells.get('respondentId');
    if (ids?.has(row)) {
      into.text('id:');
      ids.write(row, into);
      return;
    }
    const { lower } = this;
    lower.length = 0;
    this.write('email', row, lower);
    if (lower.length > 0 && lower.lower()) {
      into.text('mail:');
      into.copy(lower.bytes, 0, lower.length);
    } else into.text(this.keyAt(row));
  }

  private answeredOn(row: number): string {
    const day = this.days[row]!;
    const known = this.isoDays.get(day);
    if (known !== undefined) return known;
    const iso = isoDay(day);
    this.isoDays.set(day, iso);
    return iso;
  }
}
