const marks = new Set('"“”„«»‟＂');

/** Whether a line opens with a quotation mark: straight, typographic, German or French. */
export const opensQuote = (text: string): boolean => marks.has(text.charAt(0));

/**
 * Where the quotation that is open at the start of `text` ends: the index of its closing mark, or -1. A mark behind
 * white space or a bracket opens an inner quotation, any other closes; a mark behind a backslash is neither, nor is one
 * behind a digit (inches: a 5" screen) unless it ends the text.
 */
export function closingQuote(text: string): number {
  let depth = 1;
  for (let i = 0; i < text.length; i++) {
    if (!marks.has(text.charAt(i))) continue;
    const before = text[i - 1] ?? ' ';
    if (before === '\\' || (/\d/.test(before) && i < text.length - 1)) continue;
    const opens = /[\s([{]/.test(before) && /\S/.test(text[i + 1] ?? ' ');
    depth += opens ? 1 : -1;
    if (depth === 0) return i;
  }
  return -1;
}

/** From the first backslash of a run: a long one is tried once, not from each of its places. */
const escaped = /(?<!\\)(\\+)(["“”„«»‟＂])/gu;

/** Takes one backslash from before every quotation mark that has any. */
export const withoutQuoteEscapes = (text: string): string =>
  text.replace(escaped, (_, slashes: string, q: string) => slashes.slice(1) + q);

/** The reverse: adds one, to every mark when `all`, else where there is one already. */
export const withQuoteEscapes = (text: string, all: boolean): string =>
  text.replace(all ? /(?<!\\)(\\*)(["“”„«»‟＂])/gu : escaped, '\\$1$2');
