import { recall, remember } from '#core/browser/parts/seat.ts';
import type { KeptTime } from './callClock.ts';

/** What this window knew of the call's time before it was reloaded; of a call that it never was at, nothing. */
export function keptTime(interview: string): KeptTime {
  const place = `sounding-time-${interview}`;
  const ahead = Number(recall(place) ?? 0);
  return {
    ahead: Number.isFinite(ahead) ? ahead : 0,
    keepAhead: (now) => remember(place, String(now)),
  };
}
