// Control and format characters, line and paragraph separators: what is unseen, or turns the direction of text.
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
// The line break, and the joiners that emoji and Persian are written with.
const kept = new Set(['\n', '\u200c', '\u200d']);

/** Text from a survey as it may stand on a card: no control characters, no direction tricks, whole characters. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unseen, (character) => (kept.has(character) ? character : ''))
    .toWellFormed()
    .trim();
}

/** Plain text of at most so many UTF-16 units, never cut inside a character. */
export function clipped(text: string, most: number): string {
  // Cleaned after a rough cut, so that a megabyte costs no more than a line.
  const plain = plainText(text.slice(0, 2 * most + 16));
  if (plain.length <= most) return plain;
  return plain
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, '');
}
