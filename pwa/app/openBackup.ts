import { makeBackupDesk } from '#core/browser/backup/index.ts';
import type { WorkspaceDatabase } from '#core/browser/database.ts';
import type { WaveShelf } from '#core/browser/sync/index.ts';
import {
  digest,
  makeLookup,
  makeMemoryShelf,
  makeWaveShelf,
  makeWaveStore,
} from '#core/browser/waves/index.ts';
import type { BackupDesk } from '#core/ports/backup.ts';
import type { Adapters } from './adapters.ts';

const shelfOf = (db: WorkspaceDatabase): WaveShelf => makeWaveShelf(db, makeWaveStore(db), makeLookup(db));

/** The backup desk of the open workspace; fetched with its zip code when a screen asks for it. */
export async function openBackup(adapters: Adapters): Promise<BackupDesk> {
  const { session, sessions, db, replica, drafts, stored, clock } = adapters;
  return makeBackupDesk({
    workspace: session.workspace,
    sessions,
    db,
    replica,
    drafts,
    shelf: (await stored.shelf()) ?? makeMemoryShelf(stored.waves),
    shelfOf,
    clock,
    digest,
    report: (bug) => reportError(bug),
    restart: () => location.assign('/'),
  });
}
