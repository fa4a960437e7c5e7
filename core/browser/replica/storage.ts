import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { DocName } from '#core/model/docName.ts';
import type { SaveState } from '#core/ports/replica.ts';
import { type DocStorage, FromOutside, type KeptDoc, type ReplicaFault } from '#core/replica/index.ts';
import { type Loaded, loadLog } from './load.ts';
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
  readonly save: SaveState;

  constructor(parts: StorageParts, available: boolean) {
    this.#parts = parts;
    this.save = available ? { kind: 'saved' } : { kind: 'onlyInMemory', waiting: 0, why: 'unavailable' };
  }

  async open(name: DocName): Promise<KeptDoc> {
    const look = await this.#look(name);
    const doc = look.kind === 'loaded' ? look.loaded.doc : new Doc();
    const writer: DurableWriter = new DurableWriter({
      ...this.#parts,
      database: databaseOf(name),
      db: look.kind === 'loaded' ? look.db : null,
      records: look.kind === 'loaded' ? look.loaded.records : 0,
      state: () => encodeStateAsUpdate(doc),
      late:
        look.kind === 'late'
          ? { ...look, load: (db) => this.#loadLate(db, name, doc, (update) => writer.take(update)) }
          : undefined,
    });
    return keep(doc, writer);
  }

  async list(): Promise<DocName[]> {
    try {
      const databases = (await this.#parts.factory?.databases()) ?? [];
      return databases.flatMap(({ name = '' }) => docOfDatabase(name) ?? []);
    } catch {
      return [];
    }
  }

  delete(name: DocName): Promise<void> {
    return deleteLog(this.#parts.factory, databaseOf(name));
  }

  /** Reads the document, but waits for the disk no longer than patience lasts. */
  async #look(name: DocName): Promise<FirstLook> {
    const { factory, onFault, timings } = this.#parts;
    const opening = openLog(factory, databaseOf(name), false);
    const opened = await within(opening, timings.patience);
    if (opened === slow) return { kind: 'late', why: 'blocked', opening };
    if (opened.kind === 'fault') return { kind: 'late', why: opened.why, opening: null };
    if (opened.kind === 'none') return { kind: 'loaded', loaded: { doc: new Doc(), records: 0 }, db: null };
    try {
      const loaded = await within(loadLog(opened.db, name, onFault), timings.patience);
      if (loaded === slow) return { kind: 'late', why: 'blocked', opening };
      return { kind: 'loaded', loaded, db: opened.db };
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
  ): Promise<number> {
    const loaded = await loadLog(db, name, this.#parts.onFault);
    const waited = doc.store.pendingStructs !== null;
    applyUpdate(doc, encodeStateAsUpdate(loaded.doc), fromDisk);
    // Edits that waited for what was on disk arrive now under the disk's name: they are not on it yet.
    if (waited) take(encodeStateAsUpdate(doc));
    return loaded.records;
  }
}

function keep(doc: Doc, writer: DurableWriter): KeptDoc {
  const take = (update: Uint8Array, origin: unknown) => {
    if (origin !== fromDisk) writer.take(update);
  };
  // First of all listeners: nobody hears of an edit that is not yet in the queue.
  doc.on('update', take);
  return {
    doc,
    whenLoaded: Promise.resolve(),
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
