import {
  type CarriedMapping,
  type ColumnProfile,
  carryOver,
  type Inspection,
  type WaveHead,
} from '#core/waves/index.ts';

/** The wave a file is read like, and what differs. */
export interface Carried extends CarriedMapping {
  from: WaveHead;
  /** Of the file, by which differences are told. */
  columns: readonly ColumnProfile[];
}

/** So many of the columns that an earlier wave used must be found again, for a file to be of the same survey. */
const likeEnough = 0.6;
const lookedAt = 8;

/**
 * The newest wave whose survey this file looks to be: most of the columns it used are there, the score among them. Null
 * where there is none, and for the invented company's, which nobody brought.
 */
export function carriedFrom(waves: readonly WaveHead[], inspection: Inspection): Carried | null {
  for (const from of waves.filter(({ sample }) => !sample).slice(0, lookedAt)) {
    const carried = carryOver(from.mapping, inspection);
    const used = from.mapping.columns.filter(({ role }) => role !== 'ignore').length;
    const gone = carried.differences.filter(({ kind }) => kind === 'gone').length;
    const hasScore = carried.differences.every((d) => d.kind !== 'gone' || d.role !== 'score');
    if (used > 0 && hasScore && (used - gone) / used >= likeEnough)
      return { ...carried, from, columns: inspection.columns };
  }
  return null;
}
