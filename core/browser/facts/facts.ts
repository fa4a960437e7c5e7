import type { Doc } from 'yjs';
import type { DocName } from '#core/model/docName.ts';
import type { WorkspaceId } from '#core/model/ids.ts';
import type { FactsStore } from '#core/ports/facts.ts';
import { type DocObserver, Listeners, type ObservableReplica } from '#core/replica/index.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import type { WorkspaceDatabase } from '../database.ts';
import { nextTurn } from '../parts/nextTurn.ts';
import { whenRestored } from '../pauses.ts';
import { reopen } from '../reopen.ts';
import { factsChannel } from './channel.ts';
import { interviewOf } from './interview.ts';
import { Projector } from './projector.ts';
import { FactsTable, projection, type Rows, type WriteHow } from './table.ts';

/** What the projection is built from. */
export interface FactsParts {
  workspace: WorkspaceId;
  db: WorkspaceDatabase;
  replica: ObservableReplica;
  report: (bug: unknown) => void;
}

/** Rest after an edit before an interview is projected, in milliseconds: one projection for a burst of edits. */
const rest = 40;
/** Before a row that could not be written is tried again, in milliseconds. */
const pause = 5000;

/**
 * Keeps one row per interview in the `facts` table, whoever changes the document: this tab, another one, a server. Every
 * tab that has a document open projects it, to the same row. When the table cannot be written the rows of this tab are
 * answered from memory.
 */
export class BrowserFacts implements FactsStore, DocObserver {
  readonly #parts: FactsParts;
  readonly #table: FactsTable;
  readonly #listeners: Listeners<void>;
  readonly #channel: BroadcastChannel | null;
  /** Writes go one after the other, so that an older row never overtakes a newer one. */
  #last: Promise<void> = Promise.resolve();
  /** What waits for its turn: rows, and interviews that have changed since their row was made. */
  #rows = new Map<string, InterviewFacts | null>();
  #marks = new Set<string>();
  /** Interviews that are open here without what the disk has of them. */
  readonly #late = new Set<string>();
  readonly #projector: Projector;
  readonly #stops: readonly (() => void)[];
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: FactsParts) {
    this.#parts = parts;
    this.#table = new FactsTable(parts.db);
    this.#listeners = new Listeners(parts.report);
    this.#projector = new Projector(parts.report);
    this.#channel =
      'BroadcastChannel' in globalThis ? new BroadcastChannel(factsChannel(parts.workspace)) : null;
    if (this.#channel) this.#channel.onmessage = ({ data }) => this.#hear([String(data)]);
    this.#stops = [parts.replica.observe(this), whenRestored(() => this.doubt())];
  }

  ofCycle(cycle: string): Promise<InterviewFacts[]> {
    return this.#table.ofCycle(cycle);
  }

  ofPerson(person: string): Promise<InterviewFacts[]> {
    return this.#table.ofPerson(person);
  }

  watch(onChange: () => void): () => void {
    return this.#listeners.add(onChange);
  }

  /**
   * Projects every interview document again; reports how many are done. False when some could not be read: their rows
   * stay as they are. Rejects, with no row changed, when the disk does not say which there are.
   */
  async rebuild(onProgress: (done: number, all: number) => void): Promise<boolean> {
    const { replica, workspace } = this.#parts;
    const names = (await replica.list(`${workspace}/`)).filter((name) => interviewOf(name) !== null);
    // The first time there is nothing to do, and nothing is fetched for it.
    if (names.length === 0 && (await this.#table.interviews()).length === 0) return true;
    const { rebuildFacts } = await import('./rebuild.ts');
    const write = (rows: Rows, how?: WriteHow) => this.#inTurn(() => this.#write(rows, how));
    return rebuildFacts({ replica, table: this.#table, late: this.#late, write }, names, onProgress);
  }

  async whenCaughtUp(): Promise<void> {
    await this.#projector.whenIdle();
    await this.#last;
  }

  /**
   * Projects what a crash left behind; or, where an earlier version of the app made the rows, or none, everything, in one
   * tab at a time. Called once after start; cheap when there is nothing to do.
   */
  async repair(onProgress: (done: number, all: number) => void = () => {}): Promise<void> {
    try {
      if (!(await this.#table.isMadeBy(projection)))
        await inOneTab(factsChannel(this.#parts.workspace), async () => {
          const isWhole = await this.rebuild(onProgress);
          if (isWhole && this.#table.unwritten.size === 0) await this.#table.setMadeBy(projection);
        });
      await this.#projectMarked();
    } catch {
      // The disk does not answer: all of it is done at the next start, nothing is taken for gone meanwhile.
    }
  }

  /** The page heard nothing for a while: what it knows may be old. */
  doubt(): void {
    this.#table.doubt();
    this.#listeners.call();
  }

  /** Waits for what is being written and lets go. */
  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    await this.whenCaughtUp();
    clearTimeout(this.#retry);
    this.#channel?.close();
  }

  opened(name: DocName, doc: Doc, whenLoaded: Promise<void>, whenWhole: Promise<void>): () => void {
    const interview = interviewOf(name);
    if (interview === null) return () => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    const project = () => {
      clearTimeout(timer);
      timer = undefined;
      const isLate = this.#late.has(interview);
      this.#projector.use((projectDoc) => {
        // It has changed again meanwhile and has a turn to come.
        if (timer !== undefined) return;
        const row = projectDoc(interview, doc);
        // No head yet, but the disk may bring it: what the table knows stays, a mark for the next start among it.
        if (row || !isLate) void this.#keep(interview, row);
      });
    };
    const later = () => {
      if (timer === undefined) void this.#mark(interview);
      clearTimeout(timer);
      timer = setTimeout(project, rest);
    };
    let [open, loaded] = [true, false];
    this.#late.add(interview);
    // Before the other, so that only a late one is projected twice.
    void whenWhole.then(() => {
      if (!open) return;
      this.#late.delete(interview);
      if (loaded) project();
    });
    void whenLoaded.then(() => {
      loaded = true;
      if (!open) return;
      doc.on('update', later);
      project();
    });
    return () => {
      open = false;
      doc.off('update', later);
      if (timer !== undefined) project();
      this.#late.delete(interview);
    };
  }

  forgotten(name: DocName): void {
    const interview = interviewOf(name);
    // After what its last change made of it.
    if (interview !== null) this.#projector.use(() => void this.#keep(interview, null));
  }

  async #projectMarked(): Promise<void> {
    const { replica, workspace } = this.#parts;
    for (const interview of await this.#table.marked()) {
      const name = (await replica.list(`${workspace}/interview/${interview}`))[0];
      if (name) (await replica.open(name)).close();
      else await this.#keep(interview, null);
    }
    await this.whenCaughtUp();
  }

  #mark(interview: string): Promise<void> {
    this.#marks.add(interview);
    return this.#soon();
  }

  #keep(interview: string, row: InterviewFacts | null): Promise<void> {
    this.#rows.set(interview, row);
    this.#marks.delete(interview);
    return this.#soon();
  }

  /**
   * What came while another write was under way is one transaction: a hundred interviews that change at once (a backup, a
   * server, the invented company) would be three hundred. Not in the turn of the edit: a key is waiting to be drawn.
   */
  #soon(): Promise<void> {
    return this.#inTurn(async () => {
      // An earlier turn took them.
      if (this.#rows.size === 0 && this.#marks.size === 0) return;
      await nextTurn();
      const [rows, marks] = [this.#rows, this.#marks];
      this.#rows = new Map();
      this.#marks = new Set();
      await this.#write(rows, { marks });
    });
  }

  async #write(rows: Rows, how: WriteHow = {}): Promise<void> {
    const changed = await this.#table.write(rows, how);
    if (this.#table.unwritten.size > 0) this.#tryLater();
    if (changed.length > 0) this.#tell(changed);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch(this.#parts.report);
    return this.#last;
  }

  /** Rows that could not be written are tried again for as long as the window is open. */
  #tryLater(): void {
    if (this.#retry !== undefined) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      reopen(this.#parts.db);
      void this.#inTurn(() => this.#write(new Map(this.#table.unwritten)));
    }, pause);
  }

  #tell(interviews: readonly string[]): void {
    this.#hear(interviews);
    for (const interview of interviews) this.#channel?.postMessage(interview);
  }

  #hear(interviews: readonly string[]): void {
    this.#table.changed(interviews);
    this.#listeners.call();
  }
}

/** Does nothing where another tab is at it. */
async function inOneTab(name: string, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work();
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
