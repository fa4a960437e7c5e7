import { expect, test } from 'vitest';
import { quarterOf, startOf } from './quarter.ts';

const none = { firstDay: '', lastDay: '' };

test('a day belongs to its calendar quarter', () => {
  expect(quarterOf('2026-10-12')).toEqual({ name: 'Q4 2026', startsOn: '2026-10-01' });
  expect(quarterOf('2026-03-31')).toEqual({ name: 'Q1 2026', startsOn: '2026-01-01' });
  expect(quarterOf('')).toBeNull();
  expect(quarterOf('2026-13-01')).toBeNull();
});

test('a cycle begins with the Monday of the week in which its first answers came', () => {
  const survey = { firstDay: '2026-11-18', lastDay: '2026-11-23' };
  expect(startOf('Q4 2026', survey, '2026-11-26')).toBe('2026-11-16');
  expect(startOf('Autumn', survey, '2027-01-05')).toBe('2026-11-16');
  // a Monday and a Sunday of one week, and a week that began in the quarter before
  expect(startOf('', { firstDay: '2026-11-16', lastDay: '2026-11-16' }, '2026-11-26')).toBe('2026-11-16');
  expect(startOf('', { firstDay: '2026-11-22', lastDay: '2026-11-22' }, '2026-11-26')).toBe('2026-11-16');
  expect(startOf('Q4 2026', { firstDay: '2026-10-02', lastDay: '2026-10-09' }, '2026-10-12')).toBe(
    '2026-09-28',
  );
});

test('a name that speaks of a quarter without any of the answers is believed', () => {
  const survey = { firstDay: '2026-10-12', lastDay: '2026-10-20' };
  expect(startOf('Q3 2025', survey, '2026-11-01')).toBe('2025-07-01');
  expect(startOf('2026 relationship survey, q2-2026', none, '2026-11-01')).toBe('2026-04-01');
  // the last answers of a survey that began in September came in the quarter named
  expect(startOf('Q4 2026', { firstDay: '2026-09-24', lastDay: '2026-10-01' }, '2026-10-05')).toBe(
    '2026-09-21',
  );
});

test('answers without a day came in the year of the name, else this week', () => {
  expect(startOf('SFO 2017', none, '2026-11-22')).toBe('2017-01-01');
  expect(startOf('Relationship 2026', none, '2026-11-26')).toBe('2026-11-23');
  expect(startOf('Q4 2026', none, '2026-11-26')).toBe('2026-11-23');
  expect(startOf('Autumn', none, '2026-11-26')).toBe('2026-11-23');
});

test('answers that ran on for longer than a round begin with the quarter', () => {
  const running = { firstDay: '2025-12-01', lastDay: '2026-11-20' };
  expect(startOf('Always on', running, '2026-11-26')).toBe('2026-10-01');
  expect(startOf('Q3 2026', running, '2026-11-26')).toBe('2026-07-01');
});
