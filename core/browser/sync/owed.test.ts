import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import { WorkspaceDatabase } from '../database.ts';
import { Owed } from './owed.ts';

let db: WorkspaceDatabase;
let serial = 0;
beforeEach(() => {
  db = new WorkspaceDatabase(newId(seededChance(`owed ${serial++}`)));
});

let clock = 1000;
const owedOf = (tab: string) =>
  new Owed({ table: db.unsent, tab, now: () => clock++, onChange: () => {}, onWritten: () => {} });
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
