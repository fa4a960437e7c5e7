import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsWith, raising } from '#test/fixtures/interviewFacts.ts';
import { codebookOf, type EveryoneRow, everyoneRows, pooledShare } from './index.ts';

const counts = { detractor: { k: 14, n: 30 }, passive: { k: 3, n: 11 }, promoter: { k: 0, n: 7 } };

test('each band weighs as much as it answered, not as it was called', () => {
  const pooled = pooledShare(counts, { detractor: 200, passive: 300, promoter: 500 });
  if (pooled.kind !== 'weighted') throw new Error(pooled.kind);
  // .2 x 14/30 + .3 x 3/11 + .5 x 0; a plain 17 of 48 would say 35 %
  expect(pooled.value).toBeCloseTo(0.2 * (14 / 30) + 0.3 * (3 / 11), 12);
  // by hand: .04 x 14/30 x 16/30 / 29 + .09 x 3/11 x 8/11 / 10
  expect(pooled.standardError ** 2).toBeCloseTo((0.04 * 14 * 16) / 900 / 29 + (0.09 * 24) / 121 / 10, 12);
  // Wilson: 14/30 .302 to .639, 3/11 .097 to .566, 0/7 0 to .354
  const [low, high] = [pooled.low, pooled.high];
  expect(low).toBeCloseTo(
    pooled.value - Math.hypot(0.2 * (14 / 30 - 0.302292), 0.3 * (3 / 11 - 0.097464)),
    5,
  );
  expect(high).toBeCloseTo(
    pooled.value + Math.hypot(0.2 * (0.638608 - 14 / 30), 0.3 * (0.565646 - 3 / 11), 0.5 * 0.354334),
    5,
  );
});

test('a band that answered and was not called leaves nothing to say, and is named', () => {
  const without = { ...counts, promoter: { k: 1, n: 1 } };
  expect(pooledShare(without, { detractor: 2, passive: 3, promoter: 5 })).toEqual({
    kind: 'missing',
    bands: ['promoter'],
  });
  expect(pooledShare(without, { detractor: 2, passive: 3, promoter: 0 }).kind).toBe('weighted');
  expect(pooledShare(counts, null)).toEqual({ kind: 'noWave' });
  expect(pooledShare(counts, { detractor: 0, passive: 0, promoter: 0 })).toEqual({ kind: 'noWave' });
});

test('for any counts the share lies in its interval, between the lowest and the highest band', () => {
  const cell = fc.integer({ min: 2, max: 40 }).chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n) }));
  const weight = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(
      fc.record({ detractor: cell, passive: cell, promoter: cell }),
      fc.record({ detractor: weight, passive: weight, promoter: weight }),
      (byBand, wave) => {
        const pooled = pooledShare(byBand, wave);
        if (pooled.kind !== 'weighted') throw new Error(pooled.kind);
        const shares = Object.values(byBand).map(({ k, n }) => k / n);
        expect(pooled.value >= Math.min(...shares) - 1e-9 && pooled.value <= Math.max(...shares) + 1e-9).toBe(
          true,
        );
        expect(
          pooled.low >= 0 && pooled.low <= pooled.value && pooled.value <= pooled.high && pooled.high <= 1,
        ).toBe(true);
        expect(pooled.high > pooled.low).toBe(true);
      },
    ),
  );
});

/** What more than one call raises. */
const shared = (rows: readonly EveryoneRow[]) =>
  rows.filter(({ byBand }) => Object.values(byBand).some(({ k }) => k > 1));

test('over everyone, a driver of the many comes before one that only those we called most raise', () => {
  const facts = [
    ...raising('of detractors', 20, 30),
    ...raising('of promoters', 4, 8, { band: 'promoter', accountName: 'Acme' }),
    ...raising('of promoters', 1, 10, { band: 'passive', accountName: 'acme' }),
  ];
  const wave = { detractor: 100, passive: 300, promoter: 600 };
  const rows = everyoneRows(facts, codebookOf(new Map()), wave);
  // .6 x 4/8 + .3 x 1/10 against .1 x 20/30
  expect(shared(rows).map((r) => [r.theme, r.pooled.kind === 'weighted' && r.pooled.value])).toEqual([
    ['of promoters', expect.closeTo(0.33, 12)],
    ['of detractors', expect.closeTo(0.2 / 3, 12)],
  ]);
  expect(rows[0]?.impact.accounts).toBe(1);
  // calls that nobody has tagged yet thin no share
  const waiting = [...facts, ...Array.from({ length: 9 }, () => factsWith({ band: 'promoter' }))];
  expect(everyoneRows(waiting, codebookOf(new Map()), wave)).toEqual(rows);
  expect(shared(everyoneRows(facts, codebookOf(new Map()), null)).map((r) => r.theme)).toEqual([
    'of detractors',
    'of promoters',
  ]);
});
