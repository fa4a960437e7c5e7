import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Book, bookDoc as doc, got } from '#test/fixtures/book.ts';
import {
  categoryOwnersOf,
  codebookOf,
  inPlace,
  mergeThemes,
  moveInPlace,
  moveTheme,
  nestTheme,
  ownCategory,
  ownerOf,
  ownTheme,
  retireTheme,
  theme,
  treeOf,
  unmergeTheme,
} from './index.ts';

const names = ['a', 'b', 'c', 'd', 'e'] as const;

/** Five themes among the starter ones, and ways to put them anywhere. */
class Nested extends Book {
  constructor() {
    super('me', names);
  }
  nest(id: string, parent: string): this {
    return this.apply(got(nestTheme(this.book(), doc, id, parent)));
  }
  raw(id: string, fields: Partial<{ parent: string; mergedInto: string; retired: boolean }>): this {
    return this.apply([theme.put(doc, id, fields)]);
  }
}

test('chains of merges and of parts of any length are read', () => {
  const many = 20_000;
  const chain = (field: 'mergedInto' | 'parent') =>
    codebookOf(
      new Map(
        Array.from({ length: many }, (_, i) => [
          `t${i}`,
          { name: `t${i}`, category: 'product', ...(i > 0 && { [field]: `t${i - 1}` }) },
        ]),
      ),
    );
  expect(chain('mergedInto').resolve(`t${many - 1}`)).toBe('t0');
  const nested = treeOf(chain('parent'));
  expect(nested.partsOf('t0')).toEqual(['t1']);
  expect(nested.under(`t${many - 2_000}`)).toHaveLength(2_000);
});

describe('themes within themes', () => {
  test('parts keep the category of their whole, wherever it goes; one that is moved alone leaves it', () => {
    const b = new Nested().nest('b', 'a').nest('c', 'b').raw('c', { retired: true });
    const categories = () => ['a', 'b', 'c'].map((id) => b.theme(id)?.category);
    b.nest('a', 'starter-service-resolution');
    expect(categories()).toEqual(['service', 'service', 'service']);
    b.nest('a', '').apply(got(moveTheme(b.book(), doc, 'a', 'product')));
    expect(categories()).toEqual(['product', 'product', 'product']);
    b.apply(got(moveTheme(b.book(), doc, 'b', 'product')));
    expect(b.tree().parentOf('b')).toBe('a');
    b.apply(got(moveTheme(b.book(), doc, 'b', 'value')));
    expect([b.tree().parentOf('b'), ...categories()]).toEqual(['', 'product', 'value', 'value']);
  });

  test('a part takes the category of what it is a part of, and goes up again', () => {
    const b = new Nested().nest('a', 'starter-product-speed').nest('b', 'a');
    expect(b.tree().under('starter-product-speed')).toEqual(['starter-product-speed', 'a', 'b']);
    expect(b.book().all.get('b')?.category).toBe('product');
    expect(b.nest('b', '').tree().parentOf('b')).toBe('');
    expect(b.book().all.get('b')?.category).toBe('product');
  });

  test('no theme goes beneath itself or its parts, nor beneath one that nobody has', () => {
    const b = new Nested().nest('b', 'a').nest('c', 'b');
    expect(nestTheme(b.book(), doc, 'a', 'a')).toMatchObject({ why: { kind: 'ownPart' } });
    expect(nestTheme(b.book(), doc, 'a', 'c')).toMatchObject({ why: { kind: 'ownPart' } });
    expect(nestTheme(b.book(), doc, 'a', 'none')).toMatchObject({ why: { kind: 'unknownTheme' } });
    expect(nestTheme(b.book(), doc, 'c', 'b')).toEqual({ ok: true, value: [] });
  });

  test('parts of a merged theme go to the one that stays, and come back with it', () => {
    const b = new Nested().nest('b', 'a').nest('d', 'c');
    b.apply(got(mergeThemes(b.book(), doc, 'a', 'c')));
    expect(b.tree().partsOf('c')).toEqual(['b', 'd']);
    expect(
      b
        .apply(got(unmergeTheme(b.book(), doc, 'a')))
        .tree()
        .partsOf('a'),
    ).toEqual(['b']);
  });

  test('a theme merged into its own part leaves that part where it was itself', () => {
    const b = new Nested().nest('b', 'a').nest('c', 'b');
    expect(
      b
        .apply(got(mergeThemes(b.book(), doc, 'b', 'c')))
        .tree()
        .parentOf('c'),
    ).toBe('a');
  });

  test('the parts of a retired theme stand beneath the next one above it', () => {
    const b = new Nested().nest('b', 'a').nest('c', 'b');
    expect(
      b
        .apply(got(retireTheme(b.book(), doc, 'b')))
        .tree()
        .parentOf('c'),
    ).toBe('a');
  });

  test('each put into the other at once: the smallest id is at the top, and stays there when the ring is undone', () => {
    const b = new Nested().raw('a', { parent: 'b' }).raw('b', { parent: 'a' }).raw('c', { parent: 'b' });
    expect(b.tree().under('a')).toEqual(['a', 'b', 'c']);
    expect([...b.tree().loosened]).toEqual(['a']);
    b.nest('b', '');
    expect([b.tree().parentOf('a'), b.tree().parentOf('b'), b.tree().parentOf('c')]).toEqual(['', '', 'b']);
  });

  test('whatever stands in the records, every open theme is in the tree once and no way up is endless', () => {
    const some = fc.constantFrom(...names, 'none', '');
    const fields = fc.record({ parent: some, mergedInto: some, retired: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fields), { maxLength: 12 }), (writes) => {
        const b = new Nested();
        for (const [id, f] of writes) b.raw(id, f);
        const [, ...all] = b.tree().under('');
        expect(all.toSorted()).toEqual(
          b
            .book()
            .open.map((t) => t.id as string)
            .sort(),
        );
      }),
    );
  });
});

describe('who answers for a theme', () => {
  test('its own owner, else that of the theme above, else of the category, else the usual one', () => {
    const b = new Nested().nest('b', 'a');
    const owner = (id: string) => ownerOf(b.book(), b.tree(), categoryOwnersOf(b.read('categoryOwner')), id);
    expect(owner('b')).toEqual({ owner: 'Pricing, product marketing and finance', from: 'usual' });
    b.apply(ownCategory(doc, 'value', '  Pat,  pricing '));
    expect(owner('b')).toEqual({ owner: 'Pat, pricing', from: 'category' });
    const own = (id: string, name: string) => b.apply(got(ownTheme(b.book(), doc, id, name)));
    own('a', 'Ada');
    expect(owner('b')).toEqual({ owner: 'Ada', from: 'above' });
    own('b', 'Bo');
    expect(owner('b')).toEqual({ owner: 'Bo', from: 'theme' });
    own('b', '');
    expect(owner('b')).toEqual({ owner: 'Ada', from: 'above' });
    b.apply(ownCategory(doc, 'value', ''));
    expect(owner('c').from).toBe('usual');
  });
});

describe('the order of themes', () => {
  test('what nobody placed follows in the order it comes; at either end nothing moves', () => {
    const b = new Nested();
    expect(inPlace(b.book(), ['c', 'a', 'b'])).toEqual(['c', 'a', 'b']);
    expect(moveInPlace(b.book(), doc, ['c', 'a'], 'c', -1, b.chance)).toEqual([]);
    expect(moveInPlace(b.book(), doc, ['c', 'a'], 'a', 1, b.chance)).toEqual([]);
  });

  test('any moves give the list as it was shown, with that one a place further', () => {
    const move = fc.tuple(fc.nat(4), fc.constantFrom(-1 as const, 1 as const));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 15 }), (moves) => {
        const b = new Nested();
        let shown = [...names] as string[];
        for (const [at, by] of moves) {
          const id = shown[at] ?? '';
          b.apply(moveInPlace(b.book(), doc, shown, id, by, b.chance));
          const to = Math.min(shown.length - 1, Math.max(0, at + by));
          shown = shown.toSpliced(at, 1).toSpliced(to, 0, id);
          expect(inPlace(b.book(), names)).toEqual(shown);
        }
      }),
    );
  });
});
