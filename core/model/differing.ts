/**
 * The fields that were changed in a form. Only they are written: what somebody else changed of the others meanwhile stays.
 * `opened` as the form held them when it was opened; null for a new record, of which every field is written.
 */
export function differing<T extends object>(opened: T | null, now: T): Partial<T> {
  if (!opened) return now;
  const fields = Object.keys(now) as (keyof T)[];
  return Object.fromEntries(
    fields.filter((field) => now[field] !== opened[field]).map((field) => [field, now[field]]),
  ) as Partial<T>;
}
