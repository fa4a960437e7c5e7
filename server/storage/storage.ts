import type { ServerRole, WavePart } from '#core/model/protocol.ts';

/** A workspace as the server keeps it: only SHA-256 hashes of its secrets. */
export interface WorkspaceRow {
  id: string;
  /** Milliseconds since 1970 UTC. */
  created: number;
  hashes: Readonly<Record<ServerRole, Uint8Array>>;
}

export interface LogEntry {
  seq: number;
  update: Uint8Array;
}

/** What is kept of one document: loading is the snapshot, then the log in order. */
export interface StoredDocument {
  snapshot: Uint8Array | null;
  log: LogEntry[];
}

export interface WaveRow {
  id: string;
  head: string;
  parts: readonly WavePart[];
}

/** The disk has no room, or the database may not grow further. Nothing of the write was kept. */
export class StorageFull extends Error {
  constructor() {
    super('there is no room left on the server');
    this.name = 'StorageFull';
  }
}

/** Another server holds the data folder. */
export class StorageInUse extends Error {
  constructor() {
    super('another Sounding server is using this data folder');
    this.name = 'StorageInUse';
  }
}

/**
 * Where the server keeps everything. Every write resolves only once it would survive a power cut, and rejects when
 * it would not (`StorageFull` when there is no room). The contract suite is test/conformance/serverStorage.ts.
 */
export interface ServerStorage {
  /** False when a workspace of that id exists already; it is left as it was. */
  createWorkspace(row: WorkspaceRow): Promise<boolean>;
  workspace(id: string): Promise<WorkspaceRow | null>;
  /** Replaces the secrets of a workspace; the old ones open nothing any more. */
  renewSecrets(id: string, hashes: WorkspaceRow['hashes']): Promise<void>;

  /** Appends one update to a document's log and returns its place in the sequence of changes (grows for ever). */
  append(workspace: string, doc: string, update: Uint8Array): Promise<number>;
  load(doc: string): Promise<StoredDocument>;
  /** Entries in a document's log and their bytes. */
  logSize(doc: string): Promise<{ entries: number; bytes: number }>;
  /**
   * Replaces what is stored of a document by what `fold` makes of exactly that, in one transaction, so that entries
   * appended meanwhile (by this or another server) stay in the log. When `fold` throws nothing changes.
   */
  compact(doc: string, fold: (stored: StoredDocument) => Uint8Array): Promise<void>;
  /** Moves an entry that cannot be read out of the log (`seq`) or the snapshot (0), keeping its bytes aside. */
  quarantine(doc: string, seq: number, why: string): Promise<void>;
  quarantined(): Promise<number>;

  /** Documents of a workspace changed after `since`, oldest change first, at most `limit`; and the last place covered. */
  changesSince(workspace: string, since: number, limit: number): Promise<{ seq: number; docs: string[] }>;

  hasBlob(workspace: string, hash: string): Promise<boolean>;
  putBlob(workspace: string, hash: string, bytes: Uint8Array): Promise<void>;
  blob(workspace: string, hash: string): Promise<Uint8Array | null>;

  /** Newest last, with the ids of those removed. */
  waves(workspace: string): Promise<{ waves: WaveRow[]; removed: string[] }>;
  /** False when a part it names is not stored, or when the wave was removed before. */
  putWave(workspace: string, wave: WaveRow): Promise<boolean>;
  /** Removes the wave for everybody and drops parts that no other wave names. */
  removeWave(workspace: string, id: string): Promise<void>;

  close(): Promise<void>;
}
