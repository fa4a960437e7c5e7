import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
  type Worker,
} from '@playwright/test';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const dist = process.env.SOUNDING_DIST ?? join(root, 'dist');
export const chromiumPath = process.env.SOUNDING_CHROMIUM ?? '/usr/bin/chromium';
/** Real survey files; tests that need them skip, saying so, where the folder is absent. */
export const sharedData = join(root, '..', 'shared', 'data');
export const hasSharedData = existsSync(sharedData);

/** A real server process on a free loopback port with a data folder of its own. */
export interface RunningServer {
  /** `http://127.0.0.1:PORT` without a trailing slash. */
  url: string;
  port: number;
  data: string;
  process: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  stop(): Promise<void>;
}

export async function startServer(
  options: { port?: number; data?: string; args?: string[] } = {},
): Promise<RunningServer> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'sounding-server-'));
  const args = [
    join(root, 'server/main.ts'),
    '--port',
    String(options.port ?? 0),
    '--data',
    data,
    '--dist',
    join(dist, 'pwa'),
  ];
  const child = spawn(process.execPath, [...args, ...(options.args ?? [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const url = await new Promise<string>((done, failed) => {
    const read = (piece: string) => {
      text += piece;
      const ready = /Sounding is ready at (http:\/\/127\.0\.0\.1:\d+)/.exec(text);
      if (ready?.[1]) done(ready[1]);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('exit', (code) => failed(new Error(`the server ended (${code}) before it was ready:\n${text}`)));
  });
  return {
    url,
    port: Number(new URL(url).port),
    data,
    process: child,
    output: () => text,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((done) => child.once('exit', done));
        child.kill('SIGTERM');
        await ended;
      }
      if (!options.data) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** What the browser itself says of an unreachable server; part of a test that takes the network away, of no other. */
const networkLost = /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|FAILED)/;

/**
 * Collects what must never happen, in every page and every service worker: an error on the console, an uncaught
 * exception, a promise that fails unheard. `offline` is for tests that take the network or the server away.
 */
export function watchForErrors(target: Page | BrowserContext, { offline = false } = {}): string[] {
  const errors: string[] = [];
  const hear = (where: string, message: ConsoleMessage) => {
    const text = message.text();
    if (message.type() === 'error' && !(offline && networkLost.test(text))) errors.push(`${where}: ${text}`);
  };
  const watchPage = (page: Page) => {
    page.on('pageerror', (error) =>
      errors.push(`${page.url()}: ${error.stack || error.message || String(error)}`),
    );
    page.on('console', (message) => hear(page.url(), message));
  };
  if (!('pages' in target)) {
    watchPage(target);
    return errors;
  }
  const watchWorker = (worker: Worker) => {
    worker.on('console', (message) => hear(worker.url(), message));
    // One that was stopped before it could be told has nothing more to say.
    worker.evaluate(sayUncaught).catch(() => null);
  };
  target.pages().forEach(watchPage);
  target.serviceWorkers().forEach(watchWorker);
  target.on('page', watchPage);
  target.on('serviceworker', watchWorker);
  return errors;
}

/** Runs in a service worker, whose uncaught exceptions Playwright reports only as far as they reach the console. */
function sayUncaught(): void {
  addEventListener('error', (event) => console.error('uncaught:', event.message));
  addEventListener('unhandledrejection', ({ reason }) =>
    console.error('uncaught:', reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
  );
}

interface Fixtures {
  /** For tests that take the network or the server away: what the browser then says of it is no error. */
  losesNetwork: boolean;
  /** Fails the test on any console error of any page or service worker of the default context. */
  noErrors: undefined;
}
interface WorkerFixtures {
  server: RunningServer;
}

/** `page` opens on a fresh profile; relative addresses go to a real server shared by the tests of one worker. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  losesNetwork: [false, { option: true }],
  // To keep the app for later takes the processor three times as long as to open it (docs/decisions/0044).
  serviceWorkers: async ({ losesNetwork }, use) => use(losesNetwork ? 'allow' : 'block'),
  noErrors: [
    async ({ context, losesNetwork }, use) => {
      const errors = watchForErrors(context, { offline: losesNetwork });
      await use(undefined);
      expect(errors, 'errors on the console').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };
