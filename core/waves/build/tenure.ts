import { noDay } from '../cells/dates.ts';
import { noSegment, type SegmentColumn } from '../wave.ts';

/** Values of the computed dimension, from newest to oldest customers (METHOD 2). */
export const tenureValues = ['First 90 days', 'First year', 'Second year', 'Longer'] as const;

/** How many years after `since` a day lies, whole ones: the anniversary itself counts as reached. */
function yearsBetween(since: number, day: number): number {
  const from = new Date(since * 86_400_000);
  const to = new Date(day * 86_400_000);
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  const reached =
    to.getUTCMonth() > from.getUTCMonth() ||
    (to.getUTCMonth() === from.getUTCMonth() && to.getUTCDate() >= from.getUTCDate());
  return reached ? years : years - 1;
}

function codeOf(since: number, day: number): number {
  if (since === noDay || day === noDay || day < since) return noSegment;
  if (day - since < 90) return 0;
  return Math.min(yearsBetween(since, day), 2) + 1;
}

/**
 * The dimension "Tenure": how long each account had been a customer on the day of the answer, or on `fallbackDay`
 * where that is unknown. Null when no customer-since date is known.
 */
export function tenureOf(since: Int32Array, days: Int32Array, fallbackDay: number): SegmentColumn | null {
  const codes = Uint16Array.from(since, (from, row) => {
    const day = days[row]!;
    return codeOf(from, day === noDay ? fallbackDay : day);
  });
  if (codes.every((code) => code === noSegment)) return null;
  return { name: 'Tenure', codes, values: tenureValues };
}
