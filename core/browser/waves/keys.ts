import type { WaveId } from '#core/model/ids.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import type { PersonKeys } from '#core/scores/index.ts';
import { hashOf, readPersonKeys } from '#core/waves/index.ts';
import type { WorkspaceDatabase } from '../database.ts';
import { digest } from './digest.ts';
import { faultOf } from './fault.ts';

/**
 * Id and e-mail of everyone in a wave of so many rows, in row order, read shard by shard: only one shard's bytes are in
 * memory at a time. For a worker: a million people are some seconds' work.
 */
export async function readKeys(
  db: WorkspaceDatabase,
  wave: WaveId,
  rows: number,
): Promise<Result<PersonKeys, WaveStoreFault>> {
  const [ids, mails] = [new Array<string>(rows).fill(''), new Array<string>(rows).fill('')];
  try {
    const parts = await db.blobs
      .where('[wave+part]')
      .between([wave, 'people/'], [wave, 'people/\uffff'])
      .primaryKeys();
    for (const key of parts) {
      const blob = await db.blobs.get(key);
      if (!blob) continue;
      if ((await hashOf(blob.bytes, digest)) !== blob.hash)
        return fail({ kind: 'damaged', wave, part: blob.part });
      const stored = readPersonKeys(blob.bytes);
      for (const [i, row] of stored.rows.entries()) {
        ids[row] = stored.ids[i] ?? '';
        mails[row] = stored.mails[i] ?? '';
      }
    }
  } catch (error) {
    return fail(faultOf(error));
  }
  return ok({ ids, mails });
}
