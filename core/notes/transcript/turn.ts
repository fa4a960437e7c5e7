import type { OtherFormat } from '../../waves/index.ts';

/** Where in a turn's text a second is known: at this character (UTF-16) it is this many seconds from the beginning. */
export interface Moment {
  at: number;
  seconds: number;
}

/** One paragraph said by one speaker. */
export interface Turn {
  /** As written in the file; empty when it does not say. */
  speaker: string;
  /** Seconds from the transcript's beginning; null when unknown. */
  from: number | null;
  to: number | null;
  /** Plain text: what was markup in the file has been read or is ordinary characters. */
  text: string;
  /** By `at`, rising. */
  moments: readonly Moment[];
}

/** What a transcript was read as. `paragraphs`: plain text in which nobody is named. */
export type TranscriptFormat = 'vtt' | 'srt' | 'dialogue' | 'paragraphs';

/** A transcript as read from a file. At least one turn, none of them empty. */
export interface Transcript {
  format: TranscriptFormat;
  turns: readonly Turn[];
}

/** Why a file is no transcript. */
export type NoTranscript =
  | { kind: 'empty' }
  | { kind: 'notText'; looksLike: OtherFormat | 'sound' }
  /** In none of the encodings we know; `line` is the first that reads as nonsense. */
  | { kind: 'undecodable'; line: number }
  /** Times or a heading, but nothing that was said. */
  | { kind: 'noWords' }
  /** Text in which nobody is named; it can be taken as paragraphs when the user says so. */
  | { kind: 'noSpeakers'; lines: number }
  | { kind: 'tooLong'; characters: number; limit: number };

/** Somebody who speaks in a transcript, with how much. */
export interface Speaker {
  name: string;
  turns: number;
  words: number;
}

/** Who speaks, in the order in which they first do. Turns without a name are left out. */
export function speakersOf(turns: readonly Turn[]): Speaker[] {
  const found = new Map<string, Speaker>();
  for (const { speaker, text } of turns) {
    if (speaker === '') continue;
    const known = found.get(speaker) ?? { name: speaker, turns: 0, words: 0 };
    found.set(speaker, { ...known, turns: known.turns + 1, words: known.words + wordsIn(text) });
  }
  return [...found.values()];
}

/** Words as white space parts them; where a script writes none, a stretch counts as one. */
export function wordsIn(text: string): number {
  let words = 0;
  let inside = false;
  for (const unit of text) {
    const gap = unit === ' ' || unit === '\n' || unit === '\t' || unit === '\u00a0';
    if (!gap && !inside) words++;
    inside = !gap;
  }
  return words;
}

/** The second at a character of a turn: the last known one at or before it, in this turn or an earlier one; null without any. */
export function secondsAt(turns: readonly Turn[], turn: number, at: number): number | null {
  const within = turns[turn]?.moments.findLast((m) => m.at <= at);
  if (within) return within.seconds;
  for (let i = turn; i >= 0; i--) {
    const known = i < turn ? (turns[i]?.moments.at(-1)?.seconds ?? turns[i]?.from) : turns[i]?.from;
    if (known !== null && known !== undefined) return known;
  }
  return null;
}
