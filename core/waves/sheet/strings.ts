import { fail, ok, type Result } from '../../model/result.ts';
import type { ImportFault } from '../faults.ts';
import { decode } from '../scan/decode.ts';
import { ByteWriter } from './bytes.ts';
import { type Package, readPart } from './package.ts';
import { resolved, type XmlHandler } from './xml.ts';

/** All shared texts together may take this many bytes. */
const stringsLimit = 800_000_000;

/**
 * The texts a workbook keeps once for all its cells, as CSV cells in one block of bytes. Text `i` lies from `ends[i]`
 * to `ends[i + 1]`.
 */
export interface SharedStrings {
  bytes: Uint8Array;
  ends: readonly number[];
}

/** Gathers the text of one cell from its runs; how it is spoken (phonetic text) is left out. */
export class TextGatherer {
  text = '';
  private inText = false;
  private spoken = 0;

  open(name: string): void {
    if (name === 't') this.inText = true;
    else if (name === 'rPh') this.spoken++;
  }

  take(bytes: Uint8Array, from: number, to: number, plain: boolean): void {
    if (!this.inText || this.spoken > 0) return;
    const piece = decode(bytes, from, to, true);
    this.text += plain ? piece : resolved(piece);
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh' && this.spoken > 0) this.spoken--;
  }
}

/** Control characters stand as `_x000D_` in workbooks; `_x005F_` keeps an underscore that would begin one. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const plain = text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return plain.replace(/\r\n?/g, '\n');
}

/** Reads the shared texts of a workbook; none when it has none. */
export function* sharedStrings(
  pack: Package,
  part: string | null,
): Generator<number, Result<SharedStrings, ImportFault>, void> {
  const out = new ByteWriter();
  const ends = [0];
  if (part === null) return ok({ bytes: out.bytes, ends });
  let gathered = new TextGatherer();
  const handler: XmlHandler = {
    open(name) {
      if (name === 'si') gathered = new TextGatherer();
      else gathered.open(name);
    },
    text: (bytes, from, to, plain) => gathered.take(bytes, from, to, plain),
    close(name) {
      gathered.close(name);
      if (name !== 'si') return;
      out.cell(unescaped(gathered.text));
      ends.push(out.length);
    },
  };
  const fault = yield* readPart(pack, part, handler, () => out.length <= stringsLimit);
  if (out.length > stringsLimit) return fail({ kind: 'workbookTooLarge' });
  return fault ? fail(fault) : ok({ bytes: out.bytes, ends });
}
