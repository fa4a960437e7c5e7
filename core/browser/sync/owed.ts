import type { Table } from 'dexie';
import type { UnsentRow } from '../database.ts';
import { reopen } from '../reopen.ts';
import type { Alarm } from './alarm.ts';

/**
 * What this tab knows of a document: the server acknowledged everything (`clean`), nobody has checked yet
 * (`unsure`), or it lacks an edit (`dirty`).
 */
type Standing = 'clean' | 'unsure' | 'dirty';

/** How `Owed` is built. */
export interface OwedOptions {
  table: Table<UnsentRow, string>;
  /** A name for this tab, unlike any other's. */
  tab: string;
  now(): number;
  /** Called after a document of this tab became owed or settled. */
  onChange(): void;
  /** Called after the rows of this tab were written, for other tabs to count again. */
  onWritten(): void;
  /** Called after a disk that had refused took and gave everything. */
  onMended(): void;
  alarm: Alarm;
  /** First and longest pause before a disk that refused is tried again, ms; doubled in between. */
  retryFirst: number;
  retryMost: number;
}

/**
 * The documents that the server may lack something of, remembered across a kill of the browser. A row is on disk from
 * the moment a document opens, before anybody can edit it, until it is closed with everything acknowledged: so an edit
 * that was saved and not sent is always found again, without a write for each edit. `since` is 0 until there is an
 * edit. While the disk refuses, nothing is called settled, the alarm is raised and writing is tried again. Rows belong to a tab, since only that tab knows what of its own was acknowledged.
 */
export class Owed {
  readonly #options: OwedOptions;
  readonly #standing = new Map<string, Standing>();
  readonly #open = new Set<string>();
  /** Writes happen in the order of the events that caused them. */
  #writes: Promise<unknown> = Promise.resolve();
  #elsewhere = 0;
  /** Documents whose row on disk is not as it should be, because the disk refused. */
  readonly #lacking = new Set<string>();
  /** The rows of other tabs could not be read: nobody knows what they owe. */
  #isBlind = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(options: OwedOptions) {
    this.#options = options;
  }

  /** Documents with an edit that the server has not acknowledged, in this tab and, as last counted, in others. */
  get dirty(): number {
    return this.#with('dirty').length + this.#elsewhere;
  }

  /** Documents that other tabs owe, as last counted. */
  get elsewhere(): number {
    return this.#elsewhere;
  }

  /** Documents of this tab that must be opened and compared with the server. */
  get toCheck(): string[] {
    return [...this.#with('dirty'), ...this.#with('unsure')];
  }

  isClean(doc: string): boolean {
    return (this.#standing.get(doc) ?? 'clean') === 'clean';
  }

  /** Whether the server has acknowledged everything of this tab, and of others as last counted, and the disk knows. */
  get isNothing(): boolean {
    return this.#standing.size === 0 && this.#elsewhere === 0 && this.isNoted;
  }

  /** Whether what is owed is on disk as it stands here, and what others owe could be read. */
  get isNoted(): boolean {
    return this.#lacking.size === 0 && !this.#isBlind;
  }

  /** The document may hold edits that were not noted. */
  doubt(doc: string): void {
    if (this.isClean(doc)) this.#standing.set(doc, 'unsure');
  }

  /** Resolves once the rows are on disk, or cannot be. */
  opened(docs: readonly string[]): Promise<void> {
    const fresh = docs.filter((doc) => !this.#open.has(doc));
    for (const doc of fresh) this.#open.add(doc);
    return this.#put(fresh.filter((doc) => this.isClean(doc)));
  }

  closed(doc: string): void {
    this.#open.delete(doc);
    if (this.isClean(doc)) this.#drop([doc]);
  }

  edited(doc: string): void {
    if (this.#standing.get(doc) === 'dirty') return;
    this.#standing.set(doc, 'dirty');
    void this.#put([doc]);
    this.#options.onChange();
  }

  /** The server has everything of this document on its disk. */
  acknowledged(doc: string): void {
    if (this.isClean(doc)) return;
    this.#standing.delete(doc);
    if (this.#open.has(doc)) void this.#put([doc]);
    else this.#drop([doc]);
    this.#options.onChange();
  }

  /** The document was deleted from this device. */
  forgotten(doc: string): void {
    this.#standing.delete(doc);
    this.#drop([doc]);
    this.#options.onChange();
  }

  /** Everything named may be unknown to the server, as on the first day or after it lost data. */
  owe(docs: readonly string[]): Promise<void> {
    for (const doc of docs) this.#standing.set(doc, 'dirty');
    this.#options.onChange();
    return this.#put(docs);
  }

  /** Counts what other tabs owe, those that are gone included. */
  async count(): Promise<void> {
    const rows = await this.#rowsElsewhere();
    this.#isBlind = rows === null;
    if (rows === null) this.#tryLater();
    else {
      const docs = rows.filter(({ row }) => row.since > 0).map(({ doc }) => doc);
      this.#elsewhere = new Set(docs.filter((doc) => this.#standing.get(doc) !== 'dirty')).size;
    }
    this.#options.onChange();
  }

  /** Takes over what tabs that are gone have left behind. One tab at a time may do this. */
  async adopt(living: ReadonlySet<string>): Promise<void> {
    const left = ((await this.#rowsElsewhere()) ?? []).filter(({ tab }) => !living.has(tab));
    for (const { doc, row } of left)
      if (this.#standing.get(doc) !== 'dirty') this.#standing.set(doc, row.since > 0 ? 'dirty' : 'unsure');
    const docs = left.map(({ doc }) => doc);
    if (docs.length > 0) {
      await this.#put(docs);
      // Theirs are the only note of it until ours are on disk.
      if (docs.every((doc) => !this.#lacking.has(doc)))
        await this.#write([], () => this.#options.table.bulkDelete(left.map(({ row }) => row.doc)));
    }
    await this.count();
  }

  /** Resolves once everything noted so far is on disk, or was refused. */
  async written(): Promise<void> {
    await this.#writes;
  }

  /** Tries no more. */
  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#retry);
  }

  /** Null when the disk cannot be read. */
  async #rowsElsewhere(): Promise<{ doc: string; tab: string; row: UnsentRow }[] | null> {
    const rows = await this.#options.table.toArray().catch(() => null);
    const all = rows
      ?.map((row) => ({ ...partsOf(row.doc), row }))
      .filter(({ tab }) => tab !== this.#options.tab);
    return all ?? null;
  }

  #with(standing: Standing): string[] {
    return [...this.#standing].filter(([, is]) => is === standing).map(([doc]) => doc);
  }

  #put(docs: readonly string[]): Promise<void> {
    if (docs.length === 0) return Promise.resolve();
    const rows = docs.map((doc) => this.#rowOf(doc));
    return this.#write(docs, () => this.#options.table.bulkPut(rows));
  }

  #drop(docs: readonly string[]): void {
    void this.#write(docs, () => this.#options.table.bulkDelete(docs.map((doc) => this.#key(doc))));
  }

  #rowOf(doc: string): UnsentRow {
    return { doc: this.#key(doc), since: this.#standing.get(doc) === 'dirty' ? this.#options.now() : 0 };
  }

  /** A device that cannot write goes on from memory, remembers what is not on disk, and tries again. */
  #write(docs: readonly string[], work: () => PromiseLike<unknown>): Promise<void> {
    const done = this.#writes.then(work).then(
      () => {
        for (const doc of docs) this.#lacking.delete(doc);
        if (this.#lacking.size === 0) this.#options.alarm.lower();
        this.#options.onWritten();
      },
      () => {
        for (const doc of docs) this.#lacking.add(doc);
        if (docs.length > 0) this.#options.alarm.raise();
        this.#tryLater();
        this.#options.onChange();
      },
    );
    this.#writes = done;
    return done;
  }

  #tryLater(): void {
    if (this.#isOver || this.#retry !== undefined) return;
    const { retryFirst, retryMost } = this.#options;
    this.#retry = setTimeout(
      () => void this.#mend(),
      Math.min(retryMost, retryFirst * 2 ** Math.min(this.#failures++, 10)),
    );
  }

  /** Writes what the disk refused, as it stands by now, and reads what could not be read. */
  async #mend(): Promise<void> {
    const { table } = this.#options;
    reopen(table.db);
    // Until this attempt is over no other is begun.
    await this.#write([...this.#lacking], async () => {
      const docs = [...this.#lacking];
      const isOwed = (doc: string) => this.#open.has(doc) || !this.isClean(doc);
      await table.bulkPut(docs.filter(isOwed).map((doc) => this.#rowOf(doc)));
      await table.bulkDelete(docs.filter((doc) => !isOwed(doc)).map((doc) => this.#key(doc)));
    });
    this.#retry = undefined;
    await this.count();
    if (!this.isNoted) this.#tryLater();
    else {
      this.#failures = 0;
      this.#options.onMended();
    }
  }

  #key(doc: string): string {
    return `${doc} ${this.#options.tab}`;
  }
}

function partsOf(key: string): { doc: string; tab: string } {
  const cut = key.lastIndexOf(' ');
  return { doc: key.slice(0, cut), tab: key.slice(cut + 1) };
}
