import 'fake-indexeddb/auto';
import type { DBCore } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import { WorkspaceDatabase } from '../database.ts';
import { Owed } from './owed.ts';

let db: WorkspaceDatabase;
let serial = 0;
let isSick: boolean;
let alarms: Set<string>;
const made: Owed[] = [];
beforeEach(() => {
  isSick = false;
  alarms = new Set();
  db = new WorkspaceDatabase(newId(seededChance(`owed ${serial++}`)));
  db.use({ stack: 'dbcore', name: 'sick', create: sickly });
});
afterEach(() => {
  for (const owed of made.splice(0)) owed.stop();
});

/** The real tables, which refuse while `isSick`. */
function sickly(core: DBCore): Partial<DBCore> {
  const refuse = () => Promise.reject(new DOMException('the disk is full', 'QuotaExceededError'));
  return {
    ...core,
    table(name) {
      const table = core.table(name);
      return {
        ...table,
        mutate: (asked) => (isSick ? refuse() : table.mutate(asked)),
        query: (asked) => (isSick ? refuse() : table.query(asked)),
      };
    },
  };
}

let clock = 1000;
function owedOf(tab: string): Owed {
  const alarm = {
    raise: () => void alarms.add(tab),
    lower: () => void alarms.delete(tab),
    left: async () => [],
    drop() {},
  };
  const nothing = () => {};
  const owed = new Owed({
    table: db.unsent,
    tab,
    now: () => clock++,
    onChange: nothing,
    onWritten: nothing,
    onMended: nothing,
    alarm,
    retryFirst: 5,
    retryMost: 20,
  });
  made.push(owed);
  return owed;
}
const rows = async () =>
  Object.fromEntries((await db.unsent.toArray()).map(({ doc, since }) => [doc, since]));

test('a document is on disk as possibly unsent from the moment it opens', async () => {
  const owed = owedOf('a');
  await owed.opened(['w/codebook']);
  expect(await rows()).toEqual({ 'w/codebook a': 0 });
  expect(owed.dirty).toBe(0);
});

test('closed with nothing owed it leaves no trace; closed with an edit owed it stays', async () => {
  const owed = owedOf('a');
  await owed.opened(['w/codebook', 'w/guides']);
  owed.edited('w/guides');
  owed.closed('w/codebook');
  owed.closed('w/guides');
  await owed.written();
  expect(Object.keys(await rows())).toEqual(['w/guides a']);
  expect([owed.dirty, owed.toCheck]).toEqual([1, ['w/guides']]);
});

test('an acknowledged edit is owed no more, and an edit after it is owed again', async () => {
  const owed = owedOf('a');
  await owed.opened(['w/codebook']);
  owed.edited('w/codebook');
  owed.acknowledged('w/codebook');
  await owed.written();
  expect([owed.dirty, await rows()]).toEqual([0, { 'w/codebook a': 0 }]);
  owed.edited('w/codebook');
  owed.closed('w/codebook');
  await owed.written();
  expect((await rows())['w/codebook a']).toBeGreaterThan(0);
});

test('what a tab that is gone left behind is taken over: edits counted, the rest checked', async () => {
  const gone = owedOf('gone');
  await gone.opened(['w/codebook', 'w/guides']);
  gone.edited('w/guides');
  await gone.written();
  const next = owedOf('next');
  await next.count();
  expect(next.dirty).toBe(1);
  await next.adopt(new Set(['next']));
  expect([next.dirty, next.toCheck]).toEqual([1, ['w/guides', 'w/codebook']]);
  expect(Object.keys(await rows()).sort()).toEqual(['w/codebook next', 'w/guides next']);
  next.acknowledged('w/codebook');
  next.acknowledged('w/guides');
  await next.written();
  expect(await rows()).toEqual({});
});

test('what a living tab owes is counted and left to it', async () => {
  const other = owedOf('other');
  await other.opened(['w/codebook']);
  other.edited('w/codebook');
  await other.written();
  const mine = owedOf('mine');
  await mine.adopt(new Set(['mine', 'other']));
  expect([mine.dirty, mine.toCheck]).toEqual([1, []]);
  mine.edited('w/codebook');
  await mine.count();
  expect(mine.dirty).toBe(1);
});

test('without a disk it goes on from memory', async () => {
  const owed = owedOf('a');
  db.close({ disableAutoOpen: true });
  await owed.opened(['w/codebook']);
  owed.edited('w/codebook');
  await owed.count();
  expect([owed.dirty, owed.toCheck]).toEqual([1, ['w/codebook']]);
});

test('a disk that refuses is tried again until it takes the note, and meanwhile nothing counts as settled', async () => {
  const owed = owedOf('a');
  await owed.opened(['w/codebook', 'w/guides']);
  isSick = true;
  owed.edited('w/codebook');
  owed.edited('w/guides');
  await owed.written();
  owed.acknowledged('w/guides');
  owed.closed('w/guides');
  await owed.written();
  expect([owed.isNoted, owed.isNothing, [...alarms]]).toEqual([false, false, ['a']]);
  isSick = false;
  await vi.waitFor(() => expect(owed.isNoted).toBe(true));
  expect(Object.keys(await rows())).toEqual(['w/codebook a']);
  expect((await rows())['w/codebook a']).toBeGreaterThan(0);
  expect([owed.isNothing, [...alarms]]).toEqual([false, []]);
  // The tab is killed; the next start finds it.
  const next = owedOf('next');
  await next.adopt(new Set(['next']));
  expect([next.dirty, next.toCheck]).toEqual([1, ['w/codebook']]);
});

test('acknowledged while the disk refuses, it is settled only when the disk knows', async () => {
  const owed = owedOf('a');
  isSick = true;
  await owed.opened(['w/codebook']);
  owed.edited('w/codebook');
  owed.acknowledged('w/codebook');
  await owed.written();
  expect([owed.dirty, owed.isNothing]).toEqual([0, false]);
  isSick = false;
  await vi.waitFor(() => expect(owed.isNothing).toBe(true));
  expect(await rows()).toEqual({ 'w/codebook a': 0 });
});

test('a database that could not be opened is opened anew', async () => {
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const owed = owedOf('a');
  owed.edited('w/codebook');
  await owed.count();
  expect([owed.isNoted, [...alarms]]).toEqual([false, ['a']]);
  open.mockRestore();
  await vi.waitFor(() => expect(owed.isNoted).toBe(true));
  expect(Object.keys(await rows())).toEqual(['w/codebook a']);
});

test('what other tabs left is unknown, not nothing, while it cannot be read; and it is not deleted unless it was taken over', async () => {
  const gone = owedOf('gone');
  await gone.opened(['w/codebook']);
  gone.edited('w/codebook');
  await gone.written();
  isSick = true;
  const next = owedOf('next');
  await next.adopt(new Set(['next']));
  expect([next.isNothing, next.dirty]).toEqual([false, 0]);
  isSick = false;
  await vi.waitFor(() => expect(next.dirty).toBe(1));
  expect(Object.keys(await rows())).toEqual(['w/codebook gone']);
});
