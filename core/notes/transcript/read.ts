import { fail, ok, type Result } from '../../model/result.ts';
import { textOf } from '../../waves/index.ts';
import { firstTimes, readCues } from './cues.ts';
import { readDialogue } from './dialogue.ts';
import { withoutFrontMatter } from './markdown.ts';
import { turnsOfCues } from './timed.ts';
import type { NoTranscript, Transcript, Turn } from './turn.ts';

/** The longest transcript kept, in characters: some 170,000 words, a call of fifteen hours. */
export const longestTranscript = 1_000_000;
/** Bytes beyond which a file is not even read. */
export const longestFile = 32 * 1024 * 1024;

/** How to read. */
export interface ReadAs {
  /** The user has said that nobody being named is all right: every paragraph is a turn without a speaker. */
  paragraphs?: boolean;
}

/**
 * Reads a transcript in any encoding: WebVTT, SRT, or text and markdown in which speakers are named. What it is shows in
 * what it holds, not in what the file is called.
 */
export function readTranscript(file: Uint8Array, as: ReadAs = {}): Result<Transcript, NoTranscript> {
  if (file.length > longestFile)
    return fail({ kind: 'tooLong', characters: file.length, limit: longestTranscript });
  if (isSound(file)) return fail({ kind: 'notText', looksLike: 'sound' });
  const read = textOf(file);
  if (read.ok) return readTranscriptText(read.value, as);
  const { why } = read;
  return fail(why.kind === 'notACsv' ? { kind: 'notText', looksLike: why.looksLike } : why);
}

/** The same for text that was pasted. */
export function readTranscriptText(text: string, as: ReadAs = {}): Result<Transcript, NoTranscript> {
  // Control characters mean nothing here, and those that turn the direction of what follows would reach beyond a turn.
  const lines = text
    .replace(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .split(/\r\n|\r|\n|\u2028|\u2029/);
  if (lines.every((line) => line.trim() === '')) return fail({ kind: 'empty' });
  const vtt = /^\s*WEBVTT(\s|$)/.test(lines.find((line) => line.trim() !== '') ?? '');
  if (vtt || isTimed(lines)) return asTranscript(vtt ? 'vtt' : 'srt', turnsOfCues(readCues(lines, vtt)));
  const { turns, marked } = readDialogue(withoutFrontMatter(lines));
  if (marked > 1) return asTranscript('dialogue', turns);
  if (as.paragraphs) return asTranscript('paragraphs', turns);
  return fail({ kind: 'noSpeakers', lines: lines.filter((line) => line.trim() !== '').length });
}

/** Cues, not a talk in which somebody wrote down the times of a part. */
function isTimed(lines: readonly string[]): boolean {
  const first = firstTimes(lines);
  return first >= 0 && readDialogue(lines.slice(0, first)).marked < 2;
}

function asTranscript(
  format: Transcript['format'],
  turns: readonly Turn[],
): Result<Transcript, NoTranscript> {
  if (turns.length === 0) return fail({ kind: 'noWords' });
  const characters = turns.reduce((sum, turn) => sum + turn.text.length, 0);
  if (characters > longestTranscript) return fail({ kind: 'tooLong', characters, limit: longestTranscript });
  return ok({ format, turns });
}

/** How recordings begin that people take for their transcript: WAV, MP3, Ogg, FLAC, WebM; MP4 and M4A say it a little later. */
const soundStarts = ['RIFF', 'ID3', 'OggS', 'fLaC', '\u001aE\u00df\u00a3'];

function isSound(file: Uint8Array): boolean {
  const head = String.fromCharCode(...file.subarray(0, 12));
  const isMp3Frame = file[0] === 0xff && ((file[1] ?? 0) & 0xf6) === 0xf2;
  return isMp3Frame || head.slice(4, 8) === 'ftyp' || soundStarts.some((start) => head.startsWith(start));
}
