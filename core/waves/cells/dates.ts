/** In `WaveColumns.day`: the day is not known. */
export const noDay = -2147483648;

export type DateOrder = 'dmy' | 'mdy';

/** What a cell says of a day. `open`: the first two numbers can be day and month either way round. */
export type DateReading =
  | { kind: 'day'; day: number }
  /** Only `first` can be the day (dmy), or only `second` (mdy), or both are open. */
  | { kind: 'pair'; first: number; second: number; year: number };

const clock =
  '(?:[T ,]+(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?\\s*([ap]\\.?m\\.?)?\\s*(?:Z|UTC|GMT|[A-Z]{2,5}|[+-]\\d{2}:?\\d{2})?(?:\\s*\\([^)]*\\))?)?';
const iso = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${clock}$`, 'i');
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
const pair = new RegExp(`^(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})${clock}$`, 'i');
const dayMonth = new RegExp(
  `^(?:\\p{L}+\\.?,? )?(\\d{1,2})(?:st|nd|rd|th|\\.)?[- ](?:de )?(\\p{L}{3,})\\.?,?[- ](?:de )?(\\d{4}|\\d{2})${clock}$`,
  'iu',
);
const monthDay = new RegExp(
  `^(?:\\p{L}+\\.?,? )?(\\p{L}{3,})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${clock}$`,
  'iu',
);

/** Months by the first letters of their names in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const months: readonly (readonly [RegExp, number])[] = [
  [/^(jan|ene|gen)/, 1],
  [/^(feb|fev)/, 2],
  [/^(mar|maa|mrz|mae|mrt)/, 3],
  [/^(apr|avr|abr)/, 4],
  [/^(may|mai|mei|mag)/, 5],
  [/^(juin|jun|giu)/, 6],
  [/^(jui|jul|lug)/, 7],
  [/^(aug|aou|ago)/, 8],
  [/^(sep|set)/, 9],
  [/^(oct|okt|ott|out)/, 10],
  [/^nov/, 11],
  [/^(dec|dez|dic)/, 12],
];

function monthOf(name: string): number {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return months.find(([start]) => start.test(bare))?.[1] ?? 0;
}

const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
};

/** Days since 1970-01-01, or null when there is no such day, or none that a survey could have (before 1901). */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (year < 1901 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCDate() === day ? at.getTime() / 86_400_000 : null;
}

/**
 * Reads a date in any usual form; null when it is none. The day is the one written, in the time zone it was written
 * in. 12/31/1899 and 1/1/1900, which spreadsheets put before a bare time of day, are no dates.
 */
export function readDate(text: string): DateReading | null {
  const byYear = iso.exec(text) ?? compact.exec(text);
  if (byYear) return known(Number(byYear[1]), Number(byYear[2]), Number(byYear[3]));
  const two = pair.exec(text);
  if (two) return pairOf(Number(two[1]), Number(two[3]), fullYear(two[4]!));
  const named = dayMonth.exec(text);
  if (named) return known(fullYear(named[3]!), monthOf(named[2]!), Number(named[1]));
  const american = monthDay.exec(text);
  return american ? known(Number(american[3]), monthOf(american[1]!), Number(american[2])) : null;
}

const clockAfter =
  /[T ,](\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*([ap])?\.?m?\.?(?![\d.:])|^\d{8}T?(\d{2})(\d{2})(\d{2})?Z?$/i;

/** Seconds since midnight of a date's time of day, as it is written; -1 where it has none. */
export function secondOf(text: string): number {
  const match = clockAfter.exec(text);
  if (!match) return -1;
  const [hours, minutes, seconds] = match[1]
    ? [Number(match[1]), match[2], match[3]]
    : [Number(match[5]), match[6], match[7]];
  const half = match[4]?.toLowerCase();
  const hour = half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours;
  return hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
}

function known(year: number, month: number, day: number): DateReading | null {
  const number = dayNumber(year, month, day);
  return number === null ? null : { kind: 'day', day: number };
}

function pairOf(first: number, second: number, year: number): DateReading | null {
  const either = dayNumber(year, second, first) ?? dayNumber(year, first, second);
  return either === null ? null : { kind: 'pair', first, second, year };
}

/** The day a reading means under an order, or null when it has none ("13/25/2026"). */
export function dayOf(reading: DateReading, order: DateOrder): number | null {
  if (reading.kind === 'day') return reading.day;
  const { first, second, year } = reading;
  return order === 'dmy' ? dayNumber(year, second, first) : dayNumber(year, first, second);
}

/** How often a column's pairs can only be day first or only month first; what is left open counts in neither. */
export interface OrderEvidence {
  dmy: number;
  mdy: number;
  open: number;
}

/** Counts a reading that stands `count` times towards the evidence. */
export function tallyOrder(evidence: OrderEvidence, reading: DateReading, count: number): void {
  if (reading.kind !== 'pair') return;
  const day = dayNumber(reading.year, reading.second, reading.first) !== null;
  const month = dayNumber(reading.year, reading.first, reading.second) !== null;
  if (reading.first === reading.second) return;
  if (day && month) evidence.open += count;
  else if (day) evidence.dmy += count;
  else evidence.mdy += count;
}

/**
 * Which order a column is written in. With no evidence, a 12-hour clock or a comma-separated file with slashes says
 * nothing certain: `sure` is false and day first is taken, unless the clock is the American one.
 */
export function orderOf(evidence: OrderEvidence, hasAmPm: boolean): { order: DateOrder; sure: boolean } {
  if (evidence.dmy !== evidence.mdy)
    return { order: evidence.dmy > evidence.mdy ? 'dmy' : 'mdy', sure: true };
  return { order: hasAmPm ? 'mdy' : 'dmy', sure: evidence.open === 0 };
}

/** A day number as YYYY-MM-DD; empty where unknown. */
export function isoDay(day: number): string {
  return day === noDay ? '' : new Date(day * 86_400_000).toISOString().slice(0, 10);
}
