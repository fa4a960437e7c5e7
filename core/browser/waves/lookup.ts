import type { CardFacts, Lookup, StoreWatch } from '#core/ports/waves.ts';
import type { BuiltWave } from '#core/waves/index.ts';
import type { LookupRow, WorkspaceDatabase } from '../database.ts';
import { alone } from './alone.ts';
import { type PlacedPeople, placePeople } from './entries.ts';
import { findByEmail } from './find.ts';
import {
  headName,
  type LookupHead,
  type LookupWave,
  newHead,
  readHead,
  shardName,
  writeHead,
} from './lookupHead.ts';

/** A `Lookup` on this device. */
export interface DeviceLookup extends Lookup {
  /** Ids of the waves it holds. */
  waves(): Promise<string[]>;
  /** Takes out a wave known to the lookup alone. */
  removeById(id: string): Promise<void>;
}

/**
 * Bytes that one transaction writes, about, as of a wave's own parts. Shards are of some hundred kilobytes (see
 * `placePeople`): browsers store smaller values in the index itself, at a third of the speed.
 */
const bytesATurn = 8_000_000;

/**
 * The e-mail lookup over the table `lookup`: for each wave shards of its own, each one record with all its people's facts,
 * and the head beside them. A wave is put in without a look at the others, and taken out by leaving its shards away, so
 * that undoing an import brings back what was known before. A wave counts once the head names it; what a crash left half
 * done is never looked at, and swept out by the next who puts one in.
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
  const head = (await readHead(db)) ?? newHead(randomKey());
  if (head.waves.some(({ id }) => id === wave.head.id)) return true;
  await sweep(db, head);
  const number = head.nextWave;
  const people = placePeople(wave, head.key);
  try {
    if (!(await write(db, number, people, watch))) {
      await sweep(db, head);
      return false;
    }
    const about = aboutOf(wave, number, people.shards);
    await writeHead(db, { ...head, nextWave: number + 1, waves: [...head.waves, about] });
  } catch (error) {
    await sweep(db, head).catch(() => {});
    throw error;
  }
  return true;
}

function aboutOf({ head, columns }: BuiltWave, number: number, shards: number): LookupWave {
  const { id, cycle, cycleName, lastDay, importedAt, metric } = head;
  return {
    number,
    shards,
    id,
    cycle,
    cycleName,
    lastDay,
    importedAt,
    ...(metric === 'csat' ? { metric } : {}),
    dimensions: columns.segments.map(({ name }) => name),
  };
}

function randomKey(): readonly [number, number] {
  const [k0 = 0, k1 = 0] = crypto.getRandomValues(new Uint32Array(2));
  return [k0, k1];
}

/** Writes a wave's shards; false when it was stopped. While the database writes some, the next are made. */
async function write(
  db: WorkspaceDatabase,
  number: number,
  people: PlacedPeople,
  { isStopped, onProgress }: StoreWatch,
): Promise<boolean> {
  let writing: Promise<unknown> = Promise.resolve();
  for (let shard = 0; shard < people.shards; ) {
    const rows: LookupRow[] = [];
    for (let size = 0; size < bytesATurn && shard < people.shards; shard++) {
      const bytes = people.pack(shard);
      rows.push({ key: shardName(number, shard), bytes });
      size += bytes.length;
    }
    await writing;
    if (isStopped?.()) return false;
    writing = db.lookup.bulkPut(rows);
    // awaited some shards later: until then a failure is nobody's, which is no bug
    writing.catch(() => {});
    onProgress?.(shard, people.shards);
  }
  await writing;
  return isStopped?.() !== true;
}

/** Of the last wave nothing is left, not even the head: the lookup is as before the first. */
async function removeWave(db: WorkspaceDatabase, id: string): Promise<void> {
  const head = await readHead(db);
  if (!head?.waves.some((wave) => wave.id === id)) return;
  const left = { ...head, waves: head.waves.filter((wave) => wave.id !== id) };
  if (left.waves.length > 0) await writeHead(db, left);
  await sweep(db, left);
}

/** Deletes what no wave of the head has: of one that is gone, or that a crash or a stop left half written. */
async function sweep(db: WorkspaceDatabase, { waves }: LookupHead): Promise<void> {
  if (waves.length === 0) return db.lookup.clear();
  const live = new Set(waves.map(({ number }) => `${number}`));
  const keys = await db.lookup.where('key').notEqual(headName).primaryKeys();
  const stray = keys.filter((key) => !live.has(key.slice(0, key.indexOf('/'))));
  if (stray.length > 0) await db.lookup.bulkDelete(stray);
}
