import * as v from 'valibot';
import { defineRecord, type RecordOf } from '../model/record.ts';

export const categories = ['product', 'service', 'value', 'competitive'] as const;
export type Category = (typeof categories)[number];

/** A named driver. Document `codebook`, collection `theme`. */
export const theme = defineRecord(
  'theme',
  v.object({
    name: v.string(),
    category: v.picklist(categories),
    definition: v.fallback(v.string(), ''),
    /** Broader theme it is a part of, empty at the top. */
    parent: v.fallback(v.string(), ''),
    /** Set when merged: mentions of this theme count for that one. */
    mergedInto: v.fallback(v.string(), ''),
    retired: v.fallback(v.boolean(), false),
    /** Came with Sounding rather than from an interviewer. */
    starter: v.fallback(v.boolean(), false),
    /** Named in the middle of a call: its category is a guess until somebody sets it. */
    fresh: v.optional(v.fallback(v.boolean(), false)),
    sample: v.fallback(v.boolean(), false),
  }),
);
export type Theme = RecordOf<typeof theme>;
