import { fail, ok, type Result } from '../../model/result.ts';
import type { ImportFault } from '../faults.ts';
import type { Encoding } from '../inspection.ts';
import { sequenceAt, utf8FromUtf16 } from './decode.ts';
import { knownFormatOf, otherFormatOf } from './format.ts';
import { utf8FromMixed } from './mixed.ts';

/** Why bytes are no text at all. */
export type TextFault = Extract<ImportFault, { kind: 'empty' | 'notACsv' | 'undecodable' }>;

/** The bytes of a text file in a form that one scanner reads: UTF-8 or Windows-1252, no byte order mark. */
export interface TextBytes {
  bytes: Uint8Array;
  encoding: Encoding;
  /** How `decode` reads them. */
  utf8: boolean;
  /** Bytes that were no valid UTF-8 in a file that otherwise is. */
  strayBytes: number;
  /** Bytes of CP850 in a file of Windows-1252, already read as what they mean. */
  oemBytes?: number;
}

/** Says how a file's bytes read as text: by its mark, else UTF-16 by its zeros, else UTF-8 if it fits, else Windows-1252 unless it would be nonsense. */
export function readAsText(file: Uint8Array): Result<TextBytes, TextFault> {
  if (isBlank(file)) return fail({ kind: 'empty' });
  const known = knownFormatOf(file);
  if (known) return fail({ kind: 'notACsv', looksLike: known });
  const wide = utf16Of(file);
  if (wide) {
    const bytes = utf8FromUtf16(file.subarray(wide.skip), wide.encoding === 'utf-16le');
    return narrow(bytes, wide.encoding);
  }
  const marked = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
  return narrow(marked ? file.subarray(3) : file, null);
}

function narrow(bytes: Uint8Array, wide: Encoding | null): Result<TextBytes, TextFault> {
  if (isBlank(bytes)) return fail({ kind: 'empty' });
  const looksLike = otherFormatOf(bytes);
  if (looksLike) return fail({ kind: 'notACsv', looksLike });
  const { sequences, stray } = tallyUtf8(bytes);
  const utf8 = stray === 0 || sequences > 3 * stray;
  const { high, crowded, firstCrowd } = utf8 ? noCrowd : tallyCrowds(bytes);
  if (high >= fewHigh && crowded > high / 2)
    return fail({ kind: 'undecodable', line: lineAt(bytes, firstCrowd) });
  const encoding = wide ?? (utf8 ? 'utf-8' : 'windows-1252');
  const mixed = utf8 ? null : utf8FromMixed(bytes);
  if (mixed) return ok({ bytes: mixed.bytes, encoding, utf8: true, strayBytes: 0, oemBytes: mixed.oem });
  return ok({ bytes, encoding, utf8, strayBytes: utf8 ? stray : 0 });
}

function isBlank(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const mark = i < 3 && (byte === 0xef || byte === 0xbb || byte === 0xbf || byte >= 0xfe);
    const space = byte === 0x20 || (byte >= 9 && byte <= 13);
    if (!space && !mark) return false;
  }
  return true;
}

/** By byte order mark, else by where the zeros of Latin letters stand in the first 4 KiB. UTF-32 is left to be refused. */
function utf16Of(bytes: Uint8Array): { encoding: 'utf-16le' | 'utf-16be'; skip: number } | null {
  const utf32 = bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0;
  if (utf32) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
  const looked = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < looked; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = looked / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return { encoding: 'utf-16le', skip: 0 };
  if (even > pairs * 0.7 && odd < pairs * 0.05) return { encoding: 'utf-16be', skip: 0 };
  return null;
}

/** Counts what lies above ASCII: valid UTF-8 sequences, and bytes that belong to none. */
function tallyUtf8(bytes: Uint8Array) {
  const skip = (4 - (bytes.byteOffset & 3)) & 3;
  const words = wordsFrom(bytes, skip);
  let sequences = 0;
  let stray = 0;
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at]! < 0x80) {
      // words: this passes the whole file before anything else does
      let word = at >= skip && ((at - skip) & 3) === 0 ? (at - skip) >> 2 : words.length;
      if (word < words.length && (words[word]! & 0x80808080) === 0) {
        while (word < words.length && (words[word]! & 0x80808080) === 0) word++;
        at = skip + word * 4;
      } else at++;
      continue;
    }
    const length = sequenceAt(bytes, at, bytes.length);
    if (length === 0) stray++;
    else sequences++;
    at += Math.max(length, 1);
  }
  return { sequences, stray };
}

/** The whole words of bytes, after the first `skip`. */
function wordsFrom({ buffer, byteOffset, length }: Uint8Array, skip: number): Uint32Array {
  return length < skip + 4
    ? new Uint32Array(0)
    : new Uint32Array(buffer, byteOffset + skip, (length - skip) >> 2);
}

/** With fewer bytes above ASCII nothing is said about a code page: "ÄÖÜäöüß" stands in Western files. */
const fewHigh = 8;
const noCrowd = { high: 0, crowded: 0, firstCrowd: -1 };

/**
 * Counts the bytes above ASCII, and those that stand crowded: three or more in a row, or Shift_JIS and GBK characters
 * in a row whose second byte may look like a letter. Western text hardly has them; Cyrillic, Greek and Asian code pages
 * are made of them. What happens to be valid UTF-8 counts too: many pairs of GBK and EUC-KR are.
 */
function tallyCrowds(bytes: Uint8Array) {
  const tally = { ...noCrowd };
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    const { length, high } = runAt(bytes, at);
    tally.high += high;
    if (high >= 3 || length >= 4) {
      tally.crowded += high;
      if (tally.firstCrowd < 0) tally.firstCrowd = at;
    }
    at += length;
  }
  return tally;
}

/** How far bytes above ASCII reach from here, the letter-like second bytes after 0x81 to 0x9f among them. */
function runAt(bytes: Uint8Array, from: number): { length: number; high: number } {
  let at = from;
  let high = 0;
  while (at < bytes.length && bytes[at]! >= 0x80) {
    const lead = bytes[at]! > 0x80 && bytes[at]! < 0xa0;
    const next = at + 1 < bytes.length ? bytes[at + 1]! : 0;
    const letterLike = lead && next >= 0x40 && next < 0x7f;
    const pair = lead && (letterLike || next >= 0x80);
    high += pair && !letterLike ? 2 : 1;
    at += pair ? 2 : 1;
  }
  return { length: at - from, high };
}

function lineAt(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === 10) line++;
  return line;
}
