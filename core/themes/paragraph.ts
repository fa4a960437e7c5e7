import type { TaggedWords } from './quoteNote.ts';

/** A stretch of a paragraph: what somebody wrote, or a quote by the note it is taken from. */
export type ParagraphPart =
  | { kind: 'text'; text: string }
  /** `note` is empty where the reference fits no tagged note of the cycle, or more than one. */
  | { kind: 'quote'; reference: string; note: string };

/** "[quote 7f3kq2]": what a paragraph holds in place of a customer's words. */
const reference = /\[quote ([0-9a-z-]{1,64})\]/g;

/** Fewest characters of a note's id in a reference. */
const shortest = 6;

/**
 * Takes a paragraph apart. A quote is the end of a note's id, so what is shown is always that note as it is now, with the
 * consent as it is now; the words themselves are never copied into the paragraph. Everything else is text as written.
 */
export function paragraphParts(
  text: string,
  notes: ReadonlyMap<string, TaggedWords>,
): readonly ParagraphPart[] {
  const parts: ParagraphPart[] = [];
  let from = 0;
  for (const found of text.matchAll(reference)) {
    if (found.index > from) parts.push({ kind: 'text', text: text.slice(from, found.index) });
    parts.push({ kind: 'quote', reference: found[0], note: noteEnding(found[1] ?? '', notes) });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** How a paragraph refers to a note: by as much of the end of its id as no other note of the cycle shares. */
export function referenceTo(note: string, notes: ReadonlyMap<string, TaggedWords>): string {
  let length = Math.min(shortest, note.length);
  while (length < note.length && noteEnding(note.slice(-length), notes) !== note) length++;
  return `[quote ${note.slice(-length)}]`;
}

function noteEnding(end: string, notes: ReadonlyMap<string, TaggedWords>): string {
  if (notes.has(end)) return end;
  const fit = [...notes.keys()].filter((id) => id.endsWith(end));
  return fit.length === 1 ? (fit[0] as string) : '';
}
