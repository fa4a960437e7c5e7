import type { Guide, Question } from '../guide/index.ts';
import type { Change } from '../model/change.ts';
import { type DocName, docName } from '../model/docName.ts';
import type { CycleId, InterviewId, MemberId, WorkspaceId } from '../model/ids.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { interviewEntry, rosterEntry, type ScoredEntry } from '../sample/index.ts';
import { type InterviewHead, interviewHead } from './records.ts';

/** Who calls whom, when and with which questions. */
export interface CallStart {
  workspace: WorkspaceId;
  cycle: CycleId;
  /** The person's entry in the cycle's roster, score and band known; its id is the person's key. */
  entry: ScoredEntry;
  id: InterviewId;
  member: MemberId;
  memberName: string;
  guide: Pick<Guide, 'id' | 'version'>;
  /** Questions to ask beside the guide's; none where left out. */
  hypotheses?: readonly Question[];
  /** Milliseconds since 1970 UTC. */
  at: number;
}

/** That person has an interview already; go on with it instead. */
export interface AlreadyStarted {
  kind: 'alreadyStarted';
  interview: string;
}

/**
 * Begins an interview: its document with a head that carries what the call needs, its entry in the cycle, and the
 * person in the roster, claimed by the caller where nobody had. Refused when that person's interview exists already.
 */
export function startInterview(start: CallStart): Result<Change[], AlreadyStarted> {
  const { entry, workspace } = start;
  if (entry.interview !== '') return fail({ kind: 'alreadyStarted', interview: entry.interview });
  const cycleDoc = docName(workspace, 'cycle', start.cycle);
  const free = entry.claimedBy === '';
  return ok([
    interviewHead.put(docName(workspace, 'interview', start.id), 'head', headFrom(start)),
    interviewEntry.put(cycleDoc, start.id, { person: entry.id, sample: entry.sample }),
    rosterEntry.put(cycleDoc, entry.id, {
      interview: start.id,
      state: 'scheduled',
      ...(free && { claimedBy: start.member, claimedByName: start.memberName }),
    }),
  ]);
}

function headFrom({ entry, ...start }: CallStart): Omit<InterviewHead, 'id'> {
  return {
    cycle: start.cycle,
    wave: entry.wave,
    person: entry.id,
    name: entry.name,
    email: entry.email,
    role: entry.role,
    accountName: entry.accountName,
    revenue: entry.revenue,
    band: entry.band,
    score: entry.score,
    comment: entry.comment,
    answeredOn: entry.answeredOn,
    segments: entry.segments,
    interviewer: start.member,
    interviewerName: start.memberName,
    guide: start.guide.id,
    guideVersion: start.guide.version,
    hypotheses: [...(start.hypotheses ?? [])],
    startedAt: start.at,
    endedAt: 0,
    paused: 0,
    consentAsked: false,
    consentRecord: false,
    consentQuote: 'no',
    consentContact: false,
    sample: entry.sample,
  };
}

/** Ends the call: the clock stops and the person counts as held. Notes can still be added, tagged and edited. */
export function endInterview(doc: DocName, cycleDoc: DocName, person: string, at: number): Change[] {
  return [
    interviewHead.put(doc, 'head', { endedAt: at }),
    rosterEntry.put(cycleDoc, person, { state: 'held' }),
  ];
}

/** Takes an ended call up again; the time since does not count as call. */
export function reopenInterview(
  doc: DocName,
  cycleDoc: DocName,
  head: Times & Pick<InterviewHead, 'person'>,
  at: number,
): Change[] {
  return [
    interviewHead.put(doc, 'head', { endedAt: 0, ...goingOn(head, at) }),
    rosterEntry.put(cycleDoc, head.person, { state: 'scheduled' }),
  ];
}

/** Stops the seconds of a running call: what follows is no call until it is resumed. Notes still go in. */
export function pauseCall(doc: DocName, head: Times, at: number): Change[] {
  if (head.endedAt > 0 || isPaused(head)) return [];
  return [interviewHead.put(doc, 'head', { stoppedAt: secondsInto(head, at) })];
}

/** The seconds go on where they were stopped, by the clock of whoever resumes. */
export function resumeCall(doc: DocName, head: Times, at: number): Change[] {
  return isPaused(head) ? [interviewHead.put(doc, 'head', goingOn(head, at))] : [];
}

/** Takes the lead of a call: from now on this member's questions are the ones it is at. Both go on taking notes. */
export function holdCall(doc: DocName, member: string, name: string): Change[] {
  return [interviewHead.put(doc, 'head', { heldBy: member, heldByName: name })];
}

/** Who leads the call, by id and by name. */
export function holderOf(head: InterviewHead): { member: string; name: string } {
  return head.heldBy
    ? { member: head.heldBy, name: head.heldByName ?? '' }
    : { member: head.interviewer, name: head.interviewerName };
}

type Times = Pick<InterviewHead, 'startedAt' | 'endedAt' | 'paused'> &
  Partial<Pick<InterviewHead, 'stoppedAt'>>;

export const isPaused = (head: Pick<Times, 'stoppedAt'>): boolean => typeof head.stoppedAt === 'number';

/** The fields with which the seconds run on from where they stand. */
function goingOn(head: Times, at: number): { paused: number; stoppedAt: null } {
  return { paused: Math.round((at - head.startedAt) / 1000) - secondsInto(head, at), stoppedAt: null };
}

/** Whole seconds into the call at a moment, never negative; while paused, where it stopped; after its end, how long it lasted. */
export function secondsInto(head: Times, at: number): number {
  if (typeof head.stoppedAt === 'number') return head.stoppedAt;
  const until = head.endedAt > 0 ? head.endedAt : at;
  return Math.max(0, Math.round((until - head.startedAt) / 1000) - head.paused);
}

/** Without a sign of life for longer than this, a call was broken off. Seconds. */
export const brokenOffAfter = 30 * 60;

/**
 * Seconds to add to `paused` when a running call is opened again: 0 as long as it goes straight on (a reload, a
 * crash), else all the time since `lastSeen`, the last note or question (seconds into the call).
 */
export function pauseBefore(head: Times, lastSeen: number, at: number): number {
  const gap = head.endedAt > 0 ? 0 : secondsInto(head, at) - lastSeen;
  return gap > brokenOffAfter ? gap : 0;
}
