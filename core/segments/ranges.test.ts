import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgesFrom, numbersOf } from './index.ts';

test('a dimension has one decimal mark: what can be read in two ways is read as the rest of it', () => {
  expect(numbersOf(['12,5', '1.200,50', '3,75 %', '1,234'])).toEqual([12.5, 1200.5, 3.75, 1.234]);
  expect(numbersOf(['0,75', '1,125', '0,500'])).toEqual([0.75, 1.125, 0.5]);
  expect(numbersOf(['950.000', '1.250.000', '80.000,50'])).toEqual([950_000, 1_250_000, 80_000.5]);
  expect(numbersOf(['1,234', '12.5', '1,250,000', '.5'])).toEqual([1234, 12.5, 1_250_000, 0.5]);
  // nothing says otherwise: a comma groups
  expect(numbersOf(['1,200', '1,500', '4'])).toEqual([1200, 1500, 4]);
});

test('signs around a number are read past, other letters make it none', () => {
  expect(numbersOf(['£ 1 200.50', '8 %', '−3', '€40', 'USD 12', "1'000"])).toEqual([
    1200.5, 8, -3, 40, 12, 1000,
  ]);
  expect(numbersOf(['1.5M', '900K', '12 kg', '10-50', '50+', 'A4', '', '%', '1,2,3', '-'])).toEqual(
    new Array(10).fill(null),
  );
});

test.each([
  ['50,100,250', [50, 100, 250]],
  ['10, 50; 1,000', [10, 50, 1000]],
  ['10, 50, 1,000', [10, 50, 1000]],
  ['10,50,200', [10, 50, 200]],
  ['1,000,000 5,000', [5000, 1_000_000]],
  ['200 50 50', [50, 200]],
  ['0,75; 1,5', [0.75, 1.5]],
  ['ten, 50', null],
  ['', null],
] as const)('edges typed as "%s"', (typed, edges) => {
  expect(edgesFrom(typed)).toEqual(edges);
});

test('numbers written in either country come back as they were', () => {
  const numbers = fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(numbers, fc.constantFrom('en-GB', 'de-DE'), (cents, country) => {
      const written = new Intl.NumberFormat(country, { minimumFractionDigits: 2 });
      const values = cents.map((n) => n / 100);
      expect(numbersOf(values.map((n) => written.format(n)))).toEqual(values.map((n) => n + 0));
    }),
  );
});
