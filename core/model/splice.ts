/** The one stretch in which two texts differ: `from` to `to` in the first (UTF-16 units), and what stands there in the second. */
export interface Splice {
  from: number;
  to: number;
  text: string;
}

/** A longer run of letters is no word as we know it (a script without spaces, an address) and may be cut. */
const longestWord = 40;

/**
 * The least stretch of whole words that turns `a` into `b`. Whole words, because two people may edit one text at once:
 * letters that a new word happens to share with an old one must not go when somebody else takes the old one away.
 * Never between the halves of a surrogate pair: Yjs writes text as UTF-8, where half a character is lost for good.
 */
export function spliceBetween(a: string, b: string): Splice {
  const most = Math.min(a.length, b.length);
  let from = 0;
  while (from < most && a[from] === b[from]) from++;
  from -= intoWord(from, (back) => [a, b].some((s) => isInside(s, from - back)));
  if (isHigh(a, from - 1)) from--;
  let end = 0;
  while (end < most - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  end -= intoWord(end, (back) => [a, b].some((s) => isInside(s, s.length - end + back)));
  if (end > 0 && isLow(a, a.length - end)) end--;
  return { from, to: a.length - end, text: b.slice(from, b.length - end) };
}

/** How far back a word begins, at most `most`; 0 when it is too long for one. */
function intoWord(most: number, isWithin: (back: number) => boolean): number {
  let back = 0;
  while (back < most && isWithin(back)) if (++back > longestWord) return 0;
  return back;
}

const isInside = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isLetter(text[at - 1]) && isLetter(text[at]);
const isLetter = (unit: string | undefined): boolean => /\p{L}|\p{M}|\p{N}|\p{Cs}|\u200d/u.test(unit ?? '');
const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
