import type { Person } from '../wave.ts';
import type { Utf8Sink } from './sink.ts';

/** The text fields of a person, as `Person` names them. */
export const personTexts = [
  'key',
  'name',
  'email',
  'phone',
  'crmId',
  'comment',
  'timeZone',
  'language',
  'role',
  'accountName',
  'accountCrmId',
  'accountManager',
  'answeredOn',
] as const;
export type PersonText = (typeof personTexts)[number];

/**
 * The people of a wave, one per row in row order, or none when the file names nobody. A plain array of persons is such a
 * thing; an imported file's people are made one by one as they are asked for, since a million of them would not fit.
 */
export interface People extends Iterable<Person> {
  readonly length: number;
  /** The person of a row; undefined beside the rows there are. */
  at(row: number): Person | undefined;
}

/** One text field of all people. */
export interface FieldCells {
  text(row: number): string;
  /** Appends the text as UTF-8. */
  write(row: number, into: Utf8Sink): void;
  /** Whether it is not empty. */
  has(row: number): boolean;
  /** Where rows share texts: a number for each, below `count()`; the same number is the same text. */
  readonly codes: { of(row: number): number; count(): number } | null;
}

/** A field that nothing is known of. */
export const noCells: FieldCells = {
  text: () => '',
  write: () => {},
  has: () => false,
  codes: null,
};

/** People field by field, for whoever stores them all: nothing is made that is not asked for. */
export interface PersonFields {
  readonly length: number;
  field(name: PersonText): FieldCells;
  revenue(row: number): number | null;
  optOut(row: number): boolean;
  score(row: number): number | null;
}

/** People that can be read field by field without making persons. */
export interface PersonColumns extends People, PersonFields {
  at(row: number): Person | undefined;
}

/** The fields of any people. */
export function fieldsOf(people: People): PersonFields {
  return 'field' in people ? (people as PersonColumns) : new ListedFields(people);
}

/** The person of a row, from fields. */
export function personFrom(fields: PersonFields, row: number): Person {
  const text = (name: PersonText): string => fields.field(name).text(row);
  return {
    row,
    key: text('key'),
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    timeZone: text('timeZone'),
    language: text('language'),
    role: text('role'),
    crmId: text('crmId'),
    accountName: text('accountName'),
    accountCrmId: text('accountCrmId'),
    accountManager: text('accountManager'),
    revenue: fields.revenue(row),
    optOut: fields.optOut(row),
    comment: text('comment'),
    score: fields.score(row),
    answeredOn: text('answeredOn'),
  };
}

/** Every person of some fields, in row order. */
export function* eachPerson(fields: PersonFields): Generator<Person, void, void> {
  for (let row = 0; row < fields.length; row++) yield personFrom(fields, row);
}

/** People written out as objects: an invented company, a test; or made one by one from what is stored. */
class ListedFields implements PersonFields {
  readonly length: number;
  private readonly people: People;
  private last: Person | undefined;
  private lastRow = -1;
  constructor(people: People) {
    this.people = people;
    this.length = people.length;
  }
  field(name: PersonText): FieldCells {
    const text = (row: number): string => this.personAt(row)?.[name] ?? '';
    return {
      text,
      write: (row, into) => into.text(text(row)),
      has: (row) => text(row) !== '',
      codes: null,
    };
  }
  revenue(row: number): number | null {
    return this.personAt(row)?.revenue ?? null;
  }
  optOut(row: number): boolean {
    return this.personAt(row)?.optOut === true;
  }
  score(row: number): number | null {
    return this.personAt(row)?.score ?? null;
  }
  /** Whoever asks for one field asks for the next: a person that is made is kept until then. */
  private personAt(row: number): Person | undefined {
    if (row !== this.lastRow) {
      this.last = this.people.at(row);
      this.lastRow = row;
    }
    return this.last;
  }
}
