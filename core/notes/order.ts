import type { Chance } from '../model/chance.ts';

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
const width = 5;
const middle = digits.length ** width / 2;

/**
 * A sortable key between two neighbours' (null where there is none), compared as plain strings. Notes keep their place
 * by it whatever any clock says: the first five characters (base 36) count up when a note is added at the end, so keys
 * stay short; in between they are halved like a fraction. Four random characters make two devices' keys differ, so
 * both can go on between the same neighbours while offline. Shape: lower-case letters and digits, never ending in 0.
 * A key that was made otherwise may leave no room before it (nothing sorts before "000"); the new one then stands behind.
 */
export function orderBetween(before: string | null, after: string | null, chance: Chance): string {
  const own = suffix(chance);
  if (before === null && after === null) return counter(middle) + own;
  const [low, high] = [countOf(before), countOf(after)];
  if (after === null && low !== null && low + 1 < digits.length ** width) return counter(low + 1) + own;
  if (before === null && high !== null && high > 0) return counter(high - 1) + own;
  if (low !== null && high !== null && high - low > 1) return counter(Math.floor((low + high) / 2)) + own;
  const made = halfway(before ?? '', after !== null && after > (before ?? '') ? after : null) + own;
  return before === null || made > before ? made : before + made;
}

const suffix = (chance: Chance): string =>
  Array.from({ length: 4 }, (_, i) => digits[i < 3 ? chance.below(36) : 1 + chance.below(35)]).join('');

const counter = (n: number): string => n.toString(36).padStart(width, '0');

function countOf(key: string | null): number | null {
  return key !== null && /^[0-9a-z]{5}/.test(key) ? Number.parseInt(key.slice(0, width), 36) : null;
}

/** The shortest digits that sort behind `low` and, with anything behind them, before `high`. */
function halfway(low: string, high: string | null): string {
  let made = '';
  let bound = high;
  for (let i = 0; ; i++) {
    // Digit by digit as high: what is before it can only be shorter, so there is no room.
    if (bound !== null && i >= bound.length) bound = null;
    const from = Math.max(0, digits.indexOf(low[i] ?? '0'));
    const to = bound === null ? digits.length : Math.max(0, digits.indexOf(bound[i] ?? '0'));
    if (to - from > 1) return made + digits[Math.floor((from + to) / 2)];
    made += digits[from];
    if (to !== from) bound = null;
  }
}
