import { expect, test } from 'vitest';
import { depthOf } from './depth.ts';
import { weekOf } from './weeks.ts';

test('the first day of a cycle is in week 1, the eighth in week 2', () => {
  expect(weekOf('2026-10-01', Date.UTC(2026, 9, 1, 0))).toBe(1);
  expect(weekOf('2026-10-01', Date.UTC(2026, 9, 7, 23))).toBe(1);
  expect(weekOf('2026-10-01', Date.UTC(2026, 9, 8, 0))).toBe(2);
});

test('before it begins, or without a day, there is no week', () => {
  expect(weekOf('2026-10-01', Date.UTC(2026, 8, 30))).toBe(0);
  expect(weekOf('', Date.UTC(2026, 9, 1))).toBe(0);
});

test('the lead line is solid as far as the last stage that holds something', () => {
  const stages = ['survey', 'segments', 'people', 'interviews'] as const;
  expect(depthOf({}, stages)).toBe(-1);
  expect(depthOf({ survey: { count: 9, unit: 'answers' } }, stages)).toBe(0);
  const held = { survey: { count: 9, unit: 'answers' }, interviews: { count: 1, unit: 'interviews' } };
  expect(depthOf(held, stages)).toBe(3);
});
