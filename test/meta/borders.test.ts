import { describe, expect, test } from 'vitest';
import { type Import, importsOf, projectFiles, readSource, withoutComments } from './sources.ts';

/** Who may import whom: ARCHITECTURE.md draws it, this enforces it. */
const stages = [
  'waves',
  'scores',
  'segments',
  'sample',
  'guide',
  'notes',
  'themes',
  'drivers',
  'priorities',
  'actions',
  'tickets',
  'cycles',
  'workshop',
  'exchange',
];

const sources = projectFiles().filter(
  (path) => /^(core|pwa|extension|server)\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
);

const stageOf = (path: string): string => /^core\/([^/]+)\//.exec(path)?.[1] ?? '';
const startsWithAny = (path: string, rooms: readonly string[]): boolean =>
  rooms.some((room) => path === room || path.startsWith(room));

/** Why this import crosses a border, or an empty string. */
function objection(from: string, to: Import): string {
  if (to.isPackage) return objectionToPackage(from, to.target);
  const only = (rooms: readonly string[]) =>
    startsWithAny(to.target, rooms) ? '' : `may import only ${rooms.join(', ')}`;
  const stage = stageOf(from);
  if (from.startsWith('core/model/')) return only(['core/model/']);
  if (from.startsWith('core/stats/')) return only(['core/model/', 'core/stats/']);
  if (from.startsWith('core/ports/')) return to.typeOnly ? only(['core/']) : 'a port imports types only';
  if (stages.includes(stage)) return objectionInStage(stage, to.target);
  if (from.startsWith('core/replica/'))
    return only(['core/model/', 'core/ports/', 'core/replica/', ...stages.map((s) => `core/${s}/index.ts`)]);
  if (from.startsWith('core/browser/')) return only(['core/']);
  const screen = /^pwa\/screens\/[^/]+\//.exec(from)?.[0];
  if (screen) {
    if (to.target.startsWith('pwa/workers/') && to.typeOnly) return '';
    return only([
      screen,
      'core/model/',
      'core/ports/',
      'core/browser/parts/',
      'pwa/app/deps.ts',
      ...stages.map((s) => `core/${s}/index.ts`),
    ]);
  }
  if (from.startsWith('pwa/workers/')) return only(['core/', 'pwa/workers/']);
  if (from.startsWith('pwa/')) return only(['core/', 'pwa/']);
  if (from.startsWith('extension/sites/')) return only(['core/model/', 'extension/sites/']);
  if (from.startsWith('extension/content/'))
    return only(['core/model/', 'extension/sites/', 'extension/content/', 'extension/background/messages']);
  if (from.startsWith('extension/')) return only(['core/', 'extension/']);
  if (from.startsWith('server/'))
    return only(['server/', 'core/model/', 'core/replica/', 'core/ports/', 'core/waves/index.ts']);
  return '';
}

function objectionInStage(stage: string, target: string): string {
  if (startsWithAny(target, ['core/model/', 'core/stats/', `core/${stage}/`])) return '';
  const other = stageOf(target);
  if (!stages.includes(other)) return 'a stage imports model, stats and earlier stages only';
  if (stages.indexOf(other) > stages.indexOf(stage)) return `${other} comes after ${stage}`;
  return target === `core/${other}/index.ts` ? '' : `import ${other} through its index.ts`;
}

const screenPackages = ['preact', 'preact/hooks', '@preact/signals', '@preact/signals-core'];

function objectionToPackage(from: string, name: string): string {
  if (/^core\/(model|stats|ports)\//.test(from) || stages.includes(stageOf(from)))
    return ['valibot', '@uwdata/flechette', 'fflate'].includes(name) ? '' : 'core uses no such package';
  if (from.startsWith('core/replica/')) return ['yjs'].includes(name) ? '' : 'core/replica knows Yjs alone';
  if (/^pwa\/screens\/[^/]+\/model\.ts$/.test(from) && name !== '@preact/signals-core')
    return 'a model is free of Preact';
  if (from.startsWith('pwa/screens/') && !screenPackages.includes(name) && !name.endsWith('.css'))
    return 'a screen knows no adapter';
  if (/^extension\/(sites|content)\//.test(from)) return 'what runs in a page stands alone';
  return '';
}

describe('borders', () => {
  test('there are sources to look at', () => expect(sources.length).toBeGreaterThan(50));

  test('nobody imports across a border', () => {
    const crossings = sources.flatMap((path) =>
      importsOf(path, readSource(path))
        .map((to) => ({ to, why: objection(path, to) }))
        .filter(({ why }) => why !== '')
        .map(({ to, why }) => `${path} -> ${to.target}: ${why}`),
    );
    expect(crossings).toEqual([]);
  });

  test('a crossing would be seen', () => {
    const page = "import { x } from '../../core/browser/database.ts';\nimport { Dexie } from 'dexie';";
    const why = importsOf('pwa/screens/people/Screen.tsx', page).map((to) =>
      objection('pwa/screens/people/Screen.tsx', to),
    );
    expect(why.every((w) => w !== '')).toBe(true);
    expect(
      objection('core/scores/nps.ts', { target: 'core/themes/index.ts', isPackage: false, typeOnly: true }),
    ).toContain('after');
  });

  test.each([
    ['Date.now', /\bDate\.now\b/, 'take a moment as an argument'],
    ['new Date()', /\bnew Date\(\s*\)/, 'take a moment as an argument'],
    ['Math.random', /\bMath\.random\b/, 'take a Chance'],
    ['crypto.randomUUID', /\brandomUUID\b/, 'take a Chance and use newId'],
    ['console', /\bconsole\./, 'return a Result'],
    ['timers', /\bset(Timeout|Interval)\(/, 'move it to an adapter'],
    ['fetch', /\bfetch\(/, 'use a port'],
  ])('core is free of %s', (_name, pattern, instead) => {
    const where = sources
      .filter((path) => path.startsWith('core/') && !path.startsWith('core/browser/'))
      .filter((path) => pattern.test(withoutComments(readSource(path))));
    expect(where, instead).toEqual([]);
  });

  test('what reads other people’s pages never touches the extension API', () => {
    const where = sources.filter(
      (path) => path.startsWith('extension/sites/') && /\bchrome\./.test(withoutComments(readSource(path))),
    );
    expect(where).toEqual([]);
  });

  test('text never becomes markup', () => {
    const where = sources.filter((path) =>
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/.test(
        withoutComments(readSource(path)),
      ),
    );
    expect(where).toEqual([]);
  });

  test('ids are cast nowhere but where they are made', () => {
    const where = sources
      .filter((path) => !['core/model/ids.ts', 'core/model/docName.ts'].includes(path))
      .filter((path) =>
        /\bas (unknown as )?(Workspace|Cycle|Wave|Interview|Note|Theme|Guide|Member)Id\b|\bas DocName\b|\bas Id</.test(
          withoutComments(readSource(path)),
        ),
      );
    expect(where).toEqual([]);
  });
});
