import type { CardFacts, Lookup } from '#core/ports/waves.ts';
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
  add(wave: BuiltWave, onProgress?: (done: number, all: number) => void): Promise<void>;
  /** Ids of the waves it holds. */
  waves(): Promise<string[]>;
  /** Takes out a wave known to the lookup alone. */
  removeById(id: string): Promise<void>;
}

/** People a shard should hold on average, at most: about 20 KB with their facts. */
const peopleAShard = 64;
const shardsAtOnce = 256;
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
    add: (wave, onProgress = () => {}) => inTurn(() => addWave(db, wave, onProgress)),
    remove: (wave) => inTurn(() => removeWave(db, wave)),
    removeById: (id) => inTurn(() => removeWave(db, id)),
    waves: async () => ((await readHead(db))?.waves ?? []).map(({ id }) => id),
  };
}

async function addWave(
  db: WorkspaceDatabase,
  wave: BuiltWave,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const head = (await readHead(db)) ?? (await startOver(db));
  if (head.waves.some(({ id }) => id === wave.head.id)) return;
  if (head.unswept.length > 0) await dropGenerationsBut(db, head.generation);
  const number = head.nextWave;
  const begun = { ...head, nextWave: number + 1, unswept: [...head.unswept, number] };
  await writeHead(db, begun);
  const bitsFor = (count: number): number => Math.max(bitsOf(head.entries + count), head.bits);
  const people = placePeople(wave, number, head.key, bitsFor);
  const next = nextOf(begun, people.count, bitsFor(people.count));
  const live = new Set([...head.waves.map((known) => known.number), number]);
  const entries = await rewrite(db, { from: begun, to: next, live, people, onProgress });
  await writeHead(db, { ...next, entries, unswept: [], waves: [...head.waves, aboutOf(wave, number)] });
  await dropGenerationsBut(db, next.generation);
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
  const { id, cycle, cycleName, lastDay, importedAt } = head;
  return {
    number,
    id,
    cycle,
    cycleName,
    lastDay,
    importedAt,
    dimensions: columns.segments.map(({ name }) => name),
  };
}

interface Rewrite {
  from: LookupHead;
  to: LookupHead;
  /** Waves whose facts stay. */
  live: ReadonlySet<number>;
  people: PlacedPeople;
  onProgress: (done: number, all: number) => void;
}

/** Writes the shards with the new people in them and without what is no longer live; answers how many facts they hold. */
async function rewrite(
  db: WorkspaceDatabase,
  { from, to, live, people, onProgress }: Rewrite,
): Promise<number> {
  const shards = 2 ** to.bits;
  const isInPlace = from.generation === to.generation;
  const sweeps = from.unswept.length > 1;
  let entries = isInPlace && !sweeps ? from.entries : 0;
  for (let at = 0; at < shards; at += shardsAtOnce) {
    const numbers = Array.from({ length: Math.min(shardsAtOnce, shards - at) }, (_, i) => at + i);
    const touched = isInPlace && !sweeps ? numbers.filter((shard) => people.has(shard)) : numbers;
    const old = await entriesNow(db, from, to.bits, touched);
    const rows: LookupRow[] = [];
    touched.forEach((shard, i) => {
      const before = old[i]!;
      const kept = before.filter(({ wave }) => live.has(wave));
      const all = [...kept, ...people.entriesOf(shard)];
      entries += isInPlace && !sweeps ? all.length - before.length : all.length;
      if (all.length > 0 || before.length > 0)
        rows.push({ key: shardName(to.generation, shard), bytes: packShard(all) });
    });
    await db.lookup.bulkPut(rows);
    onProgress(Math.min(at + shardsAtOnce, shards), shards);
  }
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

async function removeWave(db: WorkspaceDatabase, id: string): Promise<void> {
  const head = await readHead(db);
  const gone = head?.waves.find((wave) => wave.id === id);
  if (!head || !gone) return;
  const waves = head.waves.filter((wave) => wave !== gone);
  const unswept = [...head.unswept, gone.number];
  await writeHead(db, { ...head, waves, unswept });
  const live = new Set(waves.map(({ number }) => number));
  const entries = live.size === 0 ? await dropShards(db) : await sweep(db, head, live);
  await writeHead(db, { ...head, waves, entries, unswept: [] });
}

async function sweep(db: WorkspaceDatabase, head: LookupHead, live: ReadonlySet<number>): Promise<number> {
  let entries = 0;
  for (let at = 0; at < 2 ** head.bits; at += shardsAtOnce) {
    const names = Array.from({ length: shardsAtOnce }, (_, i) => shardName(head.generation, at + i));
    const changed: LookupRow[] = [];
    for (const row of await db.lookup.bulkGet(names)) {
      if (!row) continue;
      const all = unpackShard(row.bytes);
      const kept = all.filter(({ wave }) => live.has(wave));
      entries += kept.length;
      if (kept.length < all.length) changed.push({ key: row.key, bytes: packShard(kept) });
    }
    await db.lookup.bulkPut(changed);
  }
  return entries;
}

async function dropShards(db: WorkspaceDatabase): Promise<number> {
  await db.lookup.where('key').notEqual(headName).delete();
  return 0;
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
