import { type Doc, UndoManager } from 'yjs';
import type { Change, ChangeNote } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import type { Fields } from '../model/json.ts';
import type { OpenDoc, SaveState } from '../ports/replica.ts';
import { applyChanges, CollectionReader } from './document.ts';
import { Listeners } from './listeners.ts';
import { OwnEdit } from './observed.ts';
import type { KeptDoc } from './storage.ts';

/** One loaded document, shared by all who hold it open: reading, undo and who is told of changes. */
export class HeldDoc {
  readonly name: DocName;
  readonly kept: KeptDoc;
  readonly doc: Doc;
  readonly #undo: UndoManager;
  readonly #changed: Listeners<void>;
  /** Of the collections that were asked for. */
  readonly #readers = new Map<string, CollectionReader>();
  #gone = false;

  constructor(name: DocName, kept: KeptDoc, report: (bug: unknown) => void) {
    this.name = name;
    this.kept = kept;
    this.doc = kept.doc;
    this.#changed = new Listeners(report);
    // Each `apply` is one step back: no merging by time.
    this.#undo = new UndoManager(this.doc, { trackedOrigins: new Set([OwnEdit]), captureTimeout: 0 });
    this.doc.on('update', this.#tell);
  }

  readonly #tell = (): void => this.#changed.call();

  read(collection: string): ReadonlyMap<string, Fields> {
    if (this.#gone) return new Map();
    const reader = this.#readers.get(collection) ?? new CollectionReader(this.doc, collection);
    this.#readers.set(collection, reader);
    return reader.read();
  }

  apply(changes: readonly Change[], note: ChangeNote): void {
    if (!this.#gone) applyChanges(this.doc, changes, new OwnEdit(note.who, note.why));
  }

  watch(onChange: () => void): () => void {
    return this.#changed.add(onChange);
  }

  undo(): boolean {
    return !this.#gone && this.#undo.undo() !== null;
  }

  redo(): boolean {
    return !this.#gone && this.#undo.redo() !== null;
  }

  /** The document was deleted from this device: those who still look at it see nothing. */
  empty(): void {
    this.#gone = true;
    this.#tell();
  }

  async close(): Promise<void> {
    this.doc.off('update', this.#tell);
    for (const reader of this.#readers.values()) reader.close();
    await this.kept.close();
    this.#undo.destroy();
    this.doc.destroy();
  }
}

/** What one holder gets; letting go twice counts once. */
export class DocHandle implements OpenDoc {
  readonly #held: HeldDoc;
  readonly #letGo: () => void;
  readonly #stops = new Set<() => void>();
  #open = true;

  constructor(held: HeldDoc, letGo: () => void) {
    this.#held = held;
    this.#letGo = letGo;
  }

  get name(): DocName {
    return this.#held.name;
  }

  get save(): SaveState {
    return this.#held.kept.save;
  }

  read(collection: string): ReadonlyMap<string, Fields> {
    return this.#held.read(collection);
  }

  watch(onChange: () => void): () => void {
    return this.#keep(this.#held.watch(onChange));
  }

  watchSave(onChange: (state: SaveState) => void): () => void {
    return this.#keep(this.#held.kept.watchSave(onChange));
  }

  whenSaved(): Promise<SaveState> {
    return this.#held.kept.whenSaved();
  }

  undo(): boolean {
    return this.#open && this.#held.undo();
  }

  redo(): boolean {
    return this.#open && this.#held.redo();
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    for (const stop of this.#stops) stop();
    this.#letGo();
  }

  #keep(stop: () => void): () => void {
    if (!this.#open) stop();
    this.#stops.add(stop);
    return () => {
      this.#stops.delete(stop);
      stop();
    };
  }
}
