import { spliceBetween } from '../model/splice.ts';

/**
 * A text as it is now without one earlier edit of it, `before` to `after`, keeping what others changed since. Null when
 * they changed the very words of that edit. Both changes are seen as one stretch each.
 */
export function withoutSplice(now: string, before: string, after: string): string | null {
  if (now === after) return before;
  const own = spliceBetween(after, before);
  const theirs = spliceBetween(after, now);
  const grown = theirs.text.length - (theirs.to - theirs.from);
  if (theirs.from >= own.to) return now.slice(0, own.from) + own.text + now.slice(own.to);
  if (theirs.to <= own.from) return now.slice(0, own.from + grown) + own.text + now.slice(own.to + grown);
  return null;
}
