import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, readSource, root, withoutComments } from './sources.ts';

const files = projectFiles();
const code = files.filter((path) => /\.(ts|tsx|mjs)$/.test(path));

test('the top level holds what ARCHITECTURE.md names and nothing else', () => {
  const known = [
    '.ci',
    '.gitattributes',
    '.gitignore',
    '.npmrc',
    'ARCHITECTURE.md',
    'LICENSE',
    'README.md',
    'biome.json',
    'core',
    'docs',
    'extension',
    'package-lock.json',
    'package.json',
    'playwright.config.ts',
    'pwa',
    'scripts',
    'server',
    'test',
    'tsconfig.json',
    'vite.config.ts',
  ];
  expect(
    [...new Set(files.map((path) => path.split('/')[0]))].filter((name) => !known.includes(name ?? '')),
  ).toEqual([]);
});

test('the lockfile names no download address', () => {
  expect(readSource('package-lock.json')).not.toMatch(/"resolved"/);
});

test('no file names a path of one machine', () => {
  const where = files
    .filter((path) => /\.(ts|tsx|mjs|json|md|css|html|R)$/.test(path) && path !== 'package-lock.json')
    .filter((path) => /(^|[\s'"`(=:])\/(work|root|home)\//m.test(readSource(path)));
  expect(where).toEqual([]);
});

test('every exported function and interface of core says what it is', () => {
  const bare = files
    .filter((path) => /^core\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .flatMap((path) => {
      const lines = readSource(path).split('\n');
      return lines.flatMap((line, i) =>
        /^export (async )?(function|interface|class) /.test(line) &&
        !/\*\/\s*$/.test(lines[i - 1] ?? '') &&
        !overload(lines, i)
          ? [`${path}:${i + 1} ${line.slice(0, 70)}`]
          : [],
      );
    });
  expect(bare).toEqual([]);
});

/** A second signature of a function documented just above. */
function overload(lines: readonly string[], at: number): boolean {
  const name = /function (\w+)/.exec(lines[at] ?? '')?.[1];
  return (
    name !== undefined &&
    lines
      .slice(Math.max(0, at - 3), at)
      .some((line) => line.startsWith('export function') && line.includes(` ${name}(`))
  );
}

test('nothing is exported wholesale', () => {
  expect(code.filter((path) => /^export \* /m.test(withoutComments(readSource(path))))).toEqual([]);
});

test('every database of ours has one writer at a time', () => {
  const open = code
    .filter((path) => !/^test\/|\.test\.ts$/.test(path) && path !== 'core/browser/durableDatabase.ts')
    .filter((path) => /extends Dexie\b|new Dexie\(/.test(withoutComments(readSource(path))));
  expect(open).toEqual([]);
});

test('no test sleeps, is skipped for good or stands alone', () => {
  const tests = files.filter((path) => /\.(test|spec)\.tsx?$/.test(path));
  const bad = tests.filter((path) =>
    /waitForTimeout\(|\.only\(|\.todo\(|\b(test|it|describe)\.skip\(\s*['"`]/.test(
      withoutComments(readSource(path)),
    ),
  );
  expect(bad.filter((path) => path !== 'test/meta/house.test.ts')).toEqual([]);
});

test('every command the README names exists', () => {
  const scripts = (JSON.parse(readSource('package.json')) as { scripts: Record<string, string> }).scripts;
  const named = [...readSource('README.md').matchAll(/npm (?:run )?([a-z:]+)/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'run');
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every file a document links to is there', () => {
  const documents = files.filter((path) => path.endsWith('.md'));
  const missing = documents.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target]) => join(path, '..', target ?? ''))
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${path} -> ${target}`),
  );
  expect(missing).toEqual([]);
});

test('the README shows the app: at least one picture, each with what it shows', () => {
  const pictures = [...readSource('README.md').matchAll(/!\[([^\]]*)\]\(([^)\s]+)/g)];
  const shown = pictures.filter(([, , path]) => /^(\.\/)?docs\/pictures\/[\w-]+\.png$/.test(path ?? ''));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter(([, , path]) => !existsSync(join(root, path ?? ''))).map(([whole]) => whole)).toEqual(
    [],
  );
  expect(pictures.filter(([, text]) => !text?.trim()).map(([whole]) => whole)).toEqual([]);
});
