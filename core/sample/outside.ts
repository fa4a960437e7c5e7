import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { bandOf } from '../scores/index.ts';
import { type Band, type Person, plainEmail } from '../waves/index.ts';
import { type RosterEntry, rosterEntry } from './roster.ts';

/** Somebody from outside the wave, as written down by hand. */
export interface OutsidePerson {
  name: string;
  email: string;
  phone: string;
  accountName: string;
  timeZone: string;
  /** 0-10 where they said one; else null. */
  score: number | null;
  /** Where no score is known; null for unknown. */
  band: Band | null;
  /** Why they should be asked, in the words of whoever adds them. */
  reason: string;
}

/** What is missing, or who is there already. */
export type OutsideRefusal =
  | { kind: 'noName' | 'noWayToReach' | 'noReason' | 'badEmail' | 'badPhone' | 'badScore' }
  | { kind: 'onRoster'; name: string }
  /** The survey knows them, and that they must not be contacted. */
  | { kind: 'optedOut'; name: string };

/** Their key: by e-mail as in a wave, so that an answer of theirs finds them; else by telephone number. */
export function outsideKey({ email, phone }: Pick<OutsidePerson, 'email' | 'phone'>): string {
  const mail = email.trim().toLowerCase();
  return mail ? `mail:${mail}` : `phone:${phone.replace(/[^\d+]/g, '')}`;
}

/** Digits of a telephone number as they are compared: without what a country or a long-distance call puts first. */
const plainPhone = (phone: string): string => phone.replace(/\D/g, '').replace(/^0+/, '');

/** Whether somebody in a wave is a person written down by hand: by e-mail where both are known, else by telephone number. */
export function isSamePerson(a: Pick<OutsidePerson, 'email' | 'phone'>, b: Person): boolean {
  const [mail, theirs] = [plainEmail(a.email), plainEmail(b.email)];
  if (mail !== '' && theirs !== '') return mail === theirs;
  const phone = plainPhone(a.phone);
  return phone !== '' && phone === plainPhone(b.phone);
}

/**
 * Puts somebody on the roster who is not in the wave, marked as such and with the reason. `inWave`: people of the wave
 * among whom they may be; whoever opted out there is refused.
 */
export function addOutside(
  doc: DocName,
  person: OutsidePerson,
  roster: readonly RosterEntry[],
  inWave: readonly Person[],
): Result<Change[], OutsideRefusal> {
  const [name, email, phone] = [person.name.trim(), person.email.trim(), person.phone.trim()];
  if (!name) return fail({ kind: 'noName' });
  if (!email && !phone) return fail({ kind: 'noWayToReach' });
  if (email && !/^[^\s@]+@[^\s@]+$/.test(email)) return fail({ kind: 'badEmail' });
  if (phone && phone.replace(/\D/g, '').length < 5) return fail({ kind: 'badPhone' });
  if (!person.reason.trim()) return fail({ kind: 'noReason' });
  if (person.score !== null && !isScore(person.score)) return fail({ kind: 'badScore' });
  const key = outsideKey(person);
  const known = roster.find(
    (entry) => entry.id === key || (email && entry.email.trim().toLowerCase() === email.toLowerCase()),
  );
  if (known) return fail({ kind: 'onRoster', name: known.name });
  const optedOut = inWave.find((other) => other.optOut && isSamePerson(person, other));
  if (optedOut) return fail({ kind: 'optedOut', name: optedOut.name || name });
  return ok([
    rosterEntry.put(doc, key, {
      ...empty,
      name,
      email,
      phone,
      accountName: person.accountName.trim(),
      timeZone: person.timeZone.trim(),
      score: person.score,
      band: person.score === null ? person.band : bandOf(person.score),
      reason: person.reason.trim(),
    }),
  ]);
}

const isScore = (score: number): boolean => Number.isInteger(score) && score >= 0 && score <= 10;

const empty = {
  role: '',
  accountManager: '',
  revenue: null,
  language: '',
  comment: '',
  answeredOn: '',
  segments: {},
  wave: '',
  row: -1,
  state: 'selected',
  claimedBy: '',
  claimedByName: '',
  interview: '',
  sample: false,
  outside: true,
} as const;

/** Notes the score somebody from outside the wave gave when asked; the band follows from it. 0-10, else refused. */
export function stateScore(
  doc: DocName,
  entry: RosterEntry,
  score: number,
): Result<Change[], { kind: 'badScore' }> {
  if (!isScore(score)) return fail({ kind: 'badScore' });
  return ok([rosterEntry.put(doc, entry.id, { score, band: bandOf(score) })]);
}
