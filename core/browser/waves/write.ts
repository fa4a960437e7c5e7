import { fail, ok, type Result } from '#core/model/result.ts';
import type { Stopped } from '#core/ports/waves.ts';
import type { WaveHead } from '#core/waves/index.ts';
import type { BlobRow, WorkspaceDatabase } from '../database.ts';
import { alone } from './alone.ts';
import { forgetRemoved } from './removed.ts';

/** Bytes that one transaction writes, about: what is under way is in memory twice, here and on its way to the disk. */
const bytesATurn = 8_000_000;
/** Names of kept values that say of which wave parts are being written. */
const underWay = 'wave:under way:';

const turnOf = (db: WorkspaceDatabase): string => `sounding-waves-${db.name}`;

/**
 * Stores a wave's parts and then its head: all or nothing, since nothing reads parts without a head. A wave of a million
 * answers would be a transaction of hundreds of megabytes, so parts go in by some, under a mark that names the wave; the
 * last transaction takes the mark away and puts the head in. What a crash leaves behind is marked, and swept by the next
 * one who writes or starts. A small wave is one transaction, as before. While the database writes, the next part is made.
 *
 * Answers the wave that has the same content already, unchanged, where there is one. Throws what the database throws.
 */
export function storeWave(
  db: WorkspaceDatabase,
  head: WaveHead,
  parts: Iterable<BlobRow> | AsyncIterable<BlobRow>,
  isStopped: () => boolean = () => false,
): Promise<Result<WaveHead, Stopped>> {
  return alone(turnOf(db), async () => {
    const same = await sameAs(db, head);
    if (same) return ok(same);
    await sweep(db);
    try {
      const rest = await writeAllButLast(db, head.id, parts, isStopped);
      if (rest) return ok(await finish(db, head, rest));
    } catch (error) {
      await takeBack(db, head.id).catch(() => {});
      throw error;
    }
    await takeBack(db, head.id);
    return fail({ kind: 'stopped' });
  });
}

/** Removes what is left of waves whose writing a crash cut short. Waits until nobody is writing one. */
export async function sweepUnfinishedWaves(db: WorkspaceDatabase): Promise<void> {
  if ((await db.kept.where('key').startsWith(underWay).count()) === 0) return;
  await alone(turnOf(db), () => sweep(db));
}

/** The parts that are left for the last transaction; null when it was stopped. */
async function writeAllButLast(
  db: WorkspaceDatabase,
  wave: string,
  parts: Iterable<BlobRow> | AsyncIterable<BlobRow>,
  isStopped: () => boolean,
): Promise<BlobRow[] | null> {
  let batch: BlobRow[] = [];
  let size = 0;
  let writing: Promise<unknown> = Promise.resolve();
  for await (const row of parts) {
    if (size > 0 && size + row.bytes.length > bytesATurn) {
      await writing;
      writing = writeSome(db, wave, batch);
      // awaited before the next one: until then a failure is nobody's, which is no bug
      writing.catch(() => {});
      batch = [];
      size = 0;
    }
    if (isStopped()) break;
    batch.push(row);
    size += row.bytes.length;
  }
  await writing;
  return isStopped() ? null : batch;
}

function writeSome(db: WorkspaceDatabase, wave: string, rows: readonly BlobRow[]): Promise<unknown> {
  return db.transaction('rw', db.blobs, db.kept, async () => {
    await db.kept.put({ key: underWay + wave, value: true });
    await db.blobs.bulkAdd(rows);
  });
}

function finish(db: WorkspaceDatabase, head: WaveHead, rest: readonly BlobRow[]): Promise<WaveHead> {
  return db.transaction('rw', db.waves, db.blobs, db.kept, async () => {
    await db.blobs.bulkAdd(rest);
    await db.waves.add(head);
    await db.kept.delete(underWay + head.id);
    await forgetRemoved(db, head.id);
    return head;
  });
}

const sameAs = (db: WorkspaceDatabase, head: WaveHead): Promise<WaveHead | undefined> =>
  db.waves.where('contentHash').equals(head.contentHash).first();

/** Every mark there is belongs to somebody who is gone: whoever writes holds the turn that we hold now. */
async function sweep(db: WorkspaceDatabase): Promise<void> {
  const marks = await db.kept.where('key').startsWith(underWay).primaryKeys();
  for (const mark of marks) await takeBack(db, mark.slice(underWay.length));
}

function takeBack(db: WorkspaceDatabase, wave: string): Promise<void> {
  return db.transaction('rw', db.blobs, db.kept, async () => {
    await db.blobs.where('wave').equals(wave).delete();
    await db.kept.delete(underWay + wave);
  });
}
