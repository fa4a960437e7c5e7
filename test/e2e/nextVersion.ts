import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Turns a folder with the built app into a later build of it: every hashed file has another name, as after a change that
 * reaches them all, and the service worker's list says so. Nothing of the version before is left on the server.
 */
export function makeNextVersion(folder: string): void {
  const assets = join(folder, 'assets');
  const names = readdirSync(assets).map((name) => [name, name.replace(/-([\w-]{8})\./, '-next$1.')] as const);
  for (const path of [...readdirSync(folder), ...names.map(([name]) => `assets/${name}`)]) {
    if (!/\.(js|css|html)$/.test(path)) continue;
    let text = readFileSync(join(folder, path), 'utf8');
    for (const [before, after] of names) text = text.replaceAll(before, after);
    if (path === 'sw.js')
      text = text.replace(/"[0-9a-f]{32}","url":"index\.html"/, `"${'f'.repeat(32)}","url":"index.html"`);
    writeFileSync(join(folder, path), text);
  }
  for (const [before, after] of names) renameSync(join(assets, before), join(assets, after));
}
