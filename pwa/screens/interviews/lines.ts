import { isScored, type RosterEntry, type ScoredEntry } from '#core/sample/index.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import type { Band } from '#core/waves/index.ts';

/** Somebody to call, under call, or called. */
export interface Line {
  /** Key of the person. */
  person: string;
  name: string;
  accountName: string;
  band: Band;
  score: number;
  /** Empty before the call was begun. */
  interview: string;
  state: 'toCall' | 'underWay' | 'held';
  notes: number;
  untagged: number;
  /** Milliseconds since 1970 UTC; 0 before. */
  startedAt: number;
  /** Who calls; empty when that is whoever sits here. */
  caller: string;
  entry: ScoredEntry | null;
}

/** States of a person who may still be called. */
const callable: ReadonlySet<string> = new Set(['selected', 'invited', 'scheduled']);

/**
 * One line a person and interview: calls under way first, then those to call, then those held, the newest first. People
 * claimed by somebody else are left to them; an interview whose notes are not projected yet shows without figures.
 */
export function linesOf(
  roster: readonly RosterEntry[],
  facts: readonly InterviewFacts[],
  member: string,
): Line[] {
  // whoever came from outside the wave is asked for a score before the call, on the people screen
  const scored = roster.filter(isScored);
  const byPerson = new Map(scored.map((entry) => [entry.id, entry]));
  const known = new Set(facts.map((f) => f.interview));
  const begun = scored.filter((e) => e.interview !== '' && !known.has(e.interview));
  const toCall = scored.filter((e) => e.interview === '' && e.claimedBy === member && callable.has(e.state));
  return [
    ...facts.map((f) => heldLine(f, byPerson.get(f.person) ?? null, member)),
    ...begun.map((e) => entryLine(e, e.state === 'held' ? 'held' : 'underWay', member)),
    ...toCall.map((e) => entryLine(e, 'toCall', member)),
  ].sort(inOrder);
}

const rank = { underWay: 0, toCall: 1, held: 2 } as const;
const inOrder = (a: Line, b: Line): number =>
  rank[a.state] - rank[b.state] || b.startedAt - a.startedAt || a.name.localeCompare(b.name, 'en');

function heldLine(facts: InterviewFacts, entry: ScoredEntry | null, member: string): Line {
  const tagged = new Set(facts.mentions.map((m) => m.note));
  return {
    person: facts.person,
    name: facts.name || entry?.email || facts.accountName,
    accountName: facts.accountName,
    band: facts.band,
    score: facts.score,
    interview: facts.interview,
    state: facts.endedAt > 0 ? 'held' : 'underWay',
    notes: facts.notes,
    untagged: Math.max(0, facts.notes - tagged.size),
    startedAt: facts.startedAt,
    caller: facts.interviewer === member ? '' : (entry?.claimedByName ?? ''),
    entry,
  };
}

function entryLine(entry: ScoredEntry, state: Line['state'], member: string): Line {
  return {
    person: entry.id,
    name: entry.name || entry.email,
    accountName: entry.accountName,
    band: entry.band,
    score: entry.score,
    interview: entry.interview,
    state,
    notes: 0,
    untagged: 0,
    startedAt: 0,
    caller: entry.claimedBy === member ? '' : entry.claimedByName,
    entry,
  };
}
