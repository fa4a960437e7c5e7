import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededChance } from '../model/chance.ts';
import { noScore, type WaveColumns } from '../waves/index.ts';
import { lookedAtPerScore, type Quota, type RosterEntry, remainingQuotas, rowsToRead } from './index.ts';

const tier = (value: string) => ({ dimension: 'Tier', value });
const entry = (band: RosterEntry['band'], value: string, state: RosterEntry['state'] = 'selected') =>
  ({ band, state, segments: { Tier: value } }) as unknown as RosterEntry;
const quota = (value: string | null, band: Quota['band'], want: number): Quota => ({
  segment: value === null ? null : tier(value),
  band,
  want,
});

test('people on the roster come off the quotas, each once; a refusal or a no-show leaves a place', () => {
  const quotas = [
    quota('Enterprise', 'detractor', 3),
    quota(null, 'detractor', 2),
    quota('Small', 'passive', 1),
  ];
  const roster = [
    entry('detractor', 'Enterprise'),
    entry('detractor', 'Enterprise', 'declined'),
    entry('detractor', 'Enterprise', 'noShow'),
    entry('detractor', 'Small', 'held'),
    entry('promoter', 'Small'),
  ];
  expect(remainingQuotas(quotas, roster).map((q) => q.want)).toEqual([2, 1, 1]);
  expect(quotas[0]?.want).toBe(3);
});

test('what remains and what is on the roster never add up to more than was wanted, and nothing goes below 0', () => {
  const bands = fc.constantFrom('detractor', 'passive', 'promoter');
  const names = fc.constantFrom('A', 'B');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(names, bands, fc.nat(4)), { maxLength: 6 }),
      fc.array(fc.tuple(bands, names), { maxLength: 20 }),
      (wants, people) => {
        const quotas = wants.map(([n, b, w]) => quota(n, b, w));
        const left = remainingQuotas(
          quotas,
          people.map(([b, n]) => entry(b, n)),
        );
        const sum = (qs: readonly Quota[]) => qs.reduce((s, q) => s + q.want, 0);
        expect(left.every((q) => q.want >= 0)).toBe(true);
        expect(sum(quotas) - sum(left)).toBeLessThanOrEqual(people.length);
      },
    ),
  );
});

function columnsOf(scores: readonly number[], codes: readonly number[]): WaveColumns {
  return {
    rows: scores.length,
    score: Uint8Array.from(scores),
    day: new Int32Array(scores.length),
    account: new Uint32Array(scores.length),
    segments: [{ name: 'Tier', codes: Uint16Array.from(codes), values: ['Enterprise', 'Small'] }],
    ratings: [],
    weight: null,
  };
}

test('of a small wave every row that a quota could use is read, and no other', () => {
  const columns = columnsOf([0, 3, 8, 10, noScore, 5], [0, 1, 0, 0, 0, 0]);
  const { rows, all } = rowsToRead(columns, [quota('Enterprise', 'detractor', 2)], seededChance('s'));
  expect(rows).toEqual([0, 5]);
  expect(all).toBe(2);
});

test('of a large one a bounded part, spread over the scores, the same for the same seed', () => {
  const n = 20_000;
  const columns = columnsOf(
    Array.from({ length: n }, (_, i) => i % 11),
    Array.from({ length: n }, () => 0),
  );
  const read = (seed: string) => rowsToRead(columns, [quota(null, 'detractor', 9)], seededChance(seed));
  const { rows, all } = read('a');
  expect(rows.length).toBe(7 * lookedAtPerScore);
  expect(all).toBe(Array.from({ length: n }, (_, i) => i % 11).filter((s) => s <= 6).length);
  expect(read('a').rows).toEqual(rows);
  expect(read('b').rows).not.toEqual(rows);
});
