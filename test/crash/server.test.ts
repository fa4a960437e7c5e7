import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { protocolHeader, protocolVersion, type WorkspaceSecrets } from '#core/model/protocol.ts';
import { startProcess } from './serverProcess.ts';
import { serverRounds } from './serverRounds.ts';

const rounds = Number(process.env.SOUNDING_CRASH_ROUNDS ?? 30);
const seed = process.env.SOUNDING_CRASH_SEED ?? `server ${Date.now()}`;

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sounding-crash-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const id = parseId<'workspace'>('crash');
const documents = id.ok ? [docName(id.value, 'interview', 'one'), docName(id.value, 'interview', 'two')] : [];

test(`killed ${rounds} times while clients edit, the server has every edit that was shown as synced`, {
  timeout: 30_000 + rounds * 5000,
}, async () => {
  const start = () => startProcess('server/main.ts', ['--port', '0', '--data', data, '--dist', data]);
  const first = await start();
  const made = await fetch(`${first.url}api/workspaces`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${readFileSync(join(data, 'owner-key'), 'utf8').trim()}`,
      [protocolHeader]: String(protocolVersion),
    },
    body: JSON.stringify({ workspace: 'crash' }),
  });
  const { member } = (await made.json()) as WorkspaceSecrets;
  await first.kill();
  const found = await serverRounds({ start, documents, secret: member }, rounds, seed);
  expect(found.lost, `seed "${seed}"`).toEqual([]);
  expect(found.shown).toBeGreaterThan(rounds * 5);
});

test('the stock store, in the same rounds, loses some of what was shown as synced', {
  timeout: 60_000,
}, async () => {
  const start = () => startProcess('test/crash/stockServer.ts', [data]);
  const found = await serverRounds({ start, documents, secret: '' }, 4, seed);
  expect(found.shown).toBeGreaterThan(20);
  expect(found.lost.length, `seed "${seed}"`).toBeGreaterThan(0);
});
