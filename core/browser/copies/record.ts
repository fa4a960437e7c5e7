import type { WorkspaceDatabase } from '../database.ts';

/** What is remembered of the folder, in the workspace's own database: it goes with the workspace, and into no backup. */
export interface CopyRecord {
  /** The browser's handle of the folder. */
  folder: unknown;
  /** In the names of its copies; drawn when it was chosen. */
  tag: string;
  paused: boolean;
  /** When the last copy was begun, milliseconds since 1970 UTC; null before the first. */
  lastAt: number | null;
  fuller: string;
  /** Something has changed since. */
  owed: boolean;
}

/** Where the record lies. Both reject when the disk refuses. */
export interface CopyRecords {
  read(): Promise<CopyRecord | null>;
  write(record: CopyRecord | null): Promise<void>;
}

const key = 'copies';

/** The record in the workspace's database. */
export const recordsIn = (db: Pick<WorkspaceDatabase, 'kept'>): CopyRecords => ({
  read: async () => ((await db.kept.get(key))?.value as CopyRecord | undefined) ?? null,
  async write(record) {
    if (record) await db.kept.put({ key, value: record });
    else await db.kept.delete(key);
  },
});
