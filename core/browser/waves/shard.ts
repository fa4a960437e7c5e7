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

/** The bytes of a shard that holds these entries, in their order. */
export function packShard(entries: readonly ShardEntry[]): Uint8Array {
  const tableBytes = (headWords + entries.length * entryWords) * 4;
  const size = entries.reduce((sum, { bytes }) => sum + bytes.length, tableBytes);
  const shard = new Uint8Array(size);
  const words = new DataView(shard.buffer);
  words.setUint32(0, version, true);
  words.setUint32(4, entries.length, true);
  let at = tableBytes;
  entries.forEach(({ low, high, wave, bytes }, i) => {
    const entry = (headWords + i * entryWords) * 4;
    [low, high, wave, at, bytes.length].forEach((word, k) => {
      words.setUint32(entry + k * 4, word, true);
    });
    shard.set(bytes, at);
    at += bytes.length;
  });
  return shard;
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
