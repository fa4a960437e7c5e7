import type { WorkspaceDatabase } from '../database.ts';
import type { Place } from './catchUp.ts';

/** How far the server's sequence of changes is known here. Forgotten with a disk that cannot be read: then all is asked again. */
export function placeIn(db: WorkspaceDatabase): Place {
  return {
    async read() {
      const value = await readKept(db, 'syncPlace');
      return typeof value === 'number' ? value : null;
    },
    write: (seq) => writeKept(db, 'syncPlace', seq),
  };
}

/** A small value of this workspace; undefined when there is none or the disk cannot be read. */
export async function readKept(db: WorkspaceDatabase, key: string): Promise<unknown> {
  return (await db.kept.get(key).catch(() => undefined))?.value;
}

/** Keeps it where the disk allows. */
export async function writeKept(db: WorkspaceDatabase, key: string, value: unknown): Promise<void> {
  await db.kept.put({ key, value }).catch(() => undefined);
}
