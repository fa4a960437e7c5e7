import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
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
