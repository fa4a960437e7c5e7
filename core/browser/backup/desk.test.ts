import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { packBackup, unpackBackup } from '#core/exchange/index.ts';
import { seededChance } from '#core/model/chance.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { newId, type WorkspaceId } from '#core/model/ids.ts';
import { ok } from '#core/model/result.ts';
import { interviewHead, note } from '#core/notes/index.ts';
import type { BackupDesk } from '#core/ports/backup.ts';
import type { SourceFile } from '#core/ports/files.ts';
import { theme } from '#core/themes/index.ts';
import { me } from '#test/conformance/replica.ts';
import { digest, usualColumns, waveFrom } from '#test/fixtures/waves.ts';
import { DraftsDatabase, WorkspaceDatabase } from '../database.ts';
import { BrowserDrafts } from '../drafts.ts';
import { openReplica } from '../replica/index.ts';
import { databaseOf, resultOf, strictly } from '../replica/log.ts';
import { Sessions } from '../session.ts';
import { makeLookup, makeWaveShelf, makeWaveStore } from '../waves/index.ts';
import { makeBackupDesk } from './desk.ts';

/** A browser with nothing in it. */
function newBrowser(factory = new IDBFactory()): void {
  globalThis.indexedDB = factory;
  Dexie.dependencies.indexedDB = factory;
}
beforeEach(() => newBrowser());

const report = (bug: unknown) => {
  throw bug;
};
const shelfOf = (db: WorkspaceDatabase) => makeWaveShelf(db, makeWaveStore(db), makeLookup(db));
const now = Date.UTC(2026, 10, 22, 12);
const quiet = () => {};

async function openApp(seed = 'one') {
  const chance = seededChance(seed);
  const sessions = await Sessions.open(chance);
  const { workspace } = sessions.session;
  const db = new WorkspaceDatabase(workspace);
  const replica = await openReplica({ workspace });
  const drafts = new BrowserDrafts(new DraftsDatabase(workspace));
  let restarts = 0;
  const desk: BackupDesk = makeBackupDesk({
    workspace,
    db,
    replica,
    drafts,
    shelf: shelfOf(db),
    shelfOf,
    sessions,
    clock: { now: () => now, steady: () => 0 },
    digest,
    restart: () => restarts++,
    report,
  });
  const close = async () => {
    await replica.destroy();
    db.close();
  };
  return { sessions, workspace, db, replica, drafts, desk, close, restarts: () => restarts };
}

/** Adds a record to the stored log of a document. */
async function addToLog(doc: DocName, record: Uint8Array): Promise<void> {
  const db = await resultOf(indexedDB.open(databaseOf(doc)));
  await strictly(db, ['updates'], (t) => {
    t.objectStore('updates').add(record);
  });
  db.close();
}
type App = Awaited<ReturnType<typeof openApp>>;

const head = {
  cycle: 'c1',
  person: 'mail:ann@example.com',
  name: '=cmd|calc',
  band: 'detractor' as const,
  score: 0,
  interviewer: 'm',
  guide: 'g',
  guideVersion: 1,
  startedAt: 1,
};
const aNote = {
  text: '=SUM(A1) is what they see',
  order: 'a',
  at: 3,
  area: 'scoreDrivers' as const,
  author: 'm',
};
const wave = waveFrom({
  id: 'small',
  columns: usualColumns,
  csv: 'nps,email,name,company,date,comment,tier,speed\n3,ann@example.com,Ann,Acme,2026-02-03,Slow,Enterprise,2',
});

async function fill({ workspace, replica, db, drafts, sessions }: App): Promise<void> {
  await sessions.change(workspace, { name: 'Acme programme', server: 'https://x', secret: 'hush-hush' });
  const interview = docName(workspace, 'interview', 'i1');
  await replica.apply([interviewHead.put(interview, 'head', head), note.put(interview, 'n1', aNote)], me);
  const codebook = docName(workspace, 'codebook');
  await replica.apply([theme.put(codebook, 't1', { name: 'Export', category: 'product' })], me);
  await makeWaveStore(db).save(wave);
  await drafts.write('i1', 'and then the inv');
  await db.kept.bulkPut([
    { key: 'mapping:sfo', value: { version: 1, columns: [] } },
    { key: 'serverSecret', value: 'hush-hush' },
    { key: 'syncPlace', value: 7 },
  ]);
}

const fileOf = (bytes: Uint8Array): SourceFile => ({
  name: 'backup.zip',
  size: bytes.length,
  bytes: async () => bytes,
});

async function previewed(app: App, bytes: Uint8Array) {
  const read = await app.desk.preview(fileOf(bytes), quiet);
  if (!read.ok) throw new Error(JSON.stringify(read.why));
  return read.value;
}

/** Everything a workspace holds, to be held against another. */
async function contentOf(workspace: WorkspaceId) {
  const db = new WorkspaceDatabase(workspace);
  const lines = new DraftsDatabase(workspace);
  const replica = await openReplica({ workspace });
  const docs: Record<string, unknown> = {};
  for (const name of await replica.list(`${workspace}/`)) {
    const doc = await replica.open(name);
    docs[name.slice(workspace.length)] = ['interview', 'note', 'theme'].map((c) => [...doc.read(c)]);
    doc.close();
  }
  const content = {
    docs,
    waves: await db.waves.toArray(),
    blobs: await db.blobs.toArray(),
    drafts: await lines.drafts.toArray(),
    kept: (await db.kept.toArray()).map((row) => row.key),
    facts: (await db.facts.toArray()).map(({ interview, notes }) => ({ interview, notes })),
    card: await makeLookup(db).byEmail('ann@example.com'),
  };
  await replica.destroy();
  db.close();
  lines.close();
  return content;
}

describe('a backup', () => {
  test('comes back exactly in another browser, under its own id, beside what is there, secrets left behind', async () => {
    const app = await openApp();
    await fill(app);
    const { bytes, name, leftOut } = await app.desk.make(quiet);
    expect([name, leftOut]).toEqual(['sounding-backup-2026-11-22.zip', null]);
    await app.close();
    const before = await contentOf(app.workspace);

    newBrowser();
    const elsewhere = await openApp('two');
    const { preview, bringIn } = await previewed(elsewhere, bytes);
    expect(preview).toEqual({
      name: 'Acme programme',
      madeAt: now,
      interviews: 1,
      notes: 1,
      themes: 1,
      drafts: 1,
      waves: [{ fileName: 'small.csv', cycleName: 'Q1', rows: 1 }],
      besideExisting: false,
    });
    expect(elsewhere.sessions.workspaces, 'a preview stores nothing').toHaveLength(1);
    const brought = await bringIn(quiet);
    if (!brought.ok) throw new Error(brought.why.kind);
    expect(brought.value.workspace).toBe(app.workspace);
    expect(elsewhere.sessions.session.workspace, 'not opened by itself').toBe(elsewhere.workspace);
    await brought.value.open();
    expect(elsewhere.restarts()).toBe(1);
    expect((await Sessions.open(seededChance('later'))).current).toEqual({
      id: app.workspace,
      name: 'Acme programme',
      server: '',
      secret: '',
      role: 'member',
    });
    await elsewhere.close();

    const after = await contentOf(app.workspace);
    expect(after.kept).toEqual(['mapping:sfo']);
    expect(after.facts).toEqual([{ interview: 'i1', notes: 1 }]);
    expect(after.card).toMatchObject({ name: 'Ann', score: 3 });
    expect({ ...after, kept: 0, facts: 0, card: 0 }).toEqual({ ...before, kept: 0, facts: 0, card: 0 });
  });

  test('carries stored changes that cannot be read, and lays them aside where it is brought in', async () => {
    const app = await openApp();
    await fill(app);
    await app.close();
    const unreadable = new Uint8Array([1, 1, 200, 7, 99, 255, 255, 3]);
    await addToLog(docName(app.workspace, 'interview', 'i1'), unreadable);
    const again = await openApp('again');
    const { bytes } = await again.desk.make(quiet);
    await again.close();

    newBrowser();
    const elsewhere = await openApp('two');
    const { preview, bringIn } = await previewed(elsewhere, bytes);
    expect(preview.notes).toBe(1);
    await bringIn(quiet);
    await elsewhere.close();
    const replica = await openReplica({ workspace: app.workspace });
    const names = await replica.list(`${app.workspace}/`);
    const asides = await Promise.all(names.map(async (name) => (await replica.copyOf(name)).aside));
    await replica.destroy();
    expect(asides).toEqual([[], [unreadable]]);
  });

  test('says which documents and surveys the disk did not give, and holds what was typed into them since', async () => {
    const app = await openApp();
    await fill(app);
    await app.close();
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...asked) {
      if (/doc:.*(interview|codebook)/.test(this.name)) throw new DOMException('no', 'UnknownError');
      return real.apply(this, asked);
    };
    const again = await openApp('again');
    try {
      await again.db.blobs.clear();
      const interview = docName(app.workspace, 'interview', 'i1');
      await again.replica.apply([note.put(interview, 'n2', aNote)], me);
      const { bytes, leftOut } = await again.desk.make(quiet);
      expect(leftOut).toEqual({ interviews: 1, documents: 1, waves: 1, tooLarge: 0, unlisted: false });
      const { preview } = await previewed(again, bytes);
      expect(preview).toMatchObject({ interviews: 1, notes: 1, themes: 0, waves: [] });
    } finally {
      IDBDatabase.prototype.transaction = real;
    }
    await again.close();
  });

  test('of a browser that does not say what it holds says so, and has what is open', async () => {
    const app = await openApp();
    await fill(app);
    const open = await app.replica.open(docName(app.workspace, 'interview', 'i1'));
    indexedDB.databases = () => Promise.reject(new DOMException('no', 'UnknownError'));
    const { bytes, leftOut } = await app.desk.make(quiet);
    expect(leftOut).toEqual({ interviews: 0, documents: 0, waves: 0, tooLarge: 0, unlisted: true });
    expect((await previewed(app, bytes)).preview).toMatchObject({ interviews: 1, notes: 1 });
    open.close();
    await app.close();
  });

  test('says so where the disk did not give what was set, and holds the rest', async () => {
    const app = await openApp();
    await fill(app);
    await app.close();
    const real = IDBDatabase.prototype.transaction;
    let isBroken = false;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...asked) {
      if (isBroken && [asked[0]].flat().includes('kept')) throw new DOMException('no', 'UnknownError');
      return real.apply(this, asked);
    };
    const again = await openApp('again');
    try {
      isBroken = true;
      const { bytes, leftOut } = await again.desk.make(quiet);
      expect(leftOut).toEqual({ interviews: 0, documents: 0, waves: 0, tooLarge: 0, unlisted: true });
      expect((await previewed(again, bytes)).preview).toMatchObject({ interviews: 1, notes: 1 });
    } finally {
      IDBDatabase.prototype.transaction = real;
    }
    await again.close();
  });

  test('of a workspace this browser holds comes beside it under a new id and changes nothing in it', async () => {
    const app = await openApp();
    await fill(app);
    const { bytes } = await app.desk.make(quiet);
    const { preview, bringIn } = await previewed(app, bytes);
    expect(preview.besideExisting).toBe(true);
    const note2 = { ...aNote, text: 'typed since' };
    await app.replica.apply([note.put(docName(app.workspace, 'interview', 'i1'), 'n2', note2)], me);
    const brought = await bringIn(quiet);
    if (!brought.ok) throw new Error(brought.why.kind);
    expect(brought.value.workspace).not.toBe(app.workspace);
    await app.close();
    const [old, fresh] = [await contentOf(app.workspace), await contentOf(brought.value.workspace)];
    expect(JSON.stringify(old.docs)).toContain('typed since');
    expect(JSON.stringify(fresh.docs)).not.toContain('typed since');
    expect(fresh.blobs.map((b) => b.hash)).toEqual(old.blobs.map((b) => b.hash));
  });

  test('written by somebody else sets nothing that belongs to this browser: no shared waves, no place, no secret', async () => {
    const app = await openApp();
    const workspace = newId<'workspace'>(seededChance('hostile'));
    const settings = {
      sharedWaves: ['q3', 'q4'],
      syncPlace: 1_000_000,
      readerSecret: 'theirs',
      overlayPairing: 'theirs',
      'mapping:sfo': { version: 1, columns: [] },
    };
    const madeOf = { madeAt: now, workspace, name: '', waves: [], drafts: {}, settings, documents: [] };
    const { bringIn } = await previewed(app, await packBackup(madeOf, digest, async () => {}));
    expect(await bringIn(quiet)).toMatchObject({ ok: true, value: { workspace } });
    expect((await contentOf(workspace)).kept).toEqual(['mapping:sfo']);
    await app.close();
  });

  test('of a team that another tab joined since the preview comes beside it and leaves its secret alone', async () => {
    const app = await openApp();
    const team = newId<'workspace'>(seededChance('team'));
    const madeOf = {
      madeAt: now,
      workspace: team,
      name: '',
      waves: [],
      drafts: {},
      settings: {},
      documents: [],
    };
    const { bringIn } = await previewed(app, await packBackup(madeOf, digest, async () => {}));
    const otherTab = await Sessions.open(seededChance('other tab'));
    await otherTab.add({ id: team, server: 'https://x', secret: 'hush-hush' });
    const brought = await bringIn(quiet);
    if (!brought.ok) throw new Error(brought.why.kind);
    expect(brought.value.workspace).not.toBe(team);
    const later = await Sessions.open(seededChance('later'));
    expect(later.workspaces.find(({ id }) => id === team)?.secret).toBe('hush-hush');
    await app.close();
  });

  test('holds what could not be saved: a browser without a disk still gives its notes away', async () => {
    const forbidden = new IDBFactory();
    forbidden.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    newBrowser(forbidden);
    const app = await openApp();
    const interview = docName(app.workspace, 'interview', 'i1');
    await app.replica.apply([note.put(interview, 'n1', aNote)], me);
    void app.drafts.write('i1', 'unfinished');
    const { bytes } = await app.desk.make(quiet);
    newBrowser();
    const elsewhere = await openApp('two');
    const { preview } = await previewed(elsewhere, bytes);
    expect(preview).toMatchObject({ interviews: 1, notes: 1, drafts: 1, waves: [] });
  });

  test('comes in on a disk that is slow to write, for longer than it takes to warn', async () => {
    const app = await openApp();
    await fill(app);
    const { bytes } = await app.desk.make(quiet);
    await app.close();
    newBrowser();
    const elsewhere = await openApp('two');
    const { bringIn } = await previewed(elsewhere, bytes);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const disk = slowDisk();
    try {
      const bringing = bringIn(quiet);
      await disk.held;
      await vi.advanceTimersByTimeAsync(5000);
      disk.release();
      vi.useRealTimers();
      expect(await bringing).toMatchObject({ ok: true, value: { workspace: app.workspace } });
    } finally {
      disk.release();
      vi.useRealTimers();
    }
    expect(elsewhere.sessions.workspaces).toHaveLength(2);
    await elsewhere.close();
  });

  test('that cannot be stored whole leaves nothing behind', async () => {
    const app = await openApp();
    await fill(app);
    const { bytes } = await app.desk.make(quiet);
    await app.close();
    const backup = await unpackBackup(bytes, digest, async () => {});
    if (!backup.ok) throw new Error('unpacks');
    const [first] = backup.value.waves;
    const broken = {
      ...backup.value,
      waves: [{ head: { ...(first?.head as object), rows: 99 }, parts: first?.parts ?? [] }],
    };
    newBrowser();
    const elsewhere = await openApp('two');
    const { bringIn } = await previewed(elsewhere, await packBackup(broken, digest, async () => {}));
    expect(await bringIn(quiet)).toEqual({ ok: false, why: { kind: 'damaged', part: 'waves/1' } });
    expect(elsewhere.sessions.workspaces).toHaveLength(1);
    const left = (await indexedDB.databases()).filter(({ name = '' }) => name.includes(app.workspace));
    expect(left).toEqual([]);
  });

  test('with a document that does not decode is refused in the preview', async () => {
    const app = await openApp();
    const stray = new Doc();
    stray.getMap('note').set('a/text', 'x');
    const documents = [
      { name: 'codebook', state: encodeStateAsUpdate(stray) },
      { name: 'interview/i1', state: new Uint8Array([7, 200, 255, 1, 3]) },
    ];
    const madeOf = { madeAt: now, workspace: 'w1', name: '', waves: [], drafts: {}, settings: {}, documents };
    const bytes = await packBackup(madeOf, digest, async () => {});
    const read = await app.desk.preview(fileOf(bytes), quiet);
    expect(read).toEqual({ ok: false, why: { kind: 'damaged', part: 'interview/i1' } });
  });
});

describe('an arrival', () => {
  const fillSome = async (workspace: WorkspaceId) => {
    const replica = await openReplica({ workspace });
    const codebook = docName(workspace, 'codebook');
    await replica.apply([theme.put(codebook, 't', { name: 'x', category: 'value' })], me);
    await replica.destroy();
  };
  const left = async (workspace: WorkspaceId) =>
    (await indexedDB.databases()).filter(({ name = '' }) => name.includes(workspace)).length;

  test('cut off by a crash is cleared at the next start', async () => {
    await Sessions.open(seededChance('one'));
    const arriving = newId<'workspace'>(seededChance('ghost'));
    await fillSome(arriving);
    const registry = await new Dexie('sounding').open();
    await registry.table('kept').put({ key: 'arriving', value: arriving });
    registry.close();
    expect(await left(arriving)).toBe(1);
    const again = await Sessions.open(seededChance('two'));
    expect(await left(arriving)).toBe(0);
    expect(again.workspaces).toHaveLength(1);
  });

  test.skipIf(!('locks' in navigator))('under way in another tab is left alone', async () => {
    const sessions = await Sessions.open(seededChance('one'));
    const arriving = newId<'workspace'>(seededChance('ghost'));
    let finish = () => {};
    const finished = new Promise<void>((done) => {
      finish = done;
    });
    let stored = () => {};
    const half = new Promise<void>((done) => {
      stored = done;
    });
    const arrival = sessions.bringIn({ wanted: arriving, name: 'Team' }, async () => {
      await fillSome(arriving);
      stored();
      await finished;
      return ok(null);
    });
    await half;
    await Sessions.open(seededChance('two'));
    expect(await left(arriving)).toBe(1);
    finish();
    await arrival;
    const later = await Sessions.open(seededChance('three'));
    expect(later.workspaces.map(({ id }) => id)).toContain(arriving);
    expect(await left(arriving)).toBe(1);
  });
});

/** Holds up the first write of a document until it is released. */
function slowDisk(): { held: Promise<void>; release: () => void } {
  const proto = IDBDatabase.prototype;
  const real = proto.transaction;
  const { promise: held, resolve } = Promise.withResolvers<void>();
  let isHeld = true;
  proto.transaction = function (this: IDBDatabase, stores, mode, options) {
    const transaction = real.call(this, stores, mode, options);
    if (mode !== 'readwrite' || ![stores].flat().includes('updates')) return transaction;
    proto.transaction = real;
    Object.defineProperty(transaction, 'commit', { value: () => {} });
    const hold = () => {
      if (isHeld) transaction.objectStore('updates').count().onsuccess = hold;
    };
    hold();
    resolve();
    return transaction;
  };
  return {
    held,
    release() {
      proto.transaction = real;
      isHeld = false;
    },
  };
}
