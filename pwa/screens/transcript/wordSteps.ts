/** A stretch of text, in UTF-16 units. */
export interface Span {
  from: number;
  to: number;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a text, in any script; what stands between them is left out. */
export function wordSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text))
    if (isWordLike) spans.push({ from: index, to: index + segment.length });
  return spans;
}

/** The word behind a selection (or before it); the first one without a selection; null at the end. */
export function besideWord(text: string, now: Span | null, by: 1 | -1): Span | null {
  const spans = wordSpans(text);
  if (!now) return (by > 0 ? spans[0] : spans.at(-1)) ?? null;
  if (by > 0) return spans.find((span) => span.from >= now.to) ?? null;
  return spans.findLast((span) => span.to <= now.from) ?? null;
}

/** The selection longer by the next word, or shorter by its last one; never less than one word. */
export function extended(text: string, now: Span | null, by: 1 | -1): Span | null {
  if (!now) return besideWord(text, null, 1);
  const spans = wordSpans(text);
  if (by > 0) {
    const next = spans.find((span) => span.to > now.to);
    return { from: now.from, to: next ? withMarks(text, next.to) : now.to };
  }
  const left = spans.filter((span) => span.from >= now.from && span.to < now.to);
  const last = left.findLast((span) => withMarks(text, span.to) < now.to);
  return last ? { from: now.from, to: last.to } : now;
}

/** A word takes the marks with it that close a sentence or a quotation. */
function withMarks(text: string, to: number): number {
  const marks = /^[.,;:?!…。、？！؟"”»’')\]]+(?=\s|$)/u.exec(text.slice(to, to + 8))?.[0] ?? '';
  return to + marks.length;
}
