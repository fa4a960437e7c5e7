/** A call as a calendar keeps it. */
export interface CalendarCall {
  /** Names the call in every calendar; the same for all its versions. */
  uid: string;
  /** 0 at first, one more each time it moves. */
  sequence: number;
  /** Milliseconds since 1970 UTC: when this version was made, and when the call starts. */
  madeAt: number;
  startsAt: number;
  minutes: number;
  title: string;
  text: string;
  /** A telephone number or a link; empty where none. */
  place: string;
  /** The call will not take place: calendars strike it out. */
  cancelled?: boolean;
}

/** The type under which browsers hand an .ics file over. */
export const calendarType = 'text/calendar;charset=utf-8';

/**
 * An .ics file with one call (RFC 5545): times in UTC, text escaped, lines folded at 75 octets without splitting a
 * character, CRLF throughout. Imported again with a higher sequence it moves the call instead of adding one.
 */
export function calendarFile(call: CalendarCall): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sounding//Calls//EN',
    `METHOD:${call.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${escaped(call.uid)}`,
    `SEQUENCE:${call.sequence}`,
    `DTSTAMP:${utcOf(call.madeAt)}`,
    `DTSTART:${utcOf(call.startsAt)}`,
    `DTEND:${utcOf(call.startsAt + call.minutes * 60_000)}`,
    `SUMMARY:${escaped(call.title)}`,
    ...(call.text ? [`DESCRIPTION:${escaped(call.text)}`] : []),
    ...(call.place ? [`LOCATION:${escaped(call.place)}`] : []),
    `STATUS:${call.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** 20261009T090000Z. */
const utcOf = (at: number): string =>
  new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');

/** Controls other than tab may not occur at all (RFC 5545, 3.1). */
function escaped(text: string): string {
  return (
    text
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

/** At most 75 octets of UTF-8 a line; what goes on stands after one space, which counts. */
function folded(line: string): string {
  let out = '';
  let size = 0;
  for (const char of line) {
    const octets = octetsOf(char.codePointAt(0) ?? 0);
    if (size + octets > 75) {
      out += '\r\n ';
      size = 1;
    }
    out += char;
    size += octets;
  }
  return out;
}

const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
