import { DatabaseSync } from 'node:sqlite';
import type { WavePart } from '#core/model/protocol.ts';
import { schema } from './schema.ts';
import {
  type ServerStorage,
  StorageFull,
  StorageInUse,
  type StoredDocument,
  type WaveRow,
} from './storage.ts';

export interface SqliteOptions {
  /** The file; ":memory:" for one that dies with the process. */
  file: string;
  /** The database may not grow beyond this many bytes; 0 for no limit. */
  maxBytes: number;
}

interface Waiting {
  workspace: string;
  doc: string;
  update: Uint8Array;
  done(seq: number): void;
  failed(error: unknown): void;
}

const busy = 5;
const full = 13;

/**
 * Storage on node:sqlite: write-ahead log, an fsync at every commit, freed pages overwritten. The exclusive lock keeps
 * a second server out of the folder and is let go by the system even when this process is killed.
 */
export function openSqlite({ file, maxBytes }: SqliteOptions): ServerStorage {
  const db = open(file, maxBytes);
  const all = statements(db);
  let waiting: Waiting[] = [];

  /** Everything that arrived in one turn of the event loop shares one commit, and so one fsync. */
  function commitWaiting(): void {
    const group = waiting;
    waiting = [];
    try {
      const seqs = inTransaction(db, () => group.map((one) => appendOne(one)));
      group.forEach((one, i) => {
        one.done(seqs[i] ?? 0);
      });
    } catch (error) {
      for (const one of group) one.failed(error);
    }
  }

  function appendOne({ workspace, doc, update }: Waiting): number {
    const seq = Number(all.append.run(doc, update).lastInsertRowid);
    all.touch.run(doc, workspace, seq);
    return seq;
  }

  function stored(doc: string): StoredDocument {
    const snapshot = all.snapshot.get(doc);
    return {
      snapshot: snapshot ? bytesOf(snapshot.bytes) : null,
      log: all.log.all(doc).map((row) => ({ seq: Number(row.seq), update: bytesOf(row.bytes) })),
    };
  }

  function dropUnnamedBlobs(workspace: string): void {
    const named = new Set(
      all.waves.all(workspace).flatMap((row) => partsOf(row.parts).map((part) => part.hash)),
    );
    for (const { hash } of all.blobHashes.all(workspace))
      if (!named.has(String(hash))) all.dropBlob.run(workspace, String(hash));
  }

  return {
    async createWorkspace({ id, created, hashes }) {
      return inTransaction(db, () => all.create.run(id, created, hashes.member, hashes.reader).changes > 0);
    },
    async workspace(id) {
      const row = all.workspace.get(id);
      if (!row) return null;
      const hashes = { member: bytesOf(row.member_hash), reader: bytesOf(row.reader_hash) };
      return { id, created: Number(row.created), hashes };
    },
    async renewSecrets(id, hashes) {
      inTransaction(db, () => all.renew.run(hashes.member, hashes.reader, id));
    },
    append(workspace, doc, update) {
      return new Promise((done, failed) => {
        if (waiting.push({ workspace, doc, update, done, failed }) === 1) setImmediate(commitWaiting);
      });
    },
    async load(doc) {
      return stored(doc);
    },
    async logSize(doc) {
      const row = all.logSize.get(doc);
      return { entries: Number(row?.entries ?? 0), bytes: Number(row?.bytes ?? 0) };
    },
    async compact(doc, fold) {
      inTransaction(db, () => {
        const now = stored(doc);
        const last = now.log.at(-1);
        if (!last) return;
        all.putSnapshot.run(doc, fold(now));
        all.trim.run(doc, last.seq);
      });
    },
    async quarantine(doc, seq, why) {
      inTransaction(db, () => {
        if (seq === 0) {
          all.setSnapshotAside.run(why, doc);
          all.dropSnapshot.run(doc);
        } else {
          all.setEntryAside.run(why, seq);
          all.dropEntry.run(seq);
        }
      });
    },
    async quarantined() {
      return Number(all.quarantined.get()?.n ?? 0);
    },
    async changesSince(workspace, since, limit) {
      const rows = all.changes.all(workspace, since, limit);
      const last = rows.at(-1);
      const seq = last ? Number(last.seq) : Number(all.lastChange.get(workspace)?.seq ?? 0);
      return { seq, docs: rows.map((row) => String(row.doc)) };
    },
    async hasBlob(workspace, hash) {
      return all.hasBlob.get(workspace, hash) !== undefined;
    },
    async putBlob(workspace, hash, bytes) {
      inTransaction(db, () => all.putBlob.run(workspace, hash, bytes));
    },
    async blob(workspace, hash) {
      const row = all.blob.get(workspace, hash);
      return row ? bytesOf(row.bytes) : null;
    },
    async waves(workspace) {
      const waves: WaveRow[] = [];
      const removed: string[] = [];
      for (const row of all.waves.all(workspace))
        if (row.head === null) removed.push(String(row.id));
        else waves.push({ id: String(row.id), head: String(row.head), parts: partsOf(row.parts) });
      return { waves, removed };
    },
    async putWave(workspace, { id, head, parts }) {
      return inTransaction(db, () => {
        if (all.wave.get(workspace, id)?.head === null) return false;
        if (parts.some(({ hash }) => all.hasBlob.get(workspace, hash) === undefined)) return false;
        all.putWave.run(workspace, id, head, JSON.stringify(parts), workspace);
        return true;
      });
    },
    async removeWave(workspace, id) {
      inTransaction(db, () => {
        all.putWave.run(workspace, id, null, null, workspace);
        dropUnnamedBlobs(workspace);
      });
    },
    async close() {
      if (!db.isOpen) return;
      if (waiting.length > 0) commitWaiting();
      try {
        db.exec('pragma wal_checkpoint(truncate)');
      } catch {
        // No room to fold the write-ahead log in: it stays beside the database and is read at the next start.
      }
      db.close();
    },
  };
}

function open(file: string, maxBytes: number): DatabaseSync {
  const db = new DatabaseSync(file);
  try {
    db.exec(`
      pragma busy_timeout = 0;
      pragma locking_mode = exclusive;
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma secure_delete = on;
      begin immediate; commit;
    `);
    db.exec(schema);
    if (maxBytes > 0) {
      const page = Number(db.prepare('pragma page_size').get()?.page_size ?? 4096);
      db.exec(`pragma max_page_count = ${Math.max(1, Math.floor(maxBytes / page))}`);
    }
    return db;
  } catch (error) {
    db.close();
    throw codeOf(error) === busy ? new StorageInUse() : error;
  }
}

function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('begin immediate');
  try {
    const value = work();
    db.exec('commit');
    return value;
  } catch (error) {
    // SQLite has rolled back by itself after some faults (disk full among them); then there is nothing to undo.
    if (db.isTransaction) db.exec('rollback');
    throw codeOf(error) === full ? new StorageFull() : error;
  }
}

/** The primary SQLite result code, or 0. */
function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new Error('the database holds something else where bytes were expected');
}

function partsOf(value: unknown): WavePart[] {
  return typeof value === 'string' ? (JSON.parse(value) as WavePart[]) : [];
}

function statements(db: DatabaseSync) {
  return {
    create: db.prepare('insert into workspaces values (?, ?, ?, ?) on conflict do nothing'),
    workspace: db.prepare('select * from workspaces where id = ?'),
    renew: db.prepare('update workspaces set member_hash = ?, reader_hash = ? where id = ?'),
    append: db.prepare('insert into log (doc, bytes) values (?, ?)'),
    touch: db.prepare(
      'insert into documents values (?, ?, ?) on conflict (doc) do update set seq = excluded.seq',
    ),
    snapshot: db.prepare('select bytes from snapshots where doc = ?'),
    log: db.prepare('select seq, bytes from log where doc = ? order by seq'),
    logSize: db.prepare(
      'select count(*) entries, coalesce(sum(length(bytes)), 0) bytes from log where doc = ?',
    ),
    putSnapshot: db.prepare(
      'insert into snapshots values (?, ?) on conflict (doc) do update set bytes = excluded.bytes',
    ),
    trim: db.prepare('delete from log where doc = ? and seq <= ?'),
    setSnapshotAside: db.prepare(
      'insert into quarantine (doc, seq, bytes, why) select doc, 0, bytes, ? from snapshots where doc = ?',
    ),
    dropSnapshot: db.prepare('delete from snapshots where doc = ?'),
    setEntryAside: db.prepare(
      'insert into quarantine (doc, seq, bytes, why) select doc, seq, bytes, ? from log where seq = ?',
    ),
    dropEntry: db.prepare('delete from log where seq = ?'),
    quarantined: db.prepare('select count(*) n from quarantine'),
    changes: db.prepare(
      'select doc, seq from documents where workspace = ? and seq > ? order by seq limit ?',
    ),
    lastChange: db.prepare('select max(seq) seq from documents where workspace = ?'),
    hasBlob: db.prepare('select 1 from blobs where workspace = ? and hash = ?'),
    putBlob: db.prepare('insert into blobs values (?, ?, ?) on conflict do nothing'),
    blob: db.prepare('select bytes from blobs where workspace = ? and hash = ?'),
    blobHashes: db.prepare('select hash from blobs where workspace = ?'),
    dropBlob: db.prepare('delete from blobs where workspace = ? and hash = ?'),
    wave: db.prepare('select head from waves where workspace = ? and id = ?'),
    waves: db.prepare('select id, head, parts from waves where workspace = ? order by place'),
    putWave: db.prepare(
      `insert into waves values (?, ?, ?, ?, (select coalesce(max(place), 0) + 1 from waves where workspace = ?))
       on conflict (workspace, id) do update set head = excluded.head, parts = excluded.parts`,
    ),
  };
}
