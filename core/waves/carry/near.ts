import { plainHeader } from '../recognise/headers.ts';

/** What made it likely that two headers name the same column. */
export type Likeness =
  /** They differ in case, spaces, accents or punctuation alone. */
  | 'spelling'
  /** A letter or two differ, no digit does. */
  | 'near'
  /** The same words under another question number. */
  | 'number';

const lettersOf = (header: string): string => plainHeader(header).replaceAll(' ', '');
const digitsOf = (letters: string): string => letters.replace(/\D+/g, ' ').trim();

/** Whether two headers are alike in one way; the smaller `off`, the closer. Null when they are not. */
export function likenessOf(a: string, b: string, how: Likeness): { off: number } | null {
  const one = lettersOf(a);
  const other = lettersOf(b);
  if (one === '' || other === '') return null;
  if (how === 'spelling') return one === other ? { off: 0 } : null;
  if (how === 'number') return isRenumbered(one, other) ? { off: 0 } : null;
  if (digitsOf(one) !== digitsOf(other)) return null;
  const longest = Math.max(one.length, other.length);
  const limit = longest < 4 ? 0 : longest < 8 ? 1 : Math.max(2, Math.floor(longest / 10));
  const off = distanceOf(one, other, limit);
  return off <= limit ? { off } : null;
}

const question = /^(?:q|question|frage|f)?\d+[a-z]?(?=\D{3})/;

function isRenumbered(one: string, other: string): boolean {
  const bare = one.replace(question, '');
  return bare !== one && bare === other.replace(question, '');
}

/** Letters to add, leave out, change or swap to make one text of the other; more than `limit` is not counted out. */
export function distanceOf(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, now[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, before[j - 2]! + 1);
      now.push(least);
    }
    before = last;
    last = now;
  }
  return last[b.length]!;
}
