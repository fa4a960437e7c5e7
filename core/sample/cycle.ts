import * as v from 'valibot';
import { defineRecord, type RecordOf } from '../model/record.ts';

/** One quarterly round: document `cycle/<id>`, collection `cycle`, id `head`. */
export const cycleHead = defineRecord(
  'cycle',
  v.object({
    /** As shown: "Q4 2026". */
    name: v.string(),
    /** YYYY-MM-DD of the first day of week 1. */
    startsOn: v.string(),
    /** Seed of the selection, so that the draw can be repeated. */
    seed: v.fallback(v.string(), ''),
    sample: v.fallback(v.boolean(), false),
  }),
);
export type CycleHead = RecordOf<typeof cycleHead>;

/** Cycles a workspace has: document `workspace`, collection `cycles`; the id is the cycle's. */
export const cycleEntry = defineRecord(
  'cycles',
  v.object({ name: v.string(), startsOn: v.string(), sample: v.fallback(v.boolean(), false) }),
);
export type CycleEntry = RecordOf<typeof cycleEntry>;

/** Interviews of a cycle: document `cycle/<id>`, collection `interviews`; the id is the interview's. */
export const interviewEntry = defineRecord(
  'interviews',
  v.object({ person: v.string(), sample: v.fallback(v.boolean(), false) }),
);
export type InterviewEntry = RecordOf<typeof interviewEntry>;
