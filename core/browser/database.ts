import { Dexie, type EntityTable, type Table } from 'dexie';
import type { WorkspaceId } from '#core/model/ids.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { DurableDatabase } from './durableDatabase.ts';

/** One stored part of a wave: bytes and their SHA-256 (hex). */
export interface BlobRow {
  wave: string;
  part: string;
  hash: string;
  bytes: Uint8Array;
}

/** A piece of the e-mail lookup; see core/browser/waves/lookup.ts. */
export interface LookupRow {
  key: string;
  bytes: Uint8Array;
}

/** A document that the server may lack something of; see core/browser/sync/owed.ts. */
export interface UnsentRow {
  /** `<document> <tab>`: only the tab that had it open knows what of its own was acknowledged. */
  doc: string;
  /** When the first unacknowledged edit was made; 0 while there is none. */
  since: number;
}

/** A small value kept under a name. */
export interface KeptRow {
  key: string;
  value: unknown;
}

/**
 * What one workspace keeps beside its documents: imported waves, lookups and projections. Everything here but waves and
 * kept values can be rebuilt. One database per workspace, so that leaving one deletes it whole.
 */
export class WorkspaceDatabase extends DurableDatabase {
  declare waves: EntityTable<WaveHead, 'id'>;
  declare blobs: Table<BlobRow, [string, string]>;
  declare lookup: Table<LookupRow, string>;
  declare facts: Table<InterviewFacts, string>;
  /** Where unfinished lines lay before they had a database of their own; see `takeOverDrafts`. */
  declare drafts: Table<DraftRow, string>;
  declare unsent: Table<UnsentRow, string>;
  /** Small values by name: sync position, server secret, saved mappings, pairing. */
  declare kept: Table<KeptRow, string>;

  constructor(workspace: WorkspaceId) {
    super(databaseOf(workspace), {
      waves: 'id,importedAt,contentHash',
      blobs: '[wave+part],wave',
      lookup: 'key',
      facts: 'interview,cycle,person',
      drafts: 'interview',
      unsent: 'doc',
      kept: 'key',
    });
  }
}

/** The unfinished line of one interview, or of one of its windows (`<interview>~2`). */
export interface DraftRow {
  interview: string;
  line: string;
}

/** The unfinished lines of one workspace, in a database of their own: none waits while a survey is written. */
export class DraftsDatabase extends DurableDatabase {
  declare drafts: Table<DraftRow, string>;

  constructor(workspace: WorkspaceId) {
    super(draftsOf(workspace), { drafts: 'interview' });
  }
}

/**
 * Brings over the lines that an earlier version left in the workspace's database. A line that is in the new place already
 * is newer and stays. Stopped half-way it begins again at the next start. Rejects when the disk refuses.
 */
export async function takeOverDrafts(from: WorkspaceDatabase, into: DraftsDatabase): Promise<void> {
  const left = await from.drafts.toArray();
  if (left.length === 0) return;
  await into.transaction('rw', into.drafts, async () => {
    const there = new Set(await into.drafts.toCollection().primaryKeys());
    await into.drafts.bulkAdd(left.filter(({ interview }) => !there.has(interview)));
  });
  await from.drafts.clear();
}

const databaseOf = (workspace: WorkspaceId): string => `sounding-${workspace}`;
const draftsOf = (workspace: WorkspaceId): string => `sounding-drafts-${workspace}`;
/** The database of a workspace's sound; see core/browser/recordings/store.ts. */
export const recordingsOf = (workspace: WorkspaceId): string => `sounding-recordings-${workspace}`;

/** Deletes what a workspace keeps beside its documents; rejects when the disk refuses. */
export async function deleteWorkspaceDatabases(workspace: WorkspaceId): Promise<void> {
  const names = [databaseOf(workspace), draftsOf(workspace), recordingsOf(workspace)];
  await Promise.all(names.map((name) => Dexie.delete(name)));
}

/** Whether anything of a workspace is kept here beside its documents. */
export const hasWorkspaceDatabases = (workspace: WorkspaceId): Promise<boolean> =>
  Dexie.exists(databaseOf(workspace));
