import { JsonSink } from './jsonSink.ts';

/** What a shard of the lookup keeps about one person in one wave. */
export interface ShardEntry {
  /** Keyed hash of the e-mail. */
  low: number;
  high: number;
  /** Number of the wave within the lookup. */
  wave: number;
  /** JSON of `StoredFacts`. */
  bytes: Uint8Array;
}

/** The facts of one person in one wave: e-mail, key, name, account, score, day, comment, a value per dimension. */
export type StoredFacts = readonly [
  email: string,
  key: string,
  name: string,
  accountName: string,
  score: number | null,
  answeredOn: string,
  comment: string,
  segments: readonly (string | null)[],
];

/*
 * Layout, little-endian 32-bit words: version, count; then per entry: low, high, wave, offset, length; then the facts.
 * Only the table is looked through, only one person's facts are ever parsed.
 */
const version = 1;
const headWords = 2;
const entryWords = 5;

/** Packs one shard after the other, entry by entry, in memory that is used again; the facts are written in place. */
export class ShardPacker {
  readonly facts = new JsonSink(1 << 16);
  private words = new Uint32Array(this.facts.bytes.buffer);
  private entry = 0;

  /** Begins a shard of exactly so many entries. */
  start(entries: number): void {
    const { facts } = this;
    facts.length = 0;
    const table = (headWords + entries * entryWords) * 4;
    facts.reserve(table);
    facts.length = table;
    this.entry = 0;
    this.put(0, version);
    this.put(1, entries);
  }

  add({ low, high, wave, bytes }: ShardEntry): void {
    this.begin(low, high, wave);
    this.facts.copy(bytes, 0, bytes.length);
    this.end();
  }

  /** What is written to `facts` until `end` are the facts of this entry. */
  begin(low: number, high: number, wave: number): void {
    const at = headWords + this.entry * entryWords;
    this.put(at, low);
    this.put(at + 1, high);
    this.put(at + 2, wave);
    this.put(at + 3, this.facts.length);
  }

  end(): void {
    const at = headWords + this.entry++ * entryWords;
    const { length } = this.facts;
    this.put(at + 4, length);
    this.words[at + 4] = length - this.words[at + 3]!;
  }

  done(): Uint8Array {
    return this.facts.done();
  }

  /** Every machine a browser runs on is little-endian. The memory moves when it grows. */
  private put(at: number, word: number): void {
    const { buffer } = this.facts.bytes;
    if (this.words.buffer !== buffer) this.words = new Uint32Array(buffer, 0, buffer.byteLength >> 2);
    this.words[at] = word;
  }
}

/** The bytes of a shard that holds these entries, in their order. */
export function packShard(entries: readonly ShardEntry[]): Uint8Array {
  const packer = new ShardPacker();
  packer.start(entries.length);
  for (const entry of entries) packer.add(entry);
  return packer.done();
}

/** The entries of a shard, or of those with one hash; views of the same bytes. Nothing where the layout is unknown. */
export function unpackShard(shard: Uint8Array, hash?: readonly [number, number]): ShardEntry[] {
  if (shard.length < headWords * 4) return [];
  const words = new DataView(shard.buffer, shard.byteOffset, shard.byteLength);
  if (words.getUint32(0, true) !== version) return [];
  const count = words.getUint32(4, true);
  const entries: ShardEntry[] = [];
  for (let i = 0; i < count; i++) {
    const at = (headWords + i * entryWords) * 4;
    const low = words.getUint32(at, true);
    const high = words.getUint32(at + 4, true);
    if (hash && (low !== hash[0] || high !== hash[1])) continue;
    const from = words.getUint32(at + 12, true);
    const bytes = shard.subarray(from, from + words.getUint32(at + 16, true));
    entries.push({ low, high, wave: words.getUint32(at + 8, true), bytes });
  }
  return entries;
}
