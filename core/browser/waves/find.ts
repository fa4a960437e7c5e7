import { parseId } from '#core/model/ids.ts';
import type { CardFacts } from '#core/ports/waves.ts';
import { type Metric, plainEmail } from '#core/waves/index.ts';
import type { WorkspaceDatabase } from '../database.ts';
import { keyedHash } from './keyedHash.ts';
import {
  headName,
  type LookupHead,
  type LookupWave,
  parseHead,
  shardName,
  shardNumber,
} from './lookupHead.ts';
import { type StoredFacts, unpackShard } from './shard.ts';

/** One fact as found, with the wave it comes from. */
export interface FoundFacts {
  facts: StoredFacts;
  wave: LookupWave;
}

/**
 * The newest facts about whoever has exactly this e-mail: two small reads in one transaction, the lookup's head and
 * one shard. An answer counts before a non-response, then the later day, then the later import.
 */
export async function findByEmail(db: WorkspaceDatabase, email: string): Promise<CardFacts | null> {
  const wanted = plainEmail(email);
  if (wanted === '') return null;
  const found = await db.transaction('r', db.lookup, async () => {
    const headRow = await db.lookup.get(headName);
    const head = headRow && parseHead(headRow.bytes);
    if (!head) return [];
    const { name, hash } = placeOf(wanted, head);
    const row = await db.lookup.get(name);
    return row ? factsIn(row.bytes, hash, head, wanted) : [];
  });
  return found.length > 0 ? asCard(found.reduce(newer)) : null;
}

/** Where the facts of an e-mail are. */
export function placeOf(email: string, head: LookupHead): { name: string; hash: readonly [number, number] } {
  const bytes = new TextEncoder().encode(email);
  const hash = keyedHash(bytes, bytes.length, head.key);
  return { name: shardName(head.generation, shardNumber(hash[1], head.bits)), hash };
}

function factsIn(
  shard: Uint8Array,
  hash: readonly [number, number],
  head: LookupHead,
  email: string,
): FoundFacts[] {
  const waves = new Map(head.waves.map((wave) => [wave.number, wave]));
  return unpackShard(shard, hash).flatMap((entry) => {
    const wave = waves.get(entry.wave);
    if (!wave) return [];
    const facts = JSON.parse(new TextDecoder().decode(entry.bytes)) as StoredFacts;
    return facts[0] === email ? [{ facts, wave }] : [];
  });
}

function newer(a: FoundFacts, b: FoundFacts): FoundFacts {
  const order = (x: string | number, y: string | number): number => (x < y ? -1 : x > y ? 1 : 0);
  const by =
    order(Number(a.facts[4] !== null), Number(b.facts[4] !== null)) ||
    order(a.facts[5] || a.wave.lastDay, b.facts[5] || b.wave.lastDay) ||
    order(a.wave.importedAt, b.wave.importedAt);
  return by >= 0 ? a : b;
}

function asCard({ facts, wave }: FoundFacts): CardFacts | null {
  const [email, key, name, accountName, score, answeredOn, comment, values] = facts;
  const id = parseId<'wave'>(wave.id);
  const cycle = parseId<'cycle'>(wave.cycle);
  if (!id.ok || !cycle.ok) return null;
  const segments = wave.dimensions.flatMap((dimension, i) => {
    const value = values[i];
    return typeof value === 'string' ? [[dimension, value] as const] : [];
  });
  const who = { key, name, email, accountName, score, answeredOn, comment };
  const metric: Metric = wave.metric ?? 'nps';
  return { ...who, metric, wave: id.value, cycle: cycle.value, cycleName: wave.cycleName, segments };
}
