import * as v from 'valibot';
import type { Change } from '../../model/change.ts';
import type { DocName } from '../../model/docName.ts';
import { defineRecord, type RecordOf, recordsIn, type Stored } from '../../model/record.ts';
import { type Transcript, type Turn, wordsIn } from './turn.ts';

/** Whose words a speaker's are. */
export const sides = ['customer', 'us', 'other'] as const;
export type Side = (typeof sides)[number];

/** Documents `transcript/<interview>` hold `transcript` records and the `part`s of each (docs/decisions/0033). */
export const transcriptHead = defineRecord(
  'transcript',
  v.object({
    /** Of the file it came from. */
    name: v.fallback(v.string(), ''),
    format: v.fallback(v.picklist(['vtt', 'srt', 'dialogue', 'paragraphs']), 'dialogue'),
    /** Milliseconds since 1970 UTC. */
    addedAt: v.fallback(v.number(), 0),
    by: v.fallback(v.string(), ''),
    turns: v.number(),
    parts: v.number(),
    words: v.fallback(v.number(), 0),
    /** Second of the call at which it begins. */
    offset: v.fallback(v.number(), 0),
    /** By speaker, as the file names them. */
    sides: v.fallback(v.record(v.string(), v.picklist(sides)), {}),
  }),
);
export type TranscriptHead = RecordOf<typeof transcriptHead>;

/** A stretch of a transcript's turns, written once and never edited; its id is `<transcript>:<n>`. */
export const transcriptPart = defineRecord(
  'part',
  v.object({
    transcript: v.string(),
    n: v.number(),
    turns: v.array(
      v.object({
        speaker: v.string(),
        from: v.nullable(v.number()),
        to: v.nullable(v.number()),
        text: v.string(),
        /** Pairs one after the other: character, second, character, second. */
        moments: v.array(v.number()),
      }),
    ),
  }),
);

/** Characters of a part: far below what the server takes in one update. */
const partSize = 60_000;

const partId = (transcript: string, n: number): string => `${transcript}:${n}`;

/** What is known of a transcript beside its turns. */
export interface AboutTranscript {
  id: string;
  name: string;
  addedAt: number;
  by: string;
  offset: number;
  sides: Readonly<Record<string, Side>>;
}

/** The changes that keep a transcript, each to be applied by itself so that none is too large to be sent; the head comes last. */
export function keepTranscript(doc: DocName, about: AboutTranscript, read: Transcript): Change[] {
  const parts = partsOf(read.turns);
  const { id, sides, ...rest } = about;
  return [
    ...parts.map((turns, n) =>
      transcriptPart.put(doc, partId(id, n), {
        transcript: id,
        n,
        turns: turns.map((turn) => ({ ...turn, moments: turn.moments.flatMap((m) => [m.at, m.seconds]) })),
      }),
    ),
    transcriptHead.put(doc, id, {
      ...rest,
      sides: { ...sides },
      format: read.format,
      turns: read.turns.length,
      parts: parts.length,
      words: read.turns.reduce((sum, turn) => sum + wordsIn(turn.text), 0),
    }),
  ];
}

function partsOf(turns: readonly Turn[]): Turn[][] {
  const parts: Turn[][] = [];
  let size = partSize;
  for (const turn of turns) {
    if (size >= partSize) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(turn);
    size += turn.text.length + 60;
  }
  return parts;
}

/** The transcripts of a document, the newest first. */
export const transcriptsIn = (doc: Stored): TranscriptHead[] =>
  recordsIn(doc, transcriptHead).sort((a, b) => b.addedAt - a.addedAt || (a.id < b.id ? -1 : 1));

/** The turns of a transcript; null while parts of it are still on their way from another device. */
export function turnsIn(doc: Stored, head: Pick<TranscriptHead, 'id' | 'parts'>): Turn[] | null {
  const parts = recordsIn(doc, transcriptPart).filter((part) => part.transcript === head.id);
  if (parts.length < head.parts) return null;
  return parts
    .sort((a, b) => a.n - b.n)
    .flatMap((part) => part.turns.map(({ moments, ...turn }) => ({ ...turn, moments: pairsOf(moments) })));
}

const pairsOf = (flat: readonly number[]) =>
  Array.from({ length: Math.floor(flat.length / 2) }, (_, i) => ({
    at: flat[2 * i] ?? 0,
    seconds: flat[2 * i + 1] ?? 0,
  }));

/** Takes a transcript away, its words first: a removed record would keep its fields. */
export function removeTranscript(doc: DocName, head: Pick<TranscriptHead, 'id' | 'parts'>): Change[] {
  const ids = Array.from({ length: head.parts }, (_, n) => partId(head.id, n));
  return [
    ...ids.map(
      (id): Change => ({
        kind: 'put',
        doc,
        collection: transcriptPart.collection,
        id,
        fields: { turns: null },
      }),
    ),
    ...ids.map((id) => transcriptPart.remove(doc, id)),
    transcriptHead.remove(doc, head.id),
  ];
}
