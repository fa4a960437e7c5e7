import { expect, test } from 'vitest';
import { quarterOf, startOf } from './quarter.ts';

test('a day belongs to its calendar quarter', () => {
  expect(quarterOf('2026-10-12')).toEqual({ name: 'Q4 2026', startsOn: '2026-10-01' });
  expect(quarterOf('2026-03-31')).toEqual({ name: 'Q1 2026', startsOn: '2026-01-01' });
  expect(quarterOf('')).toBeNull();
  expect(quarterOf('2026-13-01')).toBeNull();
});

test('a cycle begins with the quarter its name speaks of', () => {
  expect(startOf('Q3 2025', '2026-10-12', '2026-11-01')).toBe('2025-07-01');
  expect(startOf('2026 relationship survey, q2-2026', '', '2026-11-01')).toBe('2026-04-01');
});

test('else with the quarter of its answers, else with the year in its name, else with today', () => {
  expect(startOf('Autumn', '2026-10-12', '2027-01-05')).toBe('2026-10-01');
  expect(startOf('SFO 2017', '', '2026-11-22')).toBe('2017-01-01');
  expect(startOf('Autumn', '', '2026-11-22')).toBe('2026-10-01');
});
