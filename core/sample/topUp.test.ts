import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '#test/fixtures/columns.ts';
import { candidate } from '#test/fixtures/people.ts';
import { rosterPerson } from '#test/fixtures/roster.ts';
import { bands } from '../waves/index.ts';
import {
  asReadNow,
  drawSample,
  type Quota,
  type RosterEntry,
  remainingQuotas,
  rosterEntryOf,
} from './index.ts';

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

const people = fc.array(
  fc.record({
    score: fc.integer({ min: 0, max: 10 }),
    Tier: fc.constantFrom('A', 'B'),
    Region: fc.constantFrom('N', 'S'),
  }),
  { minLength: 1, maxLength: 120 },
);

test('what a draw came to is never wanted again: people fit several quotas and count for the one they were drawn for', () => {
  const quotas = [tier('A'), { dimension: 'Region', value: 'N' }].flatMap((segment) =>
    bands.map((band): Quota => ({ segment, band, want: 4 })),
  );
  fc.assert(
    fc.property(people, fc.string(), (all, seed) => {
      const wave = columnsOf(all.map(({ score, ...segments }) => ({ score, segments })));
      const { chosen, outcomes } = drawSample(wave, quotas, seed);
      const roster = chosen.map(({ row, reason }): RosterEntry => {
        const { score, ...segments } = all[row] ?? { score: 0 };
        const from = { wave: 'w', sample: false, seed };
        return { id: `${row}`, ...rosterEntryOf(candidate({ row, score, segments }), reason, from) };
      });
      const missing = outcomes.map(({ shortfall }) => shortfall?.missing ?? 0);
      expect(remainingQuotas(quotas, roster).map((q) => q.want)).toEqual(missing);
    }),
  );
});

/** The most people that can count at all, by trying everything. */
function mostCounted(wants: readonly number[], fit: readonly (readonly number[])[]): number {
  const [first, ...rest] = fit;
  if (!first) return 0;
  const taken = first
    .filter((at) => (wants[at] ?? 0) > 0)
    .map(
      (at) =>
        1 +
        mostCounted(
          wants.map((w, i) => (i === at ? w - 1 : w)),
          rest,
        ),
    );
  return Math.max(mostCounted(wants, rest), ...taken);
}

test('as many count as can, whatever they were drawn for', () => {
  const segments = [tier('A'), tier('B'), { dimension: 'Region', value: 'N' }, null];
  const anybody = fc.tuple(
    fc.constantFrom('A', 'B'),
    fc.constantFrom('N', 'S'),
    fc.constantFrom(...segments),
  );
  const wants = fc.array(fc.nat(2), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(wants, fc.array(anybody, { maxLength: 6 }), (want, all) => {
      const quotas = segments.map((segment, i): Quota => ({ segment, band: 'passive', want: want[i] ?? 0 }));
      const roster = all.map(([Tier, Region, segment], i) =>
        rosterPerson(`${i}`, { segments: { Tier, Region }, segment }),
      );
      const fit = all.map(([t, r, drawnFor]) =>
        segments.flatMap((s, at) => {
          const isIn = s === null || s.value === t || s.value === r;
          return isIn || s === drawnFor ? [at] : [];
        }),
      );
      const sum = (qs: readonly Quota[]) => qs.reduce((s, q) => s + q.want, 0);
      expect(sum(quotas) - sum(remainingQuotas(quotas, roster))).toBe(mostCounted(want, fit));
    }),
  );
});

test('after a rename people count for the segment as it is called now', () => {
  const wave = { id: 'w', columns: columnsOf([{ score: 7, segments: { Tier: 'Ent' } }]) };
  const drawn = rosterPerson('a', {
    wave: 'w',
    row: 0,
    segment: tier('Enterprise'),
    segments: { Tier: 'Enterprise' },
  });
  const quotas = [quota('Ent', 'passive', 1)];
  const wanted = (entry: RosterEntry) => remainingQuotas(quotas, [entry], (e) => asReadNow(e, wave))[0]?.want;
  expect(wanted(drawn)).toBe(0);
  expect(asReadNow(drawn, wave)).toMatchObject({ segment: tier('Ent'), segments: { Tier: 'Ent' } });
  // also where the entry is older than the segments kept with it, not where the row is of another wave
  const { segment: _, ...older } = { ...drawn, reason: 'Enterprise × passive, score 7' };
  expect(asReadNow(older, wave)).toMatchObject({ segment: tier('Ent') });
  expect(wanted({ ...drawn, wave: 'other' })).toBe(1);
  // while the plan still has the old name, that counts too
  expect(
    remainingQuotas([quota('Enterprise', 'passive', 1)], [drawn], (e) => asReadNow(e, wave))[0]?.want,
  ).toBe(0);
});
