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
