import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Small pages around the real storage code, built and served for one test file. */
export interface Site {
  /** `http://127.0.0.1:PORT` without a trailing slash. */
  url: string;
  close(): void;
}

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds every page of test/crash/page and serves them on a free loopback port. */
export async function startSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'sounding-pages-'));
  await build({
    configFile: false,
    root: at('page'),
    logLevel: 'error',
    cacheDir: join(folder, 'cache'),
    // The contract suite is written for vitest; in a page these few words of it are enough.
    resolve: { alias: { vitest: at('page/inPage.ts') } },
    build: {
      outDir: join(folder, 'dist'),
      target: 'es2023',
      minify: false,
      rollupOptions: {
        input: ['capture', 'stock', 'pair', 'contract', 'bench'].map((name) => at(`page/${name}.html`)),
      },
    },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    readFile(join(folder, 'dist', path.replaceAll('..', ''))).then(
      (file) => response.writeHead(200, { 'content-type': types[extname(path)] ?? '' }).end(file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
