import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { docName } from '#core/model/docName.ts';
import { rawClient, stockClient, until } from '#test/sync/testClient.ts';
import { type TestServer, type TestWorkspace, testServer } from '#test/sync/testServer.ts';
import { StorageInUse } from './storage/storage.ts';

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

test.each([
  ['a page of another site', { origin: 'http://evil.example' }],
  ['a page without an origin of its own', { origin: 'null' }],
  ['another name for this address', { host: 'evil.example' }],
  ['localhost', { host: 'localhost' }],
])('the socket is refused to %s', async (_who, headers) => {
  const connecting = rawClient(server, docName(workspace.id, 'codebook'), { headers });
  await expect(connecting).rejects.toThrow('403');
});

test('the socket opens to our own pages', async () => {
  const headers = { origin: server.url.slice(0, -1) };
  const client = await rawClient(server, docName(workspace.id, 'codebook'), { headers });
  client.authenticate(workspace.member);
  expect(await client.waitForVerdict()).toBe('read-write');
  client.close();
});

test('the socket is nowhere but at /sync', async () => {
  const elsewhere = { url: server.url.replace(/\/$/, '/elsewhere/') };
  await expect(rawClient(elsewhere, docName(workspace.id, 'codebook'))).rejects.toThrow('403');
});

test('two servers cannot use one data folder', async () => {
  const folder = join(server.data, 'shared');
  mkdirSync(folder);
  const first = await testServer({ data: folder });
  await expect(testServer({ data: folder })).rejects.toThrow(StorageInUse);
  await first.close();
});

test('new secrets end the old ones at once, for connections that are open too', async () => {
  const name = docName(workspace.id, 'codebook');
  const client = await rawClient(server, name);
  client.authenticate(workspace.member);
  await client.waitForVerdict();
  const body = JSON.stringify({ workspace: workspace.id, renew: true });
  const renewed = await server.ask('workspaces', server.ownerKey, { method: 'POST', body });
  expect(renewed.status).toBe(200);
  await client.waitFor('closed');
  client.close();
  expect((await server.ask(`workspaces/${workspace.id}`, workspace.member)).status).toBe(401);
  const { member } = (await renewed.json()) as { member: string };
  expect((await server.ask(`workspaces/${workspace.id}`, member)).status).toBe(200);
});

test('the owner key is for its owner alone, and stays the same', async () => {
  expect(statSync(join(server.data, 'owner-key')).mode & 0o777).toBe(0o600);
  const key = server.ownerKey;
  await server.restart();
  expect(server.ownerKey).toBe(key);
  writeFileSync(join(server.data, 'owner-key'), 'short');
  await expect(server.restart()).rejects.toThrow('damaged');
  writeFileSync(join(server.data, 'owner-key'), key);
});
