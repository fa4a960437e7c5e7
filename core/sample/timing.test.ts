import { expect, test } from 'vitest';
import { windowOf } from './index.ts';

const at = (text: string) => Date.parse(text);

test('counts whole days from the answer: best for three, possible for fourteen, then overdue', () => {
  expect(windowOf('2026-10-09', at('2026-10-09T23:59:00Z'))).toEqual({ kind: 'best', left: 14 });
  expect(windowOf('2026-10-09', at('2026-10-12T08:00:00Z'))).toEqual({ kind: 'best', left: 11 });
  expect(windowOf('2026-10-09', at('2026-10-13T00:00:00Z'))).toEqual({ kind: 'open', left: 10 });
  expect(windowOf('2026-10-09', at('2026-10-23T12:00:00Z'))).toEqual({ kind: 'open', left: 0 });
  expect(windowOf('2026-10-09', at('2026-10-24T00:00:00Z'))).toEqual({ kind: 'overdue', late: 1 });
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
