import { afterEach, beforeEach, expect, test } from 'vitest';
import { docName } from '#core/model/docName.ts';
import { protocolVersion } from '#core/model/protocol.ts';
import { type RawClient, rawClient } from '#test/sync/testClient.ts';
import { type TestServer, type TestWorkspace, testServer } from '#test/sync/testServer.ts';

let server: TestServer;
let workspace: TestWorkspace;
let broken = false;
const clients: RawClient[] = [];
const client = async (...args: Parameters<typeof rawClient>) => {
  const made = await rawClient(...args);
  clients.push(made);
  return made;
};

beforeEach(async () => {
  broken = false;
  server = await testServer(
    {},
    {
      storage: (real) => ({
        ...real,
        workspace: (id) => (broken ? Promise.reject(new Error('the disk is gone')) : real.workspace(id)),
      }),
    },
  );
  workspace = await server.workspace();
});
afterEach(async () => {
  for (const one of clients.splice(0)) one.close();
  await server.stop();
});

async function answerTo(name: string, secret: string, protocol = protocolVersion): Promise<string> {
  const one = await client(server, name, { protocol });
  one.authenticate(secret);
  return one.waitForVerdict();
}

test('a member may write, a reader may read', async () => {
  expect(await answerTo(docName(workspace.id, 'codebook'), workspace.member)).toBe('read-write');
  expect(await answerTo(docName(workspace.id, 'codebook'), workspace.reader)).toBe('readonly');
});

test('no secret, a wrong one, or one of another workspace opens nothing, and all look the same', async () => {
  const other = await server.workspace();
  const name = docName(workspace.id, 'codebook');
  for (const secret of ['', 'guess', other.member, server.ownerKey])
    expect(await answerTo(name, secret)).toBe('wrongSecret');
  expect(await answerTo(docName(other.id, 'codebook'), workspace.member)).toBe('wrongSecret');
  expect(await answerTo('nowhere/codebook', workspace.member)).toBe('wrongSecret');
});

test('what is no document name opens nothing, whatever the secret', async () => {
  for (const name of [
    'x',
    `${workspace.id}/secrets`,
    `${workspace.id}/interview`,
    `${workspace.id}/codebook/../x`,
  ])
    expect(await answerTo(name, workspace.member)).toBe('wrongSecret');
});

test('a client of another protocol is told which side is older', async () => {
  const name = docName(workspace.id, 'codebook');
  expect(await answerTo(name, workspace.member, protocolVersion + 1)).toBe('serverOlder');
  expect(await answerTo(name, workspace.member, 0)).toBe('serverNewer');
});

test('after many wrong secrets the server answers shortly, and the right one still opens', async () => {
  const name = docName(workspace.id, 'codebook');
  const answers: string[] = [];
  for (let i = 0; i < 22; i++) answers.push(await answerTo(name, 'guess'));
  expect(answers.slice(0, 20)).toEqual(Array(20).fill('wrongSecret'));
  expect(answers.slice(20)).toEqual(['tooManyAttempts', 'tooManyAttempts']);
  expect(await answerTo(name, workspace.member)).toBe('read-write');
});

test('when the rule itself fails the client is turned away, the fault is reported and the server stays up', async () => {
  broken = true;
  const name = docName(workspace.id, 'codebook');
  expect(await answerTo(name, workspace.member)).toBe('failed');
  expect(server.faults).toMatchObject([{ hook: 'authenticate', document: name }]);
  broken = false;
  expect(await answerTo(name, workspace.member)).toBe('read-write');
});
