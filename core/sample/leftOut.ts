import {
  Identities,
  joinSaid,
  keysOf,
  looseMailLikeness,
  nameLikeness,
  type Person,
  type SaidSame,
} from '../waves/index.ts';

/** Why somebody is not asked although a quota would fit. */
export type LeftOutReason =
  | 'optedOut'
  /** Neither an e-mail address nor a telephone number is known. */
  | 'noWayToReach'
  /** The same person answered again, later; that answer counts. */
  | 'answeredAgain'
  | 'inRoster'
  | 'declined'
  | 'interviewedRecently'
  /** Asked so often in the last cycles that one more time would wear them out. */
  | 'askedOften';

/** What happened to one person in the cycles before, each as cycles ago: 0 is this one, 1 the one before it. */
export interface Past {
  interviewed: readonly number[];
  declined: readonly number[];
  /** Invited, whatever came of it. */
  invited: readonly number[];
}

/** How long people are left in peace. Whole numbers, 0 or more; counted in cycles. */
export interface RestRules {
  /** Whoever was interviewed in this cycle or so many before it is not asked. */
  interviewed: number;
  /** Whoever declined in this cycle or so many before it is not asked. */
  declined: number;
  /** At most so many invitations ... */
  invitations: number;
  /** ... in so many cycles before this one. */
  within: number;
}

/** Interviews rest for two cycles and refusals for a year; two invitations in a year are enough. */
export const usualRest: RestRules = { interviewed: 2, declined: 4, invitations: 2, within: 4 };

/** What decides whether a person is asked, beside their own row. */
export interface Around {
  /** By person key. */
  past: ReadonlyMap<string, Past>;
  rest: RestRules;
  /** Keys of those on this cycle's roster, and whether they declined. */
  roster: ReadonlyMap<string, 'inRoster' | 'declined'>;
  /** Whom the two above speak of, as far as more than their key is known. */
  known: readonly KnownPerson[];
  /** Pairs that somebody called one person. */
  said: SaidSame;
}

/** Somebody of this roster or an earlier one: their key, and what else they can be known again by. */
export type KnownPerson = Pick<Person, 'key' | 'name' | 'email' | 'accountName'>;

/** Nobody was asked before and nobody is on the roster. */
export const nothingAround: Around = {
  past: new Map(),
  rest: usualRest,
  roster: new Map(),
  known: [],
  said: new Set(),
};

/**
 * By row, why somebody is left out; null for those who can be asked. People are known again by id, then by e-mail, then as
 * somebody said. Where a person has several rows the latest answer counts, and an opt-out on any of them counts for all.
 */
export function reasonsLeftOut(people: readonly Person[], around: Around): Map<number, LeftOutReason | null> {
  const { who, keys } = whoIsWho(people, around);
  const optedOut = new Set<string | number>();
  const latest = new Map<string | number, Person>();
  for (const [at, person] of people.entries()) {
    const one = who(at);
    if (person.optOut) optedOut.add(one);
    const known = latest.get(one);
    if (!known || isLater(person, known)) latest.set(one, person);
  }
  return new Map(
    people.map((person, at) => {
      if (optedOut.has(who(at))) return [person.row, 'optedOut'];
      const reason = reasonAround(keys(at), around);
      if (reason) return [person.row, reason];
      if (latest.get(who(at)) !== person) return [person.row, 'answeredAgain'];
      return [person.row, person.email.trim() === '' && person.phone.trim() === '' ? 'noWayToReach' : null];
    }),
  );
}

/** By place among `people`: who that is, the same for all rows of one person, and every key they go by. */
function whoIsWho(people: readonly Person[], { known, said }: Around) {
  const everybody = [...known, ...people];
  const identities = new Identities();
  for (const person of everybody) {
    const { id, mail } = keysOf(person);
    identities.take(id, mail);
  }
  if (said.size > 0) {
    const likes = [everybody.map(({ email }) => looseMailLikeness(email)), everybody.map(nameLikeness)];
    joinSaid(identities, likes, (at) => everybody[at]?.key ?? '', said);
  }
  /** Who can be met under no other key goes by their own. */
  const oneAt = (at: number): string | number => {
    const identity = identities.of(at);
    return identity >= 0 ? identity : (everybody[at]?.key ?? '');
  };
  const knownBy = Map.groupBy(known.entries(), ([at]) => oneAt(at));
  const who = (at: number) => oneAt(known.length + at);
  const keys = (at: number): readonly string[] => [
    people[at]?.key ?? '',
    ...(knownBy.get(who(at)) ?? []).map(([, { key }]) => key),
  ];
  return { who, keys };
}

function isLater(a: Person, b: Person): boolean {
  return a.answeredOn === b.answeredOn ? a.row > b.row : a.answeredOn > b.answeredOn;
}

function reasonAround(keys: readonly string[], { past, rest, roster }: Around): LeftOutReason | null {
  const here = keys.map((key) => roster.get(key)).filter((of) => of !== undefined);
  if (here.length > 0) return here.includes('declined') ? 'declined' : 'inRoster';
  const before = keys.map((key) => past.get(key)).filter((of) => of !== undefined);
  if (before.length === 0) return null;
  const ago = (what: keyof Past): number[] => [...new Set(before.flatMap((of) => of[what]))];
  if (ago('declined').some((cycles) => cycles <= rest.declined)) return 'declined';
  if (ago('interviewed').some((cycles) => cycles <= rest.interviewed)) return 'interviewedRecently';
  const invited = ago('invited').filter((cycles) => cycles >= 1 && cycles <= rest.within).length;
  return rest.within > 0 && invited >= rest.invitations ? 'askedOften' : null;
}
