import type { SegmentRef } from './candidate.ts';
import type { Quota } from './quotas.ts';
import type { RosterEntry } from './roster.ts';

/** Whether somebody on the roster still counts towards the plan: a refusal or a no-show asks for a substitute. */
export const counts = ({ state }: Pick<RosterEntry, 'state'>): boolean =>
  state !== 'declined' && state !== 'noShow';

/**
 * What is still wanted when the people on the roster are taken off the quotas. Each counts for one quota: the first of
 * their band and segment that is not full. Quotas that are full stay, with a want of 0.
 */
export function remainingQuotas(quotas: readonly Quota[], roster: readonly RosterEntry[]): Quota[] {
  const left = quotas.map((quota) => ({ ...quota }));
  for (const entry of roster.filter(counts)) {
    const fits = left.find((q) => q.want > 0 && q.band === entry.band && isIn(entry, q.segment));
    if (fits) fits.want--;
  }
  return left;
}

function isIn({ segments }: RosterEntry, segment: SegmentRef | null): boolean {
  return segment === null || segments[segment.dimension] === segment.value;
}
