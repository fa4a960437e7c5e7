import type { Backup, BackupDocument, BackupWave } from '#core/exchange/index.ts';
import type { WorkspaceId } from '#core/model/ids.ts';
import type { Json } from '#core/model/json.ts';
import type { BackupProgress } from '#core/ports/backup.ts';
import type { ObservableReplica } from '#core/replica/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import type { WorkspaceDatabase } from '../database.ts';
import type { BrowserDrafts } from '../drafts.ts';
import type { WaveShelf } from '../sync/wavesExchange.ts';
import { isPortable } from './portable.ts';

/** Where a backup is gathered from. */
export interface GatherFrom {
  workspace: WorkspaceId;
  db: WorkspaceDatabase;
  replica: ObservableReplica;
  drafts: BrowserDrafts;
  shelf: WaveShelf;
}

/** What was gathered, and how many waves could not be read. */
export interface Gathered {
  backup: Omit<Backup, 'madeAt' | 'name'>;
  wavesLeftOut: number;
}

/** Documents read at once. */
const atOnce = 8;
/** The whole workspace from disk and memory. What the disk cannot give is left out; nothing of what was typed is. */
export async function gather(from: GatherFrom, onProgress: BackupProgress): Promise<Gathered> {
  const { workspace } = from;
  const documents = await documentsOf(from, onProgress);
  const { waves, wavesLeftOut } = await wavesOf(from.shelf);
  const drafts = Object.fromEntries(await from.drafts.all());
  const settings = await settingsOf(from.db);
  return { backup: { workspace, documents, waves, drafts, settings }, wavesLeftOut };
}

async function documentsOf(
  { workspace, replica }: GatherFrom,
  onProgress: BackupProgress,
): Promise<BackupDocument[]> {
  const names = await replica.list(`${workspace}/`);
  const documents: BackupDocument[] = [];
  const queue = [...names];
  let done = 0;
  const work = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const { state, aside } = await replica.copyOf(name);
      const document = { name: name.slice(workspace.length + 1), state };
      if (aside?.length) documents.push({ ...document, aside });
      // Two bytes are an empty document.
      else if (state.length > 2) documents.push(document);
      onProgress(++done, names.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return documents.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function wavesOf(shelf: WaveShelf): Promise<{ waves: BackupWave[]; wavesLeftOut: number }> {
  let heads: WaveHead[] = [];
  try {
    heads = await shelf.list();
  } catch {
    // Without a disk there are no waves to read.
  }
  const read = await Promise.all(heads.map((head) => waveOf(shelf, head).catch(() => null)));
  const waves = read.filter((wave) => wave !== null);
  return { waves, wavesLeftOut: read.length - waves.length };
}

async function waveOf(shelf: WaveShelf, head: WaveHead): Promise<BackupWave | null> {
  const parts: BackupWave['parts'][number][] = [];
  for (const { part, hash } of await shelf.parts(head.id)) {
    const bytes = await shelf.part(head.id, part);
    if (!bytes) return null;
    parts.push({ part, hash, bytes });
  }
  return { head, parts };
}

async function settingsOf(db: WorkspaceDatabase): Promise<Record<string, Json>> {
  try {
    const rows = (await db.kept.toArray()).filter(({ key }) => isPortable(key));
    return Object.fromEntries(rows.map(({ key, value }) => [key, value as Json]));
  } catch {
    return {};
  }
}
