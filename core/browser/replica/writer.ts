import { mergeUpdates } from 'yjs';
import type { SaveState } from '#core/ports/replica.ts';
import { Listeners, sameSave } from '#core/replica/index.ts';
import { nextTurn } from '../parts/nextTurn.ts';
import { type Opened, openLog, strictly, type Timings, updatesStore, type Why, whyOf } from './log.ts';
import { trimLog } from './trim.ts';

/** What a writer starts from. */
export interface WriterStart {
  factory: IDBFactory | null;
  /** Name of the database. */
  database: string;
  timings: Timings;
  /** An open connection, or none (yet). */
  db: IDBDatabase | null;
  /** Records in the log. */
  records: number;
  /**
   * Set when the disk could not be read at first: why, the opening still under way if there is one, and what to do
   * when it can be read after all. `over` is called when nothing stored is missing any more.
   */
  late?: {
    why: Why;
    opening: Promise<Opened> | null;
    load: (db: IDBDatabase) => Promise<number>;
    over: () => void;
  };
  /** The document's whole state, for a database that vanished. */
  state: () => Uint8Array;
  report: (bug: unknown) => void;
}

/** An opening that failed, as an exception within this file. */
class OpenFault extends Error {
  readonly why: Why;

  constructor(why: Why) {
    super(why);
    this.why = why;
  }
}

/**
 * Writes every update of one document to its log and says truthfully where that stands: `saved` appears only after a
 * transaction with strict durability has completed. One write is under way at a time; what comes meanwhile is written
 * with the next. A failed write keeps its updates at the head of the queue, in order, and is tried again for as long
 * as the document is held: an update is never skipped, since those after it could not be read without it.
 */
export class DurableWriter {
  readonly #start: WriterStart;
  readonly #changed: Listeners<SaveState>;
  #db: IDBDatabase | null;
  #records: number;
  #late: WriterStart['late'];
  #queue: Uint8Array[] = [];
  /** How many updates came, and how many of them are on disk. */
  #taken = 0;
  #kept = 0;
  #fault: Why | null;
  #save: SaveState = { kind: 'saved' };
  #waiters: { upTo: number; done: (state: SaveState) => void }[] = [];
  #writing = false;
  #closed = false;
  #wake: (() => void) | null = null;
  #trimTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(start: WriterStart) {
    this.#start = start;
    this.#changed = new Listeners(start.report);
    this.#db = null;
    this.#records = start.records;
    this.#late = start.late;
    this.#fault = start.late?.why ?? null;
    if (start.db) this.#use(start.db);
    this.#save = this.#stateNow();
    if (this.#late) this.#begin();
    else this.#trimLater();
  }

  get save(): SaveState {
    return this.#save;
  }

  watchSave(onChange: (state: SaveState) => void): () => void {
    return this.#changed.add(onChange);
  }

  /** Puts an update in the queue; its write begins in the turn after the caller's own. */
  take(update: Uint8Array): void {
    if (this.#closed) return;
    this.#queue.push(update);
    this.#taken++;
    this.#tell();
    this.#begin();
  }

  whenSaved(): Promise<SaveState> {
    return new Promise((done) => {
      this.#waiters.push({ upTo: this.#taken, done });
      this.#answer();
    });
  }

  /** Lets go of the disk. What is in the queue by now is not written. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#trimTimer);
    this.#wake?.();
    this.#db?.close();
    this.#db = null;
    for (const waiter of this.#waiters.splice(0)) waiter.done(this.#save);
  }

  #begin(): void {
    if (this.#writing || this.#closed) return;
    this.#writing = true;
    // All edits of one turn are one record; and a transaction takes longer to begin than a note to be drawn.
    void nextTurn()
      .then(() => this.#drain())
      .catch(this.#start.report);
  }

  async #drain(): Promise<void> {
    let pause = this.#start.timings.firstPause;
    while (!this.#closed && (this.#queue.length > 0 || this.#late)) {
      const upTo = this.#taken;
      if (this.#queue.length > 1) this.#queue = [mergeUpdates(this.#queue)];
      const [update] = this.#queue;
      try {
        await this.#patiently(() => this.#write(update));
        if (this.#closed) break;
        if (update) this.#queue.shift();
        this.#kept = upTo;
        this.#fault = null;
        pause = this.#start.timings.firstPause;
        this.#tell();
      } catch (error) {
        this.#fail(error instanceof OpenFault ? error.why : whyOf(error));
        await this.#rest(pause);
        pause = Math.min(pause * 2, this.#start.timings.longestPause);
      }
    }
    this.#writing = false;
    this.#trimLater();
  }

  /** Says `blocked` when the answer is slow in coming; it is still waited for. */
  async #patiently(work: () => Promise<void>): Promise<void> {
    const slow = setTimeout(() => this.#fail(this.#fault ?? 'blocked'), this.#start.timings.patience);
    try {
      await work();
    } finally {
      clearTimeout(slow);
    }
  }

  async #write(update: Uint8Array | undefined): Promise<void> {
    const db = await this.#connect(update !== undefined);
    if (!db || !update || this.#closed) return;
    try {
      await strictly(db, [updatesStore], (transaction) => {
        transaction.objectStore(updatesStore).add(update);
        transaction.commit?.();
      });
    } catch (error) {
      // A connection that is closing gives no event to those who close it late: make sure of a new one.
      if (whyOf(error) === 'closed') this.#lost(db);
      throw error;
    }
    this.#records++;
  }

  /** An open connection, with what lay on disk loaded; null when there is nothing to load and nothing to write. */
  async #connect(create: boolean): Promise<IDBDatabase | null> {
    if (this.#late) {
      const opened = await (this.#late.opening ?? openLog(this.#start.factory, this.#start.database, false));
      this.#late.opening = null;
      if (opened.kind === 'fault') throw new OpenFault(opened.why);
      if (this.#closed && opened.kind === 'open') opened.db.close();
      if (this.#closed) return null;
      if (opened.kind === 'open') {
        this.#use(opened.db);
        this.#records = await this.#late.load(opened.db);
      }
      this.#late.over();
      this.#late = undefined;
    }
    if (this.#db || !create || this.#closed) return this.#db;
    const opened = await openLog(this.#start.factory, this.#start.database, true);
    if (opened.kind === 'fault') throw new OpenFault(opened.why);
    if (opened.kind === 'open' && this.#closed) opened.db.close();
    else if (opened.kind === 'open') this.#use(opened.db);
    return this.#db;
  }

  #use(db: IDBDatabase): void {
    this.#db = db;
    db.onclose = () => this.#lost(db);
    db.onversionchange = () => {
      // Whoever deletes or upgrades the database waits until it is let go.
      db.close();
      if (this.#db !== db) return;
      this.#db = null;
      setTimeout(() => this.#writeAnew(), this.#start.timings.grace);
    };
  }

  /** The connection ended without our doing: what it held may be gone, so all of it is written again. */
  #lost(db: IDBDatabase): void {
    if (this.#db !== db) return;
    this.#db = null;
    this.#writeAnew();
  }

  #writeAnew(): void {
    if (this.#closed) return;
    this.#fail('closed');
    this.#records = 0;
    this.take(this.#start.state());
  }

  #fail(why: Why): void {
    this.#fault = why;
    this.#tell();
  }

  #rest(pause: number): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((done) => {
      const timer = setTimeout(done, pause);
      this.#wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  #stateNow(): SaveState {
    const waiting = this.#taken - this.#kept;
    if (this.#fault) return { kind: 'onlyInMemory', waiting, why: this.#fault };
    return waiting > 0 ? { kind: 'saving', waiting } : { kind: 'saved' };
  }

  #tell(): void {
    const next = this.#stateNow();
    const same = sameSave(next, this.#save);
    this.#save = next;
    this.#answer();
    if (!same) this.#changed.call(next);
  }

  /** Answers those who wait for what is on disk by now; all of them while there is a fault. */
  #answer(): void {
    const answered = this.#waiters.filter((waiter) => this.#fault || waiter.upTo <= this.#kept);
    this.#waiters = this.#waiters.filter((waiter) => !answered.includes(waiter));
    for (const waiter of answered) waiter.done(this.#fault ? this.#save : { kind: 'saved' });
  }

  #trimLater(): void {
    clearTimeout(this.#trimTimer);
    if (this.#closed || this.#records < this.#start.timings.trimAt) return;
    this.#trimTimer = setTimeout(() => void this.#trim(), this.#start.timings.trimAfter);
  }

  async #trim(): Promise<void> {
    if (!this.#db || this.#writing) return;
    try {
      this.#records = await trimLog(this.#db, this.#start.timings.trimAt);
    } catch {
      // Nothing changed on disk; the log stays long until the next time.
    }
  }
}
