import { tablesOf } from '#core/segments/count.ts';
import { type Line, medians, sink } from './measure.ts';
import { allPairs, generated } from './segments/generated.ts';

/** Calls timed as one, so that the clock is coarse against none of the sizes. */
const rowsATime = 2_000_000;

/**
 * What a row costs as waves grow: five one-way and ten two-way tables of 10,000, 100,000 and 1,000,000 generated rows.
 * Per row it must be no worse than linear: each size against the next smaller one, with room for the clock.
 */
export async function bench(): Promise<Line[]> {
  const small = generated(10_000);
  const middle = generated(100_000);
  const large = generated(1_000_000);
  const many = (columns: typeof small) => () => {
    for (let i = rowsATime / columns.rows; i > 0; i--) sink.last = tablesOf(columns, allPairs);
  };
  const took = await medians({ small: many(small), middle: many(middle), large: many(large) }, { rounds: 7 });
  sink.last = null;
  const line = (rows: string, ours: number, fewer: string, baseline: number): Line => ({
    figure: `a million rows' worth of five one-way and ten two-way tables, counted ${rows} at a time, Node`,
    ours: { value: ours / 2, unit: 'ms' },
    baseline: { value: baseline / 2, unit: 'ms', which: `${fewer} at a time` },
    goal: { kind: 'timesOf', atMost: 1.1 },
  });
  return [
    line('100,000', took.middle, '10,000', took.small),
    line('1,000,000', took.large, '100,000', took.middle),
  ];
}
