import type { WaveId } from '#core/model/ids.ts';
import type { WaveStore } from '#core/ports/waves.ts';
import { hashOf, readColumns, readPeople, readRejected, readWaveHead } from '#core/waves/index.ts';
import type { BlobRow, WorkspaceDatabase } from '../database.ts';
import type { SharedPart, WaveShelf } from '../sync/wavesExchange.ts';
import { digest } from './digest.ts';
import { loadWave } from './load.ts';
import type { DeviceLookup } from './lookup.ts';
import { forgetRemoved, removedHere } from './removed.ts';
import { storeWave } from './write.ts';

/** The stored waves as bytes, for a server or a backup file. */
export function makeWaveShelf(db: WorkspaceDatabase, store: WaveStore, lookup: DeviceLookup): WaveShelf {
  return {
    list: () => store.list(),
    async parts(id) {
      const rows = await db.blobs.where('wave').equals(id).toArray();
      return rows.map(({ part, hash }) => ({ part, hash }));
    },
    async part(id, part) {
      return (await db.blobs.get([id, part]))?.bytes ?? null;
    },
    fits,
    async take(json, parts) {
      const head = readWaveHead(json);
      if (!head.ok || !(await fits(json, parts))) return false;
      const rows = parts.map(
        ({ part, hash, bytes }): BlobRow => ({ wave: head.value.id, part, hash, bytes }),
      );
      const stored = await storeWave(db, head.value, rows);
      if (!stored.ok || stored.value.id !== head.value.id) return false;
      const wave = await loadWave(store, stored.value);
      if (!wave.ok)
        throw new Error(`the wave ${head.value.id} was stored and cannot be read: ${wave.why.kind}`);
      await lookup.add(wave.value);
      return true;
    },
    async remove(id: WaveId) {
      await store.remove(id);
      await lookup.remove(id);
    },
    removed: () => removedHere(db),
    forgetRemoved: (id) => forgetRemoved(db, id),
    watch: (onChange) => store.watch(onChange),
  };
}

async function fits(json: unknown, parts: readonly SharedPart[]): Promise<boolean> {
  const head = readWaveHead(json);
  return head.ok && (await areWhole(parts)) && areReadable(parts, head.value.rows);
}

async function areWhole(parts: readonly SharedPart[]): Promise<boolean> {
  for (const { bytes, hash } of parts) if ((await hashOf(bytes, digest)) !== hash) return false;
  return true;
}

/** Whether this version can read every part, and the columns have as many rows as the head says. */
function areReadable(parts: readonly SharedPart[], rows: number): boolean {
  try {
    const pieces = parts.filter(({ part }) => /^columns\/\d+$/.test(part));
    pieces.sort((a, b) => Number(a.part.slice(8)) - Number(b.part.slice(8)));
    const columns = readColumns(pieces.map(({ bytes }) => bytes));
    const arrays = [
      columns.score,
      columns.day,
      columns.account,
      ...columns.segments.map(({ codes }) => codes),
    ];
    for (const { part, bytes } of parts) {
      if (part.startsWith('people/')) readPeople(bytes);
      if (part === 'rejected') readRejected(bytes);
    }
    return arrays.every((array) => array.length === rows);
  } catch {
    return false;
  }
}
