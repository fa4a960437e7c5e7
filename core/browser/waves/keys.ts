import type { WaveId } from '#core/model/ids.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import { hashOf, type PersonKeys, readPersonKeys, unlike } from '#core/waves/index.ts';
import type { WorkspaceDatabase } from '../database.ts';
import { digest } from './digest.ts';
import { faultOf } from './fault.ts';

/**
 * Id and e-mail of everyone in a wave of so many rows, in row order, read shard by shard: only one shard's bytes are in
 * memory at a time. `withNames`: what they are like by name and company, too. For a worker: a million people are some
 * seconds' work.
 */
export async function readKeys(
  db: WorkspaceDatabase,
  wave: WaveId,
  rows: number,
  withNames: boolean,
): Promise<Result<PersonKeys, WaveStoreFault>> {
  const [ids, mails] = [new Array<string>(rows).fill(''), new Array<string>(rows).fill('')];
  const names = withNames ? new Float64Array(rows).fill(unlike) : null;
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
      const stored = readPersonKeys(blob.bytes, withNames);
      for (const [i, row] of stored.rows.entries()) {
        ids[row] = stored.ids[i] ?? '';
        mails[row] = stored.mails[i] ?? '';
        if (names && stored.names) names[row] = stored.names[i] ?? unlike;
      }
    }
  } catch (error) {
    return fail(faultOf(error));
  }
  return ok(names ? { ids, mails, names } : { ids, mails });
}
