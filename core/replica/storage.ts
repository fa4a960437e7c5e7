import type { Doc } from 'yjs';
import { type DocName, docName, parseDocName } from '../model/docName.ts';
import type { SaveState } from '../ports/replica.ts';

/** Where documents lie: a disk, or memory. `makeReplica` does the rest. */
export interface DocStorage {
  /** Loads a document and from then on keeps every change of it. Never rejects: without a disk it goes on in memory. */
  open(name: DocName): Promise<KeptDoc>;
  /** A document as it is stored, for reading alone: nothing of it is kept. Null when there is none or none can be read. */
  look(name: DocName): Promise<Doc | null>;
  /** Names of what is stored; empty where nothing can be stored. Rejects when they cannot be read. */
  list(): Promise<DocName[]>;
  /** Deletes what is stored of a document. */
  delete(name: DocName): Promise<void>;
  /** How the storage as a whole is: whether there is one, and whether an opening takes suspiciously long. */
  readonly save: SaveState;
  watchSave(onChange: () => void): () => void;
}

/** A loaded document whose changes are being kept. */
export interface KeptDoc {
  readonly doc: Doc;
  /** See `DocObserver.opened`. */
  readonly whenLoaded: Promise<void>;
  /** See `DocCopy`. */
  readonly aside: readonly Uint8Array[] | null;
  readonly whenWhole: Promise<void>;
  readonly save: SaveState;
  watchSave(onChange: (state: SaveState) => void): () => void;
  /** Resolves once all changes so far are kept, or cannot be for now. */
  whenSaved(): Promise<SaveState>;
  /** Stops keeping changes and lets go of the disk. What is not saved by now stays unsaved. */
  close(): Promise<void>;
}

/** Carries messages between the replicas of one device: the tabs of a browser. */
export interface Channel {
  post(message: unknown): void;
  listen(onMessage: (message: unknown) => void): void;
  close(): void;
}

/** A document's name from text that came from a disk or another tab; null when it is none. */
export function readDocName(text: string): DocName | null {
  const parts = parseDocName(text);
  return parts.ok ? docName(parts.value.workspace, parts.value.kind, parts.value.id) : null;
}

/** The worst of several states: any fault over any waiting over saved; what waits is added up. */
export function worstSave(states: Iterable<SaveState>): SaveState {
  let worst: SaveState = { kind: 'saved' };
  let waiting = 0;
  for (const state of states) {
    if (state.kind === 'saved') continue;
    waiting += state.waiting;
    if (worst.kind !== 'onlyInMemory') worst = state;
  }
  return worst.kind === 'saved' ? worst : { ...worst, waiting };
}

/** Whether two states say the same. */
export function sameSave(a: SaveState, b: SaveState): boolean {
  if (a.kind === 'saved' || b.kind === 'saved') return a.kind === b.kind;
  if (a.waiting !== b.waiting) return false;
  return a.kind === 'onlyInMemory' && b.kind === 'onlyInMemory' ? a.why === b.why : a.kind === b.kind;
}
