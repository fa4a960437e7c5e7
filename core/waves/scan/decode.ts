/** Windows-1252 where it differs from Latin-1: bytes 0x80 to 0x9f. Undefined ones stand for themselves (WHATWG). */
const high1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const of1252 = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? high1252.charCodeAt(byte - 0x80) : byte,
);

/** The character a byte is in Windows-1252. */
export const pointOf1252 = (byte: number): number => of1252[byte]!;

/** Length of the valid UTF-8 sequence that starts here, or 0 (Unicode 15, table 3-7: no overlong forms, no surrogates). */
export function sequenceAt(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const tail = (k: number): boolean => at + k < end && (bytes[at + k]! & 0xc0) === 0x80;
  if (lead >= 0xc2 && lead < 0xe0) return tail(1) ? 2 : 0;
  const second = at + 1 < end ? bytes[at + 1]! : 0;
  if (lead >= 0xe0 && lead < 0xf0) {
    const fits = lead === 0xe0 ? second >= 0xa0 : lead === 0xed ? second < 0xa0 : true;
    return fits && tail(1) && tail(2) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead < 0xf5) {
    const fits = lead === 0xf0 ? second >= 0x90 : lead === 0xf4 ? second < 0x90 : true;
    return fits && tail(1) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  const low = (k: number): number => bytes[at + k]! & 0x3f;
  if (length === 2) return ((bytes[at]! & 0x1f) << 6) | low(1);
  if (length === 3) return ((bytes[at]! & 0x0f) << 12) | (low(1) << 6) | low(2);
  return ((bytes[at]! & 0x07) << 18) | (low(1) << 12) | (low(2) << 6) | low(3);
}

const room = 4096;
const units = new Uint16Array(room + 2);
const textOf = (count: number): string =>
  String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);

/**
 * The text of bytes [from, to). With `utf8`, a byte that is no valid UTF-8 is read as Windows-1252, never dropped.
 * Core has no TextDecoder; this agrees with it on all valid input.
 */
export function decode(bytes: Uint8Array, from: number, to: number, utf8: boolean): string {
  let text = '';
  let count = 0;
  for (let at = from; at < to; ) {
    const byte = bytes[at]!;
    const length = byte < 0x80 || !utf8 ? 0 : sequenceAt(bytes, at, to);
    if (length < 2) {
      units[count++] = byte < 0x80 ? byte : of1252[byte]!;
      at++;
    } else {
      const point = codePointAt(bytes, at, length);
      if (point > 0xffff) {
        units[count++] = 0xd800 + ((point - 0x10000) >> 10);
        units[count++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
      } else units[count++] = point;
      at += length;
    }
    if (count >= room) {
      text += textOf(count);
      count = 0;
    }
  }
  return count === 0 ? text : text + textOf(count);
}

/** UTF-16 as UTF-8, so that one scanner reads both. A lone surrogate becomes U+FFFD. */
export function utf8FromUtf16(bytes: Uint8Array, littleEndian: boolean): Uint8Array {
  const unitAt = (i: number): number =>
    littleEndian ? bytes[i]! | (bytes[i + 1]! << 8) : (bytes[i]! << 8) | bytes[i + 1]!;
  const out = new Uint8Array(Math.ceil(bytes.length / 2) * 3);
  let n = 0;
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    let point = unitAt(i);
    if (point >= 0xd800 && point < 0xe000) {
      const next = point < 0xdc00 && i + 3 < bytes.length ? unitAt(i + 2) : 0;
      const paired = next >= 0xdc00 && next < 0xe000;
      point = paired ? 0x10000 + ((point - 0xd800) << 10) + (next - 0xdc00) : 0xfffd;
      if (paired) i += 2;
    }
    n = putUtf8(out, n, point);
  }
  return out.subarray(0, n);
}

/** Writes a code point as UTF-8 and returns where the next one goes. */
export function putUtf8(out: Uint8Array, at: number, point: number): number {
  let n = at;
  if (point < 0x80) out[n++] = point;
  else if (point < 0x800) out[n++] = 0xc0 | (point >> 6);
  else if (point < 0x10000) out[n++] = 0xe0 | (point >> 12);
  else {
    out[n++] = 0xf0 | (point >> 18);
    out[n++] = 0x80 | ((point >> 12) & 0x3f);
  }
  if (point >= 0x800) out[n++] = 0x80 | ((point >> 6) & 0x3f);
  if (point >= 0x80) out[n++] = 0x80 | (point & 0x3f);
  return n;
}
