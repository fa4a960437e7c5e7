import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, type Response } from '#test/fixtures/columns.ts';
import { noSegment } from '../waves/index.ts';
import {
  type Cells,
  editedSegments,
  noEdits,
  type SegmentEdits,
  severalReader,
  valuesInCell,
  valuesOf,
  withMade,
} from './index.ts';

const split = (separator: string, more: Partial<SegmentEdits> = {}): SegmentEdits => ({
  ...noEdits(),
  dimensions: new Map([['Product', { separator, edges: null, keep: null }]]),
  ...more,
});
const productsOf = (edits: SegmentEdits, cell: string) =>
  severalReader(edits)({ Product: cell })?.several.Product;

test('a cell is parted at the signs it is given, and at no other', () => {
  expect(valuesInCell(' Ledger ;Reports; ', [';'])).toEqual(['Ledger', 'Reports']);
  expect(valuesInCell('Ledger | Reports, old', ['|'])).toEqual(['Ledger', 'Reports, old']);
  expect(valuesInCell('Berlin, Germany', [])).toEqual(['Berlin, Germany']);
  expect(valuesInCell('Berlin, Germany', [''])).toEqual(['Berlin, Germany']);
});

test('somebody drawn before their dimension was split has the same values as somebody drawn after', () => {
  expect(productsOf(split('|'), 'Ledger|Reports')).toEqual(['Ledger', 'Reports']);
  expect(productsOf(split('|'), 'Ledger; Reports')).toEqual(['Ledger', 'Reports']);
  expect(productsOf(split('|'), 'Ledger')).toEqual(['Ledger']);
  const renamed = split(',', { values: new Map([['Product', new Map([['Rep', 'Reports, old']])]]) });
  expect(productsOf(renamed, 'Ledger; Reports, old')).toEqual(['Ledger', 'Reports, old']);
});

test('a dimension that nobody split stays one value, whatever signs are in it', () => {
  const read = severalReader(split(';'));
  expect(read({ City: 'Bonn; Berlin, Mitte' })).toBeNull();
  expect(read({ Product: 'Ledger', City: 'Bonn; Berlin' })).toEqual({
    cells: { Product: 'Ledger', City: 'Bonn; Berlin' },
    several: { Product: ['Ledger'] },
  });
  expect(read({ Product: ' ; ', City: 'Bonn' })).toEqual({ cells: { City: 'Bonn' }, several: {} });
});

test('a part of a dimension says nothing beside it; a cross with the part has everybody known on one side', () => {
  const part = { of: 'Product', by: '', value: 'Ledger' };
  const cross = { of: 'Product: Ledger', by: 'Tier', value: '' };
  const read = severalReader(split(';', { made: [part, cross] }));
  const name = 'Product: Ledger × Tier';
  const big = { Product: 'Ledger; Reports', 'Product: Ledger': 'Ledger', Tier: 'Big' };
  expect(read({ ...big, [name]: 'Ledger × Big' })?.cells).not.toHaveProperty('Product: Ledger');
  expect(read(big)?.several).toEqual({ Product: ['Ledger', 'Reports'], [name]: ['Ledger × Big'] });
  expect(read({ Product: 'Reports', Tier: 'Big' })?.several[name]).toEqual([]);
  expect(read({ Product: 'Reports' })?.several).not.toHaveProperty(name);
});

test('for any edits: people read from their kept text are in the segments that the map counts them in', () => {
  const names = ['Ledger', 'Close', 'Reports', 'Tax'];
  const some = fc.subarray(names);
  const edits = fc.record({
    separator: fc.constantFrom(';', '|', ','),
    keep: fc.option(some),
    to: fc.option(fc.constantFrom('Ledger', 'Tax', 'Books, closed', 'Old | new')),
  });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 8 }), edits, (people, { separator, keep, to }) => {
      const given = {
        ...split(''),
        dimensions: new Map([['Product', { separator, edges: null, keep }]]),
        values: to === null ? new Map() : new Map([['Product', new Map([['Close', to]])]]),
        made: [{ of: 'Product', by: '', value: 'Ledger' }],
      };
      const text = (held: readonly string[]) => (held.length > 0 ? held.join(separator) : null);
      const rows = people.map((held): Response => ({ score: 5, segments: { Product: text(held) } }));
      const columns = withMade(editedSegments(columnsOf(rows).segments, given), given);
      const read = severalReader(given);
      for (const row of people.keys()) {
        const kept: Cells = Object.fromEntries(
          columns.flatMap(({ name, codes, values }) => {
            const value = values[codes[row] ?? noSegment];
            return value === undefined ? [] : [[name, value]];
          }),
        );
        const [product] = columns;
        const code = product?.codes[row] ?? noSegment;
        const places = product?.parts ? (product.parts.of[code] ?? []) : code === noSegment ? [] : [code];
        const onMap = places.map((at) => (product ? valuesOf(product)[at] : ''));
        expect([...(read(kept)?.several.Product ?? [])].sort()).toEqual([...onMap].sort());
      }
    }),
  );
});
