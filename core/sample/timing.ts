/** A call is best held within three days of the answer and at the latest two weeks after the survey closed (METHOD 3). Days. */
export const bestWithin = 3;
export const latestWithin = 14;

/** How much time is left to call somebody. Days; `left` counts from the last good day. */
export type Window =
  | { kind: 'best'; left: number }
  | { kind: 'open'; left: number }
  | { kind: 'overdue'; late: number }
  /** Neither the day of the answer nor the day the survey closed is known. */
  | { kind: 'unknown' };

const day = 86_400_000;

/**
 * Where a person stands between their answer and the last good day for a call. `answeredOn` and `closedOn` (the day the
 * survey closed; the answer's own where empty) are calendar days (YYYY-MM-DD), `now` in milliseconds since 1970 UTC,
 * `offset` minutes that local time is ahead of UTC: whole calendar days are counted, since that is how people plan
 * calls. An answer dated in the future counts as today's; whoever gave no answer has no best days, only a last one.
 */
export function windowOf(answeredOn: string, now: number, offset = 0, closedOn = ''): Window {
  const today = Math.floor((now + offset * 60_000) / day);
  const answered = daysOf(answeredOn);
  const closed = daysOf(closedOn) ?? answered;
  if (closed === null) return { kind: 'unknown' };
  const last = Math.min(Math.max(closed, answered ?? closed), today) + latestWithin;
  const left = last - today;
  if (left < 0) return { kind: 'overdue', late: -left };
  const isBest = answered !== null && today - answered <= bestWithin;
  return { kind: isBest ? 'best' : 'open', left };
}

/**
 * Days from the close of the survey to the plan: so far, while there is none. Null where the survey has no dates. Both
 * moments in milliseconds since 1970 UTC.
 */
export function daysToPlan(closedOn: string, plannedAt: number | null, now: number): number | null {
  const closed = daysOf(closedOn);
  return closed === null ? null : Math.max(0, Math.floor((plannedAt ?? now) / day) - closed);
}

function daysOf(text: string): number | null {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) ? at / day : null;
}
