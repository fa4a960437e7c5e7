import type { DocName } from '#core/model/docName.ts';
import type { WorkspaceId } from '#core/model/ids.ts';
import type { SaveState } from '#core/ports/replica.ts';
import { readDocName } from '#core/replica/index.ts';

/** The two stores of a y-indexeddb database; any y-indexeddb can read ours. */
export const updatesStore = 'updates';
export const customStore = 'custom';
/** In the custom store, before the keys of records that could not be read. */
export const asidePrefix = 'quarantine:';

const prefix = 'sounding-doc:';

/** Name of the database that holds one document. */
export const databaseOf = (doc: DocName): string => prefix + doc;

/** The document a database holds; null when it is not one of ours. */
export const docOfDatabase = (database: string): DocName | null =>
  database.startsWith(prefix) ? readDocName(database.slice(prefix.length)) : null;

/** Why something is not on disk, as `SaveState` names it. */
export type Why = Extract<SaveState, { kind: 'onlyInMemory' }>['why'];

/** `none`: no such document on this device. */
export type Opened = { kind: 'open'; db: IDBDatabase } | { kind: 'none' } | { kind: 'fault'; why: Why };

/** Delays in milliseconds; tests shorten them. */
export interface Timings {
  /** After this long without an answer the state says `blocked`; waiting goes on. */
  patience: number;
  /** After this long an opening gives an empty document to work in; what is stored joins it when it can be read. */
  lastPatience: number;
  /** First pause before trying again; doubles up to `longestPause`. */
  firstPause: number;
  longestPause: number;
  /** How long a database may be gone before it is written anew: a message that it was forgotten may be on its way. */
  grace: number;
  /** Records in the log from which on it is trimmed. */
  trimAt: number;
  /** Rest before trimming. */
  trimAfter: number;
}

export const timings: Timings = {
  patience: 600,
  lastPatience: 3000,
  firstPause: 100,
  longestPause: 5000,
  grace: 300,
  trimAt: 200,
  trimAfter: 1000,
};

/** Names the fault for the user. Chromium says a full disk as UnknownError with "full disk" in its message. */
export function whyOf(error: unknown): Why {
  const { name = '', message = '' } = error instanceof Object ? (error as Partial<Error>) : {};
  if (name === 'QuotaExceededError' || /full disk|quota/i.test(message)) return 'quota';
  if (name === 'InvalidStateError' || name === 'NotFoundError') return 'closed';
  return 'failed';
}

/** The browser's IndexedDB, or null: reading the property itself throws where storage is forbidden. */
export function indexedDbHere(): IDBFactory | null {
  try {
    return globalThis.indexedDB ?? null;
  } catch {
    return null;
  }
}

/** Opens a document's database. Without `create`, one that does not exist is not made. Waits as long as it takes. */
export function openLog(factory: IDBFactory | null, name: string, create: boolean): Promise<Opened> {
  return new Promise((done) => {
    if (!factory) {
      done({ kind: 'fault', why: 'unavailable' });
      return;
    }
    let none = false;
    let request: IDBOpenDBRequest;
    try {
      request = factory.open(name);
    } catch {
      done({ kind: 'fault', why: 'unavailable' });
      return;
    }
    request.onupgradeneeded = () => {
      none = !create;
      if (none) request.transaction?.abort();
      else createStores(request.result);
    };
    request.onsuccess = () => done({ kind: 'open', db: request.result });
    request.onerror = (event) => {
      // Handled here: Firefox would report it on the console otherwise.
      event.preventDefault();
      done(none ? { kind: 'none' } : { kind: 'fault', why: whyNotOpen(request.error) });
    };
  });
}

/**
 * A browser that allows no storage says SecurityError, in Firefox' older private windows InvalidStateError, and in Chromium
 * UnknownError with "denied permission" in its message. Chromium on a full disk says UnknownError too, and no more
 * than "Internal error opening backing store".
 */
function whyNotOpen(error: DOMException | null): Why {
  const { name = '', message = '' } = error ?? {};
  if (name === 'SecurityError' || name === 'InvalidStateError' || /denied permission/i.test(message))
    return 'unavailable';
  return whyOf(error);
}

function createStores(db: IDBDatabase): void {
  db.createObjectStore(updatesStore, { autoIncrement: true });
  db.createObjectStore(customStore);
}

/** Deletes a database; resolves when it is gone or when that waits for a tab that will not let go. */
export function deleteLog(factory: IDBFactory | null, name: string): Promise<void> {
  return new Promise((done) => {
    if (!factory) {
      done();
      return;
    }
    const request = factory.deleteDatabase(name);
    const end = () => done();
    request.onsuccess = end;
    request.onerror = end;
    request.onblocked = () => setTimeout(end, timings.patience);
  });
}

/** Deletes every document of a workspace; nobody may hold one open. */
export async function deleteWorkspaceDocs(workspace: WorkspaceId): Promise<void> {
  const factory = indexedDbHere();
  try {
    const names = ((await factory?.databases()) ?? []).map(({ name = '' }) => name);
    const ours = names.filter((name) => docOfDatabase(name)?.startsWith(`${workspace}/`));
    await Promise.all(ours.map((name) => deleteLog(factory, name)));
  } catch {
    // Nothing can be stored here, so nothing is.
  }
}

/**
 * Runs `work` in one transaction whose `complete` means: flushed to the disk, not only handed to the system. Rejects with
 * the transaction's error. `work` must not await.
 */
export function strictly(
  db: IDBDatabase,
  stores: readonly string[],
  work: (transaction: IDBTransaction) => void,
): Promise<void> {
  return new Promise((done, failed) => {
    const transaction = db.transaction([...stores], 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error ?? new DOMException('aborted', 'AbortError'));
    work(transaction);
  });
}

/** A request's result. */
export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

/** What `within` gives when time was up. */
export const slow: unique symbol = Symbol('slow');

/** The promise's value, or `slow` after so many milliseconds; the promise itself goes on. */
export function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | typeof slow> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => done(slow), milliseconds);
    promise.then(done, failed).finally(() => clearTimeout(timer));
  });
}
