import { fail, ok, type Result } from '../../model/result.ts';
import { plainAccount, plainEmail } from '../build/draft.ts';
import type { Steps } from '../recognise/inspect.ts';
import { keysOf } from '../same/keys.ts';
import type { Person } from '../wave.ts';
import type { AccountIndex } from './accounts.ts';
import type { ListFault } from './faults.ts';
import type { ListMapping } from './mapping.ts';
import { type ListLine, readList, segmentNames } from './read.ts';
import { type DimensionCounts, DimensionTally } from './tally.ts';

/** A line of a list that was not counted, or not joined, and why. */
export interface LeftLine {
  line: number;
  /** What it would have been joined by. */
  value: string;
  why: /** Neither id nor e-mail. */
    | 'noKey'
    /** The same person stands further up. */
    | 'repeated'
    /** Its e-mail stands on lines with different ids: which of them answered is not known. */
    | 'ambiguous'
    | 'unknownAccount'
    | 'severalAccounts'
    | 'otherId'
    | 'unknownOutcome'
    /** Lines of one account disagree and no date says which came last. */
    | 'contradicts'
    /** A later line of the same account counts. */
    | 'superseded';
}

/** An answer of somebody the list does not name. */
export interface UnlistedAnswer {
  row: number;
  name: string;
  email: string;
  accountName: string;
}

const listed = 5000;

/** A list of people, its keys as they are compared. Columnar: a million lines are a few arrays. */
export interface PeopleList {
  lines: number;
  /** Different people, by their place in the arrays below. */
  people: number;
  line: readonly number[];
  byId: ReadonlyMap<string, number>;
  /** -1: the e-mail of people with different ids; `shared` names them. */
  byEmail: ReadonlyMap<string, number>;
  shared: ReadonlyMap<string, readonly number[]>;
  /** CRM id and name of the account as texts, each once. */
  account: readonly number[];
  accounts: readonly { crmId: string; name: string }[];
  dimensions: readonly string[];
  /** One array a dimension: place in `values`, 0 being the empty value. */
  segments: readonly (readonly number[])[];
  values: readonly (readonly string[])[];
  left: readonly LeftLine[];
  leftCount: number;
}

/** Reads a list of people, each once: the same id, else the same e-mail, is the same person. Yields the bytes read. */
export function* readPeopleList(
  file: Uint8Array,
  kind: 'invited' | 'customers',
  mapping: ListMapping,
): Steps<Result<PeopleList, ListFault>> {
  const list = new ListOfPeople(segmentNames(mapping));
  const read = yield* readList(file, kind, mapping, (line) => list.take(line));
  if (!read.ok) return read;
  const done = list.done(read.value);
  return done.people > 0 ? ok(done) : fail({ kind: 'noUsableLine', lines: read.value });
}

class ListOfPeople {
  private readonly line: number[] = [];
  private readonly byId = new Map<string, number>();
  private readonly byEmail = new Map<string, number>();
  private readonly shared = new Map<string, readonly number[]>();
  private readonly numbered = new Set<number>();
  private readonly account: number[] = [];
  private readonly accounts: { crmId: string; name: string }[] = [];
  private readonly accountAt = new Map<string, number>();
  private readonly values: Numbered[];
  private readonly segments: number[][];
  private readonly left: LeftLine[] = [];
  private leftCount = 0;
  private readonly dimensions: readonly string[];

  constructor(dimensions: readonly string[]) {
    this.dimensions = dimensions;
    this.values = dimensions.map(() => new Numbered());
    this.segments = dimensions.map(() => []);
  }

  take(line: ListLine): void {
    const email = plainEmail(line.email);
    const { personIds: ids } = line;
    const known = this.known(ids, email);
    if (ids.length === 0 && email === '') this.leave(line, '', 'noKey');
    else if (known === null) this.add(line, email);
    else this.leave(line, ids[0] ?? line.email, known < 0 ? 'ambiguous' : 'repeated');
    if (known !== null && known >= 0) this.learn(ids, email, known);
  }

  private add(line: ListLine, email: string): void {
    const at = this.line.push(line.line) - 1;
    this.learn(line.personIds, email, at);
    this.account.push(this.accountOf(line));
    this.segments.forEach((column, i) => {
      column.push(this.values[i]?.of(line.segments[i] ?? '') ?? 0);
    });
  }

  /** The person a line is about: by id, else by an e-mail that nobody with another id has; -1 where several could be. */
  private known(ids: readonly string[], email: string): number | null {
    for (const id of ids) {
      const at = this.byId.get(id);
      if (at !== undefined) return at;
    }
    const at = email === '' ? undefined : this.byEmail.get(email);
    if (at === undefined) return null;
    if (ids.length === 0) return at;
    return at >= 0 && !this.numbered.has(at) ? at : null;
  }

  private learn(ids: readonly string[], email: string, at: number): void {
    for (const id of ids) if (!this.byId.has(id)) this.byId.set(id, at);
    if (ids.length > 0) this.numbered.add(at);
    if (email !== '') this.share(email, at);
  }

  private share(email: string, at: number): void {
    const before = this.byEmail.get(email);
    if (before === undefined) this.byEmail.set(email, at);
    if (before === undefined || before === at) return;
    const sharing = this.shared.get(email) ?? [before];
    if (!sharing.includes(at)) this.shared.set(email, [...sharing, at]);
    this.byEmail.set(email, -1);
  }

  private accountOf({ accountCrmId: crmId, account: name }: ListLine): number {
    if (crmId === '' && name === '') return -1;
    const key = `${crmId}\n${plainAccount(name)}`;
    const known = this.accountAt.get(key);
    if (known !== undefined) return known;
    const at = this.accounts.push({ crmId, name }) - 1;
    this.accountAt.set(key, at);
    return at;
  }

  private leave({ line }: ListLine, value: string, why: LeftLine['why']): void {
    if (this.leftCount++ < listed) this.left.push({ line, value, why });
  }

  done(lines: number): PeopleList {
    const { line, byId, byEmail, shared, account, accounts, dimensions, segments, left, leftCount } = this;
    const values = this.values.map((v) => v.texts);
    const people = line.length;
    const keys = { byId, byEmail, shared };
    return { lines, people, line, ...keys, account, accounts, dimensions, segments, values, left, leftCount };
  }
}

/** Numbers different texts in the order they come; the empty text is 0. */
class Numbered {
  readonly texts: string[] = [''];
  private readonly at = new Map<string, number>([['', 0]]);

  of(text: string): number {
    const known = this.at.get(text);
    if (known !== undefined) return known;
    const fresh = this.texts.push(text) - 1;
    this.at.set(text, fresh);
    return fresh;
  }
}

/** How a list of those invited fits a survey. */
export interface InvitedReport {
  lines: number;
  /** Different people on the list, and how many of them answered. */
  invited: number;
  answered: number;
  answeredById: number;
  answeredByEmail: number;
  /** Answers of people the list does not name, and answers without id and e-mail that can be on no list. */
  unlisted: number;
  nameless: number;
  dimensions: readonly DimensionCounts[];
  /** The first 5,000 of each; `leftCount` and `unlisted` are the whole numbers. */
  left: readonly LeftLine[];
  leftCount: number;
  unlistedAnswers: readonly UnlistedAnswer[];
}

/**
 * Finds who of a list answered: take the people of the survey one after the other, in any order, then ask for the report.
 * Joined by id, then by e-mail, never by a likeness. Linear in people and lines.
 */
export class InvitedJoin {
  private readonly hit: Uint8Array;
  private readonly ambiguous = new Set<string>();
  private readonly unlistedAnswers: UnlistedAnswer[] = [];
  private byIdCount = 0;
  private byEmailCount = 0;
  private unlisted = 0;
  private nameless = 0;
  private readonly list: PeopleList;

  constructor(list: PeopleList) {
    this.list = list;
    this.hit = new Uint8Array(list.people);
  }

  take(person: Person): void {
    if (person.score === null) return;
    const { byId, byEmail } = this.list;
    const { id, mail: email } = keysOf(person);
    const numbered =
      (id === '' ? undefined : byId.get(id)) ?? (person.crmId ? byId.get(person.crmId) : undefined);
    const mailed = email === '' ? undefined : byEmail.get(email);
    if (numbered !== undefined) this.mark(numbered, 'id');
    else if (mailed === -1) this.ambiguous.add(email);
    else if (mailed !== undefined) this.mark(mailed, 'email');
    else if (id === '' && email === '' && person.crmId === '') this.nameless++;
    else if (this.unlisted++ < listed) this.unlistedAnswers.push(whoIs(person));
  }

  private mark(at: number, by: 'id' | 'email'): void {
    if (this.hit[at] === 1) return;
    this.hit[at] = 1;
    if (by === 'id') this.byIdCount++;
    else this.byEmailCount++;
  }

  /** `accounts` tell the segments of a company whose list has no column for them; none when left out. */
  report(accounts: AccountIndex | null, dimensions: readonly string[]): InvitedReport {
    const { list, hit } = this;
    const answered = hit.reduce((sum, h) => sum + h, 0);
    const unclear = [...this.ambiguous].flatMap((value) =>
      (list.shared.get(value) ?? []).map((at) => ({
        line: list.line[at] ?? 0,
        value,
        why: 'ambiguous' as const,
      })),
    );
    return {
      lines: list.lines,
      invited: list.people,
      answered,
      answeredById: this.byIdCount,
      answeredByEmail: this.byEmailCount,
      unlisted: this.unlisted,
      nameless: this.nameless,
      dimensions: countsOf(list, (at) => hit[at] === 1, accounts, dimensions),
      left: [...unclear, ...list.left].slice(0, listed),
      leftCount: list.leftCount + unclear.length,
      unlistedAnswers: this.unlistedAnswers,
    };
  }
}

/** Counts the people of a list by its own segment columns, and by those of their companies that it does not have. */
export function countsOf(
  list: PeopleList,
  isHit: (at: number) => boolean,
  accounts: AccountIndex | null,
  dimensions: readonly string[],
): DimensionCounts[] {
  const own = list.dimensions.map((name, d) => {
    const tally = new DimensionTally(name, 'list');
    const values = list.values[d] ?? [];
    list.segments[d]?.forEach((code, at) => {
      tally.count(values[code] ?? '', isHit(at));
    });
    return tally.done();
  });
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  const others = dimensions.filter((name) => !names.has(name.toLowerCase()));
  return accounts && list.accounts.length > 0 ? [...own, ...byAccount(list, isHit, accounts, others)] : own;
}

/** Only what is known of the company counts, for those who answered and those who did not alike. */
function byAccount(
  list: PeopleList,
  isHit: (at: number) => boolean,
  accounts: AccountIndex,
  dimensions: readonly string[],
): DimensionCounts[] {
  const found = list.accounts.map(({ crmId, name }) => {
    const match = accounts.find(crmId, name);
    return match.kind === 'found' ? match.account.segments : null;
  });
  return dimensions.flatMap((name) => {
    const tally = new DimensionTally(name, 'accounts');
    list.account.forEach((account, at) => {
      tally.count(found[account]?.get(name) ?? '', isHit(at));
    });
    const done = tally.done();
    return done.values.length > 0 ? [done] : [];
  });
}

function whoIs({ row, name, email, accountName }: Person): UnlistedAnswer {
  return { row, name, email, accountName };
}
