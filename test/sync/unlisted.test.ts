import { afterEach, expect, test, vi } from 'vitest';
import { docName } from '#core/model/docName.ts';
import { MemoryReplica } from '#core/replica/index.ts';
import { me, put } from '#test/conformance/replica.ts';
import { stockClient, until } from './testClient.ts';
import { testServer } from './testServer.ts';
import { testBrowser, testTab } from './testTab.ts';

afterEach(() => void vi.restoreAllMocks());

test('while the disk does not say what it holds nothing is called up to date, and its past work is sent once it does', async () => {
  const server = await testServer();
  const workspace = await server.workspace();
  const colleague = testTab(server, testBrowser(workspace.id), workspace.member);
  await colleague.put(colleague.name('interview', 'theirs'), 'n1', { text: 'theirs' });
  await colleague.is('upToDate');
  await colleague.close();
  const browser = testBrowser(workspace.id);
  const doc = docName(workspace.id, 'interview', 'i1');
  const before = new MemoryReplica(browser.world);
  await before.apply([put('n1', { text: 'noted alone' }, doc)], me);
  await before.destroy();
  const list = vi.spyOn(MemoryReplica.prototype, 'list').mockRejectedValue(new Error('the disk is full'));
  const tab = testTab(server, browser, workspace.member);
  const said: string[] = [];
  tab.link.watch(({ kind }) => said.push(kind));
  try {
    // The second time is one that nothing but patience brought about.
    await until('asked again', () => list.mock.calls.length > 1);
    expect(said).not.toContain('upToDate');
    expect(await browser.db.kept.get('syncPlace')).toBeUndefined();
    list.mockRestore();
    await tab.is('upToDate');
    const reader = stockClient(server, doc, workspace.reader);
    await reader.settled();
    reader.close();
    expect(reader.doc.getMap('note').size).toBe(1);
  } finally {
    await tab.close();
    await server.stop();
  }
});
