import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsWith, mentionOf } from '#test/fixtures/interviewFacts.ts';
import { broaderOf, codebookOf, driverTable, raisedWithBroader, withoutWholes } from './index.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
type Stored = Record<string, { parent?: string; mergedInto?: string; retired?: boolean }>;
const bookOf = (over: Stored) =>
  codebookOf(new Map(names.map((name) => [name, { name, category: 'product', ...over[name] }])));

test('a part counts for every broader theme above it, and a merged one where it was merged', () => {
  const tree = broaderOf(bookOf({ a: { parent: 'b' }, b: { parent: 'c' }, d: { mergedInto: 'a' } }));
  expect(tree.above('a')).toEqual(['b', 'c']);
  expect(tree.above('d')).toEqual(['b', 'c']);
  expect(tree.above('c')).toEqual([]);
  expect(tree.above('never-seen')).toEqual([]);
});

test('a parent nobody has here, or a theme under itself, is no parent', () => {
  const tree = broaderOf(
    bookOf({ a: { parent: 'not-here' }, b: { parent: 'b' }, c: { parent: 'd' }, d: { mergedInto: 'c' } }),
  );
  for (const name of names) expect(tree.above(name)).toEqual([]);
});

test('retiring a part changes no figure above it; a retired theme hands its parts to the next above', () => {
  const kept = broaderOf(bookOf({ a: { parent: 'b', retired: true }, b: { parent: 'c' } }));
  expect(kept.above('a')).toEqual(['b', 'c']);
  const handed = broaderOf(bookOf({ a: { parent: 'b' }, b: { parent: 'c', retired: true } }));
  expect(handed.above('a')).toEqual(['c']);
  expect(handed.above('b')).toEqual(['c']);
});

test('a ring ends: its smallest id stands at the top, whoever asks', () => {
  const tree = broaderOf(
    bookOf({ c: { parent: 'b' }, b: { parent: 'a' }, a: { parent: 'c' }, d: { parent: 'c' } }),
  );
  expect(tree.above('a')).toEqual([]);
  expect(tree.above('d')).toEqual(['c', 'b', 'a']);
});

test('for any parents and merges every way up ends, without a theme twice', () => {
  const any = fc.constantFrom(...names, '', 'gone');
  fc.assert(
    fc.property(
      fc.array(fc.record({ parent: any, mergedInto: any, retired: fc.boolean() }), {
        minLength: 5,
        maxLength: 5,
      }),
      (list) => {
        const book = bookOf(Object.fromEntries(names.map((name, i) => [name, list[i] ?? {}])));
        const tree = broaderOf(book);
        for (const name of names) {
          const way = tree.above(name);
          expect(new Set([book.resolve(name), ...way]).size).toBe(way.length + 1);
          for (const over of way) expect(book.resolve(over)).toBe(over);
        }
      },
    ),
  );
});

test('a broader theme counts an interview that raised two of its parts once, with both mentions', () => {
  const book = bookOf({ a: { parent: 'c' }, b: { parent: 'c' }, d: {} });
  const facts = [
    factsWith({ mentions: [mentionOf('a'), mentionOf('b')] }),
    factsWith({ mentions: [mentionOf('c'), mentionOf('b')] }),
    factsWith({ mentions: [mentionOf('d')] }),
  ];
  const counts = driverTable(facts, book, 'detractor').rows.map((r) => [
    r.theme,
    r.frequency.k,
    r.frequency.n,
  ]);
  expect(counts).toEqual([
    ['b', 2, 3],
    ['c', 2, 3],
    ['a', 1, 3],
    ['d', 1, 3],
  ]);
  const whole = raisedWithBroader(facts, book).get('c') ?? [];
  expect(whole.map((r) => r.mentions.length).sort()).toEqual([2, 2]);
});

test('a broader theme that one part accounts for whole is left out beside it, one that adds anything stays', () => {
  const tree = broaderOf(bookOf({ a: { parent: 'b' }, b: { parent: 'c' }, d: { parent: 'c' } }));
  const counts = { a: 4, b: 4, c: 5, d: 2 };
  const rows = Object.entries(counts).map(([theme, k]) => ({ theme, k }));
  const left = withoutWholes(rows, (row) => row.k, tree).map((row) => row.theme);
  expect(left).toEqual(['a', 'c', 'd']);
  const written = withoutWholes(
    rows,
    (row) => row.k,
    tree,
    (row) => row.theme === 'b',
  );
  expect(written.map((row) => row.theme)).toEqual(['a', 'b', 'c', 'd']);
});
