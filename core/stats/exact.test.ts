import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bonferroni,
  chiSquareTest,
  cochranArmitage,
  fisherExact,
  fisherTable,
  haldaneOddsRatio,
  hochberg,
  holm,
  linearTrend,
  mcNemar,
  oddsRatio,
  overlappingNetShares,
  pairedNetShare,
  rootOf,
  weightedMean,
} from './index.ts';

const cell = fc.nat(12);

test('the exact test of any 2 x 2 table is the same by network and by its own formula', () => {
  fc.assert(
    fc.property(cell, cell, cell, cell, (a, b, c, d) => {
      const table = [
        [a, b],
        [c, d],
      ] as const;
      const [two, any] = [fisherExact(table), fisherTable(table)];
      if (two.kind !== 'fisher' || any.kind !== 'fisherTable') return;
      expect(any.p).toBeCloseTo(two.p, 9);
      expect(two.low).toBeLessThanOrEqual(two.oddsRatio);
      expect(two.high).toBeGreaterThanOrEqual(two.oddsRatio);
    }),
  );
});

test('turning a table over or about changes no exact p', () => {
  const table = [
    [3, 0, 2, 5],
    [1, 4, 0, 2],
    [0, 2, 6, 1],
  ];
  const turned = [0, 1, 2, 3].map((column) => table.map((row) => row[column] ?? 0).reverse());
  const [one, other] = [fisherTable(table), fisherTable(turned)];
  if (one.kind !== 'fisherTable' || other.kind !== 'fisherTable') throw new Error('refused');
  expect(other.p).toBeCloseTo(one.p, 12);
});

test('what is too large to go through is refused, never guessed', () => {
  const large = Array.from({ length: 4 }, (_, r) => Array.from({ length: 4 }, (_, c) => 60 + 7 * r + 5 * c));
  expect(fisherTable(large).kind).toBe('tooLarge');
  const huge = fisherExact([
    [400_000, 300_000],
    [300_000, 400_000],
  ]);
  expect(huge.kind).toBe('tooLarge');
});

test('tables that say nothing are refused by name', () => {
  const why = (table: number[][]) => chiSquareTest(table);
  expect(why([[1, 2]])).toEqual({ kind: 'noTable', why: 'tooFewRowsOrColumns' });
  expect(why([[1, 2], [3]])).toEqual({ kind: 'noTable', why: 'ragged' });
  expect(
    why([
      [0, 2],
      [0, 3],
    ]),
  ).toEqual({ kind: 'noTable', why: 'emptyRowOrColumn' });
  expect(
    fisherExact([
      [0, 0],
      [0, 0],
    ]).kind,
  ).toBe('nothingToTest');
  expect(
    oddsRatio([
      [0, 2],
      [0, 3],
    ]),
  ).toEqual({ kind: 'emptyCell', value: null });
  expect(
    haldaneOddsRatio([
      [0, 2],
      [0, 3],
    ]).kind,
  ).toBe('oddsRatio');
});

test('a small table says that it is small', () => {
  expect(
    chiSquareTest([
      [3, 1],
      [1, 3],
    ]),
  ).toMatchObject({ isSmall: true });
  expect(
    chiSquareTest([
      [30, 10],
      [10, 30],
    ]),
  ).toMatchObject({ isSmall: false });
});

test('adjusted p values are never below the plain ones, and in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (p) => {
      const [most, middle, least] = [bonferroni(p), holm(p), hochberg(p)];
      p.forEach((plain, i) => {
        expect(least[i]).toBeGreaterThanOrEqual(plain);
        expect(middle[i]).toBeGreaterThanOrEqual(least[i] ?? 0);
        expect(most[i]).toBeGreaterThanOrEqual(middle[i] ?? 0);
      });
    }),
  );
});

test('McNemar: an even split is no change, mid-p lies between 0 and the exact p', () => {
  expect(mcNemar(0, 0)).toEqual({ kind: 'noChange' });
  fc.assert(
    fc.property(fc.nat(3000), fc.nat(3000), (b, c) => {
      const test = mcNemar(b, c);
      if (test.kind === 'noChange') return;
      expect(test.midP).toBeGreaterThanOrEqual(0);
      expect(test.midP).toBeLessThanOrEqual(test.exactP);
      expect(test.exactP).toBeLessThanOrEqual(1);
      expect(mcNemar(c, b)).toMatchObject({ exactP: test.exactP });
    }),
  );
});

test('a root is found to the last figures', () => {
  expect(rootOf((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 14);
  expect(rootOf((x) => x - 1, 1, 3)).toBe(1);
});

test('nothing to compare is refused by name', () => {
  const empty = { against: 0, neither: 0, inFavour: 0 };
  const none = { against: empty, neither: empty, inFavour: empty };
  expect(pairedNetShare(none)).toEqual({ kind: 'noTrials' });
  expect(overlappingNetShares(empty, empty, none)).toEqual({ kind: 'noTrials' });
  expect(linearTrend([{ at: 0, value: 1, standardError: 1 }])).toEqual({
    kind: 'noLine',
    points: 1,
    need: 3,
  });
  expect(linearTrend([1, 1, 1].map((at) => ({ at, value: at, standardError: 1 }))).kind).toBe('noLine');
  expect(cochranArmitage([])).toEqual({ kind: 'noTrials' });
  expect(cochranArmitage([{ successes: 3, trials: 3 }])).toEqual({ kind: 'noSpread' });
  expect(weightedMean([])).toEqual({ kind: 'noTrials' });
});
