import { fail, ok, type Result } from '../../model/result.ts';
import type { ImportFault } from '../faults.ts';
import type { Encoding } from '../inspection.ts';
import { sequenceAt, utf8FromUtf16 } from './decode.ts';
import { otherFormatOf } from './format.ts';

/** The bytes of a text file in a form that one scanner reads: UTF-8 or Windows-1252, no byte order mark. */
export interface TextBytes {
  bytes: Uint8Array;
  encoding: Encoding;
  /** How `decode` reads them. */
  utf8: boolean;
  /** Bytes that were no valid UTF-8 in a file that otherwise is. */
  strayBytes: number;
}

/** Says how a file's bytes read as text: by its mark, else UTF-16 by its zeros, else UTF-8 if it fits, else Windows-1252. */
export function readAsText(file: Uint8Array): Result<TextBytes, ImportFault> {
  if (isBlank(file)) return fail({ kind: 'empty' });
  const wide = utf16Of(file);
  if (wide) {
    const bytes = utf8FromUtf16(file.subarray(wide.skip), wide.encoding === 'utf-16le');
    return narrow(bytes, wide.encoding);
  }
  const marked = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
  return narrow(marked ? file.subarray(3) : file, null);
}

function narrow(bytes: Uint8Array, wide: Encoding | null): Result<TextBytes, ImportFault> {
  if (isBlank(bytes)) return fail({ kind: 'empty' });
  const looksLike = otherFormatOf(bytes);
  if (looksLike) return fail({ kind: 'notACsv', looksLike });
  const { sequences, stray, crowded, firstCrowd } = tallyHighBytes(bytes);
  const utf8 = stray === 0 || sequences > 3 * stray;
  if (!utf8 && stray >= 12 && crowded > stray / 2)
    return fail({ kind: 'undecodable', line: lineAt(bytes, firstCrowd) });
  const encoding = wide ?? (utf8 ? 'utf-8' : 'windows-1252');
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

/**
 * Counts what lies above ASCII: valid UTF-8 sequences, stray bytes, and stray bytes standing three or more in a row,
 * which Western text hardly has and Cyrillic, Greek or Asian code pages nearly always.
 */
function tallyHighBytes(bytes: Uint8Array) {
  let sequences = 0;
  let stray = 0;
  let crowded = 0;
  let firstCrowd = -1;
  let run = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at]! < 0x80 ? 1 : sequenceAt(bytes, at, bytes.length);
    if (length > 1) sequences++;
    if (length > 0) {
      run = 0;
      at += length;
      continue;
    }
    stray++;
    run++;
    crowded += run === 3 ? 3 : run > 3 ? 1 : 0;
    if (run === 3 && firstCrowd < 0) firstCrowd = at;
    at++;
  }
  return { sequences, stray, crowded, firstCrowd };
}

function lineAt(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === 10) line++;
  return line;
}
