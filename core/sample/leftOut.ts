import type { Person } from '../waves/index.ts';

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
}

/** Nobody was asked before and nobody is on the roster. */
export const nothingAround: Around = { past: new Map(), rest: usualRest, roster: new Map() };

/**
 * By row, why somebody is left out; null for those who can be asked. Where a person has several rows the latest answer
 * counts, and an opt-out on any of them counts for all.
 */
export function reasonsLeftOut(people: readonly Person[], around: Around): Map<number, LeftOutReason | null> {
  const optedOut = new Set(people.filter((person) => person.optOut).map((person) => person.key));
  const latest = new Map<string, Person>();
  for (const person of people) {
    const known = latest.get(person.key);
    if (!known || isLater(person, known)) latest.set(person.key, person);
  }
  return new Map(
    people.map((person) => {
      if (optedOut.has(person.key)) return [person.row, 'optedOut'];
      const reason = reasonAround(person.key, around);
      if (reason) return [person.row, reason];
      if (latest.get(person.key) !== person) return [person.row, 'answeredAgain'];
      return [person.row, person.email.trim() === '' && person.phone.trim() === '' ? 'noWayToReach' : null];
    }),
  );
}

function isLater(a: Person, b: Person): boolean {
  return a.answeredOn === b.answeredOn ? a.row > b.row : a.answeredOn > b.answeredOn;
}

function reasonAround(key: string, { past, rest, roster }: Around): LeftOutReason | null {
  const here = roster.get(key);
  if (here) return here;
  const before = past.get(key);
  if (!before) return null;
  if (before.declined.some((ago) => ago <= rest.declined)) return 'declined';
  if (before.interviewed.some((ago) => ago <= rest.interviewed)) return 'interviewedRecently';
  const invited = before.invited.filter((ago) => ago >= 1 && ago <= rest.within).length;
  return rest.within > 0 && invited >= rest.invitations ? 'askedOften' : null;
}
