import type { Backup } from '#core/exchange/index.ts';
import { docName, parseDocName } from '#core/model/docName.ts';
import type { WorkspaceId } from '#core/model/ids.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { BackupProgress, BringInFault } from '#core/ports/backup.ts';
import type { SaveState } from '#core/ports/replica.ts';
import { FromOutside, type ObservableReplica } from '#core/replica/index.ts';
import { DraftsDatabase, WorkspaceDatabase } from '../database.ts';
import { BrowserFacts } from '../facts/index.ts';
import { whenSettled } from '../parts/settled.ts';
import { layAside, openReplica } from '../replica/index.ts';
import type { WaveShelf } from '../sync/wavesExchange.ts';
import { isPortable } from './portable.ts';

/** What bringing a backup in needs beside it. */
export interface BringInParts {
  /** The waves of a workspace that is not the open one. */
  shelfOf: (db: WorkspaceDatabase) => WaveShelf;
  report: (bug: unknown) => void;
}

/** Stores a backup under a workspace id that holds nothing yet. On failure the caller deletes what was stored. */
export async function storeBackup(
  backup: Backup,
  workspace: WorkspaceId,
  parts: BringInParts,
  onProgress: BackupProgress,
): Promise<Result<null, BringInFault>> {
  const db = new WorkspaceDatabase(workspace);
  const replica = await openReplica({ workspace });
  // It projects every interview as its document arrives.
  const facts = new BrowserFacts({ workspace, db, replica, report: parts.report });
  try {
    const all = backup.documents.length + backup.waves.length + 1;
    for (const [i, document] of backup.documents.entries()) {
      onProgress(i, all);
      const state = await storeDocument(document, workspace, replica);
      if (state.kind !== 'saved') return fail(faultOf(state));
    }
    const shelf = parts.shelfOf(db);
    for (const [i, wave] of backup.waves.entries()) {
      onProgress(backup.documents.length + i, all);
      if (!(await shelf.take(wave.head, wave.parts)))
        return fail({ kind: 'damaged', part: `waves/${i + 1}` });
    }
    await storeDrafts(backup, workspace);
    await storeSettings(backup, db);
    onProgress(all, all);
    return ok(null);
  } catch (error) {
    return fail(nameOf(error) === 'QuotaExceededError' ? { kind: 'quota' } : { kind: 'unavailable' });
  } finally {
    await replica.destroy();
    await facts.close();
    db.close();
  }
}

async function storeDocument(
  { name, state, aside }: Backup['documents'][number],
  workspace: WorkspaceId,
  replica: ObservableReplica,
): Promise<SaveState> {
  const parsed = parseDocName(`${workspace}/${name}`);
  if (!parsed.ok) throw new Error(`no document name: ${name}`);
  const target = docName(workspace, parsed.value.kind, parsed.value.id);
  const doc = await replica.open(target);
  try {
    await replica.merge(target, state, new FromOutside('backup'));
    // A disk that is only slow is no reason to throw away what was brought in so far.
    const save = await whenSettled(doc);
    if (aside && save.kind === 'saved') await layAside(target, aside);
    return save;
  } finally {
    doc.close();
  }
}

async function storeDrafts({ drafts }: Backup, workspace: WorkspaceId): Promise<void> {
  const db = new DraftsDatabase(workspace);
  try {
    await db.drafts.bulkPut(Object.entries(drafts).map(([interview, line]) => ({ interview, line })));
  } finally {
    db.close();
  }
}

async function storeSettings({ settings }: Backup, db: WorkspaceDatabase): Promise<void> {
  const own = Object.entries(settings).filter(([key]) => isPortable(key));
  await db.kept.bulkPut(own.map(([key, value]) => ({ key, value })));
}

function faultOf(state: SaveState): BringInFault {
  return state.kind === 'onlyInMemory' && state.why === 'quota' ? { kind: 'quota' } : { kind: 'unavailable' };
}

/** Dexie wraps the browser's errors. */
function nameOf(error: unknown): string {
  for (let at = error; at instanceof Object; at = (at as { inner?: unknown }).inner)
    if ((at as { name?: unknown }).name === 'QuotaExceededError') return 'QuotaExceededError';
  return '';
}
