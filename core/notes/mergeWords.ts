/** A stretch of the base (words by number, `from` up to `to`) and what stands there instead. */
interface Hunk {
  from: number;
  to: number;
  text: string;
}

/**
 * One text out of two that were both made from `base`, whole words at a time: what either changed is changed, and what both
 * changed alike is changed once, so an edit that has arrived already changes nothing. Where they changed the same words
 * differently both wordings stand, theirs first; words taken away by one and reworded by the other stay reworded.
 * A three-way merge as of diff3 (Khanna, Kunal & Pierce 2007), with another rule for what it would call a conflict.
 */
export function mergeWords(base: string, mine: string, theirs: string): string {
  if (base === theirs || mine === theirs) return mine;
  if (base === mine) return theirs;
  const words = wordsOf(base);
  const [own, other] = [hunksBetween(words, wordsOf(mine)), hunksBetween(words, wordsOf(theirs))];
  let merged = '';
  let at = 0;
  while (own.length > 0 || other.length > 0) {
    const region = nextRegion(own, other);
    merged += words.slice(at, region.from).join('') + ofBoth(words, region);
    at = region.to;
  }
  return merged + words.slice(at).join('');
}

/** Words, runs of white space, and any other character by itself: joined they are the text again. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

interface Region {
  from: number;
  to: number;
  own: Hunk[];
  other: Hunk[];
}

/** Takes from both lists the hunks that come next and meet each other. */
function nextRegion(own: Hunk[], other: Hunk[]): Region {
  const [a, b] = [own[0], other[0]];
  const first = a && (!b || comesBefore(a, b)) ? a : b;
  const region: Region = { from: first?.from ?? 0, to: first?.to ?? 0, own: [], other: [] };
  const taken = () => takeMeeting(region, own, region.own) || takeMeeting(region, other, region.other);
  while (taken());
  return region;
}

/** An insertion goes before a change of the words behind it. */
const comesBefore = (a: Hunk, b: Hunk): boolean => a.from < b.from || (a.from === b.from && a.to <= b.to);

function takeMeeting(region: Region, from: Hunk[], into: Hunk[]): boolean {
  const next = from[0];
  const meets = next && (next.from < region.to || (next.from === region.from && next.to === region.to));
  if (!meets) return false;
  into.push(next);
  from.shift();
  region.to = Math.max(region.to, next.to);
  return true;
}

function ofBoth(words: readonly string[], { from, to, own, other }: Region): string {
  const written = (hunks: readonly Hunk[]) => textOf(words, { from, to }, hunks);
  if (other.length === 0) return written(own);
  if (own.length === 0) return written(other);
  const [mine, theirs] = [written(own), written(other)];
  if (holds(theirs, mine)) return theirs;
  if (holds(mine, theirs)) return mine;
  const isApart = /\s/.test(theirs.at(-1) ?? '') || /[\s,.;:!?…)\]]/.test(mine.charAt(0));
  return theirs + (isApart ? '' : ' ') + mine;
}

/** Whether a text stands in another one whole: "10" is no part of "100". */
function holds(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    if (!isInWord(text, at) && !isInWord(text, at + part.length)) return true;
  return false;
}

const isInWord = (text: string, at: number): boolean =>
  letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at));
const letter = /[\p{L}\p{M}\p{N}]/u;

function textOf(words: readonly string[], region: Pick<Hunk, 'from' | 'to'>, hunks: readonly Hunk[]): string {
  let text = '';
  let at = region.from;
  for (const hunk of hunks) {
    text += words.slice(at, hunk.from).join('') + hunk.text;
    at = hunk.to;
  }
  return text + words.slice(at, region.to).join('');
}

/** Most pairs of words that are compared; where more differ they count as one change. */
const mostPairs = 250_000;

/** Where `next` differs from `base`; what lies between two changes is more than white space. */
function hunksBetween(base: readonly string[], next: readonly string[]): Hunk[] {
  const most = Math.min(base.length, next.length);
  let start = 0;
  while (start < most && base[start] === next[start]) start++;
  let end = 0;
  while (end < most - start && base.at(-1 - end) === next.at(-1 - end)) end++;
  const [left, right] = [base.slice(start, base.length - end), next.slice(start, next.length - end)];
  const kept = left.length * right.length > mostPairs ? [] : commonWords(left, right);
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...kept, [left.length, right.length] as const]) {
    if (x > i || y > j) hunks.push({ from: start + i, to: start + x, text: right.slice(j, y).join('') });
    [i, j] = [x + 1, y + 1];
  }
  return overSpaces(hunks, base);
}

/** The longest run of words that both have in the same order, as places in each. */
function commonWords(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? 1 + (longest[(i + 1) * width + j + 1] ?? 0)
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  const common: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) common.push([i++, j++]);
    else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return common;
}

/** Changes with nothing but white space between them as one: two new words are not two places to write between. */
function overSpaces(hunks: readonly Hunk[], base: readonly string[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const before = joined.at(-1);
    const between = before ? base.slice(before.to, hunk.from).join('') : '';
    if (!before || between.trim() !== '') joined.push({ ...hunk });
    else {
      before.to = hunk.to;
      before.text += between + hunk.text;
    }
  }
  return joined;
}
