import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryReplica } from '#core/replica/index.ts';
import { until } from './testClient.ts';
import { type TestServer, type TestWorkspace, testServer } from './testServer.ts';
import { type TestTab, testBrowser, testTab } from './testTab.ts';

let server: TestServer;
let workspace: TestWorkspace;
const open: TestTab[] = [];

beforeEach(async () => {
  server = await testServer();
  workspace = await server.workspace();
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await server.stop();
});

for (const why of ['blocked', 'quota'] as const)
  test(`what a colleague changed counts as here once it is on the disk, and not while that is ${why}`, async () => {
    const colleague = testTab(server, testBrowser(workspace.id), workspace.member);
    open.push(colleague);
    const doc = colleague.name('interview', 'i1');
    await colleague.put(doc, 'n1', { text: 'theirs' });
    await colleague.is('upToDate');
    const browser = testBrowser(workspace.id);
    const replica = new MemoryReplica(browser.world);
    replica.failWith(why, doc);
    const held = await replica.open(doc);
    const here = testTab(server, browser, workspace.member, { replica });
    open.push(here);
    const said: string[] = [];
    here.link.watch(({ kind }) => said.push(kind));
    await until('it is here in memory', () => held.read('notes').size === 1);
    // More is asked for in vain before and after, so that a round has come to its end in between.
    for (const id of ['i2', 'i3']) {
      await colleague.put(colleague.name('interview', id), 'n1', { text: 'more' });
      await colleague.is('upToDate');
    }
    if (why === 'quota') await until('the others are here', () => browser.world.disk.size >= 2);
    expect(said).not.toContain('upToDate');
    expect((await browser.db.kept.get('syncPlace'))?.value ?? 0).toBe(0);
    // Nobody does anything: it is tried again by itself.
    replica.failWith(null);
    await here.is('upToDate');
    expect(browser.world.disk.has(doc)).toBe(true);
    expect((await browser.db.kept.get('syncPlace'))?.value).toBe(
      (await server.storage.changesSince(workspace.id, 0, 9)).seq,
    );
    held.close();
    await replica.destroy();
  });
