import { Dexie } from 'dexie';
import type { WaveId } from '#core/model/ids.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { Stopped, StoreWatch, WaveStore, WaveStoreFault } from '#core/ports/waves.ts';
import {
  type BuiltWave,
  hashOf,
  type People,
  type Person,
  partsOf,
  personAt,
  readColumns,
  readPeople,
  readRejected,
  type StoredPeople,
  shardCount,
  shardOf,
  type WaveColumns,
  type WaveHead,
} from '#core/waves/index.ts';
import type { BlobRow, WorkspaceDatabase } from '../database.ts';
import { digest } from './digest.ts';
import { faultOf } from './fault.ts';
import { noteRemoved } from './removed.ts';
import { storeWave } from './write.ts';

type Read<T> = Result<T, WaveStoreFault>;
/** Waves whose columns stay in memory: screens read the same one or two again and again, and waves never change. */
const remembered = 2;

/** A `WaveStore` on this device. */
export interface DeviceWaves extends WaveStore {
  /** Everybody in a wave, in row order, each made when asked for. Holds all shards in memory. */
  everybody(id: WaveId): Promise<Result<People, WaveStoreFault>>;
}

/** Imported waves in the tables `waves` and `blobs`. Runs in a page, a worker and a service worker. */
export function makeWaveStore(db: WorkspaceDatabase): DeviceWaves {
  const memory = new Map<string, Promise<Read<WaveColumns>>>();
  const columns = (id: WaveId): Promise<Read<WaveColumns>> => {
    const known = memory.get(id);
    if (known) return known;
    const reading = readStoredColumns(db, id);
    memory.set(id, reading);
    void reading.then((read) => {
      if (!read.ok) memory.delete(id);
    });
    for (const oldest of memory.keys()) if (memory.size > remembered) memory.delete(oldest);
    return reading;
  };
  return {
    list: () => db.waves.orderBy('importedAt').reverse().toArray(),
    columns,
    async people(id, rows) {
      const read = await columns(id);
      return read.ok ? readStoredPeople(db, id, read.value, rows) : read;
    },
    async everybody(id) {
      const read = await columns(id);
      return read.ok ? readEverybody(db, id, read.value) : read;
    },
    async rejected(id) {
      const row = await db.blobs.get([id, 'rejected']);
      return row && (await isWhole(row)) ? readRejected(row.bytes) : [];
    },
    save: (wave, watch = {}) => saveWave(db, wave, watch),
    async remove(id) {
      await db.transaction('rw', db.waves, db.blobs, db.kept, async () => {
        if (await db.waves.get(id)) await noteRemoved(db, id);
        await db.waves.delete(id);
        await db.blobs.where('wave').equals(id).delete();
      });
      memory.delete(id);
    },
    watch: (onChange) => watchWaves(db, onChange),
  };
}

async function saveWave(
  db: WorkspaceDatabase,
  wave: BuiltWave,
  watch: StoreWatch,
): Promise<Result<WaveHead, WaveStoreFault | Stopped>> {
  try {
    return await storeWave(db, wave.head, hashedParts(wave, watch), watch.isStopped);
  } catch (error) {
    return fail(faultOf(error));
  }
}

/** The parts of a wave one by one, so that memory holds a few of them and never all. */
async function* hashedParts(
  wave: BuiltWave,
  { onProgress }: StoreWatch,
): AsyncGenerator<BlobRow, void, void> {
  let rows = 0;
  for (const { part, bytes, people } of partsOf(wave)) {
    yield { wave: wave.head.id, part, bytes, hash: await hashOf(bytes, digest) };
    rows += people;
    onProgress?.(rows, wave.head.rows);
  }
}

const isWhole = async ({ bytes, hash }: BlobRow): Promise<boolean> => (await hashOf(bytes, digest)) === hash;

async function readStoredColumns(db: WorkspaceDatabase, id: WaveId): Promise<Read<WaveColumns>> {
  try {
    const rows = await db.blobs
      .where('[wave+part]')
      .between([id, 'columns/'], [id, 'columns/\uffff'])
      .toArray();
    rows.sort((a, b) => Number(a.part.slice(8)) - Number(b.part.slice(8)));
    if (rows.length === 0) return fail({ kind: 'damaged', wave: id, part: 'columns/0' });
    for (const row of rows)
      if (!(await isWhole(row))) return fail({ kind: 'damaged', wave: id, part: row.part });
    return ok(readColumns(rows.map(({ bytes }) => bytes)));
  } catch (error) {
    return fail(faultOf(error));
  }
}

async function readStoredPeople(
  db: WorkspaceDatabase,
  id: WaveId,
  columns: WaveColumns,
  rows: readonly number[],
): Promise<Read<Person[]>> {
  const byShard = new Map<number, number[]>();
  rows.forEach((row, place) => {
    const shard = shardOf(columns, row);
    const places = byShard.get(shard);
    if (places) places.push(place);
    else byShard.set(shard, [place]);
  });
  const people: (Person | null)[] = new Array(rows.length).fill(null);
  try {
    for (const [shard, places] of byShard) {
      const blob = await db.blobs.get([id, `people/${shard}`]);
      if (!blob) continue;
      if (!(await isWhole(blob))) return fail({ kind: 'damaged', wave: id, part: blob.part });
      const stored = readPeople(blob.bytes);
      for (const place of places) people[place] = personAt(stored, rows[place] ?? -1);
    }
  } catch (error) {
    return fail(faultOf(error));
  }
  return ok(people.filter((person) => person !== null));
}

async function readEverybody(db: WorkspaceDatabase, id: WaveId, columns: WaveColumns): Promise<Read<People>> {
  const shards: (StoredPeople | null)[] = [];
  try {
    for (let shard = 0; shard < shardCount(columns.rows); shard++) {
      const blob = await db.blobs.get([id, `people/${shard}`]);
      if (blob && !(await isWhole(blob))) return fail({ kind: 'damaged', wave: id, part: blob.part });
      shards.push(blob ? readPeople(blob.bytes) : null);
    }
  } catch (error) {
    return fail(faultOf(error));
  }
  const at = (row: number): Person | undefined => {
    const shard = shards[shardOf(columns, row)];
    return shard ? (personAt(shard, row) ?? undefined) : undefined;
  };
  return ok({
    length: shards.some((shard) => shard !== null) ? columns.rows : 0,
    at,
    *[Symbol.iterator]() {
      for (let row = 0; row < this.length; row++) {
        const person = at(row);
        if (person) yield person;
      }
    },
  });
}

/** Dexie tells every tab, worker and service worker of this origin which tables were written. */
function watchWaves(db: WorkspaceDatabase, onChange: () => void): () => void {
  const prefix = `idb://${db.name}/waves/`;
  const look = (mutated: object): void => {
    if (Object.keys(mutated).some((key) => key.startsWith(prefix))) onChange();
  };
  Dexie.on('storagemutated', look);
  return () => Dexie.on.storagemutated.unsubscribe(look);
}
