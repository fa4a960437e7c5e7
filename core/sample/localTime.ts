import { languageSpoken } from '../model/language.ts';

/** What the clock says where somebody is. */
export interface LocalTime {
  /** "10:40". */
  text: string;
  /** "Tue", in the language spoken. */
  weekday: string;
  /** Between 9 and 18 on Monday to Friday there. */
  isOfficeHours: boolean;
}

/** Hours of a working day there, from and to. */
export const officeHours = { from: 9, to: 18 } as const;

const offsetForm = /^(?:UTC|GMT|Z)?\s*(?:([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?)?$/i;

/**
 * The time where a customer is: `zone` is an IANA zone ("Europe/London") or an offset ("+02:00", "UTC-5", "GMT"), `now` in
 * milliseconds since 1970 UTC. Null for an empty or unknown zone: no time is better than a wrong one.
 */
export function localTimeIn(zone: string, now: number): LocalTime | null {
  const text = zone.trim();
  if (text === '' || !Number.isFinite(now)) return null;
  const offset = offsetOf(text);
  if (offset === 'impossible') return null;
  try {
    const at = now + (offset ?? 0) * 60_000;
    const timeZone = offset === null ? text : 'UTC';
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(at);
    const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
    const hour = Number(part('hour'));
    const weekday = part('weekday');
    const works = weekday !== 'Sat' && weekday !== 'Sun';
    return {
      text: `${part('hour')}:${part('minute')}`,
      weekday: new Intl.DateTimeFormat(languageSpoken(), { timeZone, weekday: 'short' }).format(at),
      isOfficeHours: works && hour >= officeHours.from && hour < officeHours.to,
    };
  } catch {
    return null;
  }
}

/** Minutes ahead of UTC; null for what is no offset. No place is more than 14 hours ahead or 12 behind. */
function offsetOf(text: string): number | 'impossible' | null {
  const found = offsetForm.exec(text);
  if (!found) return null;
  const [, sign, hours = '0', minutes = '0'] = found;
  const size = Number(hours) * 60 + Number(minutes);
  const offset = sign === '-' || sign === '−' ? -size : size;
  return offset > 14 * 60 || offset < -12 * 60 ? 'impossible' : offset;
}
