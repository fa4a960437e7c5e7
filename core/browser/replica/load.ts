import { fetchUpdates, type IndexeddbPersistence } from 'y-indexeddb';
import { applyUpdate, Doc } from 'yjs';
import type { DocName } from '#core/model/docName.ts';
import type { ReplicaFault } from '#core/replica/index.ts';
import { customStore, resultOf, strictly, updatesStore } from './log.ts';

/** A document as it stood on disk. */
export interface Loaded {
  doc: Doc;
  /** Records in its log. */
  records: number;
}

/**
 * Loads a document with y-indexeddb's own reader, called directly: its class would also append a record at every open,
 * write without awaiting, and lose a failure to load in a promise nobody holds. When the log holds something
 * unreadable the records are read again one by one and the bad ones are put aside.
 */
export async function loadLog(
  db: IDBDatabase,
  name: DocName,
  report: (fault: ReplicaFault) => void,
): Promise<Loaded> {
  const loaded = (await loadAtOnce(db)) ?? (await loadOneByOne(db, name, report));
  if (loaded.doc.store.pendingStructs) report({ kind: 'gap', doc: name });
  return loaded;
}

/** What a log holds, for reading alone: one request where `loadLog` needs several, and the usual way when that fails. */
export async function readLog(
  db: IDBDatabase,
  name: DocName,
  report: (fault: ReplicaFault) => void,
): Promise<Doc> {
  const store = db.transaction(updatesStore, 'readonly').objectStore(updatesStore);
  try {
    return docOf((await resultOf<unknown[]>(store.getAll())) as Uint8Array[]);
  } catch {
    return (await loadLog(db, name, report)).doc;
  }
}

/** Resolves when no other connection keeps the log to itself. */
export async function isFree(db: IDBDatabase): Promise<void> {
  await resultOf(db.transaction(updatesStore, 'readonly').objectStore(updatesStore).count());
}

async function loadAtOnce(db: IDBDatabase): Promise<Loaded | null> {
  const doc = new Doc();
  const reader = { db, doc, _dbref: 0, _dbsize: 0, _destroyed: false };
  try {
    await fetchUpdates(reader as unknown as IndexeddbPersistence);
  } catch {
    // A half-applied update may be in `doc`: it is thrown away.
    return null;
  }
  return { doc, records: reader._dbsize };
}

async function loadOneByOne(
  db: IDBDatabase,
  name: DocName,
  report: (fault: ReplicaFault) => void,
): Promise<Loaded> {
  const keys = await resultOf(
    db.transaction(updatesStore, 'readonly').objectStore(updatesStore).getAllKeys(),
  );
  const good: Uint8Array[] = [];
  const bad = new Map<IDBValidKey, unknown>();
  let doc = new Doc();
  for (const key of keys) {
    const value = await readOne(db, key);
    if (tryApply(doc, value)) good.push(value as Uint8Array);
    else {
      bad.set(key, value);
      doc = docOf(good);
    }
  }
  await putAside(db, bad);
  report({ kind: 'quarantined', doc: name, updates: bad.size });
  return { doc, records: good.length };
}

/** A record that the disk itself cannot give any more (Chromium: DataError) reads as undefined. */
async function readOne(db: IDBDatabase, key: IDBValidKey): Promise<unknown> {
  try {
    return await resultOf<unknown>(
      db.transaction(updatesStore, 'readonly').objectStore(updatesStore).get(key),
    );
  } catch {
    return undefined;
  }
}

function tryApply(doc: Doc, value: unknown): boolean {
  if (!(value instanceof Uint8Array)) return false;
  try {
    applyUpdate(doc, value);
    return true;
  } catch {
    return false;
  }
}

function docOf(updates: readonly Uint8Array[]): Doc {
  const doc = new Doc();
  doc.transact(() => {
    for (const update of updates) applyUpdate(doc, update);
  });
  return doc;
}

/** Moves unreadable records to the custom store under `quarantine:<key>`; where that fails they stay where they are. */
async function putAside(db: IDBDatabase, bad: ReadonlyMap<IDBValidKey, unknown>): Promise<void> {
  const movable = [...bad].filter(([, value]) => value !== undefined);
  if (movable.length === 0) return;
  try {
    await strictly(db, [updatesStore, customStore], (transaction) => {
      for (const [key, value] of movable) {
        transaction.objectStore(customStore).put(value, `quarantine:${String(key)}`);
        transaction.objectStore(updatesStore).delete(key);
      }
    });
  } catch {
    // They are skipped again at the next load.
  }
}
