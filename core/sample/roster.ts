import * as v from 'valibot';
import { defineRecord, type RecordOf } from '../model/record.ts';
import type { Band } from '../waves/index.ts';

/** A field that older entries do not have; what cannot be read counts as absent, as does what was cleared. */
const later = <S extends v.GenericSchema>(schema: S) => v.optional(v.fallback(v.optional(schema), undefined));

/** States of a chosen person, in order of the work. */
export const personStates = ['selected', 'invited', 'scheduled', 'held', 'declined', 'noShow'] as const;
export type PersonState = (typeof personStates)[number];

/**
 * A chosen person in the roster of a cycle (document `cycle/<id>`, collection `roster`; the id is the person's key).
 * Carries what an interviewer needs to call without the wave at hand.
 */
export const rosterEntry = defineRecord(
  'roster',
  v.object({
    name: v.string(),
    email: v.string(),
    phone: v.string(),
    role: v.string(),
    accountName: v.string(),
    accountManager: v.string(),
    revenue: v.fallback(v.nullable(v.number()), null),
    timeZone: v.string(),
    language: v.string(),
    /** Null only for somebody from outside the wave whose band nobody knows yet. */
    band: v.nullish(v.picklist(['detractor', 'passive', 'promoter']), null),
    /** Null only for somebody from outside the wave who has not said one yet. */
    score: v.nullish(v.number(), null),
    comment: v.string(),
    answeredOn: v.string(),
    /** Dimension -> value. */
    segments: v.record(v.string(), v.string()),
    wave: v.string(),
    row: v.number(),
    /** Why this person: dimension values and score, e.g. "Enterprise x detractor, score 4". */
    reason: v.string(),
    state: v.fallback(v.picklist(personStates), 'selected'),
    /** Member who calls; empty when free. */
    claimedBy: v.fallback(v.string(), ''),
    claimedByName: v.fallback(v.string(), ''),
    interview: v.fallback(v.string(), ''),
    sample: v.fallback(v.boolean(), false),
    /** Segment of the quota that asked for them; absent for anybody. */
    segment: later(v.nullable(v.object({ dimension: v.string(), value: v.string() }))),
    /** Seed of the draw, so that it can be repeated. */
    seed: later(v.string()),
    /** Not of the wave: added by hand, with `reason` in somebody's own words. */
    outside: later(v.boolean()),
    /** Key and name of the person whose place they take, and who took theirs. */
    insteadOf: later(v.string()),
    insteadOfName: later(v.string()),
    replacedBy: later(v.nullable(v.string())),
    /** Invitations sent, and milliseconds since 1970 UTC of the last one. */
    invitations: later(v.nullable(v.number())),
    invitedAt: later(v.nullable(v.number())),
    /** The call that was arranged. `at` in milliseconds since 1970 UTC; `uid` and `sequence` are the calendar's. */
    call: later(
      v.nullable(v.object({ at: v.number(), minutes: v.number(), uid: v.string(), sequence: v.number() })),
    ),
    /** Milliseconds since 1970 UTC of the last change of state. */
    stateAt: later(v.nullable(v.number())),
  }),
);
export type RosterEntry = RecordOf<typeof rosterEntry>;

/** Somebody whose score is known: the only ones a call can be begun with. */
export type ScoredEntry = RosterEntry & { band: Band; score: number };

/** Whether band and score are known. False only for people from outside the wave. */
export const isScored = (entry: RosterEntry): entry is ScoredEntry =>
  entry.band !== null && entry.score !== null;

/** Whether somebody on the roster still counts towards the plan: a refusal or a no-show asks for a substitute. */
export const counts = ({ state }: Pick<RosterEntry, 'state'>): boolean =>
  state !== 'declined' && state !== 'noShow';
