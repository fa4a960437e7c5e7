import { afterEach, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import {
  countOf,
  dayOf,
  daySpanOf,
  decimalOf,
  listOf,
  percentOf,
  rangeOf,
  shareRangeOf,
  shortOf,
  wholeOf,
} from './figures.ts';

afterEach(() => speak('en'));

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

test('in German figures and days read as German writes them', async () => {
  await speak('de');
  expect(wholeOf(-1502)).toBe('−1.502');
  expect(decimalOf(-0.014, 2)).toBe('−0,01');
  expect(percentOf(0.47)).toBe('47\u00a0%');
  expect(rangeOf(-30, 2)).toBe('−30 bis 2');
  expect(shareRangeOf(0.3, 0.64)).toBe('30 bis 64\u00a0%');
  expect(shortOf(2_140_000)).toBe('2,1\u00a0Mio.');
  expect(dayOf('2026-10-09')).toBe('9. Oktober');
  expect(daySpanOf('2026-11-08', '2026-11-15', '2026-11-26')).toBe('8. bis 15. November');
  expect(listOf(['eins', 'zwei', 'drei'])).toBe('eins, zwei und drei');
  expect(countOf(1200, 'Person', 'Personen')).toBe('1.200 Personen');
});
