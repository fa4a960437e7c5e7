import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWhole } from '../../torture/files.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/labelled', import.meta.url));

/** Whether the labelled sentences stand beside the project; they are used in place, never copied. */
export const isHere = existsSync(folder);

/** A short sentence to a bank and which of 77 intents it has. */
export interface Labelled {
  text: string;
  label: string;
}

/** banking77 (PolyAI, CC BY 4.0): sentences in the order of the file. */
export function banking77(part: 'train' | 'test'): Labelled[] {
  const read = readWhole(new Uint8Array(readFileSync(join(folder, `banking77_${part}.csv`))));
  if ('why' in read) throw new Error(`banking77 ${part}: ${read.why.kind}`);
  return read.rows.map(([text = '', label = '']) => ({ text, label }));
}

/** The first `most` sentences of each label, in the order of the file. */
export function firstOf(sentences: readonly Labelled[], most: number): Labelled[] {
  const seen = new Map<string, number>();
  return sentences.filter(({ label }) => {
    seen.set(label, (seen.get(label) ?? 0) + 1);
    return (seen.get(label) ?? 0) <= most;
  });
}

/** How many in a hundred are not among the first three. */
export function missed(sentences: readonly Labelled[], rank: (text: string) => readonly string[]): number {
  const wrong = sentences.filter(({ text, label }) => !rank(text).slice(0, 3).includes(label));
  return (100 * wrong.length) / sentences.length;
}
