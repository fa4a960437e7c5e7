import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '#core/notes/index.ts';
import { readCues } from '#core/notes/transcript/cues.ts';
import { voicedOf } from '#core/notes/transcript/cueText.ts';
import { textOf } from '#core/waves/index.ts';
import { vttDifferences } from './vttDifferences.ts';

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const [vttjs, open] = [join(data, 'torture/vttjs'), join(data, 'interviews/open')];

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

/** What became of a file, in a word. */
function outcomeOf(path: string): string {
  const transcript = readTranscript(read(path));
  if (!transcript.ok) return transcript.why.kind;
  for (const turn of transcript.value.turns) {
    expect(turn.text.trim(), path).not.toBe('');
    for (const { at, seconds } of turn.moments) {
      expect(at).toBeLessThanOrEqual(turn.text.length);
      expect(Number.isFinite(seconds)).toBe(true);
    }
  }
  return transcript.value.format;
}

function counted(folder: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const file of filesUnder(folder)) {
    const outcome = `${file.slice(file.lastIndexOf('.') + 1)}: ${outcomeOf(join(folder, file))}`;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

/** Times and text of each cue as vtt.js expects them, and its words where it says how they are drawn. */
interface Expected {
  cues: [from: number, to: number, text: string][] | null;
  words: string[] | null;
}

function expectedFor(file: string): Expected {
  const json = (name: string): unknown =>
    existsSync(join(vttjs, name)) ? JSON.parse(readFileSync(join(vttjs, name), 'utf8')) : null;
  const cues = json(file.replace(/\.vtt$/, '.json')) as {
    cues: { startTime: number; endTime: number; text: string }[];
  } | null;
  const drawn = json(file.replace(/\.vtt$/, '-proc.json')) as { textContent: string }[] | null;
  return {
    cues: cues?.cues.map((cue) => [cue.startTime, cue.endTime, cue.text]) ?? null,
    words: drawn?.map((cue) => cue.textContent) ?? null,
  };
}

function readAsCues(file: string): { cues: NonNullable<Expected['cues']>; words: string[] } {
  const text = textOf(read(join(vttjs, file)));
  const cues = readCues(text.ok ? text.value.split(/\r\n|\r|\n/) : [], true);
  return {
    cues: cues.map((cue) => [cue.from ?? Number.NaN, cue.to ?? Number.NaN, cue.lines.join('\n')]),
    words: cues.map((cue) =>
      voicedOf(cue.lines.join('\n'))
        .map((part) => part.text)
        .join(''),
    ),
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

describe.skipIf(!existsSync(data))(
  'transcripts of every kind (skipped where the shared data are absent)',
  () => {
    test('every real interview is read, and what is none is refused in words', () => {
      const counts = counted(open);
      console.info('interviews:', counts);
      expect(counts).toEqual({ 'md: dialogue': 3, 'txt: dialogue': 6, 'vtt: vtt': 1, 'xlsx: notText': 1 });
    });

    test('every file made to break a WebVTT reader is read or refused', () => {
      const counts = counted(vttjs);
      console.info('made to break a reader:', counts);
      expect(Object.values(counts).reduce((sum, n) => sum + n)).toBe(filesUnder(vttjs).length);
      const taken = Object.keys(counts).filter((outcome) => /vtt$|srt$|dialogue$/.test(outcome));
      expect(taken.sort()).toEqual(['vtt: srt', 'vtt: vtt']);
    });

    test('cues and words agree with vtt.js but where the list says why not', () => {
      const files = filesUnder(vttjs).filter((file) => file.endsWith('.vtt'));
      let compared = 0;
      const differing = files.filter((file) => {
        const expected = expectedFor(file);
        const ours = readAsCues(file);
        if (expected.cues || expected.words) compared++;
        return (
          (expected.cues && !same(ours.cues, expected.cues)) ||
          (expected.words && !same(ours.words, expected.words))
        );
      });
      console.info(`compared with vtt.js: ${compared}, differing on purpose: ${differing.length}`);
      expect(differing).toEqual(Object.keys(vttDifferences).sort());
      expect(compared).toBeGreaterThan(200);
    });
  },
);
