import { afterEach, expect, test, vi } from 'vitest';
import { momentOf } from './moment.ts';

afterEach(() => vi.unstubAllEnvs());

test('a moment is told by the day and time of this device', () => {
  vi.stubEnv('TZ', 'America/Los_Angeles');
  expect(momentOf(Date.parse('2026-11-26T01:00:00Z'))).toEqual({ day: '2026-11-25', time: '17:00' });
  vi.stubEnv('TZ', 'Europe/Berlin');
  expect(momentOf(Date.parse('2026-11-25T23:30:00Z'))).toEqual({ day: '2026-11-26', time: '00:30' });
});

test('a moment no calendar has is told as nothing', () => {
  expect(momentOf(9e15)).toEqual({ day: '', time: '' });
});
