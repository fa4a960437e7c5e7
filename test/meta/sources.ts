import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Paths of the project's own files, relative to its root: what git tracks or would track. */
export function projectFiles(): string[] {
  const out = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return out.split('\n').filter((path) => path !== '' && existsSync(join(root, path)));
}

export const readSource = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Source without comments, good enough to look for calls and imports. */
export const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');

export interface Import {
  /** A path of this project, or a package name. */
  target: string;
  isPackage: boolean;
  typeOnly: boolean;
}

/** Every module a source imports or re-exports, dynamic imports and worker URLs included. */
export function importsOf(path: string, source: string): Import[] {
  const found: Import[] = [];
  const code = withoutComments(source);
  const patterns = [
    /(?:^|[\n;])\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/g,
    /(import)\s*\(\s*()['"]([^'"]+)['"]/g,
    /(new URL)\s*\(\s*()['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
  ];
  for (const pattern of patterns) {
    for (const [, , type, spec = ''] of code.matchAll(pattern))
      found.push(resolveImport(path, spec, Boolean(type)));
  }
  return found;
}

function resolveImport(from: string, spec: string, typeOnly: boolean): Import {
  const bare = spec.replace(/\?.*$/, '');
  if (bare.startsWith('#')) return { target: bare.slice(1), isPackage: false, typeOnly };
  if (bare.startsWith('.'))
    return { target: normalize(join(dirname(from), bare)), isPackage: false, typeOnly };
  return { target: bare, isPackage: true, typeOnly };
}
