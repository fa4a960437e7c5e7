import type { Doc } from 'yjs';
import type { DocName } from '#core/model/docName.ts';
import { type DocObserver, FromOutside, type ObservableReplica } from '#core/replica/index.ts';
import type { Owed } from './owed.ts';
import type { Attached, LiveSocket } from './socket.ts';

interface Opened {
  doc: Doc;
  loaded: boolean;
  /** All that is stored of it is in it. */
  whole: boolean;
  attached: Attached | null;
}

/** The documents open in this tab: each is attached to the server while there is a connection. */
export class OpenDocs implements DocObserver {
  readonly #owed: Owed;
  /** A document closed with something unsent, or can be compared at last. */
  readonly #leftOwing: () => void;
  readonly #docs = new Map<DocName, Opened>();
  /** Documents that the server will not have; the rest goes on without them until the next connection. */
  readonly #aside = new Set<string>();
  #isBeginning = false;
  #socket: LiveSocket | null = null;
  #receiveOnly = false;

  constructor(owed: Owed, leftOwing: () => void) {
    this.#owed = owed;
    this.#leftOwing = leftOwing;
  }

  /** Begins to listen. What was open before may hold edits that nobody noted, so it is compared first. */
  observe(replica: ObservableReplica): () => void {
    this.#isBeginning = true;
    const stop = replica.observe(this);
    this.#isBeginning = false;
    return stop;
  }

  /** Whether the server and this tab have the same of an open document. */
  isSettled(name: DocName): boolean {
    return this.#docs.get(name)?.attached?.settled ?? false;
  }

  /** Whether the disk has nothing of an open document that is not in it yet, and so is not with the server either. */
  isWhole(name: string): boolean {
    return [...this.#docs].every(([own, { whole }]) => own !== name || whole);
  }

  connect(socket: LiveSocket, receiveOnly: boolean): void {
    this.#socket = socket;
    this.#receiveOnly = receiveOnly;
    this.#aside.clear();
    for (const opened of this.#docs.entries()) this.#attach(...opened);
  }

  /** The socket is gone, and with it every attachment. */
  disconnect(): void {
    this.#socket = null;
    for (const opened of this.#docs.values()) opened.attached = null;
  }

  /** The document on the connection there is now. */
  attachedOf(name: string): Attached | null {
    return [...this.#docs].find(([own]) => own === name)?.[1].attached ?? null;
  }

  isAside(name: string): boolean {
    return this.#aside.has(name);
  }

  setAside(name: string): void {
    this.#aside.add(name);
  }

  readonly opened = (
    name: DocName,
    doc: Doc,
    whenLoaded: Promise<void>,
    whenWhole: Promise<void>,
  ): (() => void) => {
    const opened: Opened = { doc, loaded: false, whole: false, attached: null };
    this.#docs.set(name, opened);
    if (this.#isBeginning) this.#owed.doubt(name);
    void this.#owed.opened([name]);
    const note = (_: Uint8Array, origin: unknown) => {
      // What another tab typed is that tab's to send; what the server brought is on its way nowhere. The disk brings
      // something here only when it was late, after what was here without it was compared.
      const foreign = origin instanceof FromOutside && (origin.via === 'tab' || origin.via === 'server');
      if (!foreign && !opened.attached?.brought(origin)) this.#owed.edited(name);
    };
    // Before the other, so that only a late one is compared again.
    void whenWhole.then(() => {
      opened.whole = true;
      if (opened.loaded && !this.#owed.isClean(name)) this.#leftOwing();
    });
    void whenLoaded.then(() => {
      if (this.#docs.get(name) !== opened) return;
      opened.loaded = true;
      doc.on('update', note);
      this.#attach(name, opened);
    });
    return () => {
      doc.off('update', note);
      opened.attached?.detach();
      this.#docs.delete(name);
      this.#owed.closed(name);
      if (!this.#owed.isClean(name) && !this.#aside.has(name)) this.#leftOwing();
    };
  };

  readonly forgotten = (name: DocName): void => this.#owed.forgotten(name);

  #attach(name: DocName, opened: Opened): void {
    if (!this.#socket || !opened.loaded || opened.attached || this.#aside.has(name)) return;
    opened.attached = this.#socket.attach(name, opened.doc, this.#receiveOnly);
  }
}
