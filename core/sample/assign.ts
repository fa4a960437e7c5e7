import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { keptName } from '../segments/index.ts';
import type { Candidate } from './candidate.ts';
import type { StratumRef } from './draw.ts';
import { type RosterEntry, rosterEntry } from './roster.ts';
import { needsSubstitute } from './substitute.ts';

/** "Enterprise x detractor, score 4"; without a segment "Anyone x detractor, score 4". */
export function reasonText({ segment, band, score }: StratumRef): string {
  return `${segment ? keptName(segment) : 'Anyone'} × ${band}, score ${score}`;
}

/** Where a drawn person came from, beside their row. */
export interface DrawnFrom {
  wave: string;
  sample: boolean;
  /** Seed of the draw. */
  seed: string;
}

/** A drawn person as the roster keeps them: with what an interviewer needs to call without the wave at hand. */
export function rosterEntryOf(
  person: Candidate,
  reason: StratumRef,
  { wave, sample, seed }: DrawnFrom,
): Omit<RosterEntry, 'id'> {
  return {
    name: person.name,
    email: person.email,
    phone: person.phone,
    role: person.role,
    accountName: person.accountName,
    accountManager: person.accountManager,
    revenue: person.revenue,
    timeZone: person.timeZone,
    language: person.language,
    band: reason.band,
    score: reason.score,
    comment: person.comment,
    answeredOn: person.answeredOn,
    segments: person.segments,
    wave,
    row: person.row,
    reason: reasonText(reason),
    state: 'selected',
    claimedBy: '',
    claimedByName: '',
    interview: '',
    sample,
    segment: reason.segment,
    seed,
  };
}

/**
 * Puts a substitute on the roster and notes with both whose place it is. The new reason says what happened: "Enterprise x
 * detractor, score 4; for Ada Lovelace, who declined".
 */
export function substitute(
  doc: DocName,
  gone: RosterEntry,
  person: Candidate,
  reason: StratumRef,
  from: DrawnFrom,
): Change[] {
  const happened = gone.state === 'noShow' ? 'who did not appear' : 'who declined';
  const nearest =
    reason.score === gone.score ? '' : `: nobody with score ${gone.score} was left, so the nearest`;
  return [
    rosterEntry.put(doc, person.key, {
      ...rosterEntryOf(person, reason, from),
      reason: `${reasonText(reason)}; for ${gone.name || gone.email || 'somebody'}, ${happened}${nearest}`,
      insteadOf: gone.id,
      insteadOfName: gone.name,
    }),
    rosterEntry.put(doc, gone.id, { replacedBy: person.key }),
  ];
}

/** Why somebody cannot be claimed, given back or taken off. */
export type ClaimRefusal =
  | { kind: 'claimedByOther'; name: string }
  /** The call was begun, so the person stays with whoever began it. */
  | { kind: 'callBegun' }
  | { kind: 'notYours' }
  /** Their refusal must be known to the next draw. */
  | { kind: 'declined' }
  /** A substitute was drawn for them. */
  | { kind: 'replaced' };

/** Takes a free person, so that nobody else calls them. Claiming one's own again changes nothing. */
export function claim(
  doc: DocName,
  entry: RosterEntry,
  member: { id: string; name: string },
): Result<Change[], ClaimRefusal> {
  if (entry.claimedBy === member.id) return ok([]);
  if (entry.claimedBy !== '') return fail({ kind: 'claimedByOther', name: entry.claimedByName });
  return ok([rosterEntry.put(doc, entry.id, { claimedBy: member.id, claimedByName: member.name })]);
}

/** Gives a person back. Only by whoever claimed them, and only before the call was begun. */
export function release(doc: DocName, entry: RosterEntry, member: string): Result<Change[], ClaimRefusal> {
  if (entry.claimedBy !== member) return fail({ kind: 'notYours' });
  if (entry.interview !== '') return fail({ kind: 'callBegun' });
  return ok([rosterEntry.put(doc, entry.id, { claimedBy: '', claimedByName: '' })]);
}

/**
 * Takes somebody off the roster again; the place a substitute had taken stands empty from then on. Refused once a call was
 * begun or somebody else is to call them, and for those who declined or were replaced.
 */
export function takeOff(
  doc: DocName,
  entry: RosterEntry,
  member: string,
  roster: readonly RosterEntry[],
): Result<Change[], ClaimRefusal> {
  if (entry.interview !== '') return fail({ kind: 'callBegun' });
  if (entry.state === 'declined') return fail({ kind: 'declined' });
  if (entry.replacedBy) return fail({ kind: 'replaced' });
  if (entry.claimedBy !== '' && entry.claimedBy !== member)
    return fail({ kind: 'claimedByOther', name: entry.claimedByName });
  const gone = roster.filter(({ id, replacedBy }) => id === entry.insteadOf && replacedBy === entry.id);
  return ok([
    rosterEntry.remove(doc, entry.id),
    ...gone.map(({ id }) => rosterEntry.put(doc, id, { replacedBy: '' })),
  ]);
}

/** Notes with whoever is gone that a substitute who was taken off has their place again; nothing where another has it. */
export function placeTakenAgain(doc: DocName, entry: RosterEntry, roster: readonly RosterEntry[]): Change[] {
  return roster
    .filter((other) => other.id === entry.insteadOf && needsSubstitute(other))
    .map(({ id }) => rosterEntry.put(doc, id, { replacedBy: entry.id }));
}

/**
 * Gives a call to a colleague, whoever had it: people fall ill. Refused once the call was begun; handing it to whoever has
 * it changes nothing.
 */
export function handOver(
  doc: DocName,
  entry: RosterEntry,
  to: { id: string; name: string },
): Result<Change[], ClaimRefusal> {
  if (entry.interview !== '') return fail({ kind: 'callBegun' });
  if (entry.claimedBy === to.id) return ok([]);
  return ok([rosterEntry.put(doc, entry.id, { claimedBy: to.id, claimedByName: to.name })]);
}
