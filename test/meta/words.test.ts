import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { projectFiles, readSource } from './sources.ts';

interface Node {
  type: string;
  [key: string]: unknown;
}
const isNode = (x: unknown): x is Node => typeof x === 'object' && x !== null && 'type' in x;
const partsOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

const program = (path: string): Node =>
  parseAst(readSource(path), { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
const files = projectFiles().filter(
  (path) => /^(pwa|core)\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
);
const inLanguages = files.filter(
  (path) => /[wW]ords\.ts$/.test(path) && files.includes(path.replace(/ts$/, 'de.ts')),
);

/** What a module exports by `export let { … }`: its words. */
const wordsIn = (path: string): string[] =>
  [...(readSource(path).match(/export let \{([^}]*)\}/)?.[1] ?? '').matchAll(/\w+/g)].map(([name]) => name);
const wordsOfCore = inLanguages.filter((path) => path.startsWith('core/')).flatMap(wordsIn);

interface Import extends Node {
  source: { value: string };
  importKind: string;
  specifiers: { importKind?: string; imported?: { name: string }; local: { name: string } }[];
}

/** Local names under which a file holds words. */
function wordsHeld(tree: Node): string[] {
  return (tree.body as Node[])
    .filter((node): node is Import => node.type === 'ImportDeclaration' && node.importKind !== 'type')
    .flatMap(({ source, specifiers }) =>
      specifiers
        .filter((s) => s.importKind !== 'type')
        .filter((s) => languagesHave(source.value) || wordsOfCore.includes(s.imported?.name ?? ''))
        .map((s) => s.local.name),
    );
}

const languagesHave = (source: string): boolean =>
  inLanguages.some((path) => path.endsWith(`/${source.replace(/^.*\//, '')}`));

const later = /Function|^MethodDefinition$|^ImportDeclaration$|^ExportSpecifier$/;
/** Types say nothing; `x as T` and `x satisfies T` still do. */
const isType = ({ type }: Node) => /^TS(?!AsExpression|SatisfiesExpression|NonNullExpression)/.test(type);

/** The same in every language. */
const isListOfKeys = ({ type, callee }: Node) =>
  type === 'CallExpression' && (callee as Node & { property?: Node }).property?.name === 'keys';

/** Names read as the module is loaded, not when one of its functions runs. */
function readAtOnce(node: Node): string[] {
  if (later.test(node.type) || isType(node) || isListOfKeys(node)) return [];
  if (node.type === 'Identifier') return [node.name as string];
  const own = node.type === 'MemberExpression' && !node.computed ? [node.object as Node] : partsOf(node);
  return own.flatMap(readAtOnce);
}

test('words are read when they are shown: what is read as a module loads stays English', () => {
  const early = files.flatMap((path) => {
    const tree = program(path);
    const held = wordsHeld(tree);
    return held.length === 0
      ? []
      : readAtOnce(tree)
          .filter((name) => held.includes(name))
          .map((name) => `${path}: ${name}`);
  });
  expect(early).toEqual([]);
});

test('every room that has words has them in every language', () => {
  const alone = files.filter(
    (path) => /[wW]ords\.en\.ts$/.test(path) && !inLanguages.includes(path.replace('.en.', '.')),
  );
  expect(alone).toEqual([]);
  expect(inLanguages.length).toBeGreaterThan(30);
});
