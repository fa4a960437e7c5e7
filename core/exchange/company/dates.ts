import { isoDay } from '../../waves/index.ts';

/** Days since 1970-01-01 of YYYY-MM-DD. */
export function dayOf(date: string): number {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new Error(`a date is YYYY-MM-DD, got ${date}`);
  return ms / 86_400_000;
}

/** "Q4 2026" of a day. */
export function quarterOf(day: number): string {
  const [year = '', month = ''] = isoDay(day).split('-');
  return `Q${Math.ceil(Number(month) / 3)} ${year}`;
}

/** The Monday of a day's week; 1970-01-01 was a Thursday. */
export function mondayOf(day: number): number {
  return day - ((day + 3) % 7);
}

/** The last `count` days before `day` that are no Saturday or Sunday, oldest first. */
export function workdaysBefore(day: number, count: number): number[] {
  const days: number[] = [];
  for (let d = day - 1; days.length < count; d--) if ((d + 3) % 7 < 5) days.unshift(d);
  return days;
}
