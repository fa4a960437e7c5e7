import { expect, test } from 'vitest';
import { fitOf, foundIn } from './search.ts';

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

test('segments and people are found once something is typed, by a part of their name', () => {
  const named = (...names: string[]) => names.map((name) => ({ name }));
  const find = (typed: string) =>
    foundIn(named('Segments', 'Bring a new survey'), named('Tier', 'Tier: Big', 'Inés Duarte'), typed).map(
      ({ name }) => name,
    );
  expect(find('')).toEqual(['Segments', 'Bring a new survey']);
  expect(find('ines')).toEqual(['Inés Duarte', 'Bring a new survey']);
  expect(find('tier')).toEqual(['Tier', 'Tier: Big']);
  expect(find('bns')).toEqual(['Bring a new survey']);
  expect(foundIn([], named(...Array.from({ length: 500 }, (_, i) => `x${i}`)), 'x')).toHaveLength(60);
});
