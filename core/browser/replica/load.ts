import { fetchUpdates, type IndexeddbPersistence } from 'y-indexeddb';
import { Doc } from 'yjs';
import type { DocName } from '#core/model/docName.ts';
import type { ReplicaFault } from '#core/replica/index.ts';
import { docOf } from './docOf.ts';
import { asidePrefix, customStore, resultOf, updatesStore } from './log.ts';
import { loadOneByOne } from './mend.ts';

/** A document as it stood on disk. */
export interface Loaded {
  doc: Doc;
  /** Records in its log. */
  records: number;
  /** The bytes of records that could not be read, now or at an earlier load. */
  aside: readonly Uint8Array[];
}

/**
 * Loads a document with y-indexeddb's own reader, called directly: its class would also append a record at every open,
 * write without awaiting, and lose a failure to load in a promise nobody holds. When the log holds something
 * unreadable the records are read again one by one and the bad ones are put aside; `before`: what lay there already.
 */
export async function loadLog(
  db: IDBDatabase,
  name: DocName,
  before: readonly unknown[],
  report: (fault: ReplicaFault) => void,
): Promise<Loaded> {
  const { doc, records, bad } = (await loadAtOnce(db)) ?? (await loadOneByOne(db));
  const aside = [...before, ...bad];
  if (aside.length > 0) report({ kind: 'quarantined', doc: name, updates: aside.length });
  if (doc.store.pendingStructs) report({ kind: 'gap', doc: name });
  return { doc, records, aside: aside.filter((value) => value instanceof Uint8Array) };
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
    return (await loadLog(db, name, await readAside(db), report)).doc;
  }
}

/** What was put aside earlier. Resolves when no other connection keeps the log to itself. */
export function readAside(db: IDBDatabase): Promise<unknown[]> {
  const stores = db.transaction([updatesStore, customStore], 'readonly');
  return resultOf(stores.objectStore(customStore).getAll(IDBKeyRange.bound(asidePrefix, `${asidePrefix}~`)));
}

/** A log as it was read, and the records that could not be. */
export interface Read {
  doc: Doc;
  records: number;
  bad: readonly unknown[];
}

async function loadAtOnce(db: IDBDatabase): Promise<Read | null> {
  const doc = new Doc();
  const reader = { db, doc, _dbref: 0, _dbsize: 0, _destroyed: false };
  try {
    await fetchUpdates(reader as unknown as IndexeddbPersistence);
  } catch {
    // A half-applied update may be in `doc`: it is thrown away.
    return null;
  }
  return { doc, records: reader._dbsize, bad: [] };
}
