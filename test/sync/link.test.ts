import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from './testClient.ts';
import { type TestServer, type TestWorkspace, testServer } from './testServer.ts';
import { type TestTab, testBrowser, testTab } from './testTab.ts';

let server: TestServer;
let workspace: TestWorkspace;
const open: TestTab[] = [];
const tab = (...args: Parameters<typeof testTab>) => {
  const made = testTab(...args);
  open.push(made);
  return made;
};

beforeEach(async () => {
  server = await testServer();
  workspace = await server.workspace();
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await server.stop();
});

test('two browsers edit the same interview while both are offline, and both end with all of it', async () => {
  const a = tab(server, testBrowser(workspace.id), workspace.member);
  const b = tab(server, testBrowser(workspace.id), workspace.member);
  const doc = a.name('interview', 'i1');
  await a.is('upToDate');
  await b.is('upToDate');
  a.cable.cut();
  b.cable.cut();
  await a.put(doc, 'n1', { text: 'from a' });
  await b.put(doc, 'n2', { text: 'from b' });
  await a.put(doc, 'n3', { text: 'again a' });
  expect(a.link.state).toMatchObject({ unsent: 1 });
  a.cable.mend();
  b.cable.mend();
  await until(
    'both have three notes',
    async () => (await a.read(doc)).size === 3 && (await b.read(doc)).size === 3,
  );
  await a.is('upToDate');
  await b.is('upToDate');
});
