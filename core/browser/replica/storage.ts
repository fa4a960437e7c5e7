import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { DocName } from '#core/model/docName.ts';
import type { SaveState } from '#core/ports/replica.ts';
import {
  type DocStorage,
  FromOutside,
  type KeptDoc,
  Listeners,
  type ReplicaFault,
} from '#core/replica/index.ts';
import { freshLog } from './freshLog.ts';
import { type Loaded, loadLog, readAside, readLog } from './load.ts';
import {
  databaseOf,
  deleteLog,
  docOfDatabase,
  type Opened,
  openLog,
  slow,
  type Timings,
  type Why,
  whyOf,
  within,
} from './log.ts';
import { DurableWriter } from './writer.ts';

/** What the storage needs from its surroundings. */
export interface StorageParts {
  factory: IDBFactory | null;
  timings: Timings;
  onFault: (fault: ReplicaFault) => void;
  report: (bug: unknown) => void;
}

/** How a first look at the disk ended. */
type FirstLook =
  | { kind: 'loaded'; loaded: Loaded; db: IDBDatabase | null }
  | { kind: 'late'; why: Why; opening: Promise<Opened> | null };

const fromDisk = new FromOutside('disk');

/** One IndexedDB database per document, in y-indexeddb's layout, written by `DurableWriter`. */
export class BrowserStorage implements DocStorage {
  readonly #parts: StorageParts;
  /** Why nothing can be stored, as found at the start and looked at again. */
  #fault: Why | null = null;
  readonly #fresh: Promise<unknown>;
  readonly #saveChanged: Listeners<void>;
  /** Openings that the disk has not answered in time. */
  #slow = 0;

  /** `fresh`: what `freshLog` answers. No database is opened before it has. */
  constructor(parts: StorageParts, fresh: Promise<Why | null>) {
    this.#parts = parts;
    this.#saveChanged = new Listeners(parts.report);
    this.#fresh = fresh.then((fault) => this.#found(fault));
  }

  get save(): SaveState {
    if (this.#fault) return { kind: 'onlyInMemory', waiting: 0, why: this.#fault };
    return this.#slow > 0 ? { kind: 'onlyInMemory', waiting: 0, why: 'blocked' } : { kind: 'saved' };
  }

  watchSave(onChange: () => void): () => void {
    return this.#saveChanged.add(onChange);
  }

  /** A disk that was full at the start may have room later; a browser that allows no storage stays that way. */
  #lookAgain(): void {
    if (this.#fault === null || this.#fault === 'unavailable') return;
    setTimeout(async () => {
      this.#found(await freshLog(this.#parts.factory, true));
    }, this.#parts.timings.longestPause);
  }

  #found(fault: Why | null): void {
    const before = this.#fault;
    this.#fault = fault;
    if (fault !== before) this.#saveChanged.call();
    this.#lookAgain();
  }

  async open(name: DocName): Promise<KeptDoc> {
    const look = await this.#look(name);
    const doc = look.kind === 'loaded' ? look.loaded.doc : new Doc();
    let aside = look.kind === 'loaded' ? look.loaded.aside : null;
    // What a browser without storage cannot give is not there.
    if (look.kind === 'late' && look.why === 'unavailable') aside = [];
    const whole = Promise.withResolvers<void>();
    // A browser that allows no storage will bring nothing later either.
    if (look.kind === 'loaded' || look.why === 'unavailable') whole.resolve();
    const writer: DurableWriter = new DurableWriter({
      ...this.#parts,
      database: databaseOf(name),
      db: look.kind === 'loaded' ? look.db : null,
      records: look.kind === 'loaded' ? look.loaded.records : 0,
      state: () => encodeStateAsUpdate(doc),
      late:
        look.kind === 'late'
          ? {
              ...look,
              load: async (db) => {
                const loaded = await this.#loadLate(db, name, doc, (update) => writer.take(update));
                aside = loaded.aside;
                return loaded.records;
              },
              over: whole.resolve,
            }
          : undefined,
    });
    return keep(doc, writer, () => aside, whole.promise);
  }

  async look(name: DocName): Promise<Doc | null> {
    const { factory, onFault, timings } = this.#parts;
    await this.#fresh;
    const opening = openLog(factory, databaseOf(name), false);
    const db = opening.then((opened) => (opened.kind === 'open' ? opened.db : null));
    const found = await within(db, timings.lastPatience);
    try {
      return found === slow || !found ? null : await readLog(found, name, onFault);
    } catch {
      return null;
    } finally {
      void db.then((late) => late?.close());
    }
  }

  /** Rejects too in a browser that cannot tell, as Firefox before 126: see docs/decisions/0045. */
  async list(): Promise<DocName[]> {
    const databases = (await this.#parts.factory?.databases()) ?? [];
    return databases.flatMap(({ name = '' }) => docOfDatabase(name) ?? []);
  }

  delete(name: DocName): Promise<void> {
    return deleteLog(this.#parts.factory, databaseOf(name));
  }

  /** Looks, and says so meanwhile when the disk is slow to answer. */
  async #look(name: DocName): Promise<FirstLook> {
    let isSlow = false;
    const late = setTimeout(() => {
      isSlow = true;
      this.#countSlow(1);
    }, this.#parts.timings.patience);
    try {
      return await this.#read(name);
    } finally {
      clearTimeout(late);
      // A turn later: by then the document itself says how it stands, so the warning does not flicker.
      if (isSlow) setTimeout(() => this.#countSlow(-1));
    }
  }

  #countSlow(by: 1 | -1): void {
    this.#slow += by;
    this.#saveChanged.call();
  }

  /**
   * Reads the document, but waits for the disk no longer than the last patience: then work goes on in an empty document,
   * which what is stored joins. Once the disk has answered, reading takes as long as it takes: that is no fault, and an
   * empty document in its place would look like one that was lost.
   */
  async #read(name: DocName): Promise<FirstLook> {
    const { factory, onFault, timings } = this.#parts;
    await this.#fresh;
    const opening = openLog(factory, databaseOf(name), false);
    const opened = await within(opening, timings.lastPatience);
    if (opened === slow) return { kind: 'late', why: 'blocked', opening };
    if (opened.kind === 'fault') return { kind: 'late', why: opened.why, opening: null };
    if (opened.kind === 'none')
      return { kind: 'loaded', loaded: { doc: new Doc(), records: 0, aside: [] }, db: null };
    try {
      const aside = await within(readAside(opened.db), timings.lastPatience);
      if (aside === slow) return { kind: 'late', why: 'blocked', opening };
      return { kind: 'loaded', loaded: await loadLog(opened.db, name, aside, onFault), db: opened.db };
    } catch (error) {
      opened.db.close();
      return { kind: 'late', why: whyOf(error), opening: null };
    }
  }

  /** The disk answers after all: what it holds joins what was typed meanwhile. */
  async #loadLate(
    db: IDBDatabase,
    name: DocName,
    doc: Doc,
    take: (update: Uint8Array) => void,
  ): Promise<Loaded> {
    const loaded = await loadLog(db, name, await readAside(db), this.#parts.onFault);
    const waited = doc.store.pendingStructs !== null;
    applyUpdate(doc, encodeStateAsUpdate(loaded.doc), fromDisk);
    // Edits that waited for what was on disk arrive now under the disk's name: they are not on it yet.
    if (waited) take(encodeStateAsUpdate(doc));
    return loaded;
  }
}

function keep(
  doc: Doc,
  writer: DurableWriter,
  aside: () => KeptDoc['aside'],
  whenWhole: Promise<void>,
): KeptDoc {
  const take = (update: Uint8Array, origin: unknown) => {
    if (origin !== fromDisk) writer.take(update);
  };
  // First of all listeners: nobody hears of an edit that is not yet in the queue.
  doc.on('update', take);
  return {
    doc,
    whenLoaded: Promise.resolve(),
    get aside() {
      return aside();
    },
    whenWhole,
    get save() {
      return writer.save;
    },
    watchSave: (onChange) => writer.watchSave(onChange),
    whenSaved: () => writer.whenSaved(),
    async close() {
      doc.off('update', take);
      writer.close();
    },
  };
}
