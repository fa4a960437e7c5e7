import * as v from 'valibot';
import { defineRecord, type RecordOf } from '../model/record.ts';

/**
 * One person's tagging of a whole interview, made without seeing anybody else's. In the interview's document; its id is
 * the coder's. Beside it the tags made in the call stay what they are.
 */
export const coding = defineRecord(
  'coding',
  v.object({
    coder: v.string(),
    coderName: v.fallback(v.string(), ''),
    /** Milliseconds since 1970 UTC. */
    startedAt: v.fallback(v.number(), 0),
    /** When it was handed in, and from then on it stays as it is; 0 before. */
    doneAt: v.fallback(v.number(), 0),
  }),
);
export type Coding = RecordOf<typeof coding>;

/** One theme on one note, by one coder; the id is `<coder>:<note>:<theme>`. */
export const codedTag = defineRecord(
  'codedTag',
  v.object({
    coder: v.string(),
    note: v.string(),
    theme: v.string(),
    /** 0 not stated, 1 low, 2 medium, 3 high. */
    severity: v.fallback(v.picklist([0, 1, 2, 3]), 0),
  }),
);
export type CodedTag = RecordOf<typeof codedTag>;

/** What two coders agreed on after they had differed; the id is the theme. The tags of the call follow it. */
export const settlement = defineRecord(
  'settlement',
  v.object({
    theme: v.string(),
    /** The interview raises the theme. */
    holds: v.boolean(),
    by: v.string(),
    byName: v.fallback(v.string(), ''),
  }),
);
export type Settlement = RecordOf<typeof settlement>;
