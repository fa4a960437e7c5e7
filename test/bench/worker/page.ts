import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';

/** Builds workers of a bench (`<folder>/<name>.worker.ts`) and opens a page of real Chromium that can start them. */
export async function withWorkers<T>(
  folder: URL,
  names: readonly string[],
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const place = await mkdtemp(join(tmpdir(), 'sounding-bench-'));
  const scripts = join(place, 'scripts');
  await buildWorkers(folder, names, scripts);
  const server = await serve(scripts);
  const context = await openBrowser(join(place, 'profile'));
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await use(page);
  } finally {
    await context.close();
    server.close();
    await rm(place, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Starts a worker, asks it once and ends it; the time runs from its creation to its answer. */
export async function ask<T>(
  page: Page,
  name: string,
  question: unknown,
): Promise<{ took: number; answer: T }> {
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
    [`${name}.js`, question] as const,
  );
  return answered as { took: number; answer: T };
}

async function buildWorkers(folder: URL, names: readonly string[], outDir: string): Promise<void> {
  for (const name of names)
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2023',
        rollupOptions: {
          input: { [name]: fileURLToPath(new URL(`${name}.worker.ts`, folder)) },
          output: { entryFileNames: '[name].js' },
        },
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
