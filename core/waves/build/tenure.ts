import { noDay } from '../cells/dates.ts';
import { noSegment, type SegmentColumn } from '../wave.ts';

/** Values of the computed dimension, from newest to oldest customers (METHOD 2). */
export const tenureValues = ['First 90 days', 'First year', 'Second year', 'Longer'] as const;

/** The first and second anniversary of a day; of 29 February, where a year has none, 1 March. */
function anniversariesOf(since: number): readonly [number, number] {
  const from = new Date(since * 86_400_000);
  const after = (years: number): number =>
    Date.UTC(from.getUTCFullYear() + years, from.getUTCMonth(), from.getUTCDate()) / 86_400_000;
  return [after(1), after(2)];
}

/** Reads tenures; each customer-since date is looked up in the calendar once. */
function tenureReader(): (since: number, day: number) => number {
  const known = new Map<number, readonly [number, number]>();
  return (since, day) => {
    if (since === noDay || day === noDay || day < since) return noSegment;
    if (day - since < 90) return 0;
    const years = known.get(since) ?? anniversariesOf(since);
    known.set(since, years);
    return day < years[0] ? 1 : day < years[1] ? 2 : 3;
  };
}

/**
 * The dimension "Tenure": how long each account had been a customer on the day of the answer, or on `fallbackDay`
 * where that is unknown. Null when no customer-since date is known.
 */
export function tenureOf(since: Int32Array, days: Int32Array, fallbackDay: number): SegmentColumn | null {
  const codes = new Uint16Array(since.length);
  const read = tenureReader();
  for (let row = 0; row < codes.length; row++) {
    const day = days[row]!;
    codes[row] = read(since[row]!, day === noDay ? fallbackDay : day);
  }
  if (codes.every((code) => code === noSegment)) return null;
  return { name: 'Tenure', codes, values: tenureValues };
}
