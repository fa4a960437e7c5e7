import { Dexie, type EntityTable, type Table } from 'dexie';
import type { WorkspaceId } from '#core/model/ids.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import type { WaveHead } from '#core/waves/index.ts';

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
 * What one workspace keeps beside its documents: imported waves, lookups and projections. Everything here but waves,
 * drafts and kept values can be rebuilt. One database per workspace, so that leaving one deletes it whole.
 */
export class WorkspaceDatabase extends Dexie {
  waves!: EntityTable<WaveHead, 'id'>;
  blobs!: Table<BlobRow, [string, string]>;
  lookup!: Table<LookupRow, string>;
  facts!: Table<InterviewFacts, string>;
  drafts!: Table<{ interview: string; line: string }, string>;
  unsent!: Table<UnsentRow, string>;
  /** Small values by name: sync position, server secret, saved mappings, pairing. */
  kept!: Table<KeptRow, string>;

  constructor(workspace: WorkspaceId) {
    super(`sounding-${workspace}`, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
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
