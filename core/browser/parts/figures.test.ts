import { expect, test } from 'vitest';
import { daySpanOf, decimalOf } from './figures.ts';

test('days are said once, and with a year where it is another', () => {
  const today = '2026-11-26';
  expect(daySpanOf('2026-11-08', '2026-11-15', today)).toBe('8 to 15 November');
  expect(daySpanOf('2026-11-08', '2026-11-08', today)).toBe('8 November');
  expect(daySpanOf('2026-10-30', '2026-11-04', today)).toBe('30 October to 4 November');
  expect(daySpanOf('2021-11-08', '2021-11-12', today)).toBe('8 to 12 November 2021');
  expect(daySpanOf('2021-10-30', '2021-11-04', today)).toBe('30 October to 4 November 2021');
  expect(daySpanOf('2025-12-30', '2026-01-04', today)).toBe('30 December 2025 to 4 January 2026');
  expect(daySpanOf('2025-11-08', '2026-11-08', today)).toBe('8 November 2025 to 8 November 2026');
});

test('a decimal has a minus, and zero has none', () => {
  expect(decimalOf(-0.014, 2)).toBe('−0.01');
  expect(decimalOf(-0.004, 2)).toBe('0.00');
  expect(decimalOf(3.14)).toBe('3.1');
});
