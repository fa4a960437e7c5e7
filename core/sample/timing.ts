/** A call is best held within three days of the answer and at the latest within fourteen (METHOD 3). Days. */
export const bestWithin = 3;
export const latestWithin = 14;

/** How much time is left to call somebody. Days; `left` counts from the last good day, negative once it is past. */
export type Window =
  | { kind: 'best'; left: number }
  | { kind: 'open'; left: number }
  | { kind: 'overdue'; late: number }
  /** The survey does not say when the person answered. */
  | { kind: 'unknown' };

const day = 86_400_000;

/**
 * Where a person stands between their answer and the last good day for a call. `answeredOn` is a calendar day
 * (YYYY-MM-DD), `now` in milliseconds since 1970 UTC, `offset` minutes that local time is ahead of UTC: whole calendar
 * days are counted, since that is how people plan calls. An answer dated in the future counts as today's.
 */
export function windowOf(answeredOn: string, now: number, offset = 0): Window {
  const answered = Date.parse(`${answeredOn}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(answeredOn) || Number.isNaN(answered)) return { kind: 'unknown' };
  const since = Math.max(0, Math.floor((now + offset * 60_000) / day) - answered / day);
  const left = latestWithin - since;
  if (left < 0) return { kind: 'overdue', late: -left };
  return { kind: since <= bestWithin ? 'best' : 'open', left };
}
