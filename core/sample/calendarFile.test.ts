import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarCall, calendarFile } from './index.ts';

const call: CalendarCall = {
  uid: 'abc@sounding',
  sequence: 2,
  madeAt: Date.parse('2026-10-12T08:00:00Z'),
  startsAt: Date.parse('2026-10-13T09:30:00Z'),
  minutes: 45,
  title: 'Call with Ines Duarte, Brightwater Logistics; finance\\ops',
  text: `Line one\nLine two, and a longer one: ${'Überlänge 😀 '.repeat(20)}`,
  place: '+44 20 7946 0112',
};

/** A reader written from RFC 5545 alone: unfold, take names from values, undo the escapes. */
function read(file: string): Map<string, string> {
  const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n');
  return new Map(
    lines.filter(Boolean).map((line) => {
      const at = line.indexOf(':');
      const value = line.slice(at + 1).replace(/\\([\\;,nN])/g, (_, c) => (/n/i.test(c) ? '\n' : c));
      return [line.slice(0, at), value];
    }),
  );
}

test('comes back as it went in: times in UTC, text with every awkward character', () => {
  const event = read(calendarFile(call));
  expect(Object.fromEntries(event)).toMatchObject({
    VERSION: '2.0',
    METHOD: 'PUBLISH',
    UID: 'abc@sounding',
    SEQUENCE: '2',
    DTSTAMP: '20261012T080000Z',
    DTSTART: '20261013T093000Z',
    DTEND: '20261013T101500Z',
    SUMMARY: call.title,
    DESCRIPTION: call.text,
    LOCATION: call.place,
    STATUS: 'CONFIRMED',
  });
});

test('no line is longer than 75 octets, none ends but in CRLF, none splits a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const file = calendarFile({ ...call, title: text });
      const lines = file.split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
        expect(line.isWellFormed()).toBe(true);
      }
      const kept = text
        .replace(/\r\n?|\u2028|\u2029/g, '\n')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the writer takes them out.
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
      expect(read(file).get('SUMMARY')).toBe(kept);
    }),
  );
});

test('a call that does not take place is struck out under the same name', () => {
  const event = read(calendarFile({ ...call, cancelled: true }));
  expect([event.get('METHOD'), event.get('STATUS'), event.get('UID')]).toEqual([
    'CANCEL',
    'CANCELLED',
    'abc@sounding',
  ]);
});
