import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  benjaminiHochberg,
  netShare,
  netShareDifference,
  newcombeDifference,
  normalCdf,
  normalQuantile,
  twoProportionsTest,
  waldInterval,
  wilson,
  withPseudoCounts,
  z95,
  zOf,
} from './index.ts';

/** Agrees to `digits` significant figures. */
function near(got: number, want: number, relative = 1e-14) {
  expect(Math.abs(got - want)).toBeLessThanOrEqual(Math.abs(want) * relative);
}

// mpmath 1.3.0, 60 digits: mp.ncdf(x).
test.each([
  [-37, 5.725571222524577e-300],
  [-20, 2.7536241186062337e-89],
  [-10, 7.619853024160525e-24],
  [-5.7, 5.990371401063528e-9],
  [-5, 2.866515718791939e-7],
  [-3, 0.0013498980316300946],
  [-1.96, 0.024997895148220435],
  [-0.5, 0.3085375387259869],
  [0, 0.5],
  [0.67, 0.7485711049046899],
  [2, 0.9772498680518208],
  [8, 0.9999999999999993],
])('the normal distribution function at %f', (x, want) => near(normalCdf(x), want, 2e-15));

test('beyond the doubles the tails are 0 and 1, and no number stays no number', () => {
  expect([normalCdf(-Infinity), normalCdf(-40), normalCdf(40), normalCdf(Infinity)]).toEqual([0, 0, 1, 1]);
  expect(normalCdf(Number.NaN)).toBeNaN();
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  expect(normalQuantile(-0.1)).toBeNaN();
  expect(normalQuantile(1.1)).toBeNaN();
});

test('the quantile undoes the distribution function in both tails', () => {
  fc.assert(
    fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (x) => {
      expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThan(1e-9 * Math.max(1, Math.abs(x)));
    }),
  );
  near(zOf(0.95), z95);
});

const counts = fc
  .tuple(fc.nat(2000), fc.integer({ min: 1, max: 2000 }))
  .map(([k, n]) => [Math.min(k, n), n] as const);

test('a Wilson interval holds the share, stays in 0..1 and mirrors', () => {
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const { low, high } = wilson(k, n);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(k / n);
      expect(high).toBeGreaterThanOrEqual(k / n);
      expect(wilson(n - k, n).low).toBeCloseTo(1 - high, 12);
    }),
  );
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

test('a Newcombe interval holds the difference and turns with its arguments', () => {
  fc.assert(
    fc.property(counts, counts, ([k1, n1], [k2, n2]) => {
      const there = newcombeDifference(k1, n1, k2, n2);
      const back = newcombeDifference(k2, n2, k1, n1);
      const difference = k1 / n1 - k2 / n2;
      expect(there?.low).toBeLessThanOrEqual(difference);
      expect(there?.high).toBeGreaterThanOrEqual(difference);
      expect(there?.low).toBeCloseTo(-(back?.high ?? Number.NaN), 12);
    }),
  );
  expect(newcombeDifference(0, 0, 1, 2)).toBeNull();
});

test('what cannot be tested is refused by name', () => {
  expect(twoProportionsTest(0, 10, 0, 20)).toEqual({ kind: 'noSpread' });
  expect(twoProportionsTest(0, 0, 1, 20)).toEqual({ kind: 'noTrials' });
  const all = { against: 0, neither: 0, inFavour: 5 };
  expect(netShareDifference(all, { ...all, inFavour: 8 })).toMatchObject({ test: { kind: 'noSpread' } });
  expect(netShareDifference(all, { against: 0, neither: 0, inFavour: 0 })).toEqual({ kind: 'noTrials' });
  expect(netShare({ against: 0, neither: 0, inFavour: 0 })).toBeNull();
});

test('a net share of all one kind has no spread until the pseudo-counts are added', () => {
  const all = { against: 0, neither: 0, inFavour: 10 };
  const plain = netShare(all);
  expect(plain).toMatchObject({ value: 1, standardError: 0 });
  const adjusted = netShare(withPseudoCounts(all));
  if (!adjusted) throw new Error('empty');
  const { low, high } = waldInterval(adjusted);
  near(low, 0.475035515447902);
  near(high, 1.06342602301364);
});

test('the adjusted p values of Benjamini and Hochberg (1995) keep the order given', () => {
  const p = [0.04, 0.001, 0.04, 0.2, 0.01, 0.01, 0.9];
  const want = [0.056, 0.007, 0.056, 0.7 / 3, 0.07 / 3, 0.07 / 3, 0.9];
  for (const [i, q] of benjaminiHochberg(p).entries()) near(q, want[i] as number);
  expect(benjaminiHochberg([])).toEqual([]);
});

test('adjusting never lowers a p value, never passes 1 and keeps their ranking', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (p) => {
      const q = benjaminiHochberg(p);
      for (let i = 0; i < p.length; i++) {
        expect(q[i]).toBeGreaterThanOrEqual(p[i] as number);
        expect(q[i]).toBeLessThanOrEqual(1);
        for (let j = 0; j < p.length; j++)
          if ((p[i] as number) < (p[j] as number)) expect(q[i]).toBeLessThanOrEqual(q[j] as number);
      }
    }),
  );
});
