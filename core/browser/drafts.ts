import type { DraftStore } from '#core/ports/drafts.ts';
import type { WorkspaceDatabase } from './database.ts';
import { reopen } from './reopen.ts';
import { within } from './replica/index.ts';

/** How long a write may take before it counts as failed for now, and the pauses between attempts, in milliseconds. */
export const draftTimings = { patience: 700, firstPause: 100, longestPause: 5000 };

/** One line that waits for its write, and who waits for it. */
interface Waiting {
  line: string;
  done: ((kept: boolean) => void)[];
}

/** Unfinished lines in the `drafts` table, written with strict durability. */
export class BrowserDrafts implements DraftStore {
  readonly #db: WorkspaceDatabase;
  /** The newest line of each interview, whether or not it is on disk yet. */
  readonly #newest = new Map<string, string>();
  /** What this tab last read from the disk or wrote to it. */
  readonly #onDisk = new Map<string, string>();
  #waiting = new Map<string, Waiting>();
  #writing = false;

  constructor(db: WorkspaceDatabase) {
    this.#db = db;
  }

  async read(interview: string): Promise<string> {
    const here = this.#newest.get(interview);
    if (here !== undefined) return here;
    const line = await this.#stored(interview);
    this.#onDisk.set(interview, line);
    return this.#newest.get(interview) ?? line;
  }

  write(interview: string, line: string): Promise<boolean> {
    this.#newest.set(interview, line);
    return new Promise((done) => {
      const before = this.#waiting.get(interview)?.done ?? [];
      this.#waiting.set(interview, { line, done: [...before, done] });
      if (!this.#writing) void this.#drain();
    });
  }

  /** All unfinished lines, on disk or only in memory, for the backup. */
  async all(): Promise<Map<string, string>> {
    let rows: { interview: string; line: string }[] = [];
    try {
      rows = await this.#db.drafts.toArray();
    } catch {
      // Without a disk there is what was typed here.
    }
    const lines = new Map([...rows.map((r) => [r.interview, r.line] as const), ...this.#newest]);
    return new Map([...lines].filter(([, line]) => line !== ''));
  }

  async #stored(interview: string): Promise<string> {
    try {
      return (await this.#db.drafts.get(interview))?.line ?? '';
    } catch {
      return '';
    }
  }

  async #drain(): Promise<void> {
    this.#writing = true;
    let pause = draftTimings.firstPause;
    while (this.#waiting.size > 0) {
      const batch = this.#waiting;
      this.#waiting = new Map();
      const kept = await this.#write(batch);
      for (const waiting of batch.values()) for (const done of waiting.done) done(kept);
      if (kept) {
        pause = draftTimings.firstPause;
        continue;
      }
      // Tried again until it is on disk, unless a newer line has taken its place.
      for (const [interview, { line }] of batch)
        if (!this.#waiting.has(interview)) this.#waiting.set(interview, { line, done: [] });
      await new Promise((done) => setTimeout(done, pause));
      reopen(this.#db);
      pause = Math.min(pause * 2, draftTimings.longestPause);
    }
    this.#writing = false;
  }

  async #write(batch: ReadonlyMap<string, Waiting>): Promise<boolean> {
    const written = this.#db
      .transaction('rw', this.#db.drafts, async () => {
        for (const [interview, { line }] of batch) await this.#put(interview, line);
      })
      .then(
        () => {
          for (const [interview, { line }] of batch) this.#onDisk.set(interview, line);
          return true;
        },
        () => false,
      );
    return (await within(written, draftTimings.patience)) === true;
  }

  /** An emptied line takes away only what this tab knew: the unfinished line of another tab stays. */
  async #put(interview: string, line: string): Promise<void> {
    if (line !== '') {
      await this.#db.drafts.put({ interview, line });
      return;
    }
    const stored = await this.#db.drafts.get(interview);
    if (stored && stored.line === (this.#onDisk.get(interview) ?? stored.line))
      await this.#db.drafts.delete(interview);
  }
}
