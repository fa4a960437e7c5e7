import { expect, test } from 'vitest';
import { fitOf } from './search.ts';

test('beginnings beat beginnings of words, which beat letters in order', () => {
  const [whole, word, inside, letters] = ['Segments', 'See segments', 'Resegment', 'Show every gauge'].map(
    (n) => fitOf(n, 'seg'),
  );
  expect([whole, word, inside, letters]).toEqual([4, 3, 2, 1]);
  expect(fitOf('People', 'seg')).toBe(0);
});

test('case and accents do not count, and nothing typed finds everything', () => {
  expect(fitOf('Équipe', 'equ')).toBe(4);
  expect(fitOf('Team', '')).toBe(1);
  expect(fitOf('Team', '  ')).toBe(1);
});
