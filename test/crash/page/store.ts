import { databaseOf } from '#core/browser/replica/index.ts';
import type { DocName } from '#core/model/docName.ts';

/** A database as the replica leaves it: one record per moment. */
export async function store(name: DocName, records: readonly Uint8Array[]): Promise<void> {
  const db = await opened(name);
  await new Promise<void>((done, failed) => {
    const transaction = db.transaction('updates', 'readwrite');
    for (const record of records) transaction.objectStore('updates').add(record);
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error);
  });
  db.close();
}

/** Records in the log of a document. */
export async function recordsOf(name: DocName): Promise<number> {
  const db = await opened(name);
  const count = await new Promise<number>((done, failed) => {
    const request = db.transaction('updates', 'readonly').objectStore('updates').count();
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  db.close();
  return count;
}

function opened(name: DocName): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(databaseOf(name));
    request.onupgradeneeded = () => {
      request.result.createObjectStore('updates', { autoIncrement: true });
      request.result.createObjectStore('custom');
    };
    request.onerror = () => failed(request.error);
    request.onsuccess = () => done(request.result);
  });
}
