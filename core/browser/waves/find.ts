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
import { factsIn, type StoredFacts } from './shard.ts';

/** What was found, with the wave it comes from. */
export interface FoundFacts {
  facts: StoredFacts;
  wave: LookupWave;
}

/**
 * The newest facts about whoever has exactly this e-mail: in one transaction the lookup's head, then one shard of each
 * wave, all asked for at once. An answer counts before a non-response, then the later day, then the later import.
 */
export async function findByEmail(db: WorkspaceDatabase, email: string): Promise<CardFacts | null> {
  const wanted = plainEmail(email);
  if (wanted === '') return null;
  const found = await db.transaction('r', db.lookup, async () => {
    const headRow = await db.lookup.get(headName);
    const head = headRow && parseHead(headRow.bytes);
    if (!head) return [];
    const { places, hash } = placesOf(wanted, head);
    const rows = await db.lookup.bulkGet(places.map(({ name }) => name));
    return places.flatMap(({ wave }, i): FoundFacts[] => {
      const row = rows[i];
      const known = row ? factsIn(row.bytes, hash) : [];
      return known.filter((facts) => facts.email === wanted).map((facts) => ({ facts, wave }));
    });
  });
  return found.length > 0 ? asCard(found.reduce(newer)) : null;
}

/** Where the facts of an e-mail are, wave by wave. */
export function placesOf(
  email: string,
  head: LookupHead,
): { places: { name: string; wave: LookupWave }[]; hash: readonly [number, number] } {
  const bytes = new TextEncoder().encode(email);
  const hash = keyedHash(bytes, bytes.length, head.key);
  const places = head.waves
    .filter(({ shards }) => shards > 0)
    .map((wave) => ({ name: shardName(wave.number, shardNumber(hash[1], wave.shards)), wave }));
  return { places, hash };
}

function newer(a: FoundFacts, b: FoundFacts): FoundFacts {
  const order = (x: string | number, y: string | number): number => (x < y ? -1 : x > y ? 1 : 0);
  const by =
    order(Number(a.facts.score !== null), Number(b.facts.score !== null)) ||
    order(a.facts.answeredOn || a.wave.lastDay, b.facts.answeredOn || b.wave.lastDay) ||
    order(a.wave.importedAt, b.wave.importedAt);
  return by >= 0 ? a : b;
}

function asCard({ facts, wave }: FoundFacts): CardFacts | null {
  const id = parseId<'wave'>(wave.id);
  const cycle = parseId<'cycle'>(wave.cycle);
  if (!id.ok || !cycle.ok) return null;
  const segments = wave.dimensions.flatMap((dimension, i) => {
    const value = facts.segments[i];
    return typeof value === 'string' ? [[dimension, value] as const] : [];
  });
  const metric: Metric = wave.metric ?? 'nps';
  return { ...facts, metric, segments, wave: id.value, cycle: cycle.value, cycleName: wave.cycleName };
}
