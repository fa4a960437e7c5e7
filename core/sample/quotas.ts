import { type Band, bands } from '../waves/index.ts';
import type { SegmentRef } from './candidate.ts';

/** So many people of one band, in one segment or anywhere. */
export interface Quota {
  segment: SegmentRef | null;
  band: Band;
  /** People wanted; a whole number, 0 or more. */
  want: number;
}

/** Low and high end of what is usual. */
export interface UsualRange {
  low: number;
  high: number;
}

/** Interviews of a cycle by band (METHOD 3); 24 to 30 in all. */
export const usualByBand: Readonly<Record<Band, UsualRange>> = {
  detractor: { low: 10, high: 15 },
  passive: { low: 8, high: 12 },
  promoter: { low: 5, high: 8 },
};
export const usualTotal: UsualRange = { low: 24, high: 30 };
/** Interviews for one segment in question (METHOD 3). */
export const usualForSegment: UsualRange = { low: 10, high: 20 };

const cycleWants: Readonly<Record<Band, number>> = { detractor: 11, passive: 8, promoter: 5 };
const segmentWants: Readonly<Record<Band, number>> = { detractor: 7, passive: 5, promoter: 3 };

/**
 * Quotas to start from: 11 detractors, 8 passives and 5 promoters, spread evenly over the segments, the first ones given
 * what does not divide; for a single segment 7, 5 and 3; from anywhere when none is given. Wants of 0 are left out.
 */
export function defaultQuotas(segments: readonly SegmentRef[]): Quota[] {
  const wants = segments.length === 1 ? segmentWants : cycleWants;
  const places: readonly (SegmentRef | null)[] = segments.length > 0 ? segments : [null];
  return places
    .flatMap((segment, at) =>
      bands.map((band) => ({ segment, band, want: shareAt(wants[band], places.length, at) })),
    )
    .filter(({ want }) => want > 0);
}

function shareAt(total: number, parts: number, at: number): number {
  return Math.floor(total / parts) + (at < total % parts ? 1 : 0);
}

/** How a plan compares with what is usual. */
export interface PlanStanding {
  total: number;
  byBand: Readonly<Record<Band, { want: number; usual: UsualRange; is: 'below' | 'within' | 'above' }>>;
  /** Nobody in the middle: passives need the smallest push and must never be skipped. */
  isWithoutPassives: boolean;
}

/** What the plan adds up to and whether a band is missing; `isWithoutPassives` only where anybody is wanted at all. */
export function standingOf(quotas: readonly Quota[]): PlanStanding {
  const want = (band: Band) => quotas.reduce((sum, q) => sum + (q.band === band ? q.want : 0), 0);
  const standing = (band: Band) => ({
    want: want(band),
    usual: usualByBand[band],
    is: placeIn(usualByBand[band], want(band)),
  });
  const total = quotas.reduce((sum, q) => sum + q.want, 0);
  return {
    total,
    byBand: {
      detractor: standing('detractor'),
      passive: standing('passive'),
      promoter: standing('promoter'),
    },
    isWithoutPassives: total > 0 && want('passive') === 0,
  };
}

function placeIn({ low, high }: UsualRange, want: number): 'below' | 'within' | 'above' {
  if (want < low) return 'below';
  return want > high ? 'above' : 'within';
}
