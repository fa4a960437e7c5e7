import { noDay } from '../cells/dates.ts';
import type { JoinReport, UnjoinedContact } from '../outcome.ts';
import {
  eachPerson,
  type FieldCells,
  fieldsOf,
  type PersonColumns,
  type PersonFields,
  type PersonText,
  personFrom,
} from '../people/people.ts';
import { noSegment, type Person } from '../wave.ts';
import { segmentLimit } from './columns.ts';
import { type Contact, type ContactTable, type ContactText, contactTexts } from './contacts.ts';
import { type Draft, plainAccount, plainEmail } from './draft.ts';

const listed = 5000;
const accountTexts: readonly ContactText[] = ['accountName', 'accountCrmId', 'accountManager'];

/**
 * Fills what the survey does not say from a contacts and accounts file: each response takes the contact with its id
 * (unless both have an e-mail and these differ), else its CRM id, else its e-mail, and the account with its account's name. What the survey says stays; an opt-out in
 * either file counts, on whichever line of the contacts file it stands. Of an account, only what all its lines agree on is taken. Changes the draft; says what did not join.
 */
export function joinContacts(draft: Draft, table: ContactTable): JoinReport {
  const index = indexOf(table.contacts);
  const segments = table.dimensions.map((name) => new SegmentFiller(draft, name));
  const joined = { id: 0, email: 0, account: 0 };
  const used = new Set<Contact>();
  const usedAccounts = new Set<string>();
  const without: JoinReport['withoutContact'][number][] = [];
  const people = new JoinedPeople(fieldsOf(draft.people));
  const names = people.field('accountName');
  let rowsWithout = 0;
  for (let row = 0; row < people.length; row++) {
    const found = index.find(people, row);
    if (index.isOptedOut(people, row, found?.contact)) people.setOptedOut(row);
    if (found) {
      used.add(found.contact);
      joined[found.by]++;
      people.setContact(row, found.contact);
      fillRow(draft, segments, row, found.contact.since, found.contact.segments);
    }
    const account = index.accountOf(names.text(row));
    if (account) {
      if (account.own || !found) usedAccounts.add(account.name);
      people.setAccount(row, account);
      const values = account.segments.map((value) => value ?? '');
      fillRow(draft, segments, row, account.since ?? noDay, values);
    }
    if (!found && account) joined.account++;
    if (found || account) continue;
    if (rowsWithout++ < listed) without.push(whoIs(people, row));
  }
  draft.people = people;
  for (const segment of segments) segment.finish();
  const unjoined = table.contacts.filter(
    (contact) => !used.has(contact) && !usedAccounts.has(plainAccount(contact.texts.accountName)),
  );
  return {
    contacts: table.contacts.length,
    joinedById: joined.id,
    joinedByEmail: joined.email,
    joinedByAccount: joined.account,
    rowsWithoutContact: rowsWithout,
    reachable: reachableAmong(people),
    unjoinedCount: unjoined.length,
    unjoined: unjoined.slice(0, listed).map((contact) => unjoinedOf(contact, index)),
    withoutContact: without,
  };
}

function reachableAmong(people: PersonFields): number {
  const [email, phone] = [people.field('email'), people.field('phone')];
  let count = 0;
  for (let row = 0; row < people.length; row++) if (email.has(row) || phone.has(row)) count++;
  return count;
}

interface AccountFacts {
  name: string;
  /** Whether the file has lines for the account itself, not only for its people. */
  own: boolean;
  texts: Map<ContactText, string | null>;
  revenue: number | null | undefined;
  since: number | null;
  segments: (string | null)[];
}

interface Found {
  contact: Contact;
  by: 'id' | 'email';
}

const isAccountLine = ({ id, texts }: Contact): boolean =>
  id === '' && texts.email === '' && texts.crmId === '';

function indexOf(contacts: readonly Contact[]) {
  const byId = new Map<string, Contact>();
  const byCrm = new Map<string, Contact>();
  const byEmail = new Map<string, Contact>();
  const repeated = new Set<Contact>();
  const otherEmail = new Set<Contact>();
  const put = (map: Map<string, Contact>, key: string, contact: Contact): void => {
    if (key === '') return;
    if (map.has(key)) repeated.add(contact);
    else map.set(key, contact);
  };
  for (const contact of contacts) {
    put(byId, contact.id, contact);
    put(byCrm, contact.texts.crmId, contact);
    put(byEmail, plainEmail(contact.texts.email), contact);
  }
  const find = (people: PersonFields, row: number): Found | null => {
    const email = plainEmail(people.field('email').text(row));
    const sameId = byId.get(idIn(people, row));
    const isTheirs = sameId !== undefined && isOneEmail(email, plainEmail(sameId.texts.email));
    if (sameId && !isTheirs) otherEmail.add(sameId);
    const byNumber = (isTheirs ? sameId : undefined) ?? byCrm.get(people.field('crmId').text(row));
    if (byNumber) return { contact: byNumber, by: 'id' };
    const byMail = byEmail.get(email);
    return byMail ? { contact: byMail, by: 'email' } : null;
  };
  /** By id with the e-mail beside it, by CRM id, by e-mail. */
  const optedOut = { ids: new Map<string, string[]>(), crmIds: new Set<string>(), emails: new Set<string>() };
  for (const { optOut, id, texts } of contacts) {
    if (!optOut) continue;
    const email = plainEmail(texts.email);
    const beside = optedOut.ids.get(id);
    if (beside) beside.push(email);
    else if (id !== '') optedOut.ids.set(id, [email]);
    optedOut.crmIds.add(texts.crmId);
    optedOut.emails.add(email);
  }
  const anyOut = optedOut.emails.size > 0;
  const hasOptedOut = (id: string, crmId: string, email: string): boolean =>
    (id !== '' && optedOut.ids.has(id)) ||
    (crmId !== '' && optedOut.crmIds.has(crmId)) ||
    (email !== '' && optedOut.emails.has(plainEmail(email)));
  /** By what the row says of its person, or the contact it takes. */
  const isOptedOut = (people: PersonFields, row: number, contact: Contact | undefined): boolean => {
    if (!anyOut) return false;
    if (contact && hasOptedOut(contact.id, contact.texts.crmId, contact.texts.email)) return true;
    const email = plainEmail(people.field('email').text(row));
    const beside = optedOut.ids.get(idIn(people, row)) ?? [];
    return (
      beside.some((theirs) => isOneEmail(theirs, email)) ||
      hasOptedOut('', people.field('crmId').text(row), email)
    );
  };
  const accounts = accountsIn(contacts);
  const byName = new Map<string, AccountFacts | null>();
  // a name is made plain once, however many rows have it
  const accountOf = (name: string): AccountFacts | null => {
    const known = byName.get(name);
    if (known !== undefined) return known;
    const account = accounts.get(plainAccount(name)) ?? null;
    byName.set(name, account);
    return account;
  };
  return { find, repeated, otherEmail, accountOf, isOptedOut };
}

/** Whether two plain e-mails can be one person's: they are the same, or one is not known. */
const isOneEmail = (a: string, b: string): boolean => a === '' || b === '' || a === b;

/** The row's own id; empty where it has none. */
function idIn(people: PersonFields, row: number): string {
  const key = people.field('key').text(row);
  return key.startsWith('id:') ? key.slice(3) : '';
}

/** Lines of the account itself count before those of its people; what lines disagree on is left unknown. */
function accountsIn(contacts: readonly Contact[]): Map<string, AccountFacts> {
  const accounts = new Map<string, AccountFacts>();
  const inOrder = [
    ...contacts.filter(isAccountLine),
    ...contacts.filter((contact) => !isAccountLine(contact)),
  ];
  for (const contact of inOrder) {
    const name = plainAccount(contact.texts.accountName);
    if (name === '') continue;
    const own = isAccountLine(contact);
    const known = accounts.get(name);
    if (!known) accounts.set(name, factsOf(contact, name, own));
    else if (known.own === own) narrow(known, contact);
  }
  dropPersonal(accounts);
  return accounts;
}

/** A column in which two people of one account differ is about people: it is taken from no colleague anywhere. */
function dropPersonal(accounts: ReadonlyMap<string, AccountFacts>): void {
  const ofPeople = [...accounts.values()].filter(({ own }) => !own);
  const personal = new Set(
    ofPeople.flatMap(({ segments }) => [...segments.keys()].filter((i) => segments[i] === null)),
  );
  for (const { segments } of ofPeople) for (const i of personal) segments[i] = null;
}

function factsOf(contact: Contact, name: string, own: boolean): AccountFacts {
  return {
    name,
    own,
    texts: new Map(accountTexts.map((field) => [field, contact.texts[field]])),
    revenue: contact.revenue,
    since: contact.since,
    segments: [...contact.segments],
  };
}

function narrow(facts: AccountFacts, contact: Contact): void {
  for (const field of accountTexts)
    if (facts.texts.get(field) !== contact.texts[field] && field !== 'accountName')
      facts.texts.set(field, null);
  if (facts.revenue !== contact.revenue) facts.revenue = null;
  if (facts.since !== contact.since) facts.since = null;
  contact.segments.forEach((value, i) => {
    if (facts.segments[i] !== value) facts.segments[i] = null;
  });
}

/**
 * People with what a contacts file adds where the survey says nothing: the person's own line first, then what is known of
 * the account. Two places a row; nothing is copied.
 */
class JoinedPeople implements PersonColumns {
  readonly length: number;
  private readonly survey: PersonFields;
  private readonly contacts: (Contact | undefined)[];
  private readonly accounts: (AccountFacts | undefined)[];
  private readonly optedOut: Uint8Array;

  constructor(survey: PersonFields) {
    this.survey = survey;
    this.length = survey.length;
    this.contacts = new Array(survey.length).fill(undefined);
    this.accounts = new Array(survey.length).fill(undefined);
    this.optedOut = new Uint8Array(survey.length);
  }
  setContact(row: number, contact: Contact): void {
    this.contacts[row] = contact;
  }
  setAccount(row: number, account: AccountFacts): void {
    this.accounts[row] = account;
  }
  setOptedOut(row: number): void {
    this.optedOut[row] = 1;
  }
  at(row: number): Person | undefined {
    return row >= 0 && row < this.length ? personFrom(this, row) : undefined;
  }
  [Symbol.iterator](): Iterator<Person> {
    return eachPerson(this);
  }
  field(name: PersonText): FieldCells {
    const survey = this.survey.field(name);
    const isContact = isContactText(name);
    const isAccount = isAccountText(name);
    if (!isContact && !isAccount) return survey;
    const added = (row: number): string =>
      (isContact ? this.contacts[row]?.texts[name] : '') ||
      (isAccount ? this.accounts[row]?.texts.get(name) : '') ||
      '';
    return {
      text: (row) => survey.text(row) || added(row),
      write: (row, into) => (survey.has(row) ? survey.write(row, into) : into.text(added(row))),
      has: (row) => survey.has(row) || added(row) !== '',
      codes: null,
    };
  }
  revenue(row: number): number | null {
    return this.survey.revenue(row) ?? this.contacts[row]?.revenue ?? this.accounts[row]?.revenue ?? null;
  }
  optOut(row: number): boolean {
    return this.survey.optOut(row) || this.optedOut[row] === 1;
  }
  score(row: number): number | null {
    return this.survey.score(row);
  }
}

const isContactText = (field: PersonText): field is ContactText =>
  (contactTexts as readonly string[]).includes(field);
const isAccountText = (field: PersonText): field is ContactText & PersonText =>
  (accountTexts as readonly string[]).includes(field);

function fillRow(
  draft: Draft,
  segments: readonly SegmentFiller[],
  row: number,
  since: number,
  values: readonly string[],
): void {
  if (draft.since[row] === noDay) draft.since[row] = since;
  segments.forEach((segment, i) => {
    segment.fill(row, values[i] ?? '');
  });
}

/** Fills the gaps of a dimension the survey has, or adds one it does not have. */
class SegmentFiller {
  private readonly draft: Draft;
  private readonly name: string;
  private readonly codes: Uint16Array;
  private readonly values: string[];
  private readonly codeOf: Map<string, number>;
  private refused = false;

  constructor(draft: Draft, name: string) {
    this.draft = draft;
    const same = draft.segments.find((segment) => segment.name.toLowerCase() === name.toLowerCase());
    this.name = same?.name ?? name;
    this.codes = same?.codes ?? new Uint16Array(draft.rows).fill(noSegment);
    this.values = [...(same?.values ?? [])];
    this.codeOf = new Map(this.values.map((value, code) => [value, code]));
  }

  fill(row: number, value: string): void {
    if (value === '' || this.codes[row] !== noSegment || this.refused) return;
    const code = this.codeOf.get(value) ?? this.values.length;
    if (code === this.values.length) {
      this.refused = code >= segmentLimit;
      if (this.refused) return;
      this.codeOf.set(value, code);
      this.values.push(value);
    }
    this.codes[row] = code;
  }

  finish(): void {
    const { draft, name, codes, values } = this;
    const at = draft.segments.findIndex((segment) => segment.name === name);
    if (this.refused) draft.notes.push({ kind: 'tooManyValues', header: name, limit: segmentLimit });
    else if (at >= 0) draft.segments[at] = { name, codes, values };
    else if (values.length > 0) draft.segments.push({ name, codes, values });
  }
}

function whoIs(people: PersonFields, row: number): JoinReport['withoutContact'][number] {
  const text = (name: PersonText): string => people.field(name).text(row);
  return {
    row,
    key: text('key'),
    name: text('name'),
    email: text('email'),
    accountName: text('accountName'),
  };
}

function unjoinedOf(
  contact: Contact,
  { repeated, otherEmail }: Pick<ReturnType<typeof indexOf>, 'repeated' | 'otherEmail'>,
): UnjoinedContact {
  const why = otherEmail.has(contact) ? 'otherEmail' : repeated.has(contact) ? 'severalContacts' : 'nobody';
  const { line, id, texts } = contact;
  if (id !== '' || texts.crmId !== '') return { line, by: 'id', value: id || texts.crmId, why };
  if (texts.email !== '') return { line, by: 'email', value: texts.email, why };
  return { line, by: 'account', value: texts.accountName, why };
}
