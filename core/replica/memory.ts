import { applyUpdate, Doc, encodeStateAsUpdate, mergeUpdates } from 'yjs';
import type { DocName } from '../model/docName.ts';
import type { SaveState } from '../ports/replica.ts';
import { Listeners } from './listeners.ts';
import { DocReplica } from './replica.ts';
import type { Channel, DocStorage, KeptDoc } from './storage.ts';

/** A device without a disk: what its replicas keep and how they talk. Several replicas on one world are its tabs. */
export interface MemoryWorld {
  readonly disk: Map<DocName, Uint8Array>;
  readonly tabs: Set<(message: unknown) => void>;
}

export const memoryWorld = (): MemoryWorld => ({ disk: new Map(), tabs: new Set() });

/** A replica that keeps everything in memory, for model tests: the same contract and the same code above the disk. */
export class MemoryReplica extends DocReplica {
  readonly #storage: MemoryStorage;

  constructor(world: MemoryWorld = memoryWorld()) {
    const storage = new MemoryStorage(world);
    super({
      storage,
      channel: channelIn(world),
      report: (bug) => {
        throw bug;
      },
    });
    this.#storage = storage;
  }

  /** Pretends that the disk fails this way from now on, for one document or all; null mends it and saves what waits. */
  failWith(why: Fault | null, only?: DocName): void {
    this.#storage.failWith(why, only);
  }
}

type Fault = Extract<SaveState, { kind: 'onlyInMemory' }>['why'];

function channelIn(world: MemoryWorld): Channel {
  let hear: (message: unknown) => void = () => {};
  const mine = (message: unknown) => hear(message);
  return {
    post(message) {
      for (const tab of world.tabs) if (tab !== mine) tab(message);
    },
    listen(onMessage) {
      hear = onMessage;
      world.tabs.add(mine);
    },
    close() {
      world.tabs.delete(mine);
    },
  };
}

class MemoryStorage implements DocStorage {
  readonly save: SaveState = { kind: 'saved' };
  readonly #world: MemoryWorld;
  readonly #open = new Set<MemoryDoc>();
  #fault: { why: Fault | null; only?: DocName | undefined } = { why: null };

  constructor(world: MemoryWorld) {
    this.#world = world;
  }

  async open(name: DocName): Promise<KeptDoc> {
    const kept: MemoryDoc = new MemoryDoc(
      name,
      this.#world.disk,
      () => (this.#fault.only && this.#fault.only !== name ? null : this.#fault.why),
      () => this.#open.delete(kept),
    );
    this.#open.add(kept);
    return kept;
  }

  async look(name: DocName): Promise<Doc | null> {
    const stored = this.#world.disk.get(name);
    const doc = new Doc();
    if (stored) applyUpdate(doc, stored);
    return stored ? doc : null;
  }

  watchSave(): () => void {
    return () => {};
  }

  async list(): Promise<DocName[]> {
    return [...this.#world.disk.keys()];
  }

  async delete(name: DocName): Promise<void> {
    this.#world.disk.delete(name);
  }

  failWith(why: Fault | null, only?: DocName): void {
    this.#fault = { why, only };
    for (const kept of this.#open) kept.write();
  }
}

class MemoryDoc implements KeptDoc {
  readonly doc = new Doc();
  readonly whenLoaded = Promise.resolve();
  readonly aside = [];
  readonly whenWhole = Promise.resolve();
  save: SaveState = { kind: 'saved' };
  readonly #listeners = new Listeners<SaveState>((bug) => {
    throw bug;
  });
  readonly #name: DocName;
  readonly #disk: Map<DocName, Uint8Array>;
  readonly #fault: () => Fault | null;
  readonly #closed: () => void;
  #waiting = 0;

  constructor(name: DocName, disk: Map<DocName, Uint8Array>, fault: () => Fault | null, closed: () => void) {
    this.#name = name;
    this.#disk = disk;
    this.#fault = fault;
    this.#closed = closed;
    const stored = disk.get(name);
    if (stored) applyUpdate(this.doc, stored);
    this.doc.on('update', this.#take);
  }

  readonly #take = (): void => {
    this.#waiting++;
    const fault = this.#fault();
    if (fault) this.#set({ kind: 'onlyInMemory', waiting: this.#waiting, why: fault });
    else this.#set({ kind: 'saving', waiting: this.#waiting });
    void Promise.resolve().then(() => this.write());
  };

  /** Saves what waits, or says why not. */
  write(): void {
    const why = this.#fault();
    if (this.#waiting === 0) return;
    if (why) {
      this.#set({ kind: 'onlyInMemory', waiting: this.#waiting, why });
      return;
    }
    const stored = this.#disk.get(this.#name);
    const state = encodeStateAsUpdate(this.doc);
    this.#disk.set(this.#name, stored ? mergeUpdates([stored, state]) : state);
    this.#waiting = 0;
    this.#set({ kind: 'saved' });
  }

  watchSave(onChange: (state: SaveState) => void): () => void {
    return this.#listeners.add(onChange);
  }

  async whenSaved(): Promise<SaveState> {
    await Promise.resolve();
    return this.save;
  }

  async close(): Promise<void> {
    this.doc.off('update', this.#take);
    this.#waiting = 0;
    this.#closed();
  }

  #set(state: SaveState): void {
    this.save = state;
    this.#listeners.call(state);
  }
}
