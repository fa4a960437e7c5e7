import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { docName } from '#core/model/docName.ts';
import { maxPartBytes, protocolHeader } from '#core/model/protocol.ts';
import { updateSetting } from '#test/sync/ruleTest.ts';
import { type TestServer, type TestWorkspace, testServer } from '#test/sync/testServer.ts';

let server: TestServer;
let workspace: TestWorkspace;
let base: string;

beforeEach(async () => {
  server = await testServer();
  workspace = await server.workspace();
  base = `workspaces/${workspace.id}`;
});
afterEach(() => server.stop());

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const put = (body: BodyInit): RequestInit => ({ method: 'PUT', body });
const bytes = new Uint8Array([1, 2, 3]);

test('only the owner of the server sets up a workspace, once, and the secrets are not stored', async () => {
  const body = JSON.stringify({ workspace: 'new-one' });
  for (const key of ['', 'guess', workspace.member])
    expect((await server.ask('workspaces', key, { method: 'POST', body })).status).toBe(401);
  const made = await server.ask('workspaces', server.ownerKey, { method: 'POST', body });
  expect(made.status).toBe(201);
  const secrets = (await made.json()) as { member: string; reader: string };
  expect(secrets.member).toMatch(/^[\w-]{43}$/);
  expect(secrets.reader).not.toBe(secrets.member);
  const row = await server.storage.workspace('new-one');
  expect(Buffer.from(row?.hashes.member ?? []).toString('hex')).toBe(
    createHash('sha256').update(secrets.member).digest('hex'),
  );
  const again = await server.ask('workspaces', server.ownerKey, { method: 'POST', body });
  expect([again.status, await again.json()]).toEqual([409, { reason: 'exists' }]);
  for (const bad of ['{}', 'x', '{"workspace":"a/b"}', '{"workspace":7}'])
    expect((await server.ask('workspaces', server.ownerKey, { method: 'POST', body: bad })).status).toBe(400);
});

test('without a secret of this workspace nothing answers, and an unknown workspace looks the same', async () => {
  const other = await server.workspace();
  const paths = ['', '/changes', '/waves', `/blobs/${hashOf(bytes)}`, '/nothing'];
  for (const of of [base, 'workspaces/unknown'])
    for (const path of paths)
      for (const secret of ['', 'guess', other.member, `${workspace.member}x`]) {
        const answer = await server.ask(of + path, secret);
        expect([401, 429]).toContain(answer.status);
        expect(['wrongSecret', 'tooManyAttempts']).toContain(
          ((await answer.json()) as { reason: string }).reason,
        );
      }
  expect((await server.ask(base, workspace.member)).status).toBe(200);
});

test('the greeting says what the secret makes one, and how far the workspace is', async () => {
  expect(await (await server.ask(base, workspace.member)).json()).toMatchObject({ role: 'member', seq: 0 });
  const seq = await server.storage.append(workspace.id, docName(workspace.id, 'codebook'), bytes);
  expect(await (await server.ask(base, workspace.reader)).json()).toMatchObject({ role: 'reader', seq });
});

test.each([
  ['newer', '2', 'serverOlder'],
  ['older', '0', 'serverNewer'],
  ['silent', 'x', 'serverNewer'],
])(
  'a %s client is told which side is older, before its secret is looked at',
  async (_how, version, reason) => {
    const answer = await server.ask(base, 'guess', { headers: { [protocolHeader]: version } });
    expect([answer.status, await answer.json()]).toEqual([409, { reason }]);
  },
);

test('the feed tells what changed since, only of this workspace', async () => {
  const other = await server.workspace();
  const doc = docName(workspace.id, 'codebook');
  const seq = await server.storage.append(workspace.id, doc, updateSetting('a', 'b'));
  await server.storage.append(other.id, docName(other.id, 'codebook'), bytes);
  const ask = async (since: string) =>
    (await server.ask(`${base}/changes?since=${since}`, workspace.reader)).json();
  expect(await ask('0')).toEqual({ seq, docs: [doc] });
  expect(await ask(String(seq))).toEqual({ seq, docs: [] });
  expect(await ask('-1')).toEqual({ reason: 'badPlace' });
});

test('a part is kept only under its own hash, and read back as it was', async () => {
  const path = `${base}/blobs/${hashOf(bytes)}`;
  expect((await server.ask(path, workspace.member)).status).toBe(404);
  expect((await server.ask(path, workspace.member, put(new Uint8Array([9])))).status).toBe(400);
  expect((await server.ask(`${base}/blobs/nohash`, workspace.member, put(bytes))).status).toBe(400);
  expect((await server.ask(path, workspace.member, put(bytes))).status).toBe(204);
  const read = await server.ask(path, workspace.reader);
  expect(new Uint8Array(await read.arrayBuffer())).toEqual(bytes);
  const other = await server.workspace();
  const elsewhere = `workspaces/${other.id}/blobs/${hashOf(bytes)}`;
  expect((await server.ask(elsewhere, other.member)).status).toBe(404);
});

test('a part larger than the limit is refused', async () => {
  const big = new Uint8Array(maxPartBytes + 1);
  const answer = await server.ask(`${base}/blobs/${hashOf(big)}`, workspace.member, put(big));
  expect(answer.status).toBe(413);
});

test('a wave is listed once all its parts are there, and is gone for everybody once removed', async () => {
  const wave = { head: { id: 'q4', rows: 3 }, parts: [{ part: 'columns', hash: hashOf(bytes) }] };
  const putWave = (body: unknown, id = 'q4') =>
    server.ask(`${base}/waves/${id}`, workspace.member, put(JSON.stringify(body)));
  expect((await putWave(wave)).status).toBe(409);
  await server.ask(`${base}/blobs/${hashOf(bytes)}`, workspace.member, put(bytes));
  expect((await putWave(wave)).status).toBe(204);
  for (const [body, id] of [
    [{ ...wave, head: { id: 'other' } }, 'q4'],
    [{ head: wave.head }, 'q4'],
    [{ ...wave, head: { id: 'Q 4' } }, 'Q%204'],
  ] as const)
    expect((await putWave(body, id)).status).toBe(400);
  const listed = async () => (await server.ask(`${base}/waves`, workspace.reader)).json();
  expect(await listed()).toEqual({ waves: [{ id: 'q4', ...wave }], removed: [] });
  await server.ask(`${base}/waves/q4`, workspace.member, { method: 'DELETE' });
  expect(await listed()).toEqual({ waves: [], removed: ['q4'] });
});

test('a reader changes nothing', async () => {
  const tries: [string, RequestInit][] = [
    [`${base}/blobs/${hashOf(bytes)}`, put(bytes)],
    [`${base}/waves/q4`, put(JSON.stringify({ head: { id: 'q4' }, parts: [] }))],
    [`${base}/waves/q4`, { method: 'DELETE' }],
  ];
  for (const [path, init] of tries) {
    const answer = await server.ask(path, workspace.reader, init);
    expect([answer.status, await answer.json()]).toEqual([403, { reason: 'readOnly' }]);
  }
  expect(await server.storage.waves(workspace.id)).toEqual({ waves: [], removed: [] });
});

test('a full disk is said as such', async () => {
  const full = await testServer({ maxBytes: 200 * 1024 });
  const small = await full.workspace();
  const big = new Uint8Array(400 * 1024).fill(7);
  const answer = await full.ask(`workspaces/${small.id}/blobs/${hashOf(big)}`, small.member, put(big));
  expect([answer.status, await answer.json()]).toEqual([507, { reason: 'notStored' }]);
  await full.stop();
});
