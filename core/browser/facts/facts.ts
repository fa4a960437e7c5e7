import type { Doc } from 'yjs';
import { type DocName, parseDocName } from '#core/model/docName.ts';
import type { WorkspaceId } from '#core/model/ids.ts';
import type { FactsStore } from '#core/ports/facts.ts';
import { type DocObserver, Listeners, type ObservableReplica } from '#core/replica/index.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import type { WorkspaceDatabase } from '../database.ts';
import { reopen } from '../reopen.ts';
import { factsChannel } from './channel.ts';
import { projectDoc } from './project.ts';

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
/** Documents opened at once while everything is projected again. */
const atOnce = 8;

/** Rows of the `kept` table that name interviews changed but not yet projected: a crash between the two is repaired. */
const pendingKey = (interview: string) => `facts:pending:${interview}`;

/**
 * Keeps one row per interview in the `facts` table, whoever changes the document: this tab, another one, a server. Every
 * tab that has a document open projects it, to the same row. When the table cannot be written the rows of this tab are
 * answered from memory.
 */
export class BrowserFacts implements FactsStore, DocObserver {
  readonly #parts: FactsParts;
  readonly #listeners: Listeners<void>;
  readonly #channel: BroadcastChannel | null;
  /** Rows that could not be written; null for one that could not be deleted. */
  readonly #unwritten = new Map<string, InterviewFacts | null>();
  /** Writes go one after the other, so that an older row never overtakes a newer one. */
  #last: Promise<void> = Promise.resolve();
  readonly #stop: () => void;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: FactsParts) {
    this.#parts = parts;
    this.#listeners = new Listeners(parts.report);
    this.#channel =
      'BroadcastChannel' in globalThis ? new BroadcastChannel(factsChannel(parts.workspace)) : null;
    if (this.#channel) this.#channel.onmessage = () => this.#listeners.call();
    this.#stop = parts.replica.observe(this);
  }

  ofCycle(cycle: string): Promise<InterviewFacts[]> {
    return this.#read('cycle', cycle);
  }

  ofPerson(person: string): Promise<InterviewFacts[]> {
    return this.#read('person', person);
  }

  watch(onChange: () => void): () => void {
    return this.#listeners.add(onChange);
  }

  async rebuild(onProgress: (done: number, all: number) => void): Promise<void> {
    const names = (await this.#parts.replica.list(`${this.#parts.workspace}/`)).filter((n) => interviewOf(n));
    let done = 0;
    onProgress(0, names.length);
    const queue = [...names];
    const work = async () => {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
        // Opening is enough: `opened` projects what it is shown.
        (await this.#parts.replica.open(name)).close();
        onProgress(++done, names.length);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    await this.#last;
    await this.#dropOrphans(new Set(names.map(interviewOf)));
  }

  /** Projects what a crash left behind. Called once after start; cheap when there is nothing. */
  async repair(): Promise<void> {
    const { db, replica, workspace } = this.#parts;
    try {
      const marks = await db.kept.where('key').startsWith(pendingKey('')).primaryKeys();
      for (const mark of marks) {
        const interview = mark.slice(pendingKey('').length);
        const name = (await replica.list(`${workspace}/interview/${interview}`))[0];
        if (name) (await replica.open(name)).close();
        else await this.#keep(interview, null);
      }
      await this.#last;
    } catch {
      // No disk, nothing left behind.
    }
  }

  /** Waits for what is being written and lets go. */
  async close(): Promise<void> {
    this.#stop();
    await this.#last;
    clearTimeout(this.#retry);
    this.#channel?.close();
  }

  opened(name: DocName, doc: Doc, whenLoaded: Promise<void>): () => void {
    const interview = interviewOf(name);
    if (interview === null) return () => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    const project = () => {
      clearTimeout(timer);
      timer = undefined;
      void this.#keep(interview, projectDoc(interview, doc));
    };
    const later = () => {
      if (timer === undefined) this.#mark(interview);
      clearTimeout(timer);
      timer = setTimeout(project, rest);
    };
    let open = true;
    void whenLoaded.then(() => {
      if (!open) return;
      doc.on('update', later);
      project();
    });
    return () => {
      open = false;
      doc.off('update', later);
      if (timer !== undefined) project();
    };
  }

  forgotten(name: DocName): void {
    const interview = interviewOf(name);
    if (interview !== null) void this.#keep(interview, null);
  }

  async #read(index: 'cycle' | 'person', value: string): Promise<InterviewFacts[]> {
    let rows: InterviewFacts[] = [];
    try {
      rows = await this.#parts.db.facts.where(index).equals(value).toArray();
    } catch {
      // Without a disk there is what this tab projected.
    }
    if (this.#unwritten.size === 0) return rows;
    const mine = [...this.#unwritten.values()].filter((row) => row !== null && row[index] === value);
    return [...rows.filter((row) => !this.#unwritten.has(row.interview)), ...(mine as InterviewFacts[])];
  }

  #mark(interview: string): void {
    this.#last = this.#last.then(() =>
      this.#parts.db.kept.put({ key: pendingKey(interview), value: true }).then(
        () => {},
        () => {},
      ),
    );
  }

  #keep(interview: string, row: InterviewFacts | null): Promise<void> {
    this.#last = this.#last.then(() => this.#write(interview, row)).catch(this.#parts.report);
    return this.#last;
  }

  async #write(interview: string, row: InterviewFacts | null): Promise<void> {
    const { db } = this.#parts;
    let changed = true;
    try {
      await db.transaction('rw', db.facts, db.kept, async () => {
        const before = (await db.facts.get(interview)) ?? null;
        changed = differ(before, row);
        if (changed && row) await db.facts.put(row);
        else if (changed) await db.facts.delete(interview);
        await db.kept.delete(pendingKey(interview));
      });
      this.#unwritten.delete(interview);
    } catch {
      changed = differ(this.#unwritten.get(interview) ?? null, row);
      this.#unwritten.set(interview, row);
      this.#tryLater();
    }
    if (changed) this.#tell(interview);
  }

  /** Rows that could not be written are tried again for as long as the window is open. */
  #tryLater(): void {
    if (this.#retry !== undefined) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      reopen(this.#parts.db);
      for (const [interview, row] of this.#unwritten) void this.#keep(interview, row);
    }, pause);
  }

  async #dropOrphans(known: ReadonlySet<string | null>): Promise<void> {
    try {
      const rows = await this.#parts.db.facts.toCollection().primaryKeys();
      for (const interview of rows) if (!known.has(interview)) await this.#keep(interview, null);
    } catch {
      // Without a disk there is nothing to drop.
    }
  }

  #tell(interview: string): void {
    this.#listeners.call();
    this.#channel?.postMessage(interview);
  }
}

const differ = (a: InterviewFacts | null, b: InterviewFacts | null): boolean =>
  JSON.stringify(a) !== JSON.stringify(b);

function interviewOf(name: DocName): string | null {
  const parts = parseDocName(name);
  return parts.ok && parts.value.kind === 'interview' ? parts.value.id : null;
}
