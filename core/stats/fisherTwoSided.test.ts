import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fisherExact, fisherTwoSided, type TwoByTwo } from './index.ts';

test('a table by hand: of 8 cups 4 are named, all of them right', () => {
  // Fisher's tea: 1 of 70 ways all right, 1 all wrong
  expect(
    fisherTwoSided([
      [4, 0],
      [0, 4],
    ]).p,
  ).toBeCloseTo(2 / 70, 12);
  expect(
    fisherTwoSided([
      [3, 1],
      [1, 3],
    ]),
  ).toEqual({
    p: expect.closeTo(34 / 70, 12),
    least: expect.closeTo(2 / 70, 12),
  });
});

test('what no counts could show is told by the margins', () => {
  // 3 of 10 raise it, 5 interviewed on each side: all three on one side has 2 x 10 of 120 ways
  expect(
    fisherTwoSided([
      [3, 2],
      [0, 5],
    ]).least,
  ).toBeCloseTo(20 / 120, 12);
  expect(
    fisherTwoSided([
      [0, 5],
      [0, 7],
    ]),
  ).toEqual({ p: 1, least: 1 });
  expect(
    fisherTwoSided([
      [0, 0],
      [0, 0],
    ]),
  ).toEqual({ p: 1, least: 1 });
});

test('for any counts it is the p of the full test, and never below the least', () => {
  const count = fc.nat(60);
  const table = fc.tuple(fc.tuple(count, count), fc.tuple(count, count)) as fc.Arbitrary<TwoByTwo>;
  fc.assert(
    fc.property(table, (counts) => {
      const { p, least } = fisherTwoSided(counts);
      const full = fisherExact(counts);
      expect(p).toBeCloseTo(full.kind === 'fisher' ? full.p : 1, 9);
      expect(p >= least - 1e-12 && least > 0 && p <= 1).toBe(true);
    }),
  );
});

test('thousands of interviews are no trouble', () => {
  const counts: TwoByTwo = [
    [900, 1100],
    [700, 1300],
  ];
  const full = fisherExact(counts);
  if (full.kind !== 'fisher') throw new Error(full.kind);
  expect(fisherTwoSided(counts).p / full.p).toBeCloseTo(1, 6);
});
