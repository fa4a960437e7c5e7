import type { CardFacts, Lookup, StoreWatch } from '#core/ports/waves.ts';
import type { BuiltWave } from '#core/waves/index.ts';
import type { LookupRow, WorkspaceDatabase } from '../database.ts';
import { alone } from './alone.ts';
import { type PlacedPeople, placePeople } from './entries.ts';
import { findByEmail } from './find.ts';
import type { HashKey } from './keyedHash.ts';
import {
  headName,
  type LookupHead,
  type LookupWave,
  newHead,
  readHead,
  shardName,
  shardNumber,
  writeHead,
} from './lookupHead.ts';
import { packShard, type ShardEntry, unpackShard } from './shard.ts';

/** A `Lookup` on this device. */
export interface DeviceLookup extends Lookup {
  /** Ids of the waves it holds. */
  waves(): Promise<string[]>;
  /** Takes out a wave known to the lookup alone. */
  removeById(id: string): Promise<void>;
}

/** People a shard should hold on average, at most: about 20 KB with their facts. */
const peopleAShard = 64;
/** Written in one transaction: some megabytes, and few enough flushes to the disk. */
const shardsAtOnce = 512;
const mostBits = 20;

/**
 * The e-mail lookup over the table `lookup`: 2^bits shards, each a small record with all its people's facts, and the
 * head beside them. Every wave's facts about a person are kept, so that undoing an import brings back what was known
 * before. A wave counts once the head names it; what a crash left half done is never looked at.
 */
export function makeLookup(db: WorkspaceDatabase): DeviceLookup {
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => alone(`sounding-lookup-${db.name}`, work);
  return {
    byEmail: (email): Promise<CardFacts | null> => findByEmail(db, email),
    add: (wave, watch = {}) => inTurn(() => addWave(db, wave, watch)),
    remove: (wave) => inTurn(() => removeWave(db, wave)),
    removeById: (id) => inTurn(() => removeWave(db, id)),
    waves: async () => ((await readHead(db))?.waves ?? []).map(({ id }) => id),
  };
}

async function addWave(db: WorkspaceDatabase, wave: BuiltWave, watch: StoreWatch): Promise<boolean> {
  const before = await readHead(db);
  const head = before ?? (await startOver(db));
  if (head.waves.some(({ id }) => id === wave.head.id)) return true;
  if (head.unswept.length > 0) await dropGenerationsBut(db, head.generation);
  const number = head.nextWave;
  const begun = { ...head, nextWave: number + 1, unswept: [...head.unswept, number] };
  await writeHead(db, begun);
  const bitsFor = (count: number): number => Math.max(bitsOf(head.entries + count), head.bits);
  const people = placePeople(wave, number, head.key, bitsFor);
  const next = nextOf(begun, people.count, bitsFor(people.count));
  const live = new Set([...head.waves.map((known) => known.number), number]);
  const entries = await rewrite(db, { from: begun, to: next, live, people, watch });
  if (entries === null) {
    await takeBack(db, before && begun);
    return false;
  }
  await writeHead(db, { ...next, entries, unswept: [], waves: [...head.waves, aboutOf(wave, number)] });
  await dropGenerationsBut(db, next.generation);
  return true;
}

/** Removes what a stopped `addWave` wrote; without a head the lookup was empty before. */
async function takeBack(db: WorkspaceDatabase, head: LookupHead | null): Promise<void> {
  if (!head) return db.lookup.clear();
  await dropGenerationsBut(db, head.generation);
  const live = new Set(head.waves.map(({ number }) => number));
  await writeHead(db, { ...head, entries: await sweep(db, head, live), unswept: [] });
}

/** More shards means a new generation, written beside the old one, which serves until the head names the new. */
function nextOf(head: LookupHead, added: number, bits: number): LookupHead {
  const entries = head.entries + added;
  return bits === head.bits
    ? { ...head, entries }
    : { ...head, entries, bits, generation: head.generation + 1 };
}

function bitsOf(entries: number): number {
  return Math.min(Math.max(Math.ceil(Math.log2(entries / peopleAShard)), 0), mostBits);
}

function aboutOf({ head, columns }: BuiltWave, number: number): LookupWave {
  const { id, cycle, cycleName, lastDay, importedAt, metric } = head;
  return {
    number,
    id,
    cycle,
    cycleName,
    lastDay,
    importedAt,
    ...(metric === 'csat' ? { metric } : {}),
    dimensions: columns.segments.map(({ name }) => name),
  };
}

interface Rewrite {
  from: LookupHead;
  to: LookupHead;
  /** Waves whose facts stay. */
  live: ReadonlySet<number>;
  people: PlacedPeople;
  watch: StoreWatch;
}

/**
 * Writes the shards with the new people in them and without what is no longer live; answers how many facts they hold, or
 * null when it was stopped. While the database writes one piece, the next is made.
 */
async function rewrite(
  db: WorkspaceDatabase,
  { from, to, live, people, watch }: Rewrite,
): Promise<number | null> {
  const shards = 2 ** to.bits;
  const isInPlace = from.generation === to.generation;
  const sweeps = from.unswept.length > 1;
  let entries = isInPlace && !sweeps ? from.entries : 0;
  let writing: Promise<unknown> = Promise.resolve();
  for (let at = 0; at < shards; at += shardsAtOnce) {
    const numbers = Array.from({ length: Math.min(shardsAtOnce, shards - at) }, (_, i) => at + i);
    const touched = isInPlace && !sweeps ? numbers.filter((shard) => people.has(shard)) : numbers;
    const old = from.entries === 0 && !sweeps ? [] : await entriesNow(db, from, to.bits, touched);
    const rows: LookupRow[] = [];
    touched.forEach((shard, i) => {
      const before = old[i] ?? [];
      const kept = before.filter(({ wave }) => live.has(wave));
      const packed = people.pack(shard, kept);
      entries += isInPlace && !sweeps ? packed.entries - before.length : packed.entries;
      if (packed.entries > 0 || before.length > 0)
        rows.push({ key: shardName(to.generation, shard), bytes: packed.bytes });
    });
    await writing;
    if (watch.isStopped?.()) return null;
    writing = db.lookup.bulkPut(rows);
    // awaited one piece later: until then a failure is nobody's, which is no bug
    writing.catch(() => {});
    watch.onProgress?.(Math.min(at + shardsAtOnce, shards), shards);
  }
  await writing;
  return entries;
}

/** What the old shards say of people who belong into each of the new ones, which are as many or a power of two more. */
async function entriesNow(
  db: WorkspaceDatabase,
  from: LookupHead,
  bits: number,
  shards: readonly number[],
): Promise<ShardEntry[][]> {
  const sourceOf = (shard: number): number => shard >> (bits - from.bits);
  const sources = [...new Set(shards.map(sourceOf))];
  const rows = await db.lookup.bulkGet(sources.map((source) => shardName(from.generation, source)));
  const split = new Map<number, ShardEntry[]>(shards.map((shard) => [shard, []]));
  for (const row of rows)
    if (row)
      for (const entry of unpackShard(row.bytes)) split.get(shardNumber(entry.high, bits))?.push(entry);
  return shards.map((shard) => split.get(shard) ?? []);
}

/** Of the last wave nothing is left, not even the head: the lookup is as before the first. */
async function removeWave(db: WorkspaceDatabase, id: string): Promise<void> {
  const head = await readHead(db);
  const gone = head?.waves.find((wave) => wave.id === id);
  if (!head || !gone) return;
  const waves = head.waves.filter((wave) => wave !== gone);
  if (waves.length === 0) return db.lookup.clear();
  const unswept = [...head.unswept, gone.number];
  await writeHead(db, { ...head, waves, unswept });
  const live = new Set(waves.map(({ number }) => number));
  const entries = await sweep(db, head, live);
  const swept = { ...head, waves, entries, unswept: [] };
  await writeHead(db, swept);
  if (bitsOf(entries) < head.bits) await shrink(db, swept);
}

/** Fewer, fuller shards, as many as the lookup would have had without the wave that went. */
async function shrink(db: WorkspaceDatabase, head: LookupHead): Promise<void> {
  const bits = bitsOf(head.entries);
  const next = { ...head, bits, generation: head.generation + 1 };
  const each = 2 ** (head.bits - bits);
  for (let shard = 0; shard < 2 ** bits; shard++) {
    const names = Array.from({ length: each }, (_, i) => shardName(head.generation, shard * each + i));
    const rows = await db.lookup.bulkGet(names);
    const all = rows.flatMap((row) => (row ? unpackShard(row.bytes) : []));
    if (all.length > 0)
      await db.lookup.put({ key: shardName(next.generation, shard), bytes: packShard(all) });
  }
  await writeHead(db, next);
  await dropGenerationsBut(db, next.generation);
}

async function sweep(db: WorkspaceDatabase, head: LookupHead, live: ReadonlySet<number>): Promise<number> {
  let entries = 0;
  for (let at = 0; at < 2 ** head.bits; at += shardsAtOnce) {
    const names = Array.from({ length: shardsAtOnce }, (_, i) => shardName(head.generation, at + i));
    const changed: LookupRow[] = [];
    const emptied: string[] = [];
    for (const row of await db.lookup.bulkGet(names)) {
      if (!row) continue;
      const all = unpackShard(row.bytes);
      const kept = all.filter(({ wave }) => live.has(wave));
      entries += kept.length;
      if (kept.length === 0) emptied.push(row.key);
      else if (kept.length < all.length) changed.push({ key: row.key, bytes: packShard(kept) });
    }
    await db.lookup.bulkPut(changed);
    if (emptied.length > 0) await db.lookup.bulkDelete(emptied);
  }
  return entries;
}

/** Shards of another generation: the one just left, or one that a crash left half written. */
async function dropGenerationsBut(db: WorkspaceDatabase, generation: number): Promise<void> {
  const keys = await db.lookup.where('key').notEqual(headName).primaryKeys();
  const stray = keys.filter((key) => !key.startsWith(`${generation}/`));
  if (stray.length > 0) await db.lookup.bulkDelete(stray);
}

/** A lookup without a head this version understands is empty: what shards there are cannot be read. */
async function startOver(db: WorkspaceDatabase): Promise<LookupHead> {
  await db.lookup.clear();
  const words = crypto.getRandomValues(new Uint32Array(2));
  const key: HashKey = [words[0] ?? 0, words[1] ?? 0];
  const head = newHead(key);
  await writeHead(db, head);
  return head;
}
