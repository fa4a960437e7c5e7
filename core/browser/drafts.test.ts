import 'fake-indexeddb/auto';
import { Dexie, type Table } from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import { DraftsDatabase, takeOverDrafts, WorkspaceDatabase } from './database.ts';
import { BrowserDrafts, draftTimings } from './drafts.ts';
import { DurableDatabase } from './durableDatabase.ts';

const chance = seededChance('drafts');
const opened: DraftsDatabase[] = [];
const database = (id = newId<'workspace'>(chance)) => {
  const db = new DraftsDatabase(id);
  opened.push(db);
  return db;
};
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

test('the unfinished line is there after a restart, and gone once it was emptied', async () => {
  const id = newId<'workspace'>(chance);
  const drafts = new BrowserDrafts(database(id));
  expect(await drafts.read('i1')).toBe('');
  expect(await drafts.write('i1', 'the exp')).toBe(true);
  expect(await new BrowserDrafts(database(id)).read('i1')).toBe('the exp');
  expect(await drafts.write('i1', '')).toBe(true);
  expect(await new BrowserDrafts(database(id)).read('i1')).toBe('');
});

test('lines that an earlier version kept in the workspace’s database are brought over once', async () => {
  const id = newId<'workspace'>(chance);
  const before = new Dexie(`sounding-${id}`);
  before.version(1).stores({
    waves: 'id,importedAt,contentHash',
    blobs: '[wave+part],wave',
    lookup: 'key',
    facts: 'interview,cycle,person',
    drafts: 'interview',
    unsent: 'doc',
    kept: 'key',
  });
  await before.table('drafts').bulkPut([
    { interview: 'i1', line: 'the exp' },
    { interview: 'i2', line: 'older' },
  ]);
  before.close();
  const now = database(id);
  await now.drafts.put({ interview: 'i2', line: 'newer' });
  const db = new WorkspaceDatabase(id);
  await takeOverDrafts(db, now);
  const drafts = new BrowserDrafts(now);
  expect([await drafts.read('i1'), await drafts.read('i2')]).toEqual(['the exp', 'newer']);
  expect(await db.drafts.count()).toBe(0);
  db.close();
});

test('keystrokes during a write become one write of the newest line', async () => {
  const db = database();
  let writes = 0;
  db.drafts.hook('creating', () => void writes++);
  db.drafts.hook('updating', () => void writes++);
  const drafts = new BrowserDrafts(db);
  const answers = await Promise.all(
    [...'abcdefgh'].map((_, i) => drafts.write('i1', 'abcdefgh'.slice(0, i + 1))),
  );
  expect(answers.every((kept) => kept)).toBe(true);
  expect(writes).toBeLessThanOrEqual(2);
  expect((await db.drafts.get('i1'))?.line).toBe('abcdefgh');
});

test('a failed write answers false, is tried again, and the line can be read and backed up meanwhile', async () => {
  const db = database();
  const drafts = new BrowserDrafts(db);
  await drafts.read('i1');
  let fails = 2;
  db.drafts.hook('creating', () => {
    if (fails-- > 0) throw new Error('no room');
  });
  const before = { ...draftTimings };
  Object.assign(draftTimings, { firstPause: 2, longestPause: 5 });
  expect(await drafts.write('i1', 'kept')).toBe(false);
  expect(await drafts.read('i1')).toBe('kept');
  expect([...(await drafts.all())]).toEqual([['i1', 'kept']]);
  expect(await db.drafts.get('i1')).toBeUndefined();
  await drafts.whenKept('i1');
  Object.assign(draftTimings, before);
  expect((await db.drafts.get('i1'))?.line).toBe('kept');
});

test('emptying the line in one tab leaves the line another tab is still typing', async () => {
  const id = newId<'workspace'>(chance);
  const [here, there] = [new BrowserDrafts(database(id)), new BrowserDrafts(database(id))];
  await here.write('i1', 'mine');
  await there.read('i1');
  await there.write('i1', 'theirs');
  await here.write('i1', '');
  expect(await new BrowserDrafts(database(id)).read('i1')).toBe('theirs');
});

test('a line that was never read is moved aside, not overwritten', async () => {
  const id = newId<'workspace'>(chance);
  await new BrowserDrafts(database(id)).write('i1~2', 'from before the crash');
  const drafts = new BrowserDrafts(database(id));
  await drafts.write('i1~2', 'typed before the disk answered');
  await drafts.write('i1~2', 'typed before the disk answered, and on');
  const all = await new BrowserDrafts(database(id)).all();
  expect(Object.fromEntries(all)).toEqual({
    'i1~2': 'typed before the disk answered, and on',
    'i1~8': 'from before the crash',
  });
});

describe('a place that another window had meanwhile', () => {
  async function taken(theirs: string) {
    const id = newId<'workspace'>(chance);
    const db = database(id);
    const [here, there] = [new BrowserDrafts(db), new BrowserDrafts(database(id))];
    await here.read('i1');
    await here.write('i1', 'pricing is');
    await there.read('i1');
    await there.write('i1', theirs);
    const stored = async () => Object.fromEntries(await new BrowserDrafts(database(id)).all());
    return { db, here, there, stored };
  }
  const longer = 'pricing is too high for teams';

  test('is read from the disk: their line is shown, backed up and typed on', async () => {
    const { here, stored } = await taken(longer);
    expect([...(await here.all())]).toEqual([['i1', longer]]);
    expect(await here.read('i1')).toBe(longer);
    await here.write('i1', `${longer}, and`);
    expect(await stored()).toEqual({ i1: `${longer}, and` });
  });

  test('and whose line was entered there, is empty', async () => {
    const { here } = await taken('');
    expect(await here.read('i1')).toBe('');
    expect([...(await here.all())]).toEqual([]);
  });

  test('keeps their line beside one that was written without reading it', async () => {
    const { here, stored } = await taken(longer);
    await here.write('i1', '');
    expect(await stored()).toEqual({ i1: longer });
    await here.write('i1', 'the export');
    expect(await stored()).toEqual({ i1: 'the export', 'i1~8': longer });
  });

  test('gets no old line back when the connection is lost, while a line on its way still arrives', async () => {
    const { db, here, stored } = await taken(longer);
    await here.write('i2', 'the exp');
    const backend = db.backendDB() as unknown as Parameters<typeof forceCloseDatabase>[0];
    const closed = new Promise((done) => db.on('close', done));
    forceCloseDatabase(backend);
    await closed;
    await here.write('i2', 'the export');
    await here.whenKept('i1');
    expect(await stored()).toEqual({ i1: longer, i2: 'the export' });
  });

  test('typed in by two at once for want of places, loses nothing and fills one place more', async () => {
    const { here, there, stored } = await taken('');
    for (let n = 1; n <= 9; n++) {
      await here.write('i1', 'the export'.slice(0, n));
      await there.write('i1', 'a second'.slice(0, n));
    }
    const lines = await stored();
    expect(Object.keys(lines).length).toBeLessThanOrEqual(3);
    expect(Object.values(lines)).toEqual(expect.arrayContaining(['the expor', 'a second']));
  });
});

test('a line of this window that came through after all is not taken for another window’s', async () => {
  const db = database();
  const drafts = new BrowserDrafts(db);
  await drafts.read('i1');
  const transaction = vi.spyOn(db, 'transaction');
  const real = transaction.getMockImplementation() ?? Dexie.prototype.transaction;
  transaction.mockImplementationOnce((async (...args: Parameters<typeof db.transaction>) => {
    await real.apply(db, args);
    throw new DOMException('closing', 'AbortError');
  }) as unknown as typeof db.transaction);
  expect(await drafts.write('i1', 'the exp')).toBe(false);
  await drafts.write('i1', 'the export');
  await drafts.whenKept('i1');
  expect(await db.drafts.toArray()).toEqual([{ interview: 'i1', line: 'the export' }]);
});

test('a line typed while the disk is read is the newer one', async () => {
  const drafts = new BrowserDrafts(database());
  const reading = drafts.read('i1');
  const writing = drafts.write('i1', 'typed');
  expect(await reading).toBe('typed');
  expect(await writing).toBe(true);
});

test('a disk that answers after a while still gives the line', async () => {
  const id = newId<'workspace'>(chance);
  await new BrowserDrafts(database(id)).write('i1', 'from before');
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = () => {
    throw new DOMException('locked', 'UnknownError');
  };
  const read = new BrowserDrafts(database(id)).read('i1');
  await new Promise((done) => setImmediate(done));
  IDBFactory.prototype.open = open;
  expect(await read).toBe('from before');
});

test('a disk that never answers is waited for once, not for every line', async () => {
  const id = newId<'workspace'>(chance);
  const open = IDBFactory.prototype.open;
  let tries = 0;
  IDBFactory.prototype.open = () => {
    tries++;
    throw new DOMException('locked', 'UnknownError');
  };
  const before = { ...draftTimings };
  Object.assign(draftTimings, { reading: 300, firstPause: 5 });
  try {
    const drafts = new BrowserDrafts(database(id));
    expect(await drafts.read('i1')).toBe('');
    const whileWaiting = tries;
    for (const key of ['i1~2', 'i1~3', 'i1~4']) expect(await drafts.read(key)).toBe('');
    // waiting opens the database again and again
    expect([whileWaiting > 3, tries - whileWaiting]).toEqual([true, 0]);
  } finally {
    Object.assign(draftTimings, before);
    IDBFactory.prototype.open = open;
  }
});

test('a database that could not be opened at first is opened again, and the line is kept', async () => {
  const id = newId<'workspace'>(chance);
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const drafts = new BrowserDrafts(database(id));
  try {
    expect(await drafts.write('i1', 'typed on a full disk')).toBe(false);
  } finally {
    IDBFactory.prototype.open = open;
  }
  await vi.waitFor(async () =>
    expect(await new BrowserDrafts(database(id)).read('i1')).toBe('typed on a full disk'),
  );
});

test('lines are written anew when the database is thrown away under them', async () => {
  const id = newId<'workspace'>(chance);
  const db = database(id);
  const drafts = new BrowserDrafts(db);
  expect(await drafts.write('i1', 'the exp')).toBe(true);
  await Dexie.delete(db.name);
  await vi.waitFor(async () =>
    expect(await database(id).drafts.get('i1')).toMatchObject({ line: 'the exp' }),
  );
});

test('a later version of the app raises the database’s version: it is let go at once, and typing goes on in it', async () => {
  class LaterDrafts extends DurableDatabase {
    declare drafts: Table<{ interview: string; line: string }, string>;
    constructor(name: string) {
      super(name, { drafts: 'interview' });
      this.version(3).stores({ later: 'id' });
    }
  }
  const db = database();
  const drafts = new BrowserDrafts(db);
  expect(await drafts.write('i1', 'the exp')).toBe(true);
  const later = new LaterDrafts(db.name);
  let blocked = false;
  later.on('blocked', () => {
    blocked = true;
  });
  await later.open();
  expect(blocked).toBe(false);
  expect(await drafts.write('i1', 'the export fa')).toBe(true);
  expect(await later.drafts.get('i1')).toMatchObject({ line: 'the export fa' });
  expect(later.verno).toBe(3);
  later.close();
});
