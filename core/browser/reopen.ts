import type { Dexie } from 'dexie';

/**
 * Dexie answers every call with the first failure once an opening has failed. Lets the next call open anew; does
 * nothing to a database that is open or was closed on purpose.
 */
export function reopen(db: Dexie): void {
  if (!db.isOpen() && db.hasFailed() && !db.hasBeenClosed()) db.close({ disableAutoOpen: false });
}
