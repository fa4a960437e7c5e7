import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { CardFacts } from '#core/ports/waves.ts';
import { emailOf, workspace } from './lookup/invent.ts';
import { type Line, median } from './measure.ts';

const people = 1_000_000;
const rounds = 25;
const warmUp = 3;

/**
 * The overlay's lookup of an e-mail among a million people, from a cold start in real Chromium: a new worker each time,
 * from its creation to the answer. Baseline: a new worker that opens the same database and gets one shard of the same
 * size, with no library. Both in turns, each time another person.
 */
export async function bench(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sounding-lookup-'));
  const scripts = join(folder, 'scripts');
  await buildWorkers(scripts);
  const server = await serve(scripts);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const context = await openBrowser(join(folder, 'profile'));
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await measure(page);
  } finally {
    await context.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(page: Page): Promise<Line[]> {
  const asked = Array.from({ length: rounds + warmUp }, (_, i) => (i * 7_919_000 + 12_345) % people);
  const built = await ask<Built>(page, 'build.js', { people, asked });
  const ours: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < asked.length; i++) {
    const email = emailOf(asked[i] ?? 0);
    const look = async () => {
      const { took, answer } = await ask<CardFacts>(page, 'look.js', email);
      if (answer?.email !== email) throw new Error(`${email} was not found`);
      if (i >= warmUp) ours.push(took);
    };
    const get = async () => {
      const key = built.answer.places[i];
      const { took, answer } = await ask<{ bytes: Uint8Array }>(page, 'bare.js', {
        name: `sounding-${workspace}`,
        key,
      });
      if (!answer) throw new Error(`shard ${key} is not there`);
      if (i >= warmUp) bare.push(took);
    };
    for (const run of i % 2 ? [look, get] : [get, look]) await run();
  }
  return linesOf(built.answer, median(ours), median(bare));
}

interface Built {
  took: number;
  places: string[];
  shards: number;
  bytes: number;
  largest: number;
}

function linesOf({ took, shards, bytes, largest }: Built, ours: number, bare: number): Line[] {
  const told = { kind: 'none' } as const;
  const shardSize = bytes / shards / 1024;
  return [
    {
      figure: `an e-mail among ${people.toLocaleString('en')} people, cold worker, Chromium`,
      ours: { value: ours, unit: 'ms' },
      baseline: { value: bare, unit: 'ms', which: 'one bare IndexedDB get of the same shard, cold worker' },
      goal: { kind: 'timesOf', atMost: 3 },
    },
    { figure: 'building it', ours: { value: took, unit: 'ms' }, goal: told },
    { figure: 'its size', ours: { value: bytes / 1024, unit: 'KiB' }, goal: told },
    {
      figure: `its ${shards.toLocaleString('en')} shards, each on average`,
      ours: { value: shardSize, unit: 'KiB' },
      goal: told,
    },
    { figure: 'its largest shard', ours: { value: largest / 1024, unit: 'KiB' }, goal: told },
  ];
}

/** Starts a worker, asks it once and ends it; the time runs from its creation to its answer. */
async function ask<T>(page: Page, script: string, question: unknown): Promise<{ took: number; answer: T }> {
  const answered = await page.evaluate(
    ([url, data]) =>
      new Promise<{ took: number; answer: unknown }>((done, failed) => {
        const start = performance.now();
        const worker = new Worker(url as string, { type: 'module' });
        worker.onmessage = ({ data: answer }) => {
          const took = performance.now() - start;
          worker.terminate();
          done({
            took,
            answer: answer?.bytes instanceof Uint8Array ? { bytes: answer.bytes.length } : answer,
          });
        };
        worker.onerror = ({ message }) => failed(new Error(message));
        worker.postMessage(data);
      }),
    [script, question] as const,
  );
  return answered as { took: number; answer: T };
}

async function buildWorkers(outDir: string): Promise<void> {
  const at = (name: string): string => fileURLToPath(new URL(`./lookup/${name}.worker.ts`, import.meta.url));
  for (const name of ['build', 'look', 'bare'])
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2023',
        rollupOptions: { input: { [name]: at(name) }, output: { entryFileNames: '[name].js' } },
      },
    });
}

function serve(folder: string): Promise<Server> {
  const page = '<!doctype html><title>bench</title>';
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://x').pathname.slice(1);
    if (name === '') return void response.setHeader('Content-Type', 'text/html').end(page);
    const type = extname(name) === '.js' ? 'text/javascript' : 'text/plain';
    readFile(join(folder, name)).then(
      (bytes) => response.setHeader('Content-Type', type).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

function openBrowser(profile: string): Promise<BrowserContext> {
  const executablePath = process.env.SOUNDING_CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launchPersistentContext(profile, { executablePath });
}
