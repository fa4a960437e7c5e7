import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { Doc } from 'yjs';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { newId, type WorkspaceId } from '#core/model/ids.ts';
import { interviewHead, mention, mentionId, note } from '#core/notes/index.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import { me } from '#test/conformance/replica.ts';
import { WorkspaceDatabase } from '../database.ts';
import { BrowserFacts } from './facts.ts';

const chance = seededChance('facts');
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
const report = (bug: unknown) => {
  throw bug;
};

function tab(workspace: WorkspaceId, world = memoryWorld()) {
  const db = new WorkspaceDatabase(workspace);
  const replica = new MemoryReplica(world);
  const facts = new BrowserFacts({ workspace, db, replica, report });
  closing.push(async () => db.close());
  closing.push(() => facts.close());
  return { db, replica, facts, world };
}

const head = {
  cycle: 'c1',
  person: 'mail:a@b.c',
  name: 'Ada',
  band: 'detractor' as const,
  score: 2,
  interviewer: 'm',
  guide: 'g',
  guideVersion: 1,
  startedAt: 1,
};
const aNote = { text: 'exports fail', order: 'a', at: 3, area: 'scoreDrivers' as const, author: 'm' };

function changed(facts: BrowserFacts): Promise<void> {
  return new Promise((done) => {
    const stop = facts.watch(() => {
      stop();
      done();
    });
  });
}

test('an interview is one row soon after any change, and watchers are told, in other tabs too', async () => {
  const workspace = newId<'workspace'>(chance);
  const here = tab(workspace);
  const there = tab(workspace, here.world);
  const doc = docName(workspace, 'interview', 'i1');
  const told = changed(there.facts);
  const open = await here.replica.open(doc);
  await here.replica.apply([interviewHead.put(doc, 'head', head), note.put(doc, 'n1', aNote)], me);
  await told;
  const next = changed(there.facts);
  await here.replica.apply(
    [mention.put(doc, mentionId('n1', 't1'), { note: 'n1', theme: 't1', severity: 3, by: 'm' })],
    me,
  );
  await next;
  const [row] = await there.facts.ofCycle('c1');
  expect(row).toMatchObject({ interview: 'i1', score: 2, notes: 1 });
  expect(row?.mentions).toMatchObject([{ note: 'n1', theme: 't1', severity: 3, text: 'exports fail' }]);
  expect(await here.facts.ofPerson('mail:a@b.c')).toEqual([row]);
  open.close();
});

test('a change in a document closed at once is projected too', async () => {
  const workspace = newId<'workspace'>(chance);
  const { replica, facts } = tab(workspace);
  const doc = docName(workspace, 'interview', 'i1');
  const told = changed(facts);
  await replica.apply([interviewHead.put(doc, 'head', head)], me);
  await told;
  expect(await facts.ofCycle('c1')).toHaveLength(1);
});

test('interviews that change at once share transactions, and nothing of them is left marked', async () => {
  const workspace = newId<'workspace'>(chance);
  const { db, replica, facts } = tab(workspace);
  await db.open();
  const transaction = vi.spyOn(db, 'transaction');
  const docs = Array.from({ length: 30 }, (_, i) => docName(workspace, 'interview', `i${i}`));
  await replica.apply(
    docs.flatMap((doc) => [interviewHead.put(doc, 'head', head), note.put(doc, 'n1', aNote)]),
    me,
  );
  await facts.whenCaughtUp();
  expect(transaction.mock.calls.length).toBeLessThan(10);
  expect((await facts.ofCycle('c1')).map(({ notes }) => notes)).toEqual(Array(30).fill(1));
  expect(await db.kept.where('key').startsWith('facts:pending').count()).toBe(0);
});

test('an interview that changes again before its row is written stays marked until it is projected', async () => {
  const workspace = newId<'workspace'>(chance);
  const { db, replica, facts } = tab(workspace);
  const doc = docName(workspace, 'interview', 'i1');
  const open = await replica.open(doc);
  // It rests a moment before it is projected: that moment lasts until the document is closed.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  closing.push(async () => void vi.useRealTimers());
  await replica.apply([interviewHead.put(doc, 'head', head)], me);
  await facts.whenCaughtUp();
  expect(await db.kept.where('key').startsWith('facts:pending').count()).toBe(1);
  open.close();
  await vi.waitFor(async () =>
    expect(await db.kept.where('key').startsWith('facts:pending').count()).toBe(0),
  );
});

test('rebuilding makes every row again, drops rows without a document, and reports how far it is', async () => {
  const workspace = newId<'workspace'>(chance);
  const { db, replica, facts } = tab(workspace);
  for (const id of ['i1', 'i2', 'i3'])
    await replica.apply([interviewHead.put(docName(workspace, 'interview', id), 'head', head)], me);
  await facts.rebuild(() => {});
  const rows = await facts.ofCycle('c1');
  await db.facts.clear();
  await db.facts.put({ ...(rows[0] as (typeof rows)[number]), interview: 'ghost' });
  const progress: string[] = [];
  await facts.rebuild((done, all) => progress.push(`${done}/${all}`));
  expect(await facts.ofCycle('c1')).toEqual(rows);
  expect(progress).toEqual(['0/3', '1/3', '2/3', '3/3']);
});

test('a forgotten interview leaves no row', async () => {
  const workspace = newId<'workspace'>(chance);
  const { replica, facts } = tab(workspace);
  const doc = docName(workspace, 'interview', 'i1');
  await replica.apply([interviewHead.put(doc, 'head', head)], me);
  await facts.rebuild(() => {});
  const told = changed(facts);
  await replica.forget(doc);
  await told;
  expect(await facts.ofCycle('c1')).toEqual([]);
});

test('an interview changed just before a crash is projected at the next start', async () => {
  const workspace = newId<'workspace'>(chance);
  const { db, replica, facts, world } = tab(workspace);
  const doc = docName(workspace, 'interview', 'i1');
  await replica.apply([interviewHead.put(doc, 'head', head)], me);
  await facts.rebuild(() => {});
  const marked = new Promise((done) => db.kept.hook('creating', (key) => void done(key)));
  const open = await replica.open(doc);
  await replica.apply([note.put(doc, 'n1', aNote)], me);
  expect(await marked).toBe('facts:pending:i1');
  // The crash: whatever this tab still had to do never happens.
  const stale = (await db.facts.toArray()).map((row) => ({ ...row, notes: 0 }));
  await open.whenSaved();
  await facts.close();
  await db.facts.bulkPut(stale);
  await db.kept.put({ key: 'facts:pending:i1', value: true });
  const next = tab(workspace, world);
  await next.facts.repair();
  expect((await next.facts.ofCycle('c1'))[0]?.notes).toBe(1);
  expect(await next.db.kept.where('key').startsWith('facts:pending').toArray()).toEqual([]);
});

test('rows that an earlier version made are made again at the start, once, and it is told how far that is', async () => {
  const workspace = newId<'workspace'>(chance);
  const { db, replica, facts, world } = tab(workspace);
  const doc = docName(workspace, 'interview', 'i1');
  await replica.apply([interviewHead.put(doc, 'head', head), note.put(doc, 'n1', aNote)], me);
  await facts.repair();
  const [row] = await facts.ofCycle('c1');
  await facts.close();
  const { mechanisms: _, ...older } = row as NonNullable<typeof row>;
  await db.facts.put(older);
  await db.kept.put({ key: 'facts:made by', value: 0 });
  const next = tab(workspace, world);
  const told: string[] = [];
  await next.facts.repair((done, all) => told.push(`${done}/${all}`));
  expect(await next.facts.ofCycle('c1')).toEqual([row]);
  expect(told).toEqual(['0/1', '1/1']);
  await next.facts.repair((done, all) => told.push(`${done}/${all}`));
  expect(told).toHaveLength(2);
});

test.each([
  ['which interviews there are', 'list'],
  ['what is in one of them', 'look'],
] as const)(
  'while the disk does not say %s no row goes, and all are made at the next start',
  async (_, asked) => {
    const workspace = newId<'workspace'>(chance);
    const { db, replica, facts, world } = tab(workspace);
    for (const id of ['i1', 'i2'])
      await replica.apply([interviewHead.put(docName(workspace, 'interview', id), 'head', head)], me);
    await facts.repair();
    await facts.close();
    const rows = (await db.facts.toArray()).map((row) => ({ ...row, notes: 9 }));
    await db.facts.bulkPut(rows);
    await db.kept.put({ key: 'facts:made by', value: 0 });
    await db.kept.put({ key: 'facts:pending:i1', value: true });
    const sick = tab(workspace, world);
    const { list, look } = sick.replica;
    if (asked === 'list') sick.replica.list = () => Promise.reject(new Error('the disk is full'));
    else sick.replica.look = async (name) => (name.endsWith('i2') ? null : look.call(sick.replica, name));
    await sick.facts.repair();
    expect((await db.facts.toArray()).map(({ interview }) => interview)).toEqual(['i1', 'i2']);
    if (asked === 'list') expect(await db.kept.get('facts:pending:i1')).toBeDefined();
    Object.assign(sick.replica, { list, look });
    await sick.facts.repair();
    expect((await db.facts.toArray()).map(({ notes }) => notes)).toEqual([0, 0]);
    expect((await db.kept.get('facts:made by'))?.value).toBeGreaterThan(0);
  },
);

test('an interview that the disk has not brought yet keeps its row and its mark until the disk has answered', async () => {
  const workspace = newId<'workspace'>(chance);
  const { db, replica, facts } = tab(workspace);
  const doc = docName(workspace, 'interview', 'i1');
  await replica.apply([interviewHead.put(doc, 'head', head)], me);
  await facts.repair();
  await db.kept.put({ key: 'facts:pending:i1', value: true });
  const late = new Doc();
  const whole = Promise.withResolvers<void>();
  const unload = facts.opened(doc, late, Promise.resolve(), whole.promise);
  replica.look = async () => late;
  expect(await facts.rebuild(() => {})).toBe(false);
  expect(await db.facts.count()).toBe(1);
  expect(await db.kept.get('facts:pending:i1')).toBeDefined();
  // It has nothing of it.
  whole.resolve();
  await vi.waitFor(async () => expect(await db.facts.count()).toBe(0));
  expect(await db.kept.get('facts:pending:i1')).toBeUndefined();
  unload();
});

test('without a disk the rows of this tab are answered from memory', async () => {
  const workspace = newId<'workspace'>(chance);
  const { db, replica, facts } = tab(workspace);
  await db.open();
  db.close();
  const doc = docName(workspace, 'interview', 'i1');
  const told = changed(facts);
  await replica.apply([interviewHead.put(doc, 'head', head)], me);
  await told;
  expect(await facts.ofCycle('c1')).toMatchObject([{ interview: 'i1' }]);
  expect(await facts.ofPerson('nobody')).toEqual([]);
});

test('rows that could not be written are written once the disk answers', async () => {
  const workspace = newId<'workspace'>(chance);
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { replica, facts } = tab(workspace);
    const told = changed(facts);
    await replica.apply([interviewHead.put(docName(workspace, 'interview', 'i1'), 'head', head)], me);
    await told;
    IDBFactory.prototype.open = open;
    await vi.advanceTimersByTimeAsync(5000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await tab(workspace).db.facts.count()).toBe(1));
  } finally {
    IDBFactory.prototype.open = open;
    vi.useRealTimers();
  }
});

test('back from the back/forward cache a page reads everything anew', async () => {
  const page = new EventTarget();
  closing.push(async () => vi.unstubAllGlobals());
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  const { db, facts } = tab(newId<'workspace'>(chance));
  expect(await facts.ofCycle('c1')).toEqual([]);
  // Written by a tab that this page could not hear.
  await db.facts.put({ ...head, interview: 'i1', notes: 0, mentions: [] } as unknown as InterviewFacts);
  const told = changed(facts);
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  await told;
  expect(await facts.ofCycle('c1')).toMatchObject([{ interview: 'i1' }]);
});
