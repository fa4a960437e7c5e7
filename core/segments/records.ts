import * as v from 'valibot';
import { defineRecord, type RecordOf } from '../model/record.ts';

const sample = v.fallback(v.boolean(), false);

/**
 * One value of a dimension shown under another name: a rename, or, where several go to one name, a merge. Document
 * `codebook`, collection `segmentValue`; the id is made by `valueId`, so that two devices that edit different values
 * never meet, and the same one last writer wins. A wave is never touched: edits are applied when it is read.
 */
export const valueEdit = defineRecord(
  'segmentValue',
  v.object({ dimension: v.string(), from: v.string(), to: v.string(), sample }),
);
export type ValueEdit = RecordOf<typeof valueEdit>;

/** How the values of a whole dimension are read. Document `codebook`, collection `segmentDimension`; id of `dimensionId`. */
export const dimensionEdit = defineRecord(
  'segmentDimension',
  v.object({
    dimension: v.string(),
    /** Sign between the values of a cell that holds several ("Ledger; Reports"); empty: a cell is one value. */
    separator: v.fallback(v.string(), ''),
    /** Numbers are put into ranges that begin at these; ascending, null for none. */
    edges: v.fallback(v.nullable(v.array(v.number())), null),
    /** Values that stay, all others are one; as they are named before `ValueEdit`s. Null: all stay. */
    keep: v.fallback(v.nullable(v.array(v.string())), null),
    sample,
  }),
);
export type DimensionEdit = RecordOf<typeof dimensionEdit>;

/**
 * A dimension that is made of others, since somebody chose one of its segments for interviews: the cross of two, or all who
 * have one value among several. Document `codebook`, collection `segmentMade`; id of `madeId`.
 */
export const madeDimension = defineRecord(
  'segmentMade',
  v.object({
    /** The dimension, or the first of a cross. */
    of: v.string(),
    /** The second dimension of a cross; empty for one value of a dimension with several a person. */
    by: v.fallback(v.string(), ''),
    /** That value; empty for a cross. */
    value: v.fallback(v.string(), ''),
    sample,
  }),
);
export type MadeDimension = RecordOf<typeof madeDimension>;

export const mapOrders = ['lowest', 'change', 'answers', 'dimension'] as const;
/** What the map is ordered by. */
export type MapOrder = (typeof mapOrders)[number];

/** A saved way to look at the map, shared by the team. Document `codebook`, collection `segmentView`. */
export const segmentView = defineRecord(
  'segmentView',
  v.object({
    name: v.string(),
    /** Dimension on screen, empty for all. */
    only: v.fallback(v.string(), ''),
    /** Two dimensions crossed, rows first; null for the one-way map. */
    cross: v.fallback(v.nullable(v.tuple([v.string(), v.string()])), null),
    /** What the colours of a cross tell. */
    tells: v.fallback(v.picklist(['level', 'change']), 'level'),
    order: v.fallback(v.picklist(mapOrders), 'lowest'),
    /** What is searched for in names of segments and dimensions. */
    search: v.fallback(v.string(), ''),
    /** Values not shown, each as [dimension, value]. */
    hidden: v.fallback(v.array(v.tuple([v.string(), v.string()])), []),
    sample,
  }),
);
export type SegmentView = RecordOf<typeof segmentView>;

/** Edits made on the invented company's survey never touch a real one, and go with it. */
const own = (isSample: boolean): readonly string[] => (isSample ? ['sample'] : []);

/** The id of the edit of one value. */
export const valueId = (dimension: string, from: string, isSample: boolean): string =>
  JSON.stringify([dimension, from, ...own(isSample)]);
/** The id of the edit of a dimension. */
export const dimensionId = (dimension: string, isSample: boolean): string =>
  JSON.stringify([dimension, ...own(isSample)]);
/** The id of a made dimension. */
export const madeId = (of: string, by: string, value: string, isSample: boolean): string =>
  JSON.stringify([of, by, value, ...own(isSample)]);
