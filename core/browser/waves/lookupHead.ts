import * as v from 'valibot';
import type { WorkspaceDatabase } from '../database.ts';
import type { HashKey } from './keyedHash.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const wave = v.object({
  /** Stands for the wave in shards; never used twice. */
  number: count,
  id: v.string(),
  cycle: v.string(),
  cycleName: v.string(),
  lastDay: v.string(),
  importedAt: v.number(),
  /** Stored for satisfaction alone. */
  metric: v.optional(v.literal('csat')),
  dimensions: v.array(v.string()),
});
const head = v.object({
  version: v.literal(1),
  /** Random, of this workspace on this device: nobody can aim at a shard without it. */
  key: v.tuple([count, count]),
  /** Shards are stored as `<generation>/<number>`. */
  generation: count,
  /** There are 2^bits shards; a person's is the top bits of the hash's second word. */
  bits: v.pipe(count, v.maxValue(20)),
  /** Facts stored, for choosing how many shards there should be. */
  entries: count,
  nextWave: count,
  waves: v.array(wave),
  /** Waves half put in or taken out: what shards still say of them is not looked at, and swept out with the next change. */
  unswept: v.array(count),
});

export type LookupWave = v.InferOutput<typeof wave>;
/** What the lookup knows about itself; stored beside its shards under `headName`, so that both are copied together. */
export type LookupHead = v.InferOutput<typeof head>;

export const headName = 'head';

export const shardName = (generation: number, number: number): string => `${generation}/${number}`;

/** The shard of a hash: the top bits of its second word. */
export function shardNumber(high: number, bits: number): number {
  return bits === 0 ? 0 : high >>> (32 - bits);
}

/** The head of a lookup that holds nobody yet. */
export function newHead(key: HashKey): LookupHead {
  return {
    version: 1,
    key: [key[0], key[1]],
    generation: 0,
    bits: 0,
    entries: 0,
    nextWave: 1,
    waves: [],
    unswept: [],
  };
}

/** The stored head; null when there is none, or one that this version does not understand. */
export async function readHead(db: WorkspaceDatabase): Promise<LookupHead | null> {
  const row = await db.lookup.get(headName);
  return row ? parseHead(row.bytes) : null;
}

/** Reads stored bytes; null when they are no head that this version understands. */
export function parseHead(bytes: Uint8Array): LookupHead | null {
  try {
    const parsed = v.safeParse(head, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Stores the head: from here on the lookup is what it says. */
export async function writeHead(db: WorkspaceDatabase, next: LookupHead): Promise<void> {
  await db.lookup.put({ key: headName, bytes: new TextEncoder().encode(JSON.stringify(next)) });
}
