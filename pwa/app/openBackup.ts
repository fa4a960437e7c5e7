import { makeBackupDesk } from '#core/browser/backup/index.ts';
import type { WorkspaceDatabase } from '#core/browser/database.ts';
import type { WaveShelf } from '#core/browser/sync/index.ts';
import { digest, makeLookup, makeWaveShelf, makeWaveStore } from '#core/browser/waves/index.ts';
import type { BackupDesk } from '#core/ports/backup.ts';
import type { Adapters } from './adapters.ts';

/** Where a browser stores nothing there are no waves to carry; documents and unfinished lines still go out. */
const noWaves: WaveShelf = {
  list: async () => [],
  parts: async () => [],
  part: async () => null,
  take: async () => false,
  remove: async () => {},
  watch: () => () => {},
};

const shelfOf = (db: WorkspaceDatabase): WaveShelf => makeWaveShelf(db, makeWaveStore(db), makeLookup(db));

/** The backup desk of the open workspace; fetched with its zip code when a screen asks for it. */
export async function openBackup(adapters: Adapters): Promise<BackupDesk> {
  const { session, sessions, db, replica, drafts, stored, chance, clock } = adapters;
  return makeBackupDesk({
    workspace: session.workspace,
    sessions,
    db,
    replica,
    drafts,
    shelf: (await stored.shelf()) ?? noWaves,
    shelfOf,
    chance,
    clock,
    digest,
    report: (bug) => reportError(bug),
    restart: () => location.assign('/'),
  });
}
