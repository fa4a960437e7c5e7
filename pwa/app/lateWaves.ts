import { Dexie } from 'dexie';
import type { WorkspaceDatabase } from '#core/browser/database.ts';
import { timings, within } from '#core/browser/replica/index.ts';
import type { WaveShelf } from '#core/browser/sync/index.ts';
import type { DeviceLookup } from '#core/browser/waves/index.ts';
import type { Lookup, WaveStore } from '#core/ports/waves.ts';

/** The wave store and its lookup; `shelf` carries waves to a server or a backup and is null where nothing is stored. */
export interface Waves {
  waves: WaveStore;
  lookup: Lookup;
  isStored: boolean;
  shelf(): Promise<WaveShelf | null>;
  /** Sweeps out what a crash left of an import, and makes the lookup hold exactly the stored waves. */
  repair(): Promise<void>;
}

/**
 * Waves on this device. The list of waves is there at once, because the first paint needs it; the code that reads a
 * wave is fetched when a screen asks for one. In a browser without storage, or one whose storage does not answer in time,
 * they live as long as the window.
 */
export async function openWaves(db: WorkspaceDatabase): Promise<Waves> {
  const opened = db.open().then(
    () => true,
    () => false,
  );
  return (await within(opened, timings.lastPatience)) === true ? storedWaves(db) : memoryWaves();
}

function storedWaves(db: WorkspaceDatabase): Waves {
  let opening: Promise<{ store: WaveStore; lookup: DeviceLookup; shelf: WaveShelf }> | null = null;
  const all = () => {
    opening ??= import('#core/browser/waves/index.ts').then((m) => {
      const store = m.makeWaveStore(db);
      const lookup = m.makeLookup(db);
      return { store, lookup, shelf: m.makeWaveShelf(db, store, lookup) };
    });
    return opening;
  };
  const prefix = `idb://${db.name}/waves/`;
  return {
    waves: {
      list: () => db.waves.orderBy('importedAt').reverse().toArray(),
      // Dexie tells every tab and worker of this origin which tables were written
      watch(onChange) {
        const look = (changed: object) => {
          if (Object.keys(changed).some((key) => key.startsWith(prefix))) onChange();
        };
        Dexie.on('storagemutated', look);
        return () => Dexie.on.storagemutated.unsubscribe(look);
      },
      columns: async (id) => (await all()).store.columns(id),
      people: async (id, rows) => (await all()).store.people(id, rows),
      rejected: async (id) => (await all()).store.rejected(id),
      save: async (wave, watch) => (await all()).store.save(wave, watch),
      remove: async (id) => (await all()).store.remove(id),
    },
    lookup: {
      byEmail: async (email) => (await all()).lookup.byEmail(email),
      add: async (wave, watch) => (await all()).lookup.add(wave, watch),
      remove: async (id) => (await all()).lookup.remove(id),
    },
    isStored: true,
    shelf: async () => (await all()).shelf,
    async repair() {
      const isBare = (await db.waves.count()) + (await db.blobs.count()) + (await db.lookup.count()) === 0;
      if (isBare) return;
      const { reconcileLookup, sweepUnfinishedWaves } = await import('#core/browser/waves/index.ts');
      await sweepUnfinishedWaves(db);
      const { store, lookup } = await all();
      await reconcileLookup(store, lookup);
    },
  };
}

async function memoryWaves(): Promise<Waves> {
  const { makeMemoryWaves } = await import('#core/browser/waves/index.ts');
  return { ...makeMemoryWaves(), isStored: false, shelf: async () => null, repair: async () => {} };
}
