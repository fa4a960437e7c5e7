import { expect, test } from 'vitest';
import { namesOf } from './parts/trendScale.ts';
import { scoreWords } from './scoreWords.ts';
import { words } from './words.ts';

test('a range that ends near 0 says on which side of it', () => {
  const { range } = scoreWords.since;
  expect(range(2.4, 6.4)).toBe('+2 to +6');
  expect(range(0.3, 5.7)).toBe('+0.3 to +5.7');
  expect(range(-0.2, 6.1)).toBe('−0.2 to +6.1');
  expect(range(-6, -0.04)).toBe('−6.00 to −0.04');
  expect(range(0, 3)).toBe('0 to +3');
});

test('what could not be matched, and how many are too few, is said in sentences', () => {
  expect(scoreWords.same.leftOut(5, 0)).toBe(
    '5 ids or e-mail addresses occur more than once in a survey; those answers were not matched.',
  );
  expect(scoreWords.same.leftOut(0, 1)).toMatch(/^1 e-mail address stands beside two different ids/);
  expect(scoreWords.same.leftOut(0, 0)).toBe('');
  expect(scoreWords.needed.short(1648, 2353)).toBe('1,648; 2,353 too few');
});

test('surveys of one cycle go by their files', () => {
  const names = namesOf([
    { cycleName: 'Q3 2026', fileName: 'a.csv' },
    { cycleName: 'Q4 2026', fileName: 'b.csv' },
    { cycleName: 'Q4 2026', fileName: 'c.d.xlsx' },
  ]);
  expect(names).toEqual(['Q3 2026', 'b', 'c.d']);
});

test('a column tells its values from their counts', () => {
  expect(words.columns.times(1119)).toBe('×1,119');
  expect(words.columns.example(['1', '2'])).toBe('for example 1, 2');
  expect(words.columns.unlisted(52, false)).toBe('52 rarer values are not listed.');
});
