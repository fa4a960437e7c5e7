import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '#test/fixtures/columns.ts';
import { rosterPerson } from '#test/fixtures/roster.ts';
import { bandOf } from '../scores/index.ts';
import {
  drawSample,
  type LeftOutReason,
  needsSubstitute,
  type StratumRef,
  type SubstituteStep,
  startSubstitute,
  stratumOf,
} from './index.ts';

const enterprise = { dimension: 'Tier', value: 'Enterprise' };
const crowd = fc.array(
  fc.record({
    score: fc.integer({ min: 0, max: 10 }),
    tier: fc.constantFrom('Enterprise', 'Small'),
    out: fc.constantFrom<LeftOutReason | null>(null, null, 'optedOut', 'noWayToReach'),
  }),
  { minLength: 1, maxLength: 60 },
);
const columnsFrom = (people: readonly { score: number; tier: string }[]) =>
  columnsOf(people.map(({ score, tier }) => ({ score, segments: { Tier: tier } })));

function found(
  columns: ReturnType<typeof columnsOf>,
  of: StratumRef,
  seed: string,
  standing: (row: number) => LeftOutReason | null,
): Exclude<SubstituteStep, { kind: 'look' }> {
  const search = startSubstitute(columns, of, seed);
  const known = new Map<number, LeftOutReason | null>();
  for (;;) {
    const step = search.step(known);
    if (step.kind !== 'look') return step;
    for (const row of step.rows) known.set(row, standing(row));
  }
}

test('refusal after refusal: substitutes never repeat, are never left out, and come from the same segment and band', () => {
  fc.assert(
    fc.property(crowd, fc.nat(10), fc.string(), (people, score, seed) => {
      const columns = columnsFrom(people);
      const of: StratumRef = { segment: enterprise, band: bandOf(score), score };
      const roster = new Set<number>();
      const standing = (row: number) =>
        roster.has(row) ? ('inRoster' as const) : (people[row]?.out ?? null);
      for (;;) {
        const next = found(columns, of, seed, standing);
        const left = people.filter(
          (p, row) => p.tier === 'Enterprise' && bandOf(p.score) === of.band && !standing(row),
        );
        if (next.kind === 'nobody') {
          expect(left).toEqual([]);
          const counted = Object.values(next.leftOut).reduce((sum, n) => sum + n, 0);
          expect(counted).toBe(next.fit);
          return;
        }
        const person = people[next.row];
        expect(person?.tier).toBe('Enterprise');
        expect(standing(next.row)).toBeNull();
        expect(person?.score).toBe(next.score);
        // the same score while anybody gave it, then the nearest
        const nearest = Math.min(...left.map((p) => Math.abs(p.score - score)));
        expect(Math.abs(next.score - score)).toBe(nearest);
        roster.add(next.row);
      }
    }),
  );
});

test('who comes next is settled by the seed: the first not drawn, and the same for anybody who repeats it', () => {
  const columns = columnsFrom(Array.from({ length: 50 }, () => ({ score: 4, tier: 'Enterprise' })));
  const of = { segment: enterprise, band: 'detractor', score: 4 } as const;
  const quota = (want: number) => [{ segment: enterprise, band: 'detractor' as const, want }];
  const drawn = new Set(drawSample(columns, quota(5), 's').chosen.map(({ row }) => row));
  const next = found(columns, of, 's', (row) => (drawn.has(row) ? 'inRoster' : null));
  const sixth = drawSample(columns, quota(6), 's').chosen.find(({ row }) => !drawn.has(row));
  expect(next).toMatchObject({ kind: 'found', row: sixth?.row });
});

test('a refusal and a no-show leave a place until somebody takes it; people from outside have no stratum', () => {
  const gone = rosterPerson('a', { state: 'declined' });
  expect(needsSubstitute(gone)).toBe(true);
  expect(needsSubstitute({ ...gone, replacedBy: 'b' })).toBe(false);
  expect(needsSubstitute({ ...gone, state: 'invited' })).toBe(false);
  expect(needsSubstitute({ ...gone, outside: true })).toBe(false);
});

test('an entry from before strata were kept says its segment in its reason', () => {
  const old = rosterPerson('a', {
    reason: 'Enterprise × passive, score 7',
    segments: { Tier: 'Enterprise' },
  });
  expect(stratumOf(old)).toEqual({ segment: enterprise, band: 'passive', score: 7 });
  expect(stratumOf({ ...old, reason: 'Anyone × passive, score 7' })?.segment).toBeNull();
});
