import { afterEach, beforeEach, expect, test } from 'vitest';
import { docName } from '#core/model/docName.ts';
import { stockClient, until } from '#test/sync/testClient.ts';
import { type TestServer, type TestWorkspace, testServer } from '#test/sync/testServer.ts';

let server: TestServer;
let workspace: TestWorkspace;

beforeEach(async () => {
  server = await testServer();
  workspace = await server.workspace();
});
afterEach(() => server.stop());

test('what one client writes another reads, also after the server started again', async () => {
  const name = docName(workspace.id, 'codebook');
  const writer = stockClient(server, name, workspace.member);
  writer.doc.getMap('themes').set('a/name', 'Price');
  await writer.settled();
  writer.close();
  await server.restart();
  const reader = stockClient(server, name, workspace.reader);
  await until('the name arrives', () => reader.doc.getMap('themes').get('a/name') === 'Price');
  reader.close();
});
