import type { Doc } from 'yjs';
import type { DocName } from '../model/docName.ts';
import type { MemberId } from '../model/ids.ts';
import type { Replica } from '../ports/replica.ts';

/**
 * The origin of a transaction that this member made here. It alone is tracked for undo. Everything with another
 * origin (a server's provider, another tab, the disk) is durably written too but never undone from here.
 */
export class OwnEdit {
  readonly who: MemberId;
  readonly why: string;

  constructor(who: MemberId, why: string) {
    this.who = who;
    this.why = why;
  }
}

/** The origin of what arrives from outside this page, for those that have no object of their own to pass. */
export class FromOutside {
  readonly via: 'disk' | 'tab' | 'backup' | 'server' | 'paired';

  constructor(via: FromOutside['via']) {
    this.via = via;
  }
}

/** Listens to documents as they come and go: a sync link, the link between tabs, a projection. */
export interface DocObserver {
  /**
   * Called once for every document that is open, and for those opened later. Connect (or read) once `whenLoaded`
   * resolves: it never rejects, and resolves as well when the disk gives nothing and work goes on in memory.
   * `whenWhole` resolves once all that is stored is in the document: at once, but for a disk that answered late or not
   * yet. Until then what the document lacks may still lie there.
   * The returned function is called when the document unloads.
   */
  opened(name: DocName, doc: Doc, whenLoaded: Promise<void>, whenWhole: Promise<void>): () => void;
  /** The document was deleted from this device, here or in another tab. */
  forgotten?(name: DocName): void;
}

/** A `Replica` that lets its documents be watched and carried as bytes. Apps build it; screens see `Replica` only. */
export interface ObservableReplica extends Replica {
  /** Returns the stop function, which also stops what `opened` returned. */
  observe(observer: DocObserver): () => void;
  /**
   * A document as it is now, for one reading: the open one, or what lies on disk. It is not held, and no observer hears of
   * it; never to be changed. Null when there is none or none can be read.
   */
  look(name: DocName): Promise<Doc | null>;
  /** A document's whole state as one Yjs update (v1), from disk and memory; opens and closes it. */
  stateOf(name: DocName): Promise<Uint8Array>;
  /** The same with what of it could not be read. */
  copyOf(name: DocName): Promise<DocCopy>;
  /** Merges a Yjs update (v1) into a document, opening it when needed. Throws on bytes that do not decode. */
  merge(name: DocName, update: Uint8Array, origin: FromOutside): Promise<void>;
  /** Waits for what can be saved, then lets go of every document and connection. For tests and closing pages. */
  destroy(): Promise<void>;
}

/** A document as this device can give it. */
export interface DocCopy {
  state: Uint8Array;
  /** Stored updates that do not decode; null while the disk has not given the document, and `state` is what was typed. */
  aside: readonly Uint8Array[] | null;
}

/**
 * The disk does not say which documents it holds: nobody may act as if there were none. `open`: those asked for that are
 * open here and not empty.
 */
export class Unlisted extends Error {
  readonly open: readonly DocName[];

  constructor(open: readonly DocName[], cause: unknown) {
    super('the disk does not say which documents there are', { cause });
    this.open = open;
  }
}

/** Something wrong on disk that did not stop the rest from loading; kept aside and reported. */
export type ReplicaFault =
  /** Stored updates that do not decode, found now or earlier: moved out of the log, not deleted. */
  | { kind: 'quarantined'; doc: DocName; updates: number }
  /** Stored edits that wait for an earlier one which is missing; a peer may still bring it. */
  | { kind: 'gap'; doc: DocName };
