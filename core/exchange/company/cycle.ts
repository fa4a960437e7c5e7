import { defaultGuide } from '../../guide/index.ts';
import type { Chance } from '../../model/chance.ts';
import type { Change } from '../../model/change.ts';
import { docName } from '../../model/docName.ts';
import { type CycleId, type InterviewId, parseId, type WaveId, type WorkspaceId } from '../../model/ids.ts';
import { interviewHead } from '../../notes/index.ts';
import {
  cycleEntry,
  cycleHead,
  interviewEntry,
  type PersonState,
  rosterEntry,
  type ScoredEntry,
} from '../../sample/index.ts';
import { isoDay } from '../../waves/index.ts';
import type { Answer } from './answers.ts';
import { talkOf } from './call.ts';
import type { CastCall } from './cast.ts';
import { interviewers } from './names.ts';
import { codedTwice } from './secondCoder.ts';
import type { Speech } from './speech.ts';
import { keyOf, segmentsOf } from './wave.ts';

/** One round of the invented programme. */
export interface InventedCycle {
  workspace: WorkspaceId;
  id: CycleId;
  wave: WaveId;
  /** "Q4 2026". */
  name: string;
  /** First day of week 1, since 1970. */
  startsOn: number;
  held: readonly CastCall[];
  /** Working days on which the interviews were held. */
  days: readonly number[];
  /** People in the roster who were not interviewed (yet), with their state. */
  others: readonly { answer: Answer; row: number; state: PersonState }[];
}

/** The cycle's record, its roster, and every interview with notes and tags. */
export function cycleChanges(cycle: InventedCycle, speech: Speech, chance: Chance): Change[] {
  const { workspace, id, name } = cycle;
  const doc = docName(workspace, 'cycle', id);
  const startsOn = isoDay(cycle.startsOn);
  return [
    cycleEntry.put(docName(workspace, 'workspace'), id, { name, startsOn, sample: true }),
    cycleHead.put(doc, 'head', { name, startsOn, seed: `${id}-draw`, sample: true }),
    ...cycle.others.map(({ answer, row, state }, i) => {
      const caller = state === 'selected' ? null : interviewers[i % interviewers.length];
      return rosterEntry.put(doc, keyOf(answer, row, cycle.wave), {
        ...entryOf(answer, row, cycle.wave),
        state,
        claimedBy: caller ? memberId(caller.last) : '',
        claimedByName: caller?.name ?? '',
        interview: '',
      });
    }),
    ...cycle.held.flatMap((call, at) => interviewChanges(cycle, call, at, speech, chance)),
  ];
}

function interviewChanges(
  cycle: InventedCycle,
  call: CastCall,
  at: number,
  speech: Speech,
  chance: Chance,
): Change[] {
  const { workspace, wave } = cycle;
  const { answer, row } = call;
  const id = interviewId(cycle.id, at);
  const doc = docName(workspace, 'interview', id);
  const cycleDoc = docName(workspace, 'cycle', cycle.id);
  // Interviews are told by band; a stride that shares no factor with their number mixes them over days and callers.
  const place = (at * 29) % cycle.held.length;
  const caller = interviewers[place % interviewers.length] ?? interviewers[0];
  const author = memberId(caller.last);
  const entry = entryOf(answer, row, wave);
  const person = keyOf(answer, row, wave);
  const day = cycle.days[Math.floor((place * cycle.days.length) / cycle.held.length)] ?? 0;
  const startedAt = day * 86_400_000 + timeOf(answer, place, chance);
  const codebook = docName(workspace, 'codebook');
  const writing = { doc, codebook, interview: id, id, author, authorName: caller.name };
  const { changes, seconds } = talkOf(call, writing, speech, chance);
  const other = interviewers[(place + 1) % interviewers.length] ?? interviewers[0];
  const twice = {
    ...{ doc, at },
    first: { id: author, name: caller.name },
    second: { id: memberId(other.last), name: other.name },
    doneAt: startedAt + 86_400_000,
  };
  return [
    interviewHead.put(doc, 'head', {
      ...headOf(entry),
      cycle: cycle.id,
      person,
      interviewer: author,
      interviewerName: caller.name,
      guide: defaultGuide.id,
      guideVersion: defaultGuide.version,
      startedAt,
      endedAt: startedAt + seconds * 1000,
      paused: 0,
      ...consentOf(at),
    }),
    ...changes,
    // one in three is coded again, so that agreement can be looked at
    ...(at % 3 === 0 ? codedTwice(changes, twice) : []),
    interviewEntry.put(cycleDoc, id, { person, sample: true }),
    rosterEntry.put(cycleDoc, person, {
      ...entry,
      state: 'held',
      claimedBy: author,
      claimedByName: caller.name,
      interview: id,
    }),
  ];
}

type Entry = Omit<ScoredEntry, 'id' | 'state' | 'claimedBy' | 'claimedByName' | 'interview'>;

function entryOf(answer: Answer, row: number, wave: WaveId): Entry {
  const { account, contact, band, score, tier } = answer;
  if (band === null || score === null) throw new Error('somebody who did not answer is in no roster');
  return {
    name: contact.name,
    email: contact.email,
    phone: contact.phone,
    role: contact.role,
    accountName: account.name,
    accountManager: account.manager,
    revenue: account.revenue,
    timeZone: account.place.timeZone,
    language: account.place.language,
    band,
    score,
    comment: answer.comment,
    answeredOn: answer.day === null ? '' : isoDay(answer.day),
    segments: segmentsOf(answer),
    wave,
    row,
    reason: `${tier} × ${band}, score ${score}`,
    sample: true,
  };
}

/** What an interview carries of the person's entry. */
function headOf({ wave, name, email, role, accountName, revenue, band, score, ...entry }: Entry) {
  const { comment, answeredOn, segments, sample } = entry;
  return {
    wave,
    name,
    email,
    role,
    accountName,
    revenue,
    band,
    score,
    comment,
    answeredOn,
    segments,
    sample,
  };
}

/** Most may be quoted without their name; one in eleven not at all, one in five with it. */
function consentOf(at: number) {
  const quote = at % 11 === 7 ? 'no' : at % 5 === 3 ? 'withName' : 'withoutName';
  return {
    consentAsked: true,
    consentRecord: at % 4 === 1,
    consentQuote: quote,
    consentContact: at % 6 !== 5,
  } as const;
}

/** Hours UTC at which a caller's two calls of a day may start, by where the customer is, so that no two overlap. */
const hours = { here: [9, 13], overseas: [16, 18.5] } as const;

/** Milliseconds into the day, on a quarter of an hour. */
function timeOf({ market }: Answer, place: number, chance: Chance): number {
  const second = Math.floor(place / interviewers.length) % 2 === 1;
  const [early, late] = market === 'North America' ? hours.overseas : hours.here;
  return (second ? late : early) * 3_600_000 + chance.below(7) * 900_000;
}

function memberId(last: string) {
  const id = parseId<'member'>(`sample-${last}`);
  if (!id.ok) throw new Error(`no member id: ${last}`);
  return id.value;
}

function interviewId(cycle: CycleId, at: number): InterviewId {
  const id = parseId<'interview'>(`${cycle}-i${String(at + 1).padStart(2, '0')}`);
  if (!id.ok) throw new Error(`no interview id: ${id.why.text}`);
  return id.value;
}
