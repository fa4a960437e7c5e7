import { type BuiltWave, noSegment, type Person, plainEmail } from '#core/waves/index.ts';
import { type HashKey, keyedHash } from './keyedHash.ts';
import { shardNumber } from './lookupHead.ts';
import type { ShardEntry, StoredFacts } from './shard.ts';

/** The people of a wave who have an e-mail, in the order of the shards they belong to. */
export interface PlacedPeople {
  /** How many have an e-mail. */
  count: number;
  /** Entries of one shard, one per e-mail: of several answers of one person the latest. */
  entriesOf(shard: number): ShardEntry[];
  /** Whether anybody belongs to a shard. */
  has(shard: number): boolean;
}

/**
 * Hashes every e-mail once and sorts the people by shard (a counting sort over indices): memory is a few words a
 * person, whatever is stored about them is made only when its shard is written.
 */
export function placePeople(
  wave: BuiltWave,
  number: number,
  key: HashKey,
  bitsFor: (count: number) => number,
): PlacedPeople {
  const people = wave.people.filter(({ email }) => email !== '');
  const lows = new Uint32Array(people.length);
  const highs = new Uint32Array(people.length);
  const bytes = new Uint8Array(4096);
  const encoder = new TextEncoder();
  people.forEach((person, i) => {
    const { written } = encoder.encodeInto(plainEmail(person.email), bytes);
    [lows[i], highs[i]] = keyedHash(bytes, written, key);
  });
  const bits = bitsFor(people.length);
  const { order, firsts } = byShard(highs, bits);
  const facts = factsWriter(wave);
  const range = (shard: number): Uint32Array => order.subarray(firsts[shard], firsts[shard + 1]);
  return {
    count: people.length,
    has: (shard) => range(shard).length > 0,
    entriesOf(shard) {
      const latest = new Map<string, number>();
      for (const i of range(shard)) {
        const email = plainEmail(people[i]!.email);
        const known = latest.get(email);
        if (known === undefined || isLater(people[i]!, people[known]!)) latest.set(email, i);
      }
      return Array.from(latest.values(), (i) => ({
        low: lows[i]!,
        high: highs[i]!,
        wave: number,
        bytes: encoder.encode(JSON.stringify(facts(people[i]!))),
      }));
    },
  };
}

function byShard(highs: Uint32Array, bits: number): { order: Uint32Array; firsts: Uint32Array } {
  const firsts = new Uint32Array(2 ** bits + 1);
  for (const high of highs) firsts[shardNumber(high, bits) + 1]!++;
  for (let i = 1; i < firsts.length; i++) firsts[i]! += firsts[i - 1]!;
  const next = firsts.slice();
  const order = new Uint32Array(highs.length);
  highs.forEach((high, i) => {
    order[next[shardNumber(high, bits)]!++] = i;
  });
  return { order, firsts };
}

/** Whether `a` says more recent things than `b`: an answer before a non-response, then the later day, then the later row. */
function isLater(a: Person, b: Person): boolean {
  if ((a.score === null) !== (b.score === null)) return a.score !== null;
  return a.answeredOn === b.answeredOn ? a.row > b.row : a.answeredOn > b.answeredOn;
}

function factsWriter({ columns }: BuiltWave): (person: Person) => StoredFacts {
  return ({ row, key, name, email, accountName, score, answeredOn, comment }) => {
    const values = columns.segments.map(({ codes, values: texts }) => {
      const code = codes[row] ?? noSegment;
      return code === noSegment ? null : (texts[code] ?? null);
    });
    return [plainEmail(email), key, name, accountName, score, answeredOn, comment, values];
  };
}
