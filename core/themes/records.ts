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
    /** Sortable key among the parts of one theme (see orderBetween); empty: nobody has put it in a place. */
    order: v.fallback(v.string(), ''),
    /** Who answers for it, where that is not who answers for the theme above it or for its category. */
    owner: v.fallback(v.string(), ''),
    /** What is thought to have set it off: "the move to shared support, in March". */
    trigger: v.fallback(v.string(), ''),
    /** The theme that its first mentions were split from; empty for any other. */
    splitFrom: v.fallback(v.string(), ''),
    /**
     * Its making was undone. Nobody is offered it, but it keeps its name: it may have been tagged on another device
     * meanwhile, and no mention may be left without a theme.
     */
    takenBack: v.fallback(v.boolean(), false),
    sample: v.fallback(v.boolean(), false),
  }),
);
export type Theme = RecordOf<typeof theme>;
