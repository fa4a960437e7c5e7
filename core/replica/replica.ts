import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { Change, ChangeNote } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import type { OpenDoc, SaveState } from '../ports/replica.ts';
import { DocHandle, HeldDoc } from './heldDoc.ts';
import { Listeners } from './listeners.ts';
import {
  type DocCopy,
  type DocObserver,
  type FromOutside,
  type ObservableReplica,
  Unlisted,
} from './observed.ts';
import { type Channel, type DocStorage, sameSave, worstSave } from './storage.ts';
import { TabLink } from './tabs.ts';

/** One document that is open, opening, or closed and still being saved. */
interface Entry {
  name: DocName;
  /** How many hold it. At 0 it unloads as soon as everything is saved. */
  holders: number;
  held: HeldDoc | null;
  opening: Promise<HeldDoc | null>;
  stops: Map<DocObserver, () => void>;
  stopSave: () => void;
}

/** What a replica is built from. */
export interface ReplicaParts {
  storage: DocStorage;
  /** To the other tabs; none when alone. */
  channel?: Channel;
  /** Told of what must not happen, e.g. a watcher that throws; nothing else is disturbed by it. */
  report: (bug: unknown) => void;
}

/** A replica over any storage: who holds what, undo, observers, the link to other tabs. */
export class DocReplica implements ObservableReplica {
  readonly #parts: ReplicaParts;
  readonly #entries = new Map<DocName, Entry>();
  readonly #observers = new Set<DocObserver>();
  readonly #saveChanged: Listeners<SaveState>;
  readonly #tabs: TabLink | null;
  #save: SaveState;

  constructor(parts: ReplicaParts) {
    this.#parts = parts;
    this.#save = parts.storage.save;
    this.#saveChanged = new Listeners(parts.report);
    parts.storage.watchSave(() => this.#weigh());
    this.#tabs = parts.channel ? new TabLink(parts.channel, (name) => void this.#drop(name)) : null;
    if (this.#tabs) this.#observers.add(this.#tabs);
  }

  async open(name: DocName): Promise<OpenDoc> {
    return this.#handle(await this.#hold(name));
  }

  async apply(changes: readonly Change[], note: ChangeNote): Promise<void> {
    const opening: Promise<void>[] = [];
    for (const [name, mine] of Map.groupBy(changes, (change) => change.doc)) {
      const held = this.#entries.get(name)?.held;
      // What is open already changes before this function returns, so that typing never waits.
      if (held) held.apply(mine, note);
      else opening.push(this.#with(name, (opened) => opened.apply(mine, note)));
    }
    await Promise.all(opening);
  }

  async applyToDisk(changes: readonly Change[], note: ChangeNote): Promise<SaveState> {
    const names = [...new Set(changes.map((change) => change.doc))];
    const docs = await Promise.all(names.map((name) => this.open(name)));
    try {
      await this.apply(changes, note);
      return worstSave(await Promise.all(docs.map((doc) => doc.whenSaved())));
    } finally {
      for (const doc of docs) doc.close();
    }
  }

  async list(workspacePrefix: string): Promise<DocName[]> {
    const open = () =>
      [...this.#entries.values()].filter((e) => e.held && !isEmpty(e.held.doc)).map((e) => e.name);
    const fits = (name: string) =>
      name.startsWith(workspacePrefix) &&
      (workspacePrefix.endsWith('/') || (name[workspacePrefix.length] ?? '/') === '/');
    const stored = await this.#parts.storage.list().catch((cause: unknown) => {
      throw new Unlisted(open().filter(fits), cause);
    });
    return [...new Set([...stored, ...open()])].filter(fits).sort();
  }

  async forget(name: DocName): Promise<void> {
    // Other tabs first: one that sees its database go without a word writes it again from memory.
    this.#tabs?.postForget(name);
    await this.#drop(name);
    await this.#parts.storage.delete(name);
  }

  get save(): SaveState {
    return this.#save;
  }

  watchSave(onChange: (state: SaveState) => void): () => void {
    return this.#saveChanged.add(onChange);
  }

  observe(observer: DocObserver): () => void {
    this.#observers.add(observer);
    for (const entry of this.#entries.values()) if (entry.held) this.#show(entry, entry.held, observer);
    return () => {
      this.#observers.delete(observer);
      for (const entry of this.#entries.values()) {
        entry.stops.get(observer)?.();
        entry.stops.delete(observer);
      }
    };
  }

  async look(name: DocName): Promise<Doc | null> {
    const entry = this.#entries.get(name);
    return entry ? ((await entry.opening)?.doc ?? null) : this.#parts.storage.look(name);
  }

  async stateOf(name: DocName): Promise<Uint8Array> {
    return (await this.copyOf(name)).state;
  }

  async copyOf(name: DocName): Promise<DocCopy> {
    return await this.#with(name, ({ doc, kept: { aside } }) => ({ state: encodeStateAsUpdate(doc), aside }));
  }

  async merge(name: DocName, update: Uint8Array, origin: FromOutside): Promise<void> {
    // Throws here, before anything is touched.
    applyUpdate(new Doc(), update);
    await this.#with(name, (held) => applyUpdate(held.doc, update, origin));
  }

  /** Asks the other tabs for what this one may have missed while it was frozen. */
  catchUp(): void {
    this.#tabs?.greetAll();
  }

  async destroy(): Promise<void> {
    for (const entry of [...this.#entries.values()]) {
      const held = await entry.opening;
      await held?.kept.whenSaved();
      if (held) await this.#unload(entry, held);
    }
    this.#parts.channel?.close();
  }

  async #with<T>(name: DocName, use: (held: HeldDoc) => T): Promise<T> {
    const held = await this.#hold(name);
    const handle = this.#handle(held);
    try {
      return use(held);
    } finally {
      handle.close();
    }
  }

  /** Counts one holder more and resolves with the loaded document. */
  async #hold(name: DocName): Promise<HeldDoc> {
    for (;;) {
      const entry = this.#entries.get(name) ?? this.#start(name);
      entry.holders++;
      const held = await entry.opening;
      // Null when it was deleted while it was being loaded: begin again, empty.
      if (held) return held;
    }
  }

  #handle(held: HeldDoc): DocHandle {
    const entry = this.#entries.get(held.name);
    return new DocHandle(held, () => {
      if (!entry || entry.held !== held) return;
      entry.holders--;
      this.#letGoWhenDone(entry);
    });
  }

  #start(name: DocName): Entry {
    const entry: Entry = {
      name,
      holders: 0,
      held: null,
      opening: Promise.resolve(null),
      stops: new Map(),
      stopSave: () => {},
    };
    this.#entries.set(name, entry);
    entry.opening = this.#load(entry);
    return entry;
  }

  async #load(entry: Entry): Promise<HeldDoc | null> {
    const kept = await this.#parts.storage.open(entry.name);
    if (this.#entries.get(entry.name) !== entry) {
      await kept.close();
      return null;
    }
    const held = new HeldDoc(entry.name, kept, this.#parts.report);
    entry.held = held;
    entry.stopSave = kept.watchSave(() => {
      this.#weigh();
      this.#letGoWhenDone(entry);
    });
    for (const observer of this.#observers) this.#show(entry, held, observer);
    this.#weigh();
    return held;
  }

  #show(entry: Entry, held: HeldDoc, observer: DocObserver): void {
    try {
      entry.stops.set(
        observer,
        observer.opened(entry.name, held.doc, held.kept.whenLoaded, held.kept.whenWhole),
      );
    } catch (bug) {
      this.#parts.report(bug);
    }
  }

  #letGoWhenDone(entry: Entry): void {
    const { held } = entry;
    if (held && entry.holders <= 0 && held.kept.save.kind === 'saved')
      this.#unload(entry, held).catch(this.#parts.report);
  }

  async #unload(entry: Entry, held: HeldDoc): Promise<void> {
    if (this.#entries.get(entry.name) !== entry) return;
    this.#entries.delete(entry.name);
    entry.stopSave();
    for (const stop of entry.stops.values())
      try {
        stop();
      } catch (bug) {
        this.#parts.report(bug);
      }
    this.#weigh();
    await held.close();
  }

  /** Forgets a document in this tab: whoever still holds it sees it empty, and nothing of it is written any more. */
  async #drop(name: DocName): Promise<void> {
    const entry = this.#entries.get(name);
    if (entry?.held) {
      entry.held.empty();
      await this.#unload(entry, entry.held);
    } else if (entry) {
      this.#entries.delete(name);
      await entry.opening;
    }
    for (const observer of this.#observers) observer.forgotten?.(name);
  }

  #weigh(): void {
    const states = [...this.#entries.values()].flatMap((e) => (e.held ? [e.held.kept.save] : []));
    const save = worstSave([this.#parts.storage.save, ...states]);
    if (sameSave(save, this.#save)) return;
    this.#save = save;
    this.#saveChanged.call(save);
  }
}

function isEmpty(doc: Doc): boolean {
  return doc.store.clients.size === 0 && doc.store.pendingStructs === null;
}
