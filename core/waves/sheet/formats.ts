/** How a number is meant by its style. `zeros`: a code shown with so many digits ("00123"). */
export type Shape =
  | { kind: 'number' }
  | { kind: 'date' | 'time' | 'dateTime' | 'elapsed' }
  | { kind: 'zeros'; digits: number };

export const plainNumber: Shape = { kind: 'number' };

/** What the built-in formats 14 to 58 mean that are no plain numbers; the East Asian ones by their use in Japan and China. */
const builtIn: Readonly<Record<number, Shape['kind']>> = {
  ...filled([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58], 'date'),
  ...filled([18, 19, 20, 21, 32, 33, 34, 35, 45, 47], 'time'),
  22: 'dateTime',
  46: 'elapsed',
};

function filled(ids: readonly number[], kind: Shape['kind']): Record<number, Shape['kind']> {
  return Object.fromEntries(ids.map((id) => [id, kind]));
}

/** What a built-in number format means. */
export function builtInShape(id: number): Shape {
  const kind = builtIn[id];
  return kind === undefined || kind === 'number' || kind === 'zeros' ? plainNumber : { kind };
}

/** What a custom number format means, by its first section. */
export function shapeOf(code: string): Shape {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';')[0]!
    .toLowerCase();
  if (/\[(h+|m+|s+)\]/.test(bare)) return { kind: 'elapsed' };
  const letters = bare.replace(/\[[^\]]*\]/g, '');
  if (/^0{2,}$/.test(letters)) return { kind: 'zeros', digits: letters.length };
  if (letters.includes('general') || /[#?]|e[+-]/.test(letters)) return plainNumber;
  const clock = /am\/pm|a\/p|[hs]/.test(letters);
  const day = /[yd]|g+e|^e|b{2,}/.test(letters) || (!clock && letters.includes('m'));
  if (day) return { kind: clock ? 'dateTime' : 'date' };
  return clock ? { kind: 'time' } : plainNumber;
}

const two = (n: number): string => `${n}`.padStart(2, '0');
const lastSerial = 2_958_466;

/**
 * The text of a number cell under its shape: days as YYYY-MM-DD, clock times as HH:MM:SS, numbers with the 15 digits a
 * spreadsheet keeps. `is1904`: days are counted from 1904-01-01. The 29th of February 1900, which spreadsheets believe
 * in, is written as they show it.
 */
export function textOfNumber(value: number, shape: Shape, is1904: boolean): string {
  if (shape.kind === 'zeros')
    return Number.isInteger(value) && value >= 0 ? `${value}`.padStart(shape.digits, '0') : shortest(value);
  if (shape.kind === 'number' || value < 0 || value >= lastSerial) return shortest(value);
  const seconds = Math.round(value * 86_400);
  if (shape.kind === 'elapsed') return clockOf(seconds);
  const day = dayText(Math.floor(seconds / 86_400), is1904);
  if (shape.kind === 'date') return day;
  const clock = clockOf(seconds % 86_400);
  return shape.kind === 'time' && value < 1 ? clock : `${day} ${clock}`;
}

function dayText(serial: number, is1904: boolean): string {
  if (!is1904 && serial === 60) return '1900-02-29';
  if (!is1904 && serial === 0) return '1900-01-00';
  const since1970 = is1904 ? serial - 24_107 : serial - (serial < 60 ? 25_568 : 25_569);
  return new Date(since1970 * 86_400_000).toISOString().slice(0, 10);
}

const clockOf = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

const shortest = (value: number): string => `${Number(value.toPrecision(15))}`;
