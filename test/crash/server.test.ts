import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import { protocolHeader, protocolVersion, type WorkspaceSecrets } from '#core/model/protocol.ts';
import { startProcess } from './serverProcess.ts';
import { serverRounds } from './serverRounds.ts';

const rounds = Number(process.env.SOUNDING_CRASH_ROUNDS ?? 30);
const seed = process.env.SOUNDING_CRASH_SEED ?? `server ${Date.now()}`;
/** The control may take this many rounds to lose something; it is over with the first loss. */
const controlRounds = 20;
const workspace = newId<'workspace'>(seededChance('crash'));

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sounding-crash-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

test(`killed ${rounds} times while people note, the server has every note that was shown as synced`, {
  timeout: 30_000 + rounds * 30_000,
}, async () => {
  const start = () => startProcess('server/main.ts', ['--port', '0', '--data', data, '--dist', data]);
  const first = await start();
  const made = await fetch(`${first.url}api/workspaces`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${readFileSync(join(data, 'owner-key'), 'utf8').trim()}`,
      [protocolHeader]: String(protocolVersion),
    },
    body: JSON.stringify({ workspace }),
  });
  const { member } = (await made.json()) as WorkspaceSecrets;
  await first.kill();
  const found = await serverRounds({ start, workspace, secret: member }, { rounds, seed });
  expect(found.lost, `seed "${seed}"`).toEqual([]);
  expect(found.kills).toBe(rounds);
  expect(found.shown).toBeGreaterThan(rounds * 5);
});

test('the stock store, in the same rounds, loses some of what was shown as synced', {
  timeout: 30_000 + controlRounds * 30_000,
}, async () => {
  const start = () => startProcess('test/crash/stockServer.ts', [data]);
  const rules = { rounds: controlRounds, seed, untilLoss: true };
  const found = await serverRounds({ start, workspace, secret: 'any' }, rules);
  expect(found.lost.length, `seed "${seed}", killed ${found.kills} times`).toBeGreaterThan(0);
});
