/**
 * What a text is compared by: its words, words that stand side by side, words that stand near each other in any order,
 * and runs of three or four letters within a word, which find "invoicing" in "invoices" in any language without a
 * dictionary. Features are hashes of 30 bits, each once.
 */
export interface Features {
  readonly ids: readonly number[];
  /** How much each counts: the square of its weight, in quarters. */
  readonly squares: readonly number[];
  /** Length of the vector of weights: the square root of the sum of `squares`. */
  readonly length: number;
}

/** Words of a text that are looked at: a longer note says the same thing again. */
export const mostWords = 200;

const squareOf = { word: 9, beside: 4, near: 2, letters: 4 } as const;
/** How many words on two words are still near each other. */
const near = 5;

/**
 * Reads a text. With `isKnown` its last word may be unfinished: nothing is made of where it ends, unless the word as it
 * stands was met before.
 */
export function featuresOf(text: string, isKnown?: (id: number) => boolean): Features {
  const { words, open } = wordsOf(text);
  const found = new Map<number, number>();
  const hashes = words.map((word) => hashOf(word));
  hashes.forEach((hash, i) => {
    add(found, hash, squareOf.word);
    const ahead = hashes.slice(i + 1, i + 1 + near);
    if (ahead[0] !== undefined) add(found, inOrder(hash, ahead[0]), squareOf.beside);
    for (const other of ahead) add(found, inAnyOrder(hash, other), squareOf.near);
  });
  words.forEach((word, i) => {
    const unfinished = open && isKnown && i === words.length - 1 && !isKnown(idOf(hashes[i] as number));
    addLetters(found, unfinished ? ` ${word}` : ` ${word} `);
  });
  let sum = 0;
  for (const square of found.values()) sum += square;
  return { ids: [...found.keys()], squares: [...found.values()], length: Math.sqrt(sum) };
}

const word = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu;
/** Scripts that put no space between words: each two neighbouring signs are taken for a word. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+$/u;
/** Longest piece of a text that is read, in UTF-16 units; a word has fewer than forty. */
const mostRead = mostWords * 40;

/** Words in small letters and without accents, as they are typed in a hurry. `open`: nothing stands behind the last. */
function wordsOf(text: string): { words: string[]; open: boolean } {
  const plain = text
    .slice(0, mostRead)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'");
  const words = (plain.match(word) ?? []).flatMap((run) => (unspaced.test(run) ? signsOf(run) : run));
  const open = words.length <= mostWords && /[\p{L}\p{M}\p{N}]$/u.test(plain);
  return { words: words.slice(0, mostWords), open };
}

function signsOf(run: string): string[] {
  const signs = [...run];
  return signs.length < 3 ? [run] : signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
}

function add(found: Map<number, number>, hash: number, square: number): void {
  const id = idOf(hash);
  if (!found.has(id)) found.set(id, square);
}

/** Small enough to be stored as a number without a box around it. */
const idOf = (hash: number): number => hash & 0x3fffffff;

/** Runs of three and of four letters; the spaces around a word count as letters. */
function addLetters(found: Map<number, number>, spaced: string): void {
  for (let from = 0; from + 3 <= spaced.length; from++) {
    let hash = lettersStart;
    for (let i = from; i < Math.min(from + 4, spaced.length); i++) {
      hash = hashStep(hash, spaced.charCodeAt(i));
      if (i >= from + 2) add(found, mixed(hash), squareOf.letters);
    }
  }
}

/** FNV-1a, 32 bits, over UTF-16 units; then the last step of MurmurHash3, which spreads what lies close together. */
function hashOf(text: string): number {
  let hash = wordStart;
  for (let i = 0; i < text.length; i++) hash = hashStep(hash, text.charCodeAt(i));
  return mixed(hash);
}

const wordStart = 0x811c9dc5;
/** Another one, so that the word "ice" is not the letters "ice" of "price". */
const lettersStart = 0x1b873593;
const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
const inOrder = (a: number, b: number): number => mixed(Math.imul(a, 31) ^ b);
const inAnyOrder = (a: number, b: number): number => mixed(Math.imul(Math.min(a, b), 17) ^ Math.max(a, b));

function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
