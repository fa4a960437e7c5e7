import * as v from 'valibot';
import type { WorkspaceDatabase } from '../database.ts';
import type { HashKey } from './keyedHash.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const wave = v.object({
  /** Stands for the wave in the names of its shards; never used twice. */
  number: count,
  /** How many shards it has, 0 where nobody has an e-mail. They are stored as `<number>/<shard>`. */
  shards: count,
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
  version: v.literal(2),
  /** Random, of this workspace on this device: nobody can aim at a shard without it. */
  key: v.tuple([count, count]),
  nextWave: count,
  waves: v.array(wave),
});

export type LookupWave = v.InferOutput<typeof wave>;
/** What the lookup knows about itself; stored beside its shards under `headName`, so that both are copied together. */
export type LookupHead = v.InferOutput<typeof head>;

export const headName = 'head';

export const shardName = (wave: number, shard: number): string => `${wave}/${shard}`;

/** The shard of a hash, among so many: as its second word lies among all words there are. */
export const shardNumber = (high: number, shards: number): number => Math.floor((high / 2 ** 32) * shards);

/** The head of a lookup that holds nobody yet. */
export function newHead(key: HashKey): LookupHead {
  return { version: 2, key: [key[0], key[1]], nextWave: 1, waves: [] };
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
