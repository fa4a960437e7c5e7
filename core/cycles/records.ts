import * as v from 'valibot';
import { defineRecord, type RecordOf } from '../model/record.ts';

/**
 * What somebody wrote about a week: document `cycle/<id>`, collection `weeks`, the id being the week's number. Absent
 * while nobody did.
 */
export const weekEntry = defineRecord(
  'weeks',
  v.object({
    /** Who answers for it; empty while the usual role does. */
    owner: v.fallback(v.string(), ''),
    note: v.fallback(v.string(), ''),
    sample: v.fallback(v.boolean(), false),
  }),
);
export type WeekEntry = RecordOf<typeof weekEntry>;

/**
 * A step that somebody called done: document `cycle/<id>`, collection `steps`, the id being the step's. Steps that the
 * data show need none; one that the data do not bear out may be called done all the same, and says by whom.
 */
export const stepTick = defineRecord(
  'steps',
  v.object({
    /** Milliseconds since 1970 UTC. */
    at: v.number(),
    /** Member, and the name at that time. */
    by: v.fallback(v.string(), ''),
    byName: v.fallback(v.string(), ''),
    sample: v.fallback(v.boolean(), false),
  }),
);
export type StepTick = RecordOf<typeof stepTick>;
