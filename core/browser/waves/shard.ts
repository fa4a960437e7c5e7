import { noSegment, Utf8Sink } from '#core/waves/index.ts';

/** What a shard of the lookup says about one person. */
export interface StoredFacts {
  email: string;
  key: string;
  name: string;
  accountName: string;
  score: number | null;
  answeredOn: string;
  comment: string;
  /** A value for each dimension of the wave; null where unknown. */
  segments: readonly (string | null)[];
}

/** The texts of `StoredFacts`, in the order in which they are stored. */
export const factTexts = ['email', 'key', 'name', 'accountName', 'answeredOn', 'comment'] as const;

/*
 * Layout: little-endian 32-bit words: version, people, where the dictionary begins; then per person the two words of the
 * hash and where the facts begin; then the facts; then the dictionary, which is JSON: for each dimension the codes that
 * are used here and their texts, `[[[3,"Enterprise"]],...]`. Facts: a byte for the score, two for each dimension's code,
 * then the texts, each after its length: one byte, or 255 and four.
 * Only the table is looked through, only one person's facts are ever read.
 */
const version = 2;
const headWords = 3;
const personWords = 3;
const noScoreByte = 255;
const longText = 255;

/**
 * Packs one shard after the other in memory that is used again. The hot path of storing a million people: what is known of
 * somebody is written where it stays, as bytes; what repeats from person to person stands once a shard.
 */
export class ShardPacker {
  readonly facts = new Utf8Sink(1 << 18);
  private words = new Uint32Array(this.facts.bytes.buffer);
  private people = 0;

  /** Begins a shard of exactly so many people. */
  start(people: number): void {
    const { facts } = this;
    facts.length = 0;
    const table = (headWords + people * personWords) * 4;
    facts.reserve(table);
    facts.length = table;
    this.people = 0;
    this.put(0, version);
    this.put(1, people);
  }

  /** What is written from here on are the facts of this person. */
  begin(low: number, high: number): void {
    const at = headWords + this.people++ * personWords;
    this.put(at, low);
    this.put(at + 1, high);
    this.put(at + 2, this.facts.length);
  }

  score(score: number | null): void {
    this.facts.byte(score ?? noScoreByte);
  }

  code(code: number): void {
    this.facts.byte(code & 0xff);
    this.facts.byte(code >> 8);
  }

  /** Begins a text; answers what `close` needs. Hardly any is longer than a byte can say: room is made when one is. */
  open(): number {
    this.facts.byte(0);
    return this.facts.length;
  }

  close(from: number): void {
    const { facts } = this;
    const length = facts.length - from;
    if (length < longText) {
      facts.bytes[from - 1] = length;
      return;
    }
    facts.reserve(4);
    facts.bytes.copyWithin(from + 4, from, facts.length);
    facts.bytes[from - 1] = longText;
    for (let i = 0; i < 4; i++) facts.bytes[from + i] = (length >>> (8 * i)) & 0xff;
    facts.length += 4;
  }

  /** The shard's bytes, in memory of their own. `dictionary` is JSON. */
  done(dictionary: string): Uint8Array {
    this.put(2, this.facts.length);
    this.facts.text(dictionary);
    return this.facts.done();
  }

  /** Every machine a browser runs on is little-endian. The memory moves when it grows. */
  private put(at: number, word: number): void {
    const { buffer } = this.facts.bytes;
    if (this.words.buffer !== buffer) this.words = new Uint32Array(buffer, 0, buffer.byteLength >> 2);
    this.words[at] = word;
  }
}

/** What a shard says of the people with one hash. Nothing where the layout is unknown. */
export function factsIn(shard: Uint8Array, [low, high]: readonly [number, number]): StoredFacts[] {
  if (shard.length < headWords * 4) return [];
  const words = new DataView(shard.buffer, shard.byteOffset, shard.byteLength);
  if (words.getUint32(0, true) !== version) return [];
  const people = words.getUint32(4, true);
  const found: StoredFacts[] = [];
  for (let i = 0; i < people; i++) {
    const at = (headWords + i * personWords) * 4;
    if (words.getUint32(at, true) !== low || words.getUint32(at + 4, true) !== high) continue;
    const json = new TextDecoder().decode(shard.subarray(words.getUint32(8, true)));
    const dictionary = JSON.parse(json) as [code: number, text: string][][];
    found.push(factsAt(shard, words.getUint32(at + 8, true), dictionary));
  }
  return found;
}

function factsAt(
  shard: Uint8Array,
  from: number,
  dictionary: readonly (readonly [number, string][])[],
): StoredFacts {
  const bytes = new DataView(shard.buffer, shard.byteOffset, shard.byteLength);
  let at = from;
  const score = bytes.getUint8(at++);
  const segments = dictionary.map((values) => {
    const code = bytes.getUint16(at, true);
    at += 2;
    return code === noSegment ? null : (values.find(([known]) => known === code)?.[1] ?? null);
  });
  const decoder = new TextDecoder();
  const texts = factTexts.map((field) => {
    let length = bytes.getUint8(at++);
    if (length === longText) {
      length = bytes.getUint32(at, true);
      at += 4;
    }
    at += length;
    return [field, decoder.decode(shard.subarray(at - length, at))] as const;
  });
  const said = Object.fromEntries(texts) as Record<(typeof factTexts)[number], string>;
  return { ...said, score: score === noScoreByte ? null : score, segments };
}
