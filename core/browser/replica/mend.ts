import { applyUpdate, Doc } from 'yjs';
import { docOf } from './docOf.ts';
import type { Read } from './load.ts';
import { asidePrefix, customStore, resultOf, strictly, updatesStore } from './log.ts';

/** Reads the records of a log that cannot be read at once, and puts aside those that do not apply. */
export async function loadOneByOne(db: IDBDatabase): Promise<Read> {
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
  return { doc, records: good.length, bad: [...bad.values()] };
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

/** Moves unreadable records to the custom store under `quarantine:<key>`; where that fails they stay where they are. */
async function putAside(db: IDBDatabase, bad: ReadonlyMap<IDBValidKey, unknown>): Promise<void> {
  const movable = [...bad].filter(([, value]) => value !== undefined);
  if (movable.length === 0) return;
  try {
    await strictly(db, [updatesStore, customStore], (transaction) => {
      for (const [key, value] of movable) {
        transaction.objectStore(customStore).put(value, asidePrefix + String(key));
        transaction.objectStore(updatesStore).delete(key);
      }
    });
  } catch {
    // They are skipped again at the next load.
  }
}
