import { isoDay } from '../cells/dates.ts';
import type { ColumnRole } from '../mapping.ts';
import type { BuildNote } from '../outcome.ts';
import { type KeptCells, PersonWords, SharedCells, SingleCells } from '../people/cells.ts';
import {
  eachPerson,
  type FieldCells,
  noCells,
  type PersonColumns,
  type PersonText,
  personFrom,
} from '../people/people.ts';
import { picked, resized } from '../people/resize.ts';
import { Utf8Sink } from '../people/sink.ts';
import { hashBytes } from '../scan/hashBytes.ts';
import type { RowReader } from '../scan/rows.ts';
import { noScore, type Person } from '../wave.ts';
import { NumberReader } from './columns.ts';
import { plainEmail } from './draft.ts';
import { columnOf, type FittedColumn } from './fit.ts';
import { OptOutCells } from './optOut.ts';

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
  'optIn',
] as const satisfies readonly ColumnRole[];
type CellRole = (typeof singleRoles)[number] | (typeof sharedRoles)[number];

/** Roles that say something about who answered: with none of them a file names nobody. */
export const personRoles: readonly ColumnRole[] = [...singleRoles, ...sharedRoles, 'revenue'];

/**
 * The people of a survey file, kept as places in it. A million persons as objects take a gigabyte; as two words a cell
 * they take a third of the file, and what is stored of them is copied from the file's own bytes.
 */
export class ImportedPeople implements PersonColumns {
  length = 0;
  private readonly words = new PersonWords();
  private readonly cells: Readonly<Record<CellRole, KeptCells | null>>;
  private readonly inOrder: readonly KeptCells[];
  private readonly fields: Readonly<Record<PersonText, FieldCells>>;
  private readonly keys: KeyCells;
  private readonly numbers: NumberReader | null;
  private revenues = new Float64Array(0);
  private scores: Uint8Array = new Uint8Array(0);
  private days: Int32Array = new Int32Array(0);
  private readonly optOuts: readonly OptOutCells[];
  /** 1 where another answer of the person, which does not count, says that they must not be contacted. */
  private carriedOut: Uint8Array | null = null;

  constructor(reader: RowReader, named: readonly FittedColumn[], wave: string, isClean: boolean) {
    const { words } = this;
    const single = (role: CellRole): SingleCells | null => {
      const at = columnOf(named, role);
      return at ? new SingleCells(words, reader, at, isClean) : null;
    };
    const shared = (role: CellRole): KeptCells | null => {
      const at = columnOf(named, role);
      return at ? new SharedCells(words, reader, at) : null;
    };
    const id = single('respondentId');
    this.cells = {
      respondentId: id,
      email: single('email'),
      name: single('name'),
      firstName: single('firstName'),
      lastName: single('lastName'),
      phone: single('phone'),
      crmId: single('crmId'),
      comment: single('comment'),
      timeZone: shared('timeZone'),
      language: shared('language'),
      role: shared('role'),
      account: shared('account'),
      accountCrmId: shared('accountCrmId'),
      accountManager: shared('accountManager'),
      optOut: shared('optOut'),
      optIn: shared('optIn'),
    };
    const { cells } = this;
    this.inOrder = Object.values(cells).filter((kept) => kept !== null);
    this.keys = new KeyCells(id, cells.email ?? noCells, wave);
    this.fields = {
      key: this.keys,
      name: nameCells(cells.name, cells.firstName ?? noCells, cells.lastName ?? noCells),
      email: cells.email ?? noCells,
      phone: cells.phone ?? noCells,
      crmId: cells.crmId ?? noCells,
      comment: cells.comment ?? noCells,
      timeZone: cells.timeZone ?? noCells,
      language: cells.language ?? noCells,
      role: cells.role ?? noCells,
      accountName: cells.account ?? noCells,
      accountCrmId: cells.accountCrmId ?? noCells,
      accountManager: cells.accountManager ?? noCells,
      answeredOn: new DayCells(() => this.days),
    };
    this.optOuts = (['optOut', 'optIn'] as const).flatMap((role) => {
      const kept = cells[role];
      return kept ? [new OptOutCells(kept, columnOf(named, role)!.column.header, role)] : [];
    });
    const revenue = columnOf(named, 'revenue');
    this.numbers = revenue ? new NumberReader(reader, revenue.cell, revenue.column) : null;
  }

  /** Keeps the reader's current row as a row of the wave. */
  take(row: number): void {
    for (const cells of this.inOrder) cells.take(row);
    if (this.numbers) this.revenues[row] = this.numbers.read();
  }

  resize(rows: number): void {
    this.words.resize(rows);
    if (this.numbers) this.revenues = resized(this.revenues, rows);
  }

  /** Keeps only some rows, in this order. */
  pick(rows: Uint32Array): void {
    this.words.pick(rows);
    if (this.numbers) this.revenues = picked(this.revenues, rows);
    if (this.carriedOut) this.carriedOut = picked(this.carriedOut, rows);
  }

  /** Puts opt-outs on rows whose person said so in an answer that does not count. */
  carryOptOuts(rows: readonly number[]): void {
    if (rows.length === 0) return;
    this.carriedOut ??= new Uint8Array(this.length);
    for (const row of rows) this.carriedOut[row] = 1;
  }

  /** All rows are there: what the wave's own columns say of them. */
  close(scores: Uint8Array, days: Int32Array): void {
    this.scores = scores;
    this.days = days;
    this.length = scores.length;
  }

  notes(): BuildNote[] {
    return [...(this.numbers?.notes() ?? []), ...this.optOuts.flatMap((column) => column.notes(this.length))];
  }

  at(row: number): Person | undefined {
    return row >= 0 && row < this.length ? personFrom(this, row) : undefined;
  }

  [Symbol.iterator](): Iterator<Person> {
    return eachPerson(this);
  }

  field(name: PersonText): FieldCells {
    return this.fields[name];
  }

  revenue(row: number): number | null {
    const value = this.numbers ? this.revenues[row]! : Number.NaN;
    return Number.isNaN(value) ? null : value;
  }

  optOut(row: number): boolean {
    return this.carriedOut?.[row] === 1 || this.optOuts.some((column) => column.isOut(row));
  }

  score(row: number): number | null {
    const score = this.scores[row]!;
    return score === noScore ? null : score;
  }

  /** Whether the person has a name of their own: two rows without one are never the same person. */
  isKnown(row: number): boolean {
    return (this.cells.respondentId?.has(row) ?? false) || (this.cells.email?.has(row) ?? false);
  }

  /** A hash of the person's key. */
  hashOf(row: number): number {
    return this.keys.hash(row);
  }
}

/** The steady name of a person: by id, else by e-mail, else by row. */
class KeyCells implements FieldCells {
  readonly codes = null;
  private readonly single: SingleCells | null;
  private readonly ids: FieldCells;
  private readonly emails: FieldCells;
  private readonly wave: string;
  private readonly lower = new Utf8Sink();
  private readonly written = new Utf8Sink();
  constructor(ids: SingleCells | null, emails: FieldCells, wave: string) {
    this.single = ids;
    this.ids = ids ?? noCells;
    this.emails = emails;
    this.wave = wave;
  }
  text(row: number): string {
    const id = this.ids.text(row);
    if (id !== '') return `id:${id}`;
    const email = this.emails.text(row);
    return email === '' ? `row:${this.wave}:${row}` : `mail:${plainEmail(email)}`;
  }
  write(row: number, into: Utf8Sink): void {
    if (this.ids.has(row)) {
      into.text('id:');
      this.ids.write(row, into);
      return;
    }
    const { lower } = this;
    lower.length = 0;
    this.emails.write(row, lower);
    if (lower.length > 0 && lower.lower()) {
      into.text('mail:');
      into.copy(lower.bytes, 0, lower.length);
    } else into.text(this.text(row));
  }
  has(): boolean {
    return true;
  }
  /** The same for the same key; of an id, which nearly all have, where it stands in the file. */
  hash(row: number): number {
    if (this.single?.has(row)) return this.single.hash(row, 1);
    const { written } = this;
    written.length = 0;
    this.write(row, written);
    return hashBytes(written.bytes, 0, written.length, 2);
  }
}

function nameCells(whole: FieldCells | null, first: FieldCells, last: FieldCells): FieldCells {
  if (first === noCells && last === noCells) return whole ?? noCells;
  const text = (row: number): string => whole?.text(row) || `${first.text(row)} ${last.text(row)}`.trim();
  return {
    codes: null,
    text,
    has: (row) => text(row) !== '',
    write: (row, into) => into.text(text(row)),
  };
}

/** Days as they are stored, each written out once. */
class DayCells implements FieldCells {
  readonly codes = null;
  private readonly days: () => Int32Array;
  private readonly known = new Map<number, string>();
  constructor(days: () => Int32Array) {
    this.days = days;
  }
  text(row: number): string {
    const day = this.days()[row]!;
    const known = this.known.get(day);
    if (known !== undefined) return known;
    const iso = isoDay(day);
    this.known.set(day, iso);
    return iso;
  }
  write(row: number, into: Utf8Sink): void {
    into.text(this.text(row));
  }
  has(row: number): boolean {
    return this.text(row) !== '';
  }
}
