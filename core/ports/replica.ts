import type { Change, ChangeNote } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import type { Fields } from '../model/json.ts';

/**
 * Where an edit stands on this device. `saved` appears only once a strict transaction has completed.
 * Moved by the durable writer alone.
 */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving'; waiting: number }
  /** Not on disk; the writer keeps trying. `why` names the fault for `words.ts`. */
  | { kind: 'onlyInMemory'; waiting: number; why: 'quota' | 'blocked' | 'closed' | 'unavailable' | 'failed' };

/** One open document. Collections hold records by id; reading is synchronous and cheap. */
export interface OpenDoc {
  readonly name: DocName;
  /**
   * Stored fields of every record in a collection, unparsed. The map is a snapshot; do not keep it. What was not
   * touched since is the very same object: the fields of a record, and the map where none was.
   */
  read(collection: string): ReadonlyMap<string, Fields>;
  /** Calls back after any change, local or not, at most once per transaction. Returns the stop function. */
  watch(onChange: () => void): () => void;
  /** Whether all edits made here are on disk. */
  readonly save: SaveState;
  watchSave(onChange: (state: SaveState) => void): () => void;
  /** Resolves once everything applied so far is on disk; rejects never: read `save` when it matters. */
  whenSaved(): Promise<SaveState>;
  /** Undo and redo of this member's own changes since the document was opened; false when there is nothing. */
  undo(): boolean;
  redo(): boolean;
  /** Lets go of the document; it unloads when nobody holds it and everything is saved. */
  close(): void;
}

/** All the documents people edit, on this device. The contract suite is test/conformance/replica.ts. */
export interface Replica {
  /** Opens from disk (empty when new) and keeps it in step with other tabs and, when connected, the server. */
  open(name: DocName): Promise<OpenDoc>;
  /** Applies changes, one transaction per document, opening what is needed. Resolves when applied in memory. */
  apply(changes: readonly Change[], note: ChangeNote): Promise<void>;
  /** As `apply`, but resolves once they are on disk or cannot be put there, with the worst state of their documents. */
  applyToDisk(changes: readonly Change[], note: ChangeNote): Promise<SaveState>;
  /**
   * Names of the documents of a workspace that exist on this device. Rejects with `Unlisted` (core/replica), which names
   * those that are open, when the disk does not say.
   */
  list(workspacePrefix: string): Promise<DocName[]>;
  /** Deletes a document from this device (not from others). */
  forget(name: DocName): Promise<void>;
  /** The worst save state over all open documents, for the top bar. */
  readonly save: SaveState;
  watchSave(onChange: (state: SaveState) => void): () => void;
}
