import * as v from 'valibot';
import { defineRecord, type RecordOf } from '../model/record.ts';

/** What was chosen for a driver in a cycle: document `cycle/<id>`, collection `drivers`, the id being the theme's. */
export const driverChoice = defineRecord(
  'drivers',
  v.object({
    /** Note whose words stand for the driver; empty while the rule chooses. */
    pinned: v.fallback(v.string(), ''),
  }),
);
export type DriverChoice = RecordOf<typeof driverChoice>;

/**
 * A paragraph about a driver in a cycle: document `cycle/<id>`, collection `driverTexts`. Each has an id of its own, so that
 * two people who begin one at the same time, both offline, keep both; the text merges by character (`editText`).
 */
export const driverText = defineRecord(
  'driverTexts',
  v.object({
    theme: v.string(),
    /** With quotes as references: see `paragraphParts`. */
    text: v.fallback(v.string(), ''),
    /** Milliseconds since 1970 UTC when it was begun. */
    at: v.fallback(v.number(), 0),
    /** Who began it. */
    by: v.fallback(v.string(), ''),
    byName: v.fallback(v.string(), ''),
  }),
);
export type DriverText = RecordOf<typeof driverText>;
