import { expect, test } from 'vitest';
import { localTimeIn } from './index.ts';

const monday = Date.parse('2026-10-12T09:40:00Z');

test('reads zones and offsets, summer time and half hours among them', () => {
  const at = (zone: string) => localTimeIn(zone, monday)?.text;
  expect(at('Europe/London')).toBe('10:40');
  expect(at(' Asia/Kolkata ')).toBe('15:10');
  expect(at('+02:00')).toBe('11:40');
  expect(at('UTC-5')).toBe('04:40');
  expect(at('GMT+05:30')).toBe('15:10');
  expect(at('−0930')).toBe('00:10');
  expect(at('UTC')).toBe('09:40');
  expect(at('Z')).toBe('09:40');
});

test('says nothing rather than something wrong', () => {
  for (const zone of ['', '  ', 'Nowhere/Land', '+15', '-13:00', 'CET-ish', 'tomorrow'])
    expect(localTimeIn(zone, monday)).toBeNull();
  expect(localTimeIn('UTC', Number.NaN)).toBeNull();
});

test('knows a working day from an evening and from a Sunday there', () => {
  const works = (zone: string, at: string) => localTimeIn(zone, Date.parse(at))?.isOfficeHours;
  expect(works('Europe/London', '2026-10-12T08:00:00Z')).toBe(true);
  expect(works('Europe/London', '2026-10-12T07:59:00Z')).toBe(false);
  expect(works('Europe/London', '2026-10-12T17:00:00Z')).toBe(false);
  expect(works('Europe/London', '2026-10-11T10:00:00Z')).toBe(false);
  // already Monday in Auckland
  expect(localTimeIn('Pacific/Auckland', Date.parse('2026-10-11T21:00:00Z'))).toEqual({
    text: '10:00',
    weekday: 'Mon',
    isOfficeHours: true,
  });
  expect(localTimeIn('UTC', Date.parse('2026-10-12T00:05:00Z'))?.text).toBe('00:05');
});
