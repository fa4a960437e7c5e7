import type { Table } from 'dexie';
import type { WorkspaceId } from '#core/model/ids.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { RecordingFault, RecordingPart, RecordingStore } from '#core/ports/recordings.ts';
import { recordingsOf } from '../database.ts';
import { DurableDatabase } from '../durableDatabase.ts';
import { spaceNow } from '../space.ts';
import { inOrder } from './memory.ts';

/** Bytes that must be left for recording to go on: notes of many calls, and nothing of what a disk nearly full does. */
const leastRoom = 40 * 1024 * 1024;

interface PartRow extends RecordingPart {
  pieces: number;
}

interface PieceRow {
  part: string;
  n: number;
  bytes: Uint8Array;
}

/** Sound of one workspace, in a database of its own: no note waits for it. */
export class RecordingsDatabase extends DurableDatabase {
  declare parts: Table<PartRow, string>;
  declare pieces: Table<PieceRow, [string, number]>;

  constructor(workspace: WorkspaceId) {
    super(recordingsOf(workspace), { parts: 'id,interview', pieces: '[part+n]' });
  }
}

/** Recordings in IndexedDB. */
export class BrowserRecordings implements RecordingStore {
  readonly #db: RecordingsDatabase;

  constructor(db: RecordingsDatabase) {
    this.#db = db;
  }

  begin(
    part: Pick<RecordingPart, 'id' | 'interview' | 'at' | 'startedAt' | 'type'>,
  ): Promise<Result<null, RecordingFault>> {
    const { id, interview, at, startedAt, type } = part;
    return this.#written(async () => {
      await this.#db.parts.put({
        ...{ id, interview, at, startedAt, type },
        ...{ bytes: 0, seconds: 0, pieces: 0, running: true },
      });
      return ok(null);
    });
  }

  append(id: string, piece: Uint8Array, seconds: number): Promise<Result<null, RecordingFault>> {
    return this.#written(async () => {
      const part = await this.#db.parts.get(id);
      if (!part) return fail('gone');
      await this.#db.pieces.put({ part: id, n: part.pieces, bytes: piece });
      const bytes = part.bytes + piece.length;
      await this.#db.parts.put({ ...part, bytes, seconds, pieces: part.pieces + 1 });
      return ok(null);
    });
  }

  async end(id: string): Promise<void> {
    await this.#written(async () => {
      await this.#db.parts.update(id, { running: false });
      return ok(null);
    });
  }

  async ofInterview(interview: string): Promise<RecordingPart[]> {
    const rows = await this.#db.parts.where('interview').equals(interview).toArray();
    return rows.map(({ pieces: _, ...part }) => part).sort(inOrder);
  }

  async sound(id: string): Promise<Uint8Array[]> {
    const rows = await this.#db.pieces.where('[part+n]').between([id, 0], [id, Infinity]).toArray();
    return rows.map((row) => row.bytes);
  }

  async remove(interview: string): Promise<boolean> {
    const { parts, pieces } = this.#db;
    const removed = await this.#written(async () => {
      const ids = await parts.where('interview').equals(interview).primaryKeys();
      for (const id of ids) await pieces.where('[part+n]').between([id, 0], [id, Infinity]).delete();
      await parts.bulkDelete(ids);
      return ok(null);
    });
    return removed.ok;
  }

  async hasRoom(): Promise<boolean> {
    const { used, allowed } = await spaceNow();
    return used === null || allowed === null || allowed - used > leastRoom;
  }

  /** One strict transaction over both tables; what it meets is an answer, never an exception. */
  async #written(work: () => Promise<Result<null, RecordingFault>>): Promise<Result<null, RecordingFault>> {
    try {
      return await this.#db.transaction('rw', this.#db.parts, this.#db.pieces, work);
    } catch (error) {
      return fail(/quota/i.test(String(error)) ? 'full' : 'failed');
    }
  }
}
