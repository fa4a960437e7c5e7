/** Words that an echo gives back at most; a longer sentence is taken up at its last clause, or near its end. */
const most = 8;

/**
 * What an echo gives back: the last sentence somebody said, or where it is long its last clause, or its last words.
 * Without the marks around it; empty for a text without words. Words are found as the language writes them.
 */
export function lastWords(text: string, language: string): string {
  const sentence = text.split(sentenceEnd).findLast(hasLetters) ?? '';
  if (countOf(sentence, language) <= most) return bare(sentence);
  const clause = sentence.split(/[,;:–—]\s+/u).findLast(hasLetters) ?? '';
  const clauseWords = countOf(clause, language);
  if (clauseWords >= 2 && clauseWords <= most) return bare(clause);
  const last = wordsOf(sentence, language).at(-most);
  return bare(sentence.slice(last?.index ?? 0));
}

/** From the first mark of a run: a long one is tried once, not from each of its places; so with `bare`. */
const sentenceEnd = /(?<![.!?…。！？])[.!?…。！？]+(?=\s|$|["“”»«’'])|\n+/u;

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

/** Made once a language: making one takes longer than what it does, and a note is written meanwhile. */
const segmenters = new Map<string, Intl.Segmenter>();

function wordsOf(text: string, language: string) {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(text)].filter((s) => s.isWordLike);
}

const countOf = (text: string, language: string): number => wordsOf(text, language).length;

const bare = (text: string): string =>
  text
    .replace(/^[\s"“”„«»‚‘'([]+/u, '')
    .replace(/(?<![\s"“”„«»‘’')\],;:.–—-])[\s"“”„«»‘’')\],;:.–—-]+$/u, '');
