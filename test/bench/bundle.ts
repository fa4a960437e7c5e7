import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { build, type Plugin } from 'vite';
import type { Line } from './measure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kib = (bytes: number) => bytes / 1024;

/** Rendered bytes of each module of a chunk, by the chunk's file name. */
type Modules = Map<string, Map<string, number>>;

/**
 * The JavaScript a first visit waits for: a production build is opened at "/" in Chromium, every script it fetches for
 * the page is counted as gzip. What the service worker stores afterwards is not waited for and not counted. The parts
 * are those scripts' gzip bytes, shared out by rendered length.
 */
export async function bench(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sounding-bundle-'));
  try {
    const modules = await buildInto(folder);
    const files = await scriptsOf(join(folder, 'pwa'));
    const sizes = new Map(
      files.map((f) => [f, gzipSync(readFileSync(join(folder, 'pwa', f)), { level: 9 }).length]),
    );
    const total = [...sizes.values()].reduce((a, b) => a + b, 0);
    const parts = partsOf(sizes, modules).slice(0, 8);
    return [
      {
        figure: `JavaScript of the first route, gzip, ${files.length} files`,
        ours: { value: kib(total), unit: 'KiB' },
        goal: { kind: 'limit', atMost: 100 },
      },
      ...parts.map(
        ([part, bytes]): Line => ({
          figure: `of which ${part}`,
          ours: { value: kib(bytes), unit: 'KiB' },
          goal: { kind: 'none' },
        }),
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildInto(folder: string): Promise<Modules> {
  const modules: Modules = new Map();
  const collect: Plugin = {
    name: 'collect-modules',
    generateBundle(_, bundle) {
      for (const [file, chunk] of Object.entries(bundle))
        if (chunk.type === 'chunk')
          modules.set(file, new Map(Object.entries(chunk.modules).map(([id, m]) => [id, m.renderedLength])));
    },
  };
  // the config reads where to build from here
  process.env.SOUNDING_DIST = folder;
  await build({
    configFile: join(root, 'vite.config.ts'),
    mode: 'pwa',
    logLevel: 'silent',
    plugins: [collect],
  });
  return modules;
}

/** Paths of the scripts a fresh browser fetches for "/", the service worker's own fetches left out. */
async function scriptsOf(folder: string): Promise<string[]> {
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path === '/' ? '/index.html' : path;
    try {
      const body = readFileSync(join(folder, file));
      response
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: process.env.SOUNDING_CHROMIUM ?? '/usr/bin/chromium',
  });
  try {
    const page = await browser.newPage();
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname.slice(1));
    });
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    return [...scripts].filter((s) => s !== 'sw.js');
  } finally {
    await browser.close();
    server.close();
  }
}

/** Gzip bytes by package or room, largest first. */
function partsOf(sizes: ReadonlyMap<string, number>, modules: Modules): [string, number][] {
  const parts = new Map<string, number>();
  for (const [file, bytes] of sizes) {
    const inside = modules.get(file) ?? new Map([[file, 1]]);
    const all = [...inside.values()].reduce((a, b) => a + b, 0) || 1;
    for (const [id, length] of inside) {
      const part = partOf(id);
      parts.set(part, (parts.get(part) ?? 0) + (bytes * length) / all);
    }
  }
  return [...parts].sort((a, b) => b[1] - a[1]);
}

function partOf(id: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];
  if (inPackage) return inPackage;
  return /\/((?:core|pwa)\/[^/]+)/.exec(id)?.[1] ?? 'the rest';
}
