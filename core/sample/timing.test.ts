import { expect, test } from 'vitest';
import { daysToPlan, windowOf } from './index.ts';

const at = (text: string) => Date.parse(text);

test('counts whole days from the answer: best for three, possible for fourteen, then overdue', () => {
  expect(windowOf('2026-10-09', at('2026-10-09T23:59:00Z'))).toEqual({ kind: 'best', left: 14 });
  expect(windowOf('2026-10-09', at('2026-10-12T08:00:00Z'))).toEqual({ kind: 'best', left: 11 });
  expect(windowOf('2026-10-09', at('2026-10-13T00:00:00Z'))).toEqual({ kind: 'open', left: 10 });
  expect(windowOf('2026-10-09', at('2026-10-23T12:00:00Z'))).toEqual({ kind: 'open', left: 0 });
  expect(windowOf('2026-10-09', at('2026-10-24T00:00:00Z'))).toEqual({ kind: 'overdue', late: 1 });
});

test('the two weeks run from the day the survey closed, the best days from the answer', () => {
  const on = (day: string) => windowOf('2026-10-09', at(`${day}T12:00:00Z`), 0, '2026-10-16');
  expect(on('2026-10-12')).toMatchObject({ kind: 'best' });
  expect(on('2026-10-16')).toEqual({ kind: 'open', left: 14 });
  expect(on('2026-10-30')).toEqual({ kind: 'open', left: 0 });
  expect(on('2026-10-31')).toEqual({ kind: 'overdue', late: 1 });
  // somebody from outside the survey has a last day, but no best ones
  expect(windowOf('', at('2026-10-17T12:00:00Z'), 0, '2026-10-16')).toEqual({ kind: 'open', left: 13 });
});

test('a day begins where the interviewer is', () => {
  expect(windowOf('2026-10-09', at('2026-10-23T23:30:00Z'), 60)).toEqual({ kind: 'overdue', late: 1 });
  expect(windowOf('2026-10-09', at('2026-10-24T00:30:00Z'), -60)).toEqual({ kind: 'open', left: 0 });
});

test('an unknown day has no window, a future one counts as today', () => {
  for (const none of ['', '2026', 'soon', '2026-13-45'])
    expect(windowOf(none, 0)).toEqual({ kind: 'unknown' });
  expect(windowOf('2026-10-20', at('2026-10-09T00:00:00Z'))).toEqual({ kind: 'best', left: 14 });
});

test('days to the plan are counted from the close of the survey, so far or to the day it was made', () => {
  expect(daysToPlan('2026-10-16', null, at('2026-10-28T12:00:00Z'))).toBe(12);
  expect(daysToPlan('2026-10-16', at('2026-10-26T09:00:00Z'), at('2026-12-01T00:00:00Z'))).toBe(10);
  expect(daysToPlan('', null, 0)).toBeNull();
});
