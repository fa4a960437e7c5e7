import { encodeStateAsUpdate } from 'yjs';
import { docOf } from './docOf.ts';
import { strictly, updatesStore } from './log.ts';

/**
 * Replaces the log of a document by one record of the same content, in one strict transaction: a crash leaves either
 * the old log or the new record. It is made from what lies on disk, not from this tab's document, so that what another
 * tab wrote meanwhile is in it. Resolves with the number of records left; rejects (and changes nothing) when
 * a record is unreadable: the next load puts that aside.
 */
export async function trimLog(db: IDBDatabase, from: number): Promise<number> {
  let left = from;
  await strictly(db, [updatesStore], (transaction) => {
    const store = transaction.objectStore(updatesStore);
    const keys = store.getAllKeys();
    const values = store.getAll();
    // Requests of one transaction answer in order: when the values are here, so are the keys.
    values.onsuccess = () => {
      left = keys.result.length;
      if (left < from) return;
      try {
        // Through a document rather than `mergeUpdates`: deleted text is dropped, and edits that wait for others are kept.
        const merged = encodeStateAsUpdate(docOf(values.result as Uint8Array[]));
        store.delete(IDBKeyRange.bound(keys.result[0], keys.result.at(-1)));
        store.add(merged);
        left = 1;
      } catch {
        transaction.abort();
      }
    };
  });
  return left;
}
