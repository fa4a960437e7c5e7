import { ok, type Result } from '../../model/result.ts';
import { decode } from './decode.ts';
import { readAsText, type TextFault } from './encoding.ts';

/** The text of a file in whichever encoding it was written, without its byte order mark. */
export function textOf(file: Uint8Array): Result<string, TextFault> {
  const read = readAsText(file);
  if (!read.ok) return read;
  const { bytes, utf8 } = read.value;
  return ok(decode(bytes, 0, bytes.length, utf8));
}
