import { type Band, bands } from '../waves/index.ts';
import type { SegmentRef } from './candidate.ts';

/** So many people of one band, in one segment or anywhere. */
export interface Quota {
  segment: SegmentRef | null;
  band: Band;
  /** People wanted; a whole number, 0 to `mostWanted`. */
  want: number;
}

/** Most people a quota may ask for: a typing slip must not plan a year of calls. */
export const mostWanted = 99;

/** A number of people as a quota may want it: whole, 0 to `mostWanted`; 0 for what is no number. */
export const wantWithin = (want: number): number =>
  Math.min(mostWanted, Math.max(0, Math.round(Number.isNaN(want) ? 0 : want)));

/** Low and high end of what is usual. */
export interface UsualRange {
  low: number;
  high: number;
}

/** Interviews of a cycle by band (METHOD 3). */
export const usualByBand: Readonly<Record<Band, UsualRange>> = {
  detractor: { low: 10, high: 15 },
  passive: { low: 8, high: 12 },
  promoter: { low: 5, high: 8 },
};

/** So many of each band over the segments: whole for `each`, else shared out evenly, the first given what is left over. */
export function quotasFor(
  segments: readonly SegmentRef[],
  wants: Readonly<Record<Band, number>>,
  each: boolean,
): Quota[] {
  const places: readonly (SegmentRef | null)[] = segments.length > 0 ? segments : [null];
  return places
    .flatMap((segment, at) =>
      bands.map((band) => ({
        segment,
        band,
        want: each ? wants[band] : shareAt(wants[band], places.length, at),
      })),
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
