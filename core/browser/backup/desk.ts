import { type Backup, packBackup, unpackBackup } from '#core/exchange/index.ts';
import { parseId, type WorkspaceId } from '#core/model/ids.ts';
import { ok } from '#core/model/result.ts';
import type { BackupDesk, BackupProgress, BringIn } from '#core/ports/backup.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Digest } from '#core/waves/index.ts';
import type { Sessions } from '../session.ts';
import { type BringInParts, storeBackup } from './bringIn.ts';
import { type GatherFrom, gather } from './gather.ts';
import { previewOf } from './preview.ts';

/** What the desk is built from. */
export interface DeskParts extends GatherFrom, BringInParts {
  sessions: Sessions;
  clock: Clock;
  /** SHA-256. */
  digest: Digest;
  /** Starts the app again, e.g. by a reload. */
  restart: () => void;
}

/** Backup out and in for the open workspace. Loaded when a screen asks for it: it brings the zip code along. */
export function makeBackupDesk(parts: DeskParts): BackupDesk {
  return {
    async make(onProgress) {
      const { backup, leftOut } = await gather(parts, onProgress);
      const madeAt = parts.clock.now();
      const bytes = await packBackup(
        { ...backup, madeAt, name: parts.sessions.current.name },
        parts.digest,
        breathing(onProgress),
      );
      return { name: `sounding-backup-${dayOf(madeAt)}.zip`, bytes, leftOut };
    },
    async preview(file, onProgress) {
      const backup = await unpackBackup(await file.bytes(), parts.digest, breathing(onProgress));
      if (!backup.ok) return backup;
      const preview = previewOf(backup.value, await isTaken(parts, backup.value));
      if (!preview.ok) return preview;
      return ok({ preview: preview.value, bringIn: bringInOf(parts, backup.value) });
    },
  };
}

function bringInOf(parts: DeskParts, backup: Backup): BringIn {
  // Its own id, so that joining its team again brings the two together; a new one when that is in use here.
  const entry = { wanted: ownId(backup), name: backup.name };
  return (onProgress) =>
    parts.sessions.bringIn(entry, async (workspace) => {
      const stored = await storeBackup(backup, workspace, parts, onProgress);
      return stored.ok ? ok({ workspace, open: () => openAgain(parts, workspace) }) : stored;
    });
}

async function openAgain({ sessions, restart }: DeskParts, workspace: WorkspaceId): Promise<void> {
  await sessions.switchTo(workspace);
  restart();
}

function ownId({ workspace }: Backup): WorkspaceId | null {
  const own = parseId<'workspace'>(workspace);
  return own.ok ? own.value : null;
}

async function isTaken({ sessions }: DeskParts, backup: Backup): Promise<boolean> {
  const own = ownId(backup);
  return own !== null && !(await sessions.isFree(own));
}

/** Reports, and gives the page a turn between two pieces of work. */
function breathing(onProgress: BackupProgress): (done: number, all: number) => Promise<void> {
  return (done, all) => {
    onProgress(done, all);
    return new Promise((go) => setTimeout(go));
  };
}

/** The day in local time, as YYYY-MM-DD. */
function dayOf(moment: number): string {
  const day = new Date(moment);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
