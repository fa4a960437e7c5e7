import type { DocName } from '#core/model/docName.ts';
import {
  asidePrefix,
  customStore,
  databaseOf,
  indexedDbHere,
  openLog,
  strictly,
  updatesStore,
} from './log.ts';

/**
 * Lays updates that a backup brings and that nobody could read where it was made beside the stored document, as loading
 * does with its own: a later backup has them again. Rejects when the disk refuses.
 */
export async function layAside(name: DocName, updates: readonly Uint8Array[]): Promise<void> {
  const opened = await openLog(indexedDbHere(), databaseOf(name), true);
  if (opened.kind !== 'open') throw new Error(`${name} is not there to lay updates beside`);
  try {
    // Both stores, as every writer of this database does: one at a time.
    await strictly(opened.db, [updatesStore, customStore], (transaction) => {
      for (const [i, update] of updates.entries())
        transaction.objectStore(customStore).put(update, `${asidePrefix}backup ${i + 1}`);
    });
  } finally {
    opened.db.close();
  }
}
