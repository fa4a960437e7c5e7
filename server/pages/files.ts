import { readFile, realpath } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/** Vite puts a hash of the content into these names, so that they may be kept for ever. */
const hashed = /^\/assets\/.+-[\w-]{8}\.\w+$/;

export interface ServedFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  cacheControl: string;
}

/** The file of the build that a URL path names, or index.html for a path without an extension; null when there is none. */
export async function fileFor(dist: string, path: string): Promise<ServedFile | null> {
  const asked = decode(path);
  if (asked === null) return null;
  const name = extname(asked) === '' ? '/index.html' : asked;
  const bytes = await readInside(dist, name);
  const type = types[extname(name)];
  if (bytes === null || type === undefined) return null;
  return {
    bytes,
    type,
    cacheControl: hashed.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

function decode(path: string): string | null {
  try {
    const text = decodeURIComponent(path);
    return text.includes('\0') || text.includes('\\') ? null : text;
  } catch {
    return null;
  }
}

/** Null unless the file lies inside the folder, symbolic links followed. */
async function readInside(folder: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const root = await realpath(folder);
    const file = await realpath(resolve(root, `.${name}`));
    if (!file.startsWith(root + sep)) return null;
    return new Uint8Array(await readFile(file));
  } catch {
    return null;
  }
}
