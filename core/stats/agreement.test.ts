import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohenKappa } from './cohenKappa.ts';
import { fisherExact, type TwoByTwo } from './fisherExact.ts';
import { krippendorffAlpha } from './krippendorffAlpha.ts';
import { strataExact } from './strataExact.ts';
import { studentZ } from './studentZ.ts';

const few = fc.nat({ max: 12 });
const four: fc.Arbitrary<TwoByTwo> = fc.tuple(fc.tuple(few, few), fc.tuple(few, few));

describe('kappa', () => {
  test('is 1 without any doubt where all agree, and refused where all is one category', () => {
    const all = cohenKappa([
      [4, 0],
      [0, 6],
    ]);
    expect(all).toMatchObject({ kind: 'kappa', value: 1, standardError: 0 });
    expect(
      cohenKappa([
        [9, 0],
        [0, 0],
      ]),
    ).toEqual({ kind: 'noKappa', why: 'oneCategory' });
    expect(
      cohenKappa([
        [5, 3],
        [0, 0],
      ]),
    ).toEqual({ kind: 'noKappa', why: 'oneCategory' });
    expect(cohenKappa([[7]], 'linear')).toEqual({ kind: 'noKappa', why: 'oneCategory' });
  });

  test('refuses what is no table of counts by name, never with NaN', () => {
    expect(cohenKappa([])).toEqual({ kind: 'noKappa', why: 'empty' });
    expect(cohenKappa([[0]])).toEqual({ kind: 'noKappa', why: 'empty' });
    expect(cohenKappa([[1, 2]])).toEqual({ kind: 'noKappa', why: 'notSquare' });
    expect(
      cohenKappa([
        [1, -2],
        [0, 1],
      ]),
    ).toEqual({ kind: 'noKappa', why: 'notCounts' });
    expect(cohenKappa([[Number.NaN]])).toEqual({ kind: 'noKappa', why: 'notCounts' });
  });

  test('does not change when the judges change places, lies in -1 to 1, and is finite', () => {
    fc.assert(
      fc.property(four, ([[a, b], [c, d]]) => {
        const one = cohenKappa([
          [a, b],
          [c, d],
        ]);
        const other = cohenKappa([
          [a, c],
          [b, d],
        ]);
        expect(one.kind).toBe(other.kind);
        if (one.kind !== 'kappa' || other.kind !== 'kappa') return;
        expect(one.value).toBeCloseTo(other.value, 12);
        expect(Object.values(one).every((v) => typeof v === 'string' || Number.isFinite(v))).toBe(true);
        expect(Math.abs(one.value)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('alpha', () => {
  test('refuses when nothing can disagree, and counts no thing judged once', () => {
    expect(krippendorffAlpha([])).toEqual({ kind: 'noAlpha', why: 'noPairs', pairable: 0 });
    expect(krippendorffAlpha([[1], [2], []])).toEqual({ kind: 'noAlpha', why: 'noPairs', pairable: 0 });
    expect(krippendorffAlpha([[1, 1], [1, 1], [2]])).toEqual({
      kind: 'noAlpha',
      why: 'oneValue',
      pairable: 4,
    });
  });

  test('of two judges who left nothing out is Scott’s pi with a small-sample correction', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 })), { minLength: 2, maxLength: 30 }),
        (pairs) => {
          const alpha = krippendorffAlpha(pairs);
          if (alpha.kind === 'noAlpha') {
            expect(new Set(pairs.flat()).size).toBe(1);
            return;
          }
          const n = pairs.length;
          const share = (v: number) => pairs.flat().filter((x) => x === v).length / (2 * n);
          const chance = [0, 1, 2].reduce((sum, v) => sum + share(v) ** 2, 0);
          const pi = (pairs.filter(([a, b]) => a === b).length / n - chance) / (1 - chance);
          expect(alpha.value).toBeCloseTo(1 - (1 - pi) * (1 - 1 / (2 * n)), 10);
        },
      ),
    );
  });
});

describe('going together within strata', () => {
  test('is Fisher’s test where there is one stratum', () => {
    fc.assert(
      fc.property(four, (table) => {
        const [ours, fisher] = [strataExact([table]), fisherExact(table)];
        if (ours.kind !== 'strata' || fisher.kind !== 'fisher') {
          expect(ours.kind).toBe(fisher.kind);
          return;
        }
        expect(ours.p).toBeCloseTo(fisher.p, 10);
        expect(ours.pLess).toBeCloseTo(fisher.pLess, 10);
        expect(ours.pGreater).toBeCloseTo(fisher.pGreater, 10);
      }),
    );
  });

  test('what chance expects is the sum of what it expects in each stratum, and lies in its own range', () => {
    fc.assert(
      fc.property(fc.array(four, { minLength: 1, maxLength: 3 }), (tables) => {
        const found = strataExact(tables);
        if (found.kind !== 'strata') {
          expect(tables.flat(2).every((n) => n === 0)).toBe(true);
          return;
        }
        const expected = tables.reduce((sum, [[a, b], [c, d]]) => {
          const n = a + b + c + d;
          return n === 0 ? sum : sum + ((a + b) * (a + c)) / n;
        }, 0);
        expect(found.expected).toBeCloseTo(expected, 9);
        expect(found.chanceLow).toBeLessThanOrEqual(found.expected + 1e-9);
        expect(found.chanceHigh).toBeGreaterThanOrEqual(found.expected - 1e-9);
        expect(found.pLess + found.pGreater).toBeGreaterThanOrEqual(1 - 1e-9);
      }),
    );
  });

  test('a stratum sampled much more often makes no pair of two unrelated things', () => {
    const detractors: TwoByTwo = [
      [40, 10],
      [8, 2],
    ];
    const promoters: TwoByTwo = [
      [1, 9],
      [4, 36],
    ];
    const pooled = fisherExact([
      [41, 19],
      [12, 38],
    ]);
    expect(pooled).toMatchObject({ kind: 'fisher' });
    expect(pooled.kind === 'fisher' && pooled.p).toBeLessThan(1e-4);
    const within = strataExact([detractors, promoters]);
    expect(within.kind === 'strata' && within.p).toBeCloseTo(1, 9);
    expect(within.kind === 'strata' && within.expected).toBeCloseTo(41, 9);
  });

  test('without anybody there is nothing to test', () => {
    expect(strataExact([])).toEqual({ kind: 'nothingToTest' });
    expect(
      strataExact([
        [
          [0, 0],
          [0, 0],
        ],
      ]),
    ).toEqual({ kind: 'nothingToTest' });
  });
});

test('as many standard errors as Student asks for', () => {
  // R: qt(.975, c(4, 9, 29, 200))
  expect(studentZ(4)).toBeCloseTo(2.776445, 1);
  expect(studentZ(9)).toBeCloseTo(2.262157, 3);
  expect(studentZ(29)).toBeCloseTo(2.04523, 4);
  expect(studentZ(200)).toBeCloseTo(1.971896, 5);
});
