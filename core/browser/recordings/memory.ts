import { fail, ok, type Result } from '#core/model/result.ts';
import type { RecordingFault, RecordingPart, RecordingStore } from '#core/ports/recordings.ts';

/** Recordings that last as long as the page, for tests. `fault`, when set, is what every write meets. */
export class MemoryRecordings implements RecordingStore {
  fault: RecordingFault | null = null;
  room = true;
  readonly #parts = new Map<string, { part: RecordingPart; pieces: Uint8Array[] }>();

  async begin(
    part: Pick<RecordingPart, 'id' | 'interview' | 'at' | 'startedAt' | 'type'>,
  ): Promise<Result<null, RecordingFault>> {
    if (this.fault) return fail(this.fault);
    this.#parts.set(part.id, { part: { ...part, bytes: 0, seconds: 0, running: true }, pieces: [] });
    return ok(null);
  }

  async append(id: string, piece: Uint8Array, seconds: number): Promise<Result<null, RecordingFault>> {
    const known = this.#parts.get(id);
    if (!known) return fail('gone');
    if (this.fault) return fail(this.fault);
    known.pieces.push(piece.slice());
    known.part = { ...known.part, seconds, bytes: known.part.bytes + piece.length };
    return ok(null);
  }

  async end(id: string): Promise<void> {
    const known = this.#parts.get(id);
    if (known) known.part = { ...known.part, running: false };
  }

  async ofInterview(interview: string): Promise<RecordingPart[]> {
    const parts = [...this.#parts.values()].map(({ part }) => part);
    return parts.filter((part) => part.interview === interview).sort(inOrder);
  }

  async sound(id: string): Promise<Uint8Array[]> {
    return [...(this.#parts.get(id)?.pieces ?? [])];
  }

  async remove(interview: string): Promise<boolean> {
    if (this.fault) return false;
    for (const [id, { part }] of this.#parts) if (part.interview === interview) this.#parts.delete(id);
    return true;
  }

  async hasRoom(): Promise<boolean> {
    return this.room;
  }
}

/** In the order of the call. */
export const inOrder = (a: RecordingPart, b: RecordingPart): number =>
  a.at - b.at || a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
