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
  /** It was on disk before: put there again only if nothing is in its place. */
  anew?: boolean;
}

/** Unfinished lines in the `drafts` table, written with strict durability. */
export class BrowserDrafts implements DraftStore {
  readonly #db: DraftsDatabase;
  /** The line of each interview that was written here, as this tab last wrote or read it. */
  readonly #newest = new Map<string, { line: string }>();
  /** What the disk may hold to this tab's knowledge: what was last read or written, and what was sent there since. */
  readonly #known = new Map<string, Set<string>>();
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
    if (here && this.#isOnItsWay(interview)) return here.line;
    // Another window may have had this place meanwhile: the disk knows better than this tab's memory.
    const line = await this.#stored(interview);
    const now = this.#newest.get(interview);
    if (now !== here || line === null) return now?.line ?? '';
    this.#known.set(interview, new Set([line]));
    if (here) this.#newest.set(interview, { line });
    return line;
  }

  write(interview: string, line: string): Promise<boolean> {
    this.#newest.set(interview, { line });
    return new Promise((done) => {
      const before = this.#waiting.get(interview)?.done ?? [];
      this.#waiting.set(interview, { line, done: [...before, done] });
      if (!this.#writing) void this.#drain();
    });
  }

  whenKept(interview: string): Promise<void> {
    if (!this.#isOnItsWay(interview)) return Promise.resolve();
    return new Promise((done) => {
      this.#patient.set(interview, [...(this.#patient.get(interview) ?? []), done]);
    });
  }

  /** All unfinished lines, on disk or only in memory, for the backup. */
  async all(): Promise<Map<string, string>> {
    const mine = new Set(this.#onTheirWay);
    const lines = new Map<string, string>();
    try {
      for (const { interview, line } of await this.#db.drafts.toArray()) lines.set(interview, line);
      for (const interview of this.#onTheirWay) mine.add(interview);
    } catch {
      // Without a disk there is what was typed here.
      for (const interview of this.#newest.keys()) mine.add(interview);
    }
    for (const interview of mine) lines.set(interview, this.#newest.get(interview)?.line ?? '');
    return new Map([...lines].filter(([, line]) => line !== ''));
  }

  get #onTheirWay(): string[] {
    return [...this.#waiting.keys(), ...this.#batch.keys()];
  }

  #isOnItsWay(interview: string): boolean {
    return this.#waiting.has(interview) || this.#batch.has(interview);
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
    for (const [interview, { line }] of this.#newest)
      if (line !== '' && !this.#isOnItsWay(interview))
        this.#waiting.set(interview, { line, done: [], anew: true });
    if (!this.#writing) void this.#drain();
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
      for (const [interview, waiting] of batch)
        if (!this.#waiting.has(interview)) this.#waiting.set(interview, { ...waiting, done: [] });
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
        const left = new Set<string>();
        for (const [interview, waiting] of batch)
          if (!(await this.#put(interview, waiting))) left.add(interview);
        return left;
      })
      .then(
        (left) => {
          for (const [interview, { line }] of batch)
            if (!left.has(interview)) this.#known.set(interview, new Set([line]));
          return true;
        },
        () => false,
      );
    return (await within(written, draftTimings.patience)) === true;
  }

  /**
   * A line that this tab has not read is never lost to one that it writes: an emptied line takes away only what the tab
   * knew, and a new one moves what it did not know to another window's place, where it is found. False when what lies
   * there was left alone.
   */
  async #put(interview: string, { line, anew }: Waiting): Promise<boolean> {
    const stored = (await this.#db.drafts.get(interview))?.line ?? '';
    const known = this.#known.get(interview) ?? new Set();
    const isKnown = stored === '' || stored === line || known.has(stored);
    if (stored !== line && (anew ? stored !== '' : line === '' && !isKnown)) return false;
    if (!isKnown) await this.#moveAside(interview, stored);
    // Should nobody tell whether this came through, it is not taken for another window's.
    this.#known.set(interview, known.add(line));
    if (line === '') await this.#db.drafts.delete(interview);
    else await this.#db.drafts.put({ interview, line });
    return true;
  }

  async #moveAside(interview: string, line: string): Promise<void> {
    const base = interview.replace(/~\d+$/, '');
    for (let n = mostWindows; n > 1; n--) {
      const place = `${base}~${n}`;
      const there = (await this.#db.drafts.get(place))?.line ?? '';
      // Two windows that type in one place, because there were no more, put the same line aside again and again.
      if (place === interview || !hasGrownFrom(line, there)) continue;
      await this.#db.drafts.put({ interview: place, line });
      return;
    }
  }
}

/** Whether `line` is `before` with something put in at one place: nothing of it is lost then. */
function hasGrownFrom(line: string, before: string): boolean {
  let same = 0;
  while (same < before.length && before[same] === line[same]) same++;
  return line.endsWith(before.slice(same)) && line.length >= before.length;
}
