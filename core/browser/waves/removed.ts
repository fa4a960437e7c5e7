import type { WorkspaceDatabase } from '../database.ts';

/** Names of kept values that say which waves were removed on this device. */
const removed = 'wave:removed:';

/**
 * Notes, within the transaction that removes a wave, that it was this device's doing: a wave that is merely not here may
 * have been thrown away by the browser, and nothing may follow from that.
 */
export const noteRemoved = (db: WorkspaceDatabase, wave: string): Promise<unknown> =>
  db.kept.put({ key: removed + wave, value: true });

/** Ids of the waves that were removed here since a server was last told. Rejects when the disk cannot be read. */
export async function removedHere(db: WorkspaceDatabase): Promise<string[]> {
  const keys = await db.kept.where('key').startsWith(removed).primaryKeys();
  return keys.map((key) => key.slice(removed.length));
}

/** A server knows of it, or never had the wave; or the wave is here again. */
export const forgetRemoved = (db: WorkspaceDatabase, wave: string): Promise<void> =>
  db.kept.delete(removed + wave);
