import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

let data: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sounding-main-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  text(): string;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  ready(): Promise<string>;
}

function run(...args: string[]): Run {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--data', data, '--dist', data, ...args]);
  children.push(child);
  let text = '';
  let look = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      look();
    });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const ready = () =>
    new Promise<string>((done, failed) => {
      look = () => {
        const url = /^Sounding is ready at (http:\/\/127\.0\.0\.1:\d+\/)$/m.exec(text)?.[1];
        if (url && text.includes('team#key=')) done(url);
      };
      look();
      void ended.then(() => failed(new Error(text)));
    });
  return { child, text: () => text, ended, ready };
}

test('it says where it is, how to set up a team, and ends cleanly when told', async () => {
  const server = run('--port', '0');
  const url = await server.ready();
  expect(server.text()).toContain(`${url}team#key=${readFileSync(join(data, 'owner-key'), 'utf8').trim()}`);
  expect((await fetch(`${url}healthz`)).status).toBe(200);
  for (const name of readdirSync(data))
    expect([name, statSync(join(data, name)).mode & 0o077]).toEqual([name, 0]);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

test('a second one on the same folder or port says what to do and ends', async () => {
  const first = run('--port', '0');
  const url = await first.ready();
  const second = run('--port', '0');
  expect(await second.ended).toBe(1);
  expect(second.text()).toContain('Another Sounding server is using');
  const other = mkdtempSync(join(tmpdir(), 'sounding-main-'));
  const third = run('--port', new URL(url).port, '--data', other);
  expect(await third.ended).toBe(1);
  expect(third.text()).toContain('is taken');
  rmSync(other, { recursive: true, force: true });
});

test('a flag that makes no sense is said, and nothing starts', async () => {
  const server = run('--address', '0.0.0.0');
  expect(await server.ended).toBe(2);
  expect(server.text()).toContain('not a loopback address');
});
