import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { me, put } from '#test/conformance/replica.ts';
import { openReplica } from './replica/index.ts';
import { Sessions } from './session.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
});

test('the first start makes a workspace and a member; the next finds the same ones and the name', async () => {
  const first = await Sessions.open(seededChance('one'));
  expect(first.session.memberName).toBe('');
  await first.setMemberName('  Ada  ');
  const again = await Sessions.open(seededChance('two'));
  expect(again.session).toEqual({ ...first.session, memberName: 'Ada' });
  expect(again.workspaces).toHaveLength(1);
});

test('two windows at the very first start agree on one workspace and one member', async () => {
  const [one, two] = await Promise.all([
    Sessions.open(seededChance('one')),
    Sessions.open(seededChance('two')),
  ]);
  expect(one.session).toEqual(two.session);
  expect((await Sessions.open(seededChance('later'))).workspaces).toHaveLength(1);
});

test('a browser holds several workspaces, one of them open', async () => {
  const sessions = await Sessions.open(seededChance('one'));
  const mine = sessions.session.workspace;
  const team = await sessions.add({ name: 'Team', server: 'https://team.example', secret: 's3cret' });
  expect(sessions.session.workspace).toBe(mine);
  await sessions.switchTo(team.id);
  await sessions.change(team.id, { role: 'reader' });
  const again = await Sessions.open(seededChance('two'));
  expect(again.current).toEqual({ ...team, role: 'reader' });
  expect(again.workspaces.map((w) => w.id).sort()).toEqual([mine, team.id].sort());
});

test('leaving a workspace deletes its documents and no others', async () => {
  const sessions = await Sessions.open(seededChance('one'));
  const mine = sessions.session.workspace;
  const team = await sessions.add({ name: 'Team' });
  for (const workspace of [mine, team.id]) {
    const doc = docName(workspace, 'codebook');
    const replica = await openReplica({ workspace });
    await replica.apply([put('a', { text: 'x' }, doc)], me);
    await replica.destroy();
  }
  await sessions.leave(mine);
  const left = (await indexedDB.databases()).map((d) => d.name ?? '').filter((n) => n.includes('codebook'));
  expect(left).toEqual([`sounding-doc:${team.id}/codebook`]);
  expect(sessions.session.workspace).toBe(team.id);
});

test('without a disk there is a workspace and a member all the same', async () => {
  const broken = new IDBFactory();
  broken.open = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  globalThis.indexedDB = broken;
  Dexie.dependencies.indexedDB = broken;
  const sessions = await Sessions.open(seededChance('one'));
  expect(sessions.session.workspace).toHaveLength(26);
  await sessions.setMemberName('Ada');
  expect(sessions.session.memberName).toBe('Ada');
});

test('a workspace begun without a disk is found again once the disk answers, beside those that were there', async () => {
  const first = await Sessions.open(seededChance('one'));
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  try {
    const begun = await Sessions.open(seededChance('two'));
    expect(begun.session.workspace).not.toBe(first.session.workspace);
    IDBFactory.prototype.open = open;
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    await vi.waitFor(async () => {
      const later = await Sessions.open(seededChance('three'));
      expect(later.session).toEqual(first.session);
      expect(later.workspaces.map(({ id }) => id)).toContain(begun.session.workspace);
    });
  } finally {
    IDBFactory.prototype.open = open;
    vi.useRealTimers();
  }
});

test('a registry held up by another tab is not waited for; answered late it changes nothing here, and this is beside it', async () => {
  const first = await Sessions.open(seededChance('one'));
  await first.setMemberName('Ada');
  const holder = await answered(indexedDB.open('sounding'));
  // A later version of the app: it waits for a tab that hears nothing, and all others wait for it.
  const raised = answered(indexedDB.open('sounding', 90)).then((db) => db.close());
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const opening = Sessions.open(seededChance('two'));
    await vi.advanceTimersByTimeAsync(10_000);
    const here = await opening;
    const { workspace } = here.session;
    expect([here.isMakeshift, first.isMakeshift, here.workspaces.length]).toEqual([true, false, 1]);
    holder.close();
    await raised;
    await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();
    await vi.waitFor(async () => {
      const later = await Sessions.open(seededChance('three'));
      expect(later.session).toEqual(first.session);
      expect(later.workspaces.map(({ id }) => id)).toContain(workspace);
    });
    expect(here.session).toMatchObject({ workspace, memberName: '' });
    expect(here.workspaces).toHaveLength(1);
  } finally {
    vi.useRealTimers();
  }
});

const answered = <T>(request: IDBRequest<T>) =>
  new Promise<T>((done) => {
    request.onsuccess = () => done(request.result);
  });

/** What a browser does that needs the room: the registry is gone, its connection closed. */
const evict = () =>
  new Promise((done) => {
    indexedDB.deleteDatabase('sounding').onsuccess = done;
  });

test('a registry thrown away under an open window is put back: workspace, server, member and name', async () => {
  const sessions = await Sessions.open(seededChance('one'));
  const team = await sessions.add({ name: 'Team', server: 'https://team.example', secret: 's3cret' });
  await sessions.switchTo(team.id);
  await sessions.setMemberName('Ada');
  await evict();
  await vi.waitFor(async () => {
    const later = await Sessions.open(seededChance('two'));
    expect(later.session).toEqual(sessions.session);
    expect(later.current).toEqual(team);
    expect(later.workspaces).toEqual(expect.arrayContaining([...sessions.workspaces]));
  });
});

test('of a window that begins afresh before the registry is put back, the one with the work is found', async () => {
  const sessions = await Sessions.open(seededChance('one'));
  await evict();
  const fresh = await Sessions.open(seededChance('two'));
  expect(fresh.session.workspace).not.toBe(sessions.session.workspace);
  await vi.waitFor(async () =>
    expect((await Sessions.open(seededChance('three'))).session).toEqual(sessions.session),
  );
});

test('a later version of the app that raises the registry’s version brings no workspace back that was left', async () => {
  const here = await Sessions.open(seededChance('one'));
  const other = await here.add({ name: 'Other' });
  const elsewhere = await Sessions.open(seededChance('two'));
  await elsewhere.leave(other.id);
  const request = indexedDB.open('sounding', 90);
  await new Promise((done) => {
    request.onsuccess = done;
  });
  request.result.close();
  await here.setMemberName('Ada');
  const later = await Sessions.open(seededChance('three'));
  expect(later.session.memberName).toBe('Ada');
  expect(later.workspaces.map(({ id }) => id)).toEqual([here.session.workspace]);
});
