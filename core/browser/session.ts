import type { EntityTable, Table } from 'dexie';
import type { Chance } from '#core/model/chance.ts';
import { type MemberId, newId, parseId, type WorkspaceId } from '#core/model/ids.ts';
import type { ServerRole } from '#core/model/protocol.ts';
import type { Result } from '#core/model/result.ts';
import type { Session } from '#core/ports/session.ts';
import { deleteWorkspaceDatabases, hasWorkspaceDatabases } from './database.ts';
import { DurableDatabase } from './durableDatabase.ts';
import { reopen } from './reopen.ts';
import { deleteWorkspaceDocs, freshLog, slow, timings, within } from './replica/index.ts';

/**
 * How long the registry is waited for, in milliseconds: twice as long as a document. A document that is late joins what was
 * typed meanwhile, a workspace does not.
 */
const patience = 2 * timings.lastPatience;

/** A workspace this browser holds. */
export interface WorkspaceEntry {
  id: WorkspaceId;
  /** As the user named it; empty until then. */
  name: string;
  /** Origin of the server it syncs with; empty while it lives in this browser alone. */
  server: string;
  /** Opens it on that server. Kept here alone: never in a document, a backup or an address that is sent. */
  secret: string;
  role: ServerRole;
}

type KeptName = 'current' | 'member' | 'memberName' | 'arriving';

class RegistryDatabase extends DurableDatabase {
  declare workspaces: EntityTable<WorkspaceEntry, 'id'>;
  declare kept: Table<{ key: KeptName; value: string }, KeptName>;

  constructor() {
    super('sounding', { workspaces: 'id', kept: 'key' });
  }
}

/**
 * The workspaces of this browser, which of them is open, and who works here. Made once in boot; a change of workspace
 * is a reload. Where the disk cannot be used everything holds for as long as the page does.
 */
export class Sessions {
  readonly #db = new RegistryDatabase();
  readonly #chance: Chance;
  readonly #workspaces = new Map<WorkspaceId, WorkspaceEntry>();
  #current: WorkspaceId;
  #member: MemberId;
  #memberName = '';
  #isMakeshift = false;
  #putsBack = false;

  private constructor(chance: Chance) {
    this.#chance = chance;
    this.#current = newId(chance);
    this.#member = newId(chance);
  }

  /** Reads the registry; the first time it makes a workspace and a member of its own. Never rejects, nor waits for long. */
  static async open(chance: Chance): Promise<Sessions> {
    const sessions = new Sessions(chance);
    await freshLog();
    try {
      const db = sessions.#db;
      // One transaction, so that two tabs at the very first start agree on one workspace.
      const reading = db.transaction('rw', db.workspaces, db.kept, () => sessions.#read());
      const takeOver = await within(reading, patience);
      if (takeOver === slow) throw new Error('the registry does not answer');
      takeOver();
    } catch {
      // In memory. What is read later changes nothing in a window that works.
      sessions.#isMakeshift = true;
      sessions.#workspaces.set(sessions.#current, blank(sessions.#current));
      void sessions.#registerLater();
    }
    if (!sessions.#isMakeshift) await sessions.#clearArrival();
    sessions.#db.on('close', () => void sessions.#putBack());
    return sessions;
  }

  get session(): Session {
    return { workspace: this.#current, member: this.#member, memberName: this.#memberName };
  }

  /** The open workspace. */
  get current(): WorkspaceEntry {
    return this.#workspaces.get(this.#current) ?? blank(this.#current);
  }

  /** The registry could not be read: the open workspace is an empty one of this window, beside those that are stored. */
  get isMakeshift(): boolean {
    return this.#isMakeshift;
  }

  get workspaces(): readonly WorkspaceEntry[] {
    return [...this.#workspaces.values()];
  }

  /** The open workspace as the disk knows it: another tab may have shared or joined it. Rejects when it cannot be read. */
  async refresh(): Promise<WorkspaceEntry> {
    const entry = await this.#db.workspaces.get(this.#current);
    if (entry) this.#workspaces.set(entry.id, entry);
    return this.current;
  }

  /** Makes an empty workspace without opening it; `id` when it comes from a backup or an invitation. */
  async add(entry: Partial<WorkspaceEntry> = {}): Promise<WorkspaceEntry> {
    const made = { ...blank(entry.id ?? newId(this.#chance)), ...entry };
    await this.#put(made);
    return made;
  }

  /**
   * Whether nothing in this browser bears an id: neither a workspace, joined in another tab since this page began
   * included, nor data. Asked of the disk; while that cannot be read, nothing is free.
   */
  async isFree(id: WorkspaceId): Promise<boolean> {
    if (this.#workspaces.has(id)) return false;
    try {
      return !(await this.#db.workspaces.get(id)) && !(await hasWorkspaceDatabases(id));
    } catch {
      return false;
    }
  }

  /** Changes what is known of a workspace, e.g. its server and secret after it was given a home there. */
  async change(id: WorkspaceId, fields: Partial<Omit<WorkspaceEntry, 'id'>>): Promise<void> {
    const entry = this.#workspaces.get(id);
    if (entry) await this.#put({ ...entry, ...fields });
  }

  /**
   * Adds a workspace that `store` fills first: it appears whole or not at all. What a failure or a crash leaves behind is
   * deleted, in the latter case at the next start. It bears the wanted id where that is free, else a new one.
   */
  bringIn<T, F>(
    { wanted, name }: { wanted: WorkspaceId | null; name: string },
    store: (id: WorkspaceId) => Promise<Result<T, F>>,
  ): Promise<Result<T, F>> {
    return holdingArrivals(true, async () => {
      const id = wanted && (await this.isFree(wanted)) ? wanted : newId<'workspace'>(this.#chance);
      await this.#keep('arriving', id);
      const stored = await store(id);
      if (stored.ok) await this.add({ id, name });
      else await deleteWorkspace(id);
      await this.#keep('arriving', '');
      return stored;
    });
  }

  /** The workspace to open at the next start; the caller reloads. */
  async switchTo(id: WorkspaceId): Promise<void> {
    if (!this.#workspaces.has(id)) throw new Error(`no workspace ${id} in this browser`);
    this.#current = id;
    await this.#keep('current', id);
  }

  async setMemberName(name: string): Promise<void> {
    this.#memberName = name.trim().slice(0, 80);
    await this.#keep('memberName', this.#memberName);
  }

  /**
   * Deletes a workspace from this browser: documents, waves, everything (not from a server). Its replica must be
   * destroyed first. When it was the open one another becomes current, a new one if there is none; the caller reloads.
   */
  async leave(id: WorkspaceId): Promise<void> {
    this.#workspaces.delete(id);
    await quietly(this.#db.workspaces.delete(id));
    await deleteWorkspace(id);
    if (this.#current !== id) return;
    const next = this.workspaces[0] ?? (await this.add());
    await this.switchTo(next.id);
  }

  /** Resolves with what makes the window work with what was read. */
  async #read(): Promise<() => void> {
    const entries = await this.#db.workspaces.toArray();
    const kept = new Map((await this.#db.kept.toArray()).map((row) => [row.key, row.value]));
    const known = entries.find((w) => w.id === kept.get('current')) ?? entries[0];
    const me = parseId<'member'>(kept.get('member') ?? '');
    if (!me.ok) await this.#db.kept.put({ key: 'member', value: this.#member });
    if (!known) {
      // Plain writes: behind a function of our own the second would be a transaction of its own, and come after another's.
      const begun = blank(this.#current);
      entries.push(begun);
      await this.#db.workspaces.put(begun);
      await this.#db.kept.put({ key: 'current', value: begun.id });
    }
    return () => {
      for (const entry of entries) this.#workspaces.set(entry.id, entry);
      if (known) this.#current = known.id;
      if (me.ok) this.#member = me.value;
      this.#memberName = kept.get('memberName') ?? '';
    };
  }

  /** Deletes what an arrival left behind that was cut off; one under way in another tab is left alone. */
  async #clearArrival(): Promise<void> {
    await holdingArrivals(false, async () => {
      const arriving = parseId<'workspace'>(
        (await this.#db.kept.get('arriving').catch(() => null))?.value ?? '',
      );
      if (!arriving.ok || this.#workspaces.has(arriving.value)) return;
      await deleteWorkspace(arriving.value);
      await this.#keep('arriving', '');
    });
  }

  /**
   * The disk could not be read at the start. If it can be later, what was typed meanwhile is saved, and the workspace it
   * was typed in must then be found again: beside those the disk knows, never in their place.
   */
  async #registerLater(): Promise<void> {
    await this.#onceItCan(1000, async () => {
      const known = await this.#db.workspaces.count();
      await this.#db.workspaces.put(this.current);
      if (known === 0) await this.#db.kept.put({ key: 'current', value: this.#current });
      if (!(await this.#db.kept.get('member')))
        await this.#db.kept.put({ key: 'member', value: this.#member });
    });
  }

  /**
   * The connection ended without our doing: the browser may have thrown away what this origin had. Documents that are
   * open are written anew by the replica; without their workspace in here the next start would not look for them, nor
   * know its server. Where another window has begun afresh meanwhile this one, which has the work, goes before it.
   */
  async #putBack(): Promise<void> {
    if (this.#putsBack) return;
    this.#putsBack = true;
    await this.#onceItCan(0, async () => {
      const me = (await this.#db.kept.get('member'))?.value;
      const isThere = (await this.#db.workspaces.get(this.#current)) !== undefined;
      if (me === this.#member && isThere) return;
      await this.#db.workspaces.bulkPut(
        me === this.#member ? [this.current] : [...this.#workspaces.values()],
      );
      await this.#db.kept.bulkPut([
        { key: 'current', value: this.#current },
        { key: 'member', value: this.#member },
        { key: 'memberName', value: this.#memberName },
      ]);
    });
    this.#putsBack = false;
  }

  /** Writes in one transaction, tried until the disk takes it; `pause` in milliseconds before the first time. */
  async #onceItCan(pause: number, work: () => Promise<void>): Promise<void> {
    for (let rest = pause; ; rest = Math.min(Math.max(rest * 2, 1000), 30_000)) {
      await new Promise((done) => setTimeout(done, rest));
      reopen(this.#db);
      try {
        await this.#db.transaction('rw', this.#db.workspaces, this.#db.kept, work);
        return;
      } catch {
        // Not yet.
      }
    }
  }

  async #put(entry: WorkspaceEntry): Promise<void> {
    this.#workspaces.set(entry.id, entry);
    await quietly(this.#db.workspaces.put(entry));
  }

  #keep(key: KeptName, value: string): Promise<void> {
    return quietly(this.#db.kept.put({ key, value }));
  }
}

const blank = (id: WorkspaceId): WorkspaceEntry => ({ id, name: '', server: '', secret: '', role: 'member' });

async function deleteWorkspace(id: WorkspaceId): Promise<void> {
  await deleteWorkspaceDocs(id);
  await quietly(deleteWorkspaceDatabases(id));
}

/** Among all tabs one arrival at a time; without `wait`, nothing is done while there is one. */
async function holdingArrivals<T>(wait: true, work: () => Promise<T>): Promise<T>;
async function holdingArrivals(wait: false, work: () => Promise<void>): Promise<void>;
async function holdingArrivals<T>(wait: boolean, work: () => Promise<T>): Promise<T | undefined> {
  const locks = 'locks' in navigator ? navigator.locks : null;
  if (!locks) return work();
  return await locks.request('sounding-arrival', { ifAvailable: !wait }, async (lock) =>
    lock ? await work() : undefined,
  );
}

/** Without a disk the registry holds in memory; the save state of the replica tells the user. */
async function quietly(written: PromiseLike<unknown>): Promise<void> {
  try {
    await written;
  } catch {
    // See above.
  }
}
