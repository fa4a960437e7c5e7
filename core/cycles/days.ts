/** Days of a calendar without clock or zone, written YYYY-MM-DD: a day has no hours, so summer time cannot move it. */
const msADay = 86_400_000;

/** Days since 1970-01-01, or null for what is no day ("2026-02-30"). */
export function dayNumberOf(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) return null;
  return at / msADay;
}

/** YYYY-MM-DD of a number of days since 1970-01-01. */
export function dayOfNumber(day: number): string {
  return new Date(day * msADay).toISOString().slice(0, 10);
}

/** Days from one day to another, negative when `to` lies before; null when either is no day. */
export function daysBetween(from: string, to: string): number | null {
  const [a, b] = [dayNumberOf(from), dayNumberOf(to)];
  return a === null || b === null ? null : b - a;
}
