import type { SegmentRef } from './candidate.ts';
import { type Quota, quotasFor, type UsualRange } from './quotas.ts';

/** The kinds of study a selection may be for; its size follows (METHOD 3). */
export const studies = ['cycle', 'segment', 'company', 'perSegment', 'quickStart'] as const;
export type Study = (typeof studies)[number];

/** How many interviews a kind of study takes: in all, or in each segment. */
export interface StudySize {
  range: UsualRange;
  each: boolean;
}

const sizes: Readonly<Record<Study, StudySize>> = {
  cycle: { range: { low: 24, high: 30 }, each: false },
  segment: { range: { low: 10, high: 20 }, each: true },
  company: { range: { low: 50, high: 100 }, each: false },
  perSegment: { range: { low: 20, high: 30 }, each: true },
  quickStart: { range: { low: 20, high: 20 }, each: false },
};

/** Wants to start from, within the range of the study. */
const wants = {
  cycle: { detractor: 11, passive: 8, promoter: 5 },
  segment: { detractor: 7, passive: 5, promoter: 3 },
  company: { detractor: 27, passive: 20, promoter: 13 },
  perSegment: { detractor: 11, passive: 8, promoter: 5 },
  quickStart: { detractor: 8, passive: 7, promoter: 5 },
} as const;

export const sizeOf = (study: Study): StudySize => sizes[study];

/** What stands while nobody has chosen: the cycle's round, or one segment in question where a single one is chosen. */
export const studyAtFirst = (segments: readonly SegmentRef[]): Study =>
  segments.length === 1 ? 'segment' : 'cycle';

/** Interviews in all that a study of these segments takes. */
export function totalFor(study: Study, segments: readonly SegmentRef[]): UsualRange {
  const { range, each } = sizes[study];
  const times = each ? Math.max(1, segments.length) : 1;
  return { low: range.low * times, high: range.high * times };
}

/**
 * Quotas to start from: the study's bands spread evenly over the segments, the first ones given what does not divide, or
 * whole for each segment where the study is of segments; from anywhere when none is given. Wants of 0 are left out.
 */
export function defaultQuotas(
  segments: readonly SegmentRef[],
  study: Study = studyAtFirst(segments),
): Quota[] {
  return quotasFor(segments, wants[study], sizes[study].each);
}

/** How far a study has come against its size. */
export interface StudyProgress {
  range: UsualRange;
  held: number;
  /** On the roster and neither refused nor missed, held among them. */
  chosen: number;
  /** Where those chosen stand. */
  is: 'below' | 'within' | 'above';
}

/** Where the roster stands against what the study takes. */
export function studyProgress(
  study: Study,
  segments: readonly SegmentRef[],
  { held, chosen }: { held: number; chosen: number },
): StudyProgress {
  const range = totalFor(study, segments);
  const is = chosen < range.low ? 'below' : chosen > range.high ? 'above' : 'within';
  return { range, held, chosen, is };
}
