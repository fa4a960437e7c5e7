/** `npm run package`: the extension as zips for Chromium and Firefox; the same sources give the same bytes. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { root, runTool } from './steps.ts';

const dist = process.env.SOUNDING_DIST ?? join(root, 'dist');
/** Zip times are part of the bytes: one fixed moment for every file. */
const mtime = new Date('2026-01-01T00:00:00Z');

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesOf(path) : [path];
    });
}

const firefox = await runTool(
  'node_modules/vite/bin/vite.js',
  ['build', '--mode', 'extension-firefox', '--logLevel', 'warn'],
  true,
);
if (firefox.code !== 0) process.exit(1);
mkdirSync(join(dist, 'packages'), { recursive: true });
for (const [from, name] of [
  ['extension', 'sounding-chromium.zip'],
  ['extension-firefox', 'sounding-firefox.zip'],
] as const) {
  const entries: Zippable = {
    'LICENSE.txt': [strToU8(readFileSync(join(root, 'LICENSE'), 'utf8')), { mtime }],
  };
  for (const path of filesOf(join(dist, from))) {
    if (relative(join(dist, from), path).startsWith('.vite')) continue;
    entries[relative(join(dist, from), path)] = [readFileSync(path), { mtime }];
  }
  writeFileSync(join(dist, 'packages', name), zipSync(entries, { level: 9 }));
  console.log(relative(process.cwd(), join(dist, 'packages', name)));
}
