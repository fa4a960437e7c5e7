import { copyDueIn, copyName, fullerCopy, surplusCopies } from '#core/exchange/index.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Copies, CopyFolder, CopyState, CopyTrouble } from '#core/ports/copies.ts';
import type { ObservableReplica } from '#core/replica/index.ts';
import { watchChanges } from './changes.ts';
import type { CopyRecord, CopyRecords } from './record.ts';

/** What the keeper is built from. */
export interface KeeperParts {
  records: CopyRecords;
  replica: Pick<ObservableReplica, 'observe' | 'open'>;
  /** Surveys come and go outside of documents. */
  watchWaves(onChange: () => void): () => void;
  /** Null where this browser has none to offer. */
  pick: (() => Promise<unknown>) | null;
  folderOf(stored: unknown): CopyFolder | null;
  /** The workspace as a backup file, and whether all of it could be read. */
  make(): Promise<{ bytes: Uint8Array; isWhole: boolean }>;
  /** Drawn anew for each folder; a few of a-z and 0-9. */
  newTag(): string;
  clock: Clock;
  /** Runs the work in one window of this browser at a time; in none when another is at it. */
  alone(work: () => Promise<void>): Promise<boolean>;
  /** The interview whose call is on screen; empty for none. */
  onScreen(): string;
  /** Other windows: told that the record has changed, and heard. */
  tell(): void;
  heard(onChange: () => void): () => void;
}

/** Milliseconds: rest after a call has ended, and before a copy is tried again that failed or had to wait. */
export const keeperTimings = {
  afterCall: 2_000,
  again: 30_000,
  afterTrouble: 5 * 60_000,
  // What could not be read may never be: not all of it again every few minutes.
  afterPartial: 30 * 60_000,
};

/**
 * Writes copies of the workspace into the user's folder: a minute after the last change, at the latest ten after the first,
 * never while a call is held on this screen, and soon after its end. Every window keeps watch; a lock lets one write, and
 * the others find in the record that it is done.
 */
export class CopyKeeper implements Copies {
  readonly #parts: KeeperParts;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  readonly #running = new Set<string>();
  #record: CopyRecord | null = null;
  #folder: CopyFolder | null = null;
  #trouble: CopyTrouble | null = null;
  #copying = false;
  /** The first and last change that no copy has, milliseconds since 1970 UTC. */
  #changes: { first: number; last: number } | null = null;
  /** A call has ended of which there is no copy: what else changes with it does not put that off. */
  #callEnded = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Reads what is remembered and begins to watch. Never rejects: without a disk nothing is remembered. */
  static async open(parts: KeeperParts): Promise<CopyKeeper> {
    const keeper = new CopyKeeper(parts);
    await keeper.#read();
    if (keeper.#record?.owed) keeper.#changed();
    const changed = () => keeper.#changed();
    keeper.#stops.push(
      watchChanges(parts.replica, keeper.#running, changed, () => {
        keeper.#callEnded = true;
        keeper.#changed();
      }),
      parts.watchWaves(changed),
      parts.heard(() => void keeper.#read()),
    );
    return keeper;
  }

  get state(): CopyState {
    const record = this.#record;
    if (!this.#parts.pick) return { kind: 'unsupported' };
    if (!record) return { kind: 'off' };
    return {
      kind: 'on',
      folder: this.#folder?.name ?? '',
      paused: record.paused,
      copying: this.#copying,
      lastAt: record.lastAt,
      trouble: this.#trouble,
      fuller: record.fuller,
    };
  }

  watch(onChange: () => void): () => void {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  }

  async choose(): Promise<boolean> {
    const picked = await this.#parts.pick?.();
    if (!this.#parts.folderOf(picked)) return false;
    const tag = this.#parts.newTag();
    await this.#remember({ folder: picked, tag, paused: false, lastAt: null, fuller: '', owed: true });
    await this.#copy(true);
    return true;
  }

  async copyNow(): Promise<void> {
    if (this.#folder && (await this.#folder.ask())) await this.#copy(true);
    else this.#ended('leave');
  }

  async pause(on: boolean): Promise<void> {
    if (!this.#record) return;
    await this.#remember({ ...this.#record, paused: on });
    if (!on) await this.#copy(true);
  }

  async stop(): Promise<void> {
    await this.#remember(null);
    clearTimeout(this.#timer);
  }

  /** Lets go, without another copy. */
  close(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  async #read(): Promise<void> {
    const record = await this.#parts.records.read().catch(() => this.#record);
    await this.#use(record);
  }

  async #use(record: CopyRecord | null): Promise<void> {
    const before = this.#record;
    this.#record = record;
    this.#folder = record && this.#parts.folderOf(record.folder);
    const isNewer = record?.lastAt !== before?.lastAt;
    if (isNewer || record?.tag !== before?.tag) this.#trouble = null;
    if (this.#folder && !record?.paused && !(await this.#folder.isOpen())) this.#trouble = 'leave';
    this.#say();
  }

  async #remember(record: CopyRecord | null): Promise<void> {
    await this.#parts.records.write(record);
    await this.#use(record);
    this.#parts.tell();
  }

  #changed(): void {
    const now = this.#parts.clock.now();
    this.#changes = { first: this.#changes?.first ?? now, last: now };
    const record = this.#record;
    if (!record || record.paused) return;
    this.#later(this.#callEnded ? keeperTimings.afterCall : copyDueIn(this.#changes, now));
    if (record.owed) return;
    // So that the next start knows, should this window not live to see the copy. It only hastens one: it may fail.
    this.#record = { ...record, owed: true };
    this.#parts.records.write(this.#record).catch(() => {});
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    if (this.#record && !this.#record.paused && this.#changes)
      this.#timer = setTimeout(() => void this.#copy(false), wait);
  }

  /** Without `asked` only when there is something new and no call is held here. */
  async #copy(asked: boolean): Promise<void> {
    const call = this.#parts.onScreen();
    if (!asked && call !== '' && this.#running.has(call)) return this.#later(keeperTimings.again);
    let trouble: CopyTrouble | null = null;
    const done = await this.#parts.alone(async () => {
      // Another window may have written, paused or stopped meanwhile.
      await this.#read();
      const record = this.#record;
      const isDone = (record?.lastAt ?? 0) > (this.#changes?.last ?? 0);
      if (isDone) this.#changes = null;
      if (!record || record.paused || (isDone && !asked)) return;
      this.#copying = true;
      this.#say();
      const made = await this.#write(record).catch((): Result<null, CopyTrouble> => fail('failed'));
      trouble = made.ok ? null : made.why;
    });
    if (done) return this.#ended(trouble);
    const now = this.#parts.clock.now();
    this.#changes ??= { first: now, last: now };
    this.#later(keeperTimings.again);
  }

  #ended(trouble: CopyTrouble | null): void {
    this.#copying = false;
    this.#trouble = trouble;
    if (trouble && trouble !== 'leave') {
      // Owed still, also where it was asked for and nothing had changed.
      if (!this.#changes) this.#changed();
      this.#later(trouble === 'partial' ? keeperTimings.afterPartial : keeperTimings.afterTrouble);
    }
    this.#say();
  }

  async #write(record: CopyRecord): Promise<Result<null, CopyTrouble>> {
    const folder = this.#folder;
    if (!folder) return fail('gone');
    if (!(await folder.isOpen())) return fail('leave');
    const begun = this.#parts.clock.now();
    const seen = this.#changes;
    const { bytes, isWhole } = await this.#parts.make();
    const name = copyName(stampOf(begun), record.tag, isWhole);
    const written = await folder.write(name, bytes);
    if (!written.ok) return written;
    const files = await folder.files();
    if (files.ok)
      for (const surplus of surplusCopies(files.value, record.tag, name)) await folder.remove(surplus);
    this.#callEnded = false;
    if (!isWhole) return fail('partial');
    const fuller = files.ok ? fullerCopy(files.value, record.tag, { name, bytes: bytes.length }) : '';
    const isAll = this.#changes === seen;
    if (isAll) this.#changes = null;
    await this.#remember({ ...record, lastAt: begun, fuller, owed: !isAll });
    return ok(null);
  }

  #say(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** 2026-11-26-140233, in local time. */
function stampOf(moment: number): string {
  const at = new Date(moment);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
}
