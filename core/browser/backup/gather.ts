import { type Backup, type BackupDocument, type BackupWave, wavesThatFit } from '#core/exchange/index.ts';
import type { WorkspaceId } from '#core/model/ids.ts';
import type { Json } from '#core/model/json.ts';
import type { BackupProgress, LeftOut } from '#core/ports/backup.ts';
import { type ObservableReplica, Unlisted } from '#core/replica/index.ts';
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

/** What was gathered, and what could not be read. */
export interface Gathered {
  backup: Omit<Backup, 'madeAt' | 'name'>;
  leftOut: LeftOut | null;
}

/** Documents read at once. */
const atOnce = 8;

/** The whole workspace from disk and memory. What the disk cannot give is left out and counted; nothing of what was typed is. */
export async function gather(from: GatherFrom, onProgress: BackupProgress): Promise<Gathered> {
  const { workspace } = from;
  const leftOut: LeftOut = { interviews: 0, documents: 0, waves: 0, tooLarge: 0, unlisted: false };
  const documents = await documentsOf(from, leftOut, onProgress);
  const read = await wavesOf(from.shelf, leftOut);
  const waves = wavesThatFit(documents, read);
  leftOut.tooLarge = read.length - waves.length;
  const drafts = Object.fromEntries(await from.drafts.all());
  const settings = await settingsOf(from.db).catch(() => {
    leftOut.unlisted ||= !storesNothing(from.replica);
    return {};
  });
  const isWhole = Object.values(leftOut).every((missing) => !missing);
  return { backup: { workspace, documents, waves, drafts, settings }, leftOut: isWhole ? null : leftOut };
}

async function documentsOf(
  { workspace, replica }: GatherFrom,
  leftOut: LeftOut,
  onProgress: BackupProgress,
): Promise<BackupDocument[]> {
  const prefix = `${workspace}/`;
  const names = await replica.list(prefix).catch((fault: unknown) => {
    if (!(fault instanceof Unlisted)) throw fault;
    leftOut.unlisted = !storesNothing(replica);
    return fault.open;
  });
  const documents: BackupDocument[] = [];
  const queue = [...names];
  let done = 0;
  const work = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const { state, aside } = await replica.copyOf(name);
      const document = { name: name.slice(prefix.length), state };
      if (!aside) leftOut[document.name.startsWith('interview/') ? 'interviews' : 'documents']++;
      if (aside?.length) documents.push({ ...document, aside });
      // Two bytes are an empty document.
      else if (state.length > 2) documents.push(document);
      onProgress(++done, names.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return documents.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function wavesOf(shelf: WaveShelf, leftOut: LeftOut): Promise<BackupWave[]> {
  let heads: WaveHead[] = [];
  try {
    heads = await shelf.list();
  } catch {
    leftOut.unlisted = true;
  }
  const read = await Promise.all(heads.map((head) => waveOf(shelf, head).catch(() => null)));
  const waves = read.filter((wave) => wave !== null);
  leftOut.waves = read.length - waves.length;
  return waves;
}

async function waveOf(shelf: WaveShelf, head: WaveHead): Promise<BackupWave | null> {
  const parts: BackupWave['parts'][number][] = [];
  for (const { part, hash } of await shelf.parts(head.id)) {
    const bytes = await shelf.part(head.id, part);
    if (!bytes) return null;
    parts.push({ part, hash, bytes });
  }
  // A part that is damaged or gone would have the whole backup refused.
  return (await shelf.fits(head, parts)) ? { head, parts } : null;
}

async function settingsOf(db: WorkspaceDatabase): Promise<Record<string, Json>> {
  const rows = (await db.kept.toArray()).filter(({ key }) => isPortable(key));
  return Object.fromEntries(rows.map(({ key, value }) => [key, value as Json]));
}

/** Such a browser has nothing to list, and nothing that could be missing. */
const storesNothing = ({ save }: ObservableReplica): boolean =>
  save.kind === 'onlyInMemory' && save.why === 'unavailable';
