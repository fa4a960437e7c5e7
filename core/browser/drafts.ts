import type { DraftStore } from '#core/ports/drafts.ts';
import type { DraftsDatabase } from './database.ts';
import { nextTurn } from './parts/nextTurn.ts';
import { reopen } from './reopen.ts';
import { slow, within } from './replica/index.ts';

/**
 * Milliseconds: how long a write may take before it counts as failed for now, the pauses between attempts, and how long
 * reading is tried on a disk that does not answer.
 */
export const draftTimings = { patience: 700, firstPause: 100, longestPause: 5000, reading: 3000 };

/** Windows of one interview keep their lines under `<interview>~2` to `~8`; a line nobody holds is found there again. */
const mostWindows = 8;

/** One line that waits for its write, and who waits for it. */
interface Waiting {
  line: string;
  done: ((kept: boolean) => void)[];
}

/** Unfinished lines in the `drafts` table, written with strict durability. */
export class BrowserDrafts implements DraftStore {
  readonly #db: DraftsDatabase;
  /** The newest line of each interview, whether or not it is on disk yet. */
  readonly #newest = new Map<string, string>();
  /** What this tab last read from the disk or wrote to it. */
  readonly #onDisk = new Map<string, string>();
  #waiting = new Map<string, Waiting>();
  /** What is being written now. */
  #batch: ReadonlyMap<string, Waiting> = new Map();
  /** Who waits for a line to be on disk, however often it is tried. */
  readonly #patient = new Map<string, (() => void)[]>();
  #writing = false;
  /** Until when a disk that gave no answer is asked again, on the steady clock; null while it answers. */
  #giveUpAt: number | null = null;

  constructor(db: DraftsDatabase) {
    this.#db = db;
    // Told before it is known whether it was closed on purpose.
    db.on('close', () => queueMicrotask(() => this.#writeAnew()));
  }

  async read(interview: string): Promise<string> {
    const here = this.#newest.get(interview);
    if (here !== undefined) return here;
    const line = await this.#stored(interview);
    if (line !== null) this.#onDisk.set(interview, line);
    return this.#newest.get(interview) ?? line ?? '';
  }

  write(interview: string, line: string): Promise<boolean> {
    this.#newest.set(interview, line);
    return new Promise((done) => {
      const before = this.#waiting.get(interview)?.done ?? [];
      this.#waiting.set(interview, { line, done: [...before, done] });
      if (!this.#writing) void this.#drain();
    });
  }

  whenKept(interview: string): Promise<void> {
    if (!this.#waiting.has(interview) && !this.#batch.has(interview)) return Promise.resolve();
    return new Promise((done) => {
      this.#patient.set(interview, [...(this.#patient.get(interview) ?? []), done]);
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

  /** The stored line; null when the disk does not give it in time. All reads together wait for it only once. */
  async #stored(interview: string): Promise<string | null> {
    for (;;) {
      this.#giveUpAt ??= performance.now() + draftTimings.reading;
      const left = this.#giveUpAt - performance.now();
      const read = await within(this.#tryRead(interview), Math.max(left, draftTimings.firstPause));
      if (read !== slow && 'line' in read) {
        this.#giveUpAt = null;
        return read.line;
      }
      if (left <= 0 || (read !== slow && read.forbidden)) return null;
      await new Promise((done) => setTimeout(done, draftTimings.firstPause));
      reopen(this.#db);
    }
  }

  async #tryRead(interview: string): Promise<{ line: string } | { forbidden: boolean }> {
    try {
      return { line: (await this.#db.drafts.get(interview))?.line ?? '' };
    } catch (error) {
      // A browser that allows no storage will not think better of it.
      return { forbidden: /MissingAPI|SecurityError|denied permission/i.test(String(error)) };
    }
  }

  /** The connection ended without our doing, and what it held may be gone with it. */
  #writeAnew(): void {
    if (this.#db.hasBeenClosed()) return;
    for (const [interview, line] of this.#newest) if (line !== '') void this.write(interview, line);
  }

  async #drain(): Promise<void> {
    this.#writing = true;
    // Talking to the disk takes longer than all else a key does: the key is drawn first.
    await nextTurn();
    let pause = draftTimings.firstPause;
    while (this.#waiting.size > 0) {
      const batch = this.#waiting;
      this.#waiting = new Map();
      this.#batch = batch;
      const kept = await this.#write(batch);
      for (const waiting of batch.values()) for (const done of waiting.done) done(kept);
      if (kept) {
        this.#tellPatient(batch.keys());
        pause = draftTimings.firstPause;
        continue;
      }
      // Tried again until it is on disk, unless a newer line has taken its place.
      for (const [interview, { line }] of batch)
        if (!this.#waiting.has(interview)) this.#waiting.set(interview, { line, done: [] });
      this.#batch = new Map();
      await new Promise((done) => setTimeout(done, pause));
      reopen(this.#db);
      pause = Math.min(pause * 2, draftTimings.longestPause);
    }
    this.#writing = false;
  }

  #tellPatient(written: Iterable<string>): void {
    this.#batch = new Map();
    for (const interview of written) {
      if (this.#waiting.has(interview)) continue;
      for (const done of this.#patient.get(interview) ?? []) done();
      this.#patient.delete(interview);
    }
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

  /**
   * A line that this tab has not read is never lost to one that it writes: an emptied line takes away only what the tab
   * knew, and a new one moves what it did not know to another window's place, where it is found.
   */
  async #put(interview: string, line: string): Promise<void> {
    const stored = (await this.#db.drafts.get(interview))?.line ?? '';
    const isKnown = stored === '' || stored === line || this.#onDisk.get(interview) === stored;
    if (line === '') {
      if (isKnown) await this.#db.drafts.delete(interview);
      return;
    }
    if (!isKnown && !this.#onDisk.has(interview)) await this.#moveAside(interview, stored);
    await this.#db.drafts.put({ interview, line });
  }

  async #moveAside(interview: string, line: string): Promise<void> {
    const base = interview.replace(/~\d+$/, '');
    for (let n = mostWindows; n > 1; n--) {
      const place = `${base}~${n}`;
      if (place === interview || (await this.#db.drafts.get(place))) continue;
      await this.#db.drafts.put({ interview: place, line });
      return;
    }
  }
}
