import { expect, test } from 'vitest';
import { openReplica } from '#core/browser/replica/index.ts';
import { databaseOf } from '#core/browser/replica/log.ts';
import type { PresenceDesk } from '#core/browser/sync/presence.ts';
import { docName } from '#core/model/docName.ts';
import { me, put } from '#test/conformance/replica.ts';
import { stockClient, until } from './testClient.ts';
import { testServer } from './testServer.ts';
import { testBrowser, testTab } from './testTab.ts';

/** Another tab in a transaction that goes on until it is let go. */
async function holdUp(factory: IDBFactory, database: string): Promise<() => void> {
  const db = await new Promise<IDBDatabase>((done) => {
    const request = factory.open(database);
    request.onsuccess = () => done(request.result);
  });
  const store = db.transaction('updates', 'readwrite').objectStore('updates');
  let held = true;
  const hold = () => {
    if (held) store.count().onsuccess = hold;
  };
  hold();
  return () => {
    held = false;
    db.close();
  };
}

test('what the disk brings late is not taken for sent before it is there, and is sent then', async () => {
  const server = await testServer();
  const workspace = await server.workspace();
  const doc = docName(workspace.id, 'interview', 'i1');
  const indexedDB = new IDBFactory();
  const timings = { patience: 20, lastPatience: 40, firstPause: 5, longestPause: 20 };
  const tabs = { workspace: workspace.id, indexedDB, timings };
  const before = await openReplica({ ...tabs, tabs: 'late disk, before' });
  await before.applyToDisk([put('n1', { text: 'noted alone' }, doc)], me);
  await before.destroy();
  const letGo = await holdUp(indexedDB, databaseOf(doc));
  const replica = await openReplica({ ...tabs, tabs: 'late disk' });
  const settled: string[] = [];
  const presence = {
    speakThrough() {},
    heard() {},
    gone() {},
    attached: (name: string) => settled.push(name),
  };
  const tab = testTab(server, testBrowser(workspace.id), workspace.member, {
    replica,
    presence: presence as unknown as PresenceDesk,
  });
  const said: string[] = [];
  tab.link.watch(({ kind }) => said.push(kind));
  try {
    await until('compared without what is on disk', () => settled.includes(doc));
    const rest = docName(workspace.id, 'codebook');
    await replica.apply([put('n2', { text: 'typed meanwhile' }, rest)], me);
    await until('all else is sent', () => settled.includes(rest) && Number(unsentOf(tab.link.state)) === 1);
    expect(said).not.toContain('upToDate');
    letGo();
    await tab.is('upToDate');
    const reader = stockClient(server, doc, workspace.reader);
    await reader.settled();
    reader.close();
    expect(reader.doc.getMap('note').size).toBe(1);
  } finally {
    letGo();
    await tab.link.stop();
    await replica.destroy();
    await server.stop();
  }
});

const unsentOf = (state: object): unknown => ('unsent' in state ? state.unsent : null);
