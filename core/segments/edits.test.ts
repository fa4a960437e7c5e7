import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, type Response } from '#test/fixtures/columns.ts';
import type { Change } from '../model/change.ts';
import { docName } from '../model/docName.ts';
import { parseId } from '../model/ids.ts';
import type { Fields, Json } from '../model/json.ts';
import {
  choiceOf,
  crossOf,
  type EditPlace,
  type EditsSource,
  editedSegments,
  editsIn,
  inverseOf,
  keepOnly,
  makeDimensions,
  mergeValues,
  type ReadColumns,
  renameValue,
  segmentsOf,
  separateValue,
  setEdges,
  setSeparator,
  valuesOf,
  withMade,
} from './index.ts';

const workspace = parseId<'workspace'>('w');
if (!workspace.ok) throw new Error('no workspace');
const doc = docName(workspace.value, 'codebook');

/** A codebook in memory that takes changes as a replica does. */
class Book implements EditsSource {
  private readonly records = new Map<string, Map<string, Record<string, Json>>>();
  read(collection: string): ReadonlyMap<string, Fields> {
    return this.records.get(collection) ?? new Map();
  }
  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      const records = this.records.get(change.collection) ?? new Map<string, Record<string, Json>>();
      this.records.set(change.collection, records);
      if (change.kind === 'remove') records.delete(change.id);
      if (change.kind !== 'put') continue;
      const record = { ...records.get(change.id) };
      for (const [field, value] of Object.entries(change.fields))
        if (value === null) delete record[field];
        else record[field] = value;
      records.set(change.id, record);
    }
  }
  place(dimension: string): EditPlace {
    return { edits: editsIn(this, false), doc, dimension };
  }
  edited(columns: ReadColumns): ReadColumns {
    return { score: columns.score, segments: editedSegments(columns.segments, editsIn(this, false)) };
  }
}

const done = (outcome: { ok: true; value: Change[] } | { ok: false; why: unknown }): Change[] => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.why));
  return outcome.value;
};
const answers = (dimension: string, values: readonly (string | null)[]): ReadColumns =>
  columnsOf(values.map((value, i): Response => ({ score: i % 11, segments: { [dimension]: value } })));
const countsIn = (columns: ReadColumns): Record<string, number> =>
  Object.fromEntries(segmentsOf(columns).dimensions[0]?.segments.map((s) => [s.value, s.n]) ?? []);

test('a rename and a merge change what is shown, never the wave, and come apart again', () => {
  const book = new Book();
  const wave = answers('Tier', ['Ent', 'Ent', 'Enterprise', 'Small', null]);
  const before = JSON.stringify(wave);
  book.apply(
    done(renameValue(book.place('Tier'), ['Ent', 'Enterprise', 'Small'], 'Small', ' Small  firms ')),
  );
  book.apply(done(mergeValues(book.place('Tier'), ['Ent', 'Enterprise'], 'Enterprise')));
  expect(countsIn(book.edited(wave))).toEqual({ Enterprise: 3, 'Small firms': 1 });
  // a merged value renamed takes everything along, and what a later wave calls the same
  book.apply(done(renameValue(book.place('Tier'), ['Enterprise', 'Small firms'], 'Enterprise', 'Large')));
  expect(countsIn(book.edited(wave))).toEqual({ Large: 3, 'Small firms': 1 });
  expect(countsIn(book.edited(answers('Tier', ['Enterprise', 'Ent'])))).toEqual({ Large: 2 });
  book.apply(separateValue(book.place('Tier'), 'Large'));
  expect(countsIn(book.edited(wave))).toEqual({ Ent: 2, Enterprise: 1, 'Small firms': 1 });
  expect(JSON.stringify(wave)).toBe(before);
});

test('a name that is taken, empty or too long is refused', () => {
  const place = new Book().place('Tier');
  expect(renameValue(place, ['a', 'B'], 'a', 'b')).toEqual({
    ok: false,
    why: { kind: 'nameTaken', by: 'B' },
  });
  expect(renameValue(place, ['a'], 'a', '  ')).toEqual({ ok: false, why: { kind: 'noName' } });
  expect(renameValue(place, ['a'], 'a', 'x'.repeat(61))).toMatchObject({ ok: false, why: { got: 61 } });
  expect(renameValue(place, ['a'], 'a', 'a')).toEqual({ ok: true, value: [] });
  expect(mergeValues(place, ['a'], 'a')).toMatchObject({ ok: false });
});

test('every edit is undone by its inverse, whatever was edited before', () => {
  const values = ['a', 'b', 'c', '4', '12', 'a; b'];
  const step = fc.oneof(
    fc.tuple(fc.constant('rename' as const), fc.constantFrom(...values), fc.constantFrom('x', 'y', 'a')),
    fc.tuple(fc.constant('merge' as const), fc.constantFrom(...values), fc.constantFrom(...values)),
    fc.tuple(fc.constant('separate' as const), fc.constantFrom('x', 'y', 'a', 'b'), fc.constant('')),
    fc.tuple(fc.constant('edges' as const), fc.constant(''), fc.constant('')),
    fc.tuple(fc.constant('split' as const), fc.constant(''), fc.constantFrom(';', '')),
    fc.tuple(fc.constant('keep' as const), fc.constantFrom(...values), fc.constant('')),
  );
  const wave = answers('d', values);
  const changesOf = (book: Book, [kind, one, other]: [string, string, string]): Change[] => {
    const place = book.place('d');
    const shown = valuesOf(
      book.edited(wave).segments[0] ?? { name: '', codes: new Uint16Array(), values: [] },
    );
    switch (kind) {
      case 'rename': {
        const renamed = renameValue(place, shown, one, other);
        return renamed.ok ? renamed.value : [];
      }
      case 'merge': {
        const merged = mergeValues(place, [one, other], other);
        return merged.ok ? merged.value : [];
      }
      case 'separate':
        return separateValue(place, one);
      case 'edges':
        return done(setEdges(place, [5, 10]));
      case 'split':
        return setSeparator(place, other);
      default:
        return done(keepOnly(place, [one]));
    }
  };
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const book = new Book();
      for (const one of steps) {
        const changes = changesOf(book, one);
        const [columns, back] = [book.edited(wave).segments, inverseOf(book, changes)];
        book.apply(changes);
        const after = book.edited(wave);
        // nobody is lost or counted twice, however values are called
        expect(after.segments[0]?.codes.length).toBe(values.length);
        book.apply(back);
        expect(book.edited(wave).segments).toEqual(columns);
        book.apply(changes);
      }
    }),
    { numRuns: 150 },
  );
});

test('numbers stand in ranges with names in words; what is no number stays', () => {
  const book = new Book();
  const wave = answers('Employees', ['4', '12', '1,200', '£ 50', 'unknown', '10']);
  book.apply(done(setEdges(book.place('Employees'), [10, 1000])));
  const { segments } = book.edited(wave);
  expect(segments[0]?.values).toEqual(['Below 10', '10 to under 1,000', '1,000 and over', 'unknown']);
  expect(countsIn(book.edited(wave))).toEqual({
    'Below 10': 1,
    '10 to under 1,000': 3,
    '1,000 and over': 1,
    unknown: 1,
  });
  expect(setEdges(book.place('Employees'), [])).toMatchObject({ ok: false, why: { kind: 'noNumbers' } });
});

test('sixty thousand values are one pass to gather, and cannot be crossed before', () => {
  const values = Array.from({ length: 60_000 }, (_, i) => (i < 40_000 ? 'Acme' : `account ${i}`));
  const wave = columnsOf([]);
  const dictionary = [...new Set(values)];
  const places = new Map(dictionary.map((v, i) => [v, i]));
  const columns: ReadColumns = {
    score: Uint8Array.from(values, (_, i) => i % 11),
    segments: [
      { name: 'Account', values: dictionary, codes: Uint16Array.from(values, (v) => places.get(v) ?? 0) },
      { name: 'Half', values: ['one', 'other'], codes: Uint16Array.from(values, (_, i) => i % 2) },
    ],
  };
  expect(wave.rows).toBe(0);
  expect(crossOf(columns, ['Account', 'Half'])).toEqual({
    ok: false,
    why: { kind: 'tooWide', rows: 20_001, columns: 2, wide: 'Account', most: 4000 },
  });
  const book = new Book();
  book.apply(done(keepOnly(book.place('Account'), ['Acme'])));
  expect(countsIn(book.edited(columns))).toEqual({ Acme: 40_000, Other: 20_000 });
  expect(crossOf(book.edited(columns), ['Account', 'Half']).ok).toBe(true);
});

test('ranges and splitting read anew what was gathered: nobody lands in "Other" for a name that is gone', () => {
  const book = new Book();
  const sizes = answers('Employees', ['4', '12', '4', '1200', '12']);
  book.apply(done(keepOnly(book.place('Employees'), ['4', '12'])));
  expect(countsIn(book.edited(sizes))).toEqual({ 4: 2, 12: 2, Other: 1 });
  book.apply(done(setEdges(book.place('Employees'), [10])));
  expect(countsIn(book.edited(sizes))).toEqual({ 'Below 10': 2, '10 and over': 3 });
  book.apply(done(keepOnly(book.place('Employees'), ['Below 10'])));
  book.apply(done(setEdges(book.place('Employees'), null)));
  expect(countsIn(book.edited(sizes))).toEqual({ 4: 2, 12: 2, 1200: 1 });
  const lists = answers('Product', ['Ledger; Reports', 'Ledger; Reports', 'Close']);
  book.apply(done(keepOnly(book.place('Product'), ['Ledger; Reports'])));
  book.apply(setSeparator(book.place('Product'), ';'));
  expect(countsIn(book.edited(lists))).toEqual({ Ledger: 2, Reports: 2, Close: 1 });
});

/** People with several products each, as a list in one cell. */
const products = answers('Product', ['Ledger; Reports', 'Ledger', 'Reports;Ledger', 'Close', null, '; ']);

test('a cell that holds several values counts for each of them, and for each once', () => {
  const book = new Book();
  book.apply(setSeparator(book.place('Product'), ';'));
  const edited = book.edited(products);
  expect(countsIn(edited)).toEqual({ Ledger: 3, Reports: 2, Close: 1 });
  const [map] = segmentsOf(edited).dimensions;
  expect(map).toMatchObject({ several: true, unknown: 2 });
  expect(valuesOf(edited.segments[0] ?? { name: '', codes: new Uint16Array(), values: [] })).toEqual([
    'Ledger',
    'Reports',
    'Close',
  ]);
});

test('crossed with another dimension, every value of a list has its own cells with the right margins', () => {
  const lists = fc.array(fc.subarray(['a', 'b', 'c']), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(lists, fc.infiniteStream(fc.constantFrom('x', 'y')), (given, tiers) => {
      const rows = given.map((list, i) => ({ list, tier: tiers.next().value as string, score: i % 11 }));
      const columns = columnsOf(
        rows.map(({ list, tier, score }) => ({
          score,
          segments: { Product: list.length > 0 ? list.join('; ') : null, Tier: tier },
        })),
      );
      const book = new Book();
      book.apply(setSeparator(book.place('Product'), ';'));
      const cross = crossOf(book.edited(columns), ['Product', 'Tier']);
      if (!cross.ok) throw new Error(JSON.stringify(cross.why));
      const { cells, rowValues, columnValues } = cross.value;
      for (const [r, product] of rowValues.entries())
        for (const [c, tier] of columnValues.entries()) {
          const mine = rows.filter((row) => row.list.includes(product) && row.tier === tier);
          expect(cells[r]?.[c]?.n).toBe(mine.length);
        }
    }),
  );
});

test('a chosen cell becomes a dimension the selection finds people by, also of a list', () => {
  const book = new Book();
  book.apply(setSeparator(book.place('Product'), ';'));
  const columns = columnsOf([
    { score: 1, segments: { Product: 'Ledger; Reports', Tier: 'Enterprise' } },
    { score: 2, segments: { Product: 'Ledger', Tier: 'Small' } },
    { score: 3, segments: { Product: 'Reports', Tier: 'Enterprise' } },
    { score: 4, segments: { Product: null, Tier: 'Enterprise' } },
  ]);
  const crossed = [
    { dimension: 'Product', value: 'Ledger' },
    { dimension: 'Tier', value: 'Enterprise' },
  ] as const;
  const cell = { dimension: 'Product × Tier', value: 'Ledger × Enterprise', crossed };
  const { ref, needs } = choiceOf(cell, (dimension) => dimension === 'Product');
  book.apply(makeDimensions(needs, editsIn(book, false), doc));
  expect(makeDimensions(needs, editsIn(book, false), doc)).toEqual([]);
  const made = withMade(book.edited(columns).segments, editsIn(book, false));
  const column = made.find((c) => c.name === ref.dimension);
  const at = column?.values.indexOf(ref.value) ?? -1;
  expect([...(column?.codes ?? [])].map((code) => code === at)).toEqual([true, false, false, false]);
  // it is no segment of its own on the map
  const map = segmentsOf({ score: columns.score, segments: made });
  expect(map.dimensions.map((d) => d.name)).toEqual(['Product', 'Tier']);
});

test('edits of the invented company leave real surveys alone', () => {
  const book = new Book();
  const place = { edits: editsIn(book, true), doc, dimension: 'Tier' };
  book.apply(done(renameValue(place, ['Small'], 'Small', 'Tiny')));
  expect(editsIn(book, false).values.size).toBe(0);
  expect(editsIn(book, true).values.get('Tier')?.get('Small')).toBe('Tiny');
});
