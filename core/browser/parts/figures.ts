import { type Language, languageSpoken } from '#core/model/language.ts';

interface Convention {
  locale: string;
  to: string;
  and: string;
  percent: string;
  point: string;
  ordinal: string;
  quotes: readonly [string, string];
}

/** Figures as British English or German writes them; a real minus sign, never a hyphen. */
const conventions = {
  en: { locale: 'en-GB', to: 'to', and: 'and', percent: '%', point: '.', ordinal: '', quotes: ['“', '”'] },
  de: {
    locale: 'de-DE',
    to: 'bis',
    and: 'und',
    percent: '\u00a0%',
    point: ',',
    ordinal: '.',
    quotes: ['„', '“'],
  },
} satisfies Record<Language, Convention>;

const formatsIn = (locale: string) => ({
  whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
  short: new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 2 }),
  dayMonth: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
});
const made: Partial<Record<Language, ReturnType<typeof formatsIn>>> = {};

const convention = () => conventions[languageSpoken()];
/** Kept: making one takes longer than a table of figures. */
function formats() {
  const language = languageSpoken();
  made[language] ??= formatsIn(conventions[language].locale);
  return made[language];
}

/** The tag by which `Intl` knows the language spoken: "en-GB". */
export const localeSpoken = (): string => convention().locale;

const minus = (text: string): string => text.replace(/^-/, '−');

/** 1502 -> "1,502", -15.4 -> "−15". Never "−0". */
export function wholeOf(value: number): string {
  const rounded = Math.round(value);
  return minus(formats().whole.format(rounded === 0 ? 0 : rounded));
}

/** A change with its sign: "−31", "+4", "0". */
export function signedOf(value: number): string {
  const text = wholeOf(value);
  return Math.round(value) > 0 ? `+${text}` : text;
}

/** -0.04 with two digits -> "−0.04". Never "−0.00". */
export function decimalOf(value: number, digits = 1): string {
  const text = value.toFixed(digits);
  const signed = Number(text) === 0 ? text.replace('-', '') : minus(text);
  return signed.replace('.', convention().point);
}

/** A share of 0 to 1 as "47%". */
export const percentOf = (share: number): string => `${wholeOf(100 * share)}${convention().percent}`;

/** Two ends in points: "−30 to 2". */
export const rangeOf = (low: number, high: number): string =>
  `${wholeOf(low)} ${convention().to} ${wholeOf(high)}`;

/** Two shares of 0 to 1: "30 to 64%". */
export const shareRangeOf = (low: number, high: number): string =>
  `${wholeOf(100 * low)} ${convention().to} ${percentOf(high)}`;

/** 2140000 -> "2.1m". */
export function shortOf(value: number): string {
  const text = minus(formats().short.format(value));
  return languageSpoken() === 'en' ? text.toLowerCase() : text;
}

/** "2026-10-09" -> "9 October". The text itself where it is no day. */
export function dayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : formats().dayMonth.format(at);
}

/**
 * "8 November", "8 to 15 November", "30 October to 4 November", and with the year where it is not that of `today`:
 * "8 to 15 November 2021". All days as YYYY-MM-DD.
 */
export function daySpanOf(from: string, to: string, today: string): string {
  const { to: word, ordinal } = convention();
  const yearOf = (day: string) => day.slice(0, 4);
  const hasYear = [from, to].some((day) => yearOf(day) !== yearOf(today));
  const full = (day: string) => (hasYear ? `${dayOf(day)} ${yearOf(day)}` : dayOf(day));
  if (from === to) return full(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}${ordinal} ${word} ${full(to)}`;
  return `${yearOf(from) === yearOf(to) ? dayOf(from) : full(from)} ${word} ${full(to)}`;
}

/** The quotation marks around somebody's words: the opening and the closing one. */
export const quotesSpoken = (): readonly [string, string] => convention().quotes;

/** A text in quotation marks. */
export const quotedOf = (text: string): string => quotesSpoken().join(text);

/** "one", "one and two", "one, two and three". */
export function listOf(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${convention().and} ${items.at(-1)}`;
}

/** "1 person", "24 people". */
export const countOf = (n: number, one: string, many: string): string =>
  `${wholeOf(n)} ${n === 1 ? one : many}`;

/** Seconds as a clock shows them: 782 -> "13:02", 3725 -> "1:02:05". */
export function clockOf(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
