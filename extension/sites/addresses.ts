/**
 * E-mail addresses in text that a page shows. Cautious on purpose: what is glued to other characters, holds letters of
 * other scripts or invisible ones is no address, since a shortened or look-alike address would name somebody else.
 */

const longest = 254;
const longestText = 20_000;
// Without / ? = & |: legal in an address, but in a text they belong to a link.
const isAddress =
  /^[A-Za-z0-9!#$%'*+^_`{}~-]+(\.[A-Za-z0-9!#$%'*+^_`{}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/;
/** What may stand directly before or after an address. */
const border = /[\s<>()[\]{},;:"“”‘’«»|\\]/;

/** Every address in a text, lower case, in order, each once. A text longer than a record ever shows has none. */
export function addressesIn(text: string): string[] {
  return [...new Set(piecesIn(text).flatMap((piece) => asAddress(piece) ?? []))];
}

/** Whatever stands around each @ of a text, borders on both sides, lower case: an address, a part of one, or neither. */
export function piecesIn(text: string): string[] {
  if (text.length > longestText) return [];
  const pieces: string[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1))
    pieces.push(pieceAround(text, at));
  return pieces;
}

function pieceAround(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start <= longest && !border.test(text[start - 1] as string)) start--;
  let end = at + 1;
  while (end < text.length && end - at <= longest && !border.test(text[end] as string)) end++;
  const bare = text.slice(start, end).replace(/[.!?…]+$/, '');
  return bare.replace(/^['`]|['`]$/g, '').toLowerCase();
}

/** The text as an address, lower case, or null when it is not exactly one. */
export function asAddress(text: string): string | null {
  return text.length <= longest && text.indexOf('@') <= 64 && isAddress.test(text)
    ? text.toLowerCase()
    : null;
}

/** Addresses a `mailto:` link writes to; malformed percent-encoding has none. */
export function mailtoAddresses(href: string): string[] {
  const to = /^mailto:([^?#]*)/i.exec(href.trim())?.[1];
  if (!to || to.length > longestText) return [];
  return to.split(',').flatMap((part) => asAddress(decoded(part).trim()) ?? []);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
