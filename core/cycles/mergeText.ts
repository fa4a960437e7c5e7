/**
 * A text that two people changed since it was `base`: what `mine` changed, on top of `theirs`. Each is taken to have changed
 * one place; where the places overlap, theirs stands and what I wrote in mine follows it.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (base === theirs || mine === theirs) return mine;
  const [a, b] = [changeBetween(base, mine), changeBetween(base, theirs)];
  const grown = theirs.length - base.length;
  const after = a.from >= b.to;
  const before = !after && a.to <= b.from;
  const from = after ? a.from + grown : before ? a.from : b.to + grown;
  const to = after ? a.to + grown : before ? a.to : from;
  return theirs.slice(0, from) + a.text + theirs.slice(to);
}

/** The one place where `next` differs from `now`: what stands there in `now`, and what instead. */
function changeBetween(now: string, next: string): { from: number; to: number; text: string } {
  const most = Math.min(now.length, next.length);
  let start = 0;
  while (start < most && now[start] === next[start]) start++;
  let end = 0;
  while (end < most - start && now[now.length - 1 - end] === next[next.length - 1 - end]) end++;
  return { from: start, to: now.length - end, text: next.slice(start, next.length - end) };
}
