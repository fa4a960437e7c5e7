import { pointOf1252, putUtf8 } from './decode.ts';

/**
 * When a byte is a letter of CP850, the code page of old tills and DOS programs, in a file that otherwise is
 * Windows-1252: always, with a letter before or after, with one before, with a lower-case or upper-case one before, with
 * letters on both sides, or with none.
 */
type When = 'always' | 'either' | 'before' | 'lower' | 'upper' | 'both' | 'none' | 'notBoth';

const rules = new Map<number, { point: number; when: When }>();
const capitals = new Map<number, { point: number; when: When }>();
function add(to: typeof rules, when: When, texts: string, codes: readonly number[]): void {
  for (const [i, code] of codes.entries()) to.set(code, { point: texts.charCodeAt(i), when });
}
add(rules, 'always', 'üìÅÉØ', [0x81, 0x8d, 0x8f, 0x90, 0x9d]);
add(rules, 'either', 'Çéâçê', [0x80, 0x82, 0x83, 0x87, 0x88]);
add(rules, 'before', 'äëèïÄ', [0x84, 0x89, 0x8a, 0x8b, 0x8e]);
add(rules, 'lower', 'îûù', [0x8c, 0x96, 0x97]);
add(rules, 'upper', 'Ü', [0x9a]);
add(rules, 'both', 'àåæôöòÿÖø', [0x85, 0x86, 0x91, 0x93, 0x94, 0x95, 0x98, 0x99, 0x9b]);
add(rules, 'none', '´', [0xef]);
add(rules, 'notBoth', '§°', [0xf5, 0xf8]);
// Where capitals are of CP850, these are no "Ò", "Ó", "Ô".
add(capitals, 'either', 'ÁÂÊËÈÍÎÏ', [0xb5, 0xb6, 0xd2, 0xd3, 0xd4, 0xd6, 0xd7, 0xd8]);
add(capitals, 'always', 'À', [0xb7]);

/** In Windows-1252 these are no letters, or undefined: within a word they are of CP850. */
const tellTale: ReadonlySet<number> = new Set([0x81, 0x82, 0x83, 0x87, 0x88, 0x89, 0x8d, 0x8f, 0x90, 0x9d]);
const needed = 3;

const isUpper = (byte: number): boolean =>
  (byte >= 65 && byte <= 90) || (byte >= 0xc0 && byte < 0xdf && byte !== 0xd7);
const isLower = (byte: number): boolean =>
  (byte >= 97 && byte <= 122) ||
  (byte >= 0xdf && byte !== 0xf7) ||
  (byte >= 0x81 && byte <= 0x8d && byte !== 0x85);
const isLetter = (byte: number): boolean => isUpper(byte) || isLower(byte) || byte === 0x80 || byte === 0x90;

/** How the bytes above ASCII are shared out among the two code pages; null for a file of Windows-1252 alone. */
interface Mixture {
  capitals: boolean;
  quotes: boolean;
}

function mixtureOf(bytes: Uint8Array): Mixture | null {
  let told = 0;
  const seen = new Uint8Array(256);
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    seen[byte] = 1;
    if (tellTale.has(byte) && isLetter(bytes[at - 1] ?? 0) && isLetter(bytes[at + 1] ?? 0)) told++;
  }
  if (told < needed) return null;
  return { capitals: seen[0x90] === 1 && seen[0xc9] === 0, quotes: seen[0xaf] === 1 };
}

/**
 * A file of Windows-1252 in which some letters are of CP850, as UTF-8, and how many bytes that were; null when none is.
 * The same byte may be a letter here and a mark there ("é" and a low quote): what stands beside it decides.
 */
export function utf8FromMixed(bytes: Uint8Array): { bytes: Uint8Array; oem: number } | null {
  const mixture = mixtureOf(bytes);
  if (!mixture) return null;
  let high = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! >= 0x80) high++;
  const out = new Uint8Array(bytes.length + high * 2);
  let length = 0;
  let oem = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      out[length++] = byte;
      continue;
    }
    const point = oemPointAt(bytes, at, mixture);
    if (point !== 0) oem++;
    length = putUtf8(out, length, point === 0 ? pointOf1252(byte) : point);
  }
  return { bytes: out.subarray(0, length), oem };
}

/** The letter of CP850 a byte stands for, 0 when it is one of Windows-1252. */
function oemPointAt(bytes: Uint8Array, at: number, mixture: Mixture): number {
  const byte = bytes[at]!;
  if (mixture.quotes && (byte === 0xae || byte === 0xaf)) return byte === 0xae ? 0xab : 0xbb;
  const before = bytes[at - 1] ?? 0;
  const after = bytes[at + 1] ?? 0;
  // A space that does not break would stand between words, not between spaces.
  if (byte === 0xa0) return before === 32 && after === 32 ? 0xe1 : 0;
  const rule = (mixture.capitals ? capitals.get(byte) : undefined) ?? rules.get(byte);
  return rule && holds(rule.when, before, after) ? rule.point : 0;
}

function holds(when: When, before: number, after: number): boolean {
  switch (when) {
    case 'always':
      return true;
    case 'either':
      return isLetter(before) || isLetter(after);
    case 'before':
      return isLetter(before);
    case 'lower':
      return isLower(before);
    case 'upper':
      return isUpper(before);
    case 'both':
      return isLetter(before) && isLetter(after);
    case 'none':
      return !isLetter(before) && !isLetter(after);
    case 'notBoth':
      return !(isLetter(before) && isLetter(after));
  }
}
