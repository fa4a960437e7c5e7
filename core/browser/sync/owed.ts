import type { Table } from 'dexie';
import type { UnsentRow } from '../database.ts';

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
}

/**
 * The documents that the server may lack something of, remembered across a kill of the browser. A row is on disk from
 * the moment a document opens, before anybody can edit it, until it is closed with everything acknowledged: so an edit
 * that was saved and not sent is always found again, without a write for each edit. `since` is 0 until there is an
 * edit. Rows belong to a tab, since only that tab knows what of its own was acknowledged.
 */
export class Owed {
  readonly #options: OwedOptions;
  readonly #standing = new Map<string, Standing>();
  readonly #open = new Set<string>();
  /** Writes happen in the order of the events that caused them. */
  #writes: Promise<unknown> = Promise.resolve();
  #elsewhere = 0;

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

  /** Whether the server has acknowledged everything of this tab, and of others as last counted. */
  get isNothing(): boolean {
    return this.#standing.size === 0 && this.#elsewhere === 0;
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
    const docs = rows.filter(({ row }) => row.since > 0).map(({ doc }) => doc);
    this.#elsewhere = new Set(docs.filter((doc) => this.#standing.get(doc) !== 'dirty')).size;
    this.#options.onChange();
  }

  /** Takes over what tabs that are gone have left behind. One tab at a time may do this. */
  async adopt(living: ReadonlySet<string>): Promise<void> {
    const left = (await this.#rowsElsewhere()).filter(({ tab }) => !living.has(tab));
    for (const { doc, row } of left)
      if (this.#standing.get(doc) !== 'dirty') this.#standing.set(doc, row.since > 0 ? 'dirty' : 'unsure');
    if (left.length > 0) {
      await this.#put(left.map(({ doc }) => doc));
      await this.#write(() => this.#options.table.bulkDelete(left.map(({ row }) => row.doc)));
    }
    await this.count();
  }

  /** Resolves once everything noted so far is on disk. */
  async written(): Promise<void> {
    await this.#writes;
  }

  async #rowsElsewhere(): Promise<{ doc: string; tab: string; row: UnsentRow }[]> {
    const rows = await this.#options.table.toArray().catch(() => []);
    return rows.map((row) => ({ ...partsOf(row.doc), row })).filter(({ tab }) => tab !== this.#options.tab);
  }

  #with(standing: Standing): string[] {
    return [...this.#standing].filter(([, is]) => is === standing).map(([doc]) => doc);
  }

  #put(docs: readonly string[]): Promise<void> {
    if (docs.length === 0) return Promise.resolve();
    const now = this.#options.now();
    const rows = docs.map((doc) => ({
      doc: this.#key(doc),
      since: this.#standing.get(doc) === 'dirty' ? now : 0,
    }));
    return this.#write(() => this.#options.table.bulkPut(rows));
  }

  #drop(docs: readonly string[]): void {
    void this.#write(() => this.#options.table.bulkDelete(docs.map((doc) => this.#key(doc))));
  }

  /** A device that cannot write goes on from memory; the replica is the one that says so. */
  #write(work: () => PromiseLike<unknown>): Promise<void> {
    const done = this.#writes.then(work).then(
      () => this.#options.onWritten(),
      () => {},
    );
    this.#writes = done;
    return done;
  }

  #key(doc: string): string {
    return `${doc} ${this.#options.tab}`;
  }
}

function partsOf(key: string): { doc: string; tab: string } {
  const cut = key.lastIndexOf(' ');
  return { doc: key.slice(0, cut), tab: key.slice(cut + 1) };
}
