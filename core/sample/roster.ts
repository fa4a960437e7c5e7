import * as v from 'valibot';
import { defineRecord, type RecordOf } from '../model/record.ts';

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
    band: v.picklist(['detractor', 'passive', 'promoter']),
    score: v.number(),
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
  }),
);
export type RosterEntry = RecordOf<typeof rosterEntry>;
