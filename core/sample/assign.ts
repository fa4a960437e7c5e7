import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { bandOf } from '../scores/index.ts';
import type { Candidate } from './candidate.ts';
import type { Chosen } from './draw.ts';
import { type RosterEntry, rosterEntry } from './roster.ts';

/** "Enterprise x detractor, score 4"; without a segment "Anyone x detractor, score 4". */
export function reasonText({ segment, band, score }: Chosen['reason']): string {
  return `${segment?.value ?? 'Anyone'} × ${band}, score ${score}`;
}

/** A drawn person as the roster keeps them: with what an interviewer needs to call without the wave at hand. */
export function rosterEntryOf(
  { person, reason }: Chosen<Candidate>,
  wave: string,
  sample: boolean,
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
    band: bandOf(reason.score),
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
  };
}

/** Why somebody cannot be claimed or given back. */
export type ClaimRefusal =
  | { kind: 'claimedByOther'; name: string }
  /** The call was begun, so the person stays with whoever began it. */
  | { kind: 'callBegun' }
  | { kind: 'notYours' };

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

/** Takes somebody off the roster again. Refused once a call was begun or somebody else is to call them. */
export function takeOff(doc: DocName, entry: RosterEntry, member: string): Result<Change[], ClaimRefusal> {
  if (entry.interview !== '') return fail({ kind: 'callBegun' });
  if (entry.claimedBy !== '' && entry.claimedBy !== member)
    return fail({ kind: 'claimedByOther', name: entry.claimedByName });
  return ok([rosterEntry.remove(doc, entry.id)]);
}
