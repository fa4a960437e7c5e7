import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsWith, mentionOf, raising } from '#test/fixtures/interviewFacts.ts';
import type { Fields } from '../model/json.ts';
import {
  codebookOf,
  concentrationsOf,
  dimensionsOf,
  driverTable,
  factsReader,
  type InterviewFacts,
  isIn,
  LiveDrivers,
  raisedByTheme,
  saturationBy,
  usualSaturation,
  valuesIn,
} from './index.ts';

const book = codebookOf(new Map());
/** A codebook in which Product is split at ";" and its value Ledger was chosen for interviews. */
const records = new Map<string, Map<string, Fields>>([
  ['segmentDimension', new Map([['d', { dimension: 'Product', separator: ';', sample: false }]])],
  ['segmentMade', new Map([['m', { of: 'Product', by: '', value: 'Ledger', sample: false }]])],
]);
const edited = { read: (collection: string) => records.get(collection) ?? new Map<string, Fields>() };
const reader = factsReader(edited);
const having = (cell: string, chosen = false) => ({
  segments: { Product: cell, ...(chosen && { 'Product: Ledger': 'Ledger' }) },
});
const read = (facts: readonly InterviewFacts[]) =>
  concentrationsOf(raisedByTheme(facts, book), facts).get('x');

/** Ten detractors with each set of products, of whom 8, 8 and 1 raise the theme. */
const thirty = reader([
  ...raising('x', 8, 10, having('Ledger', true)),
  ...raising('x', 8, 10, having('Ledger; Reports', true)),
  ...raising('x', 1, 10, having('Reports')),
]);

test('who has two products counts in both: Ledger is 16 of 20 against 1 of 10 without it', () => {
  const found = read(thirty);
  expect(found?.all).toMatchObject([
    { dimension: 'Product', value: 'Ledger', k: 16, n: 20, elseK: 1, elseN: 10 },
    { dimension: 'Product', value: 'Reports', k: 9, n: 20, elseK: 8, elseN: 10 },
  ]);
  expect(found).toMatchObject({ kind: 'concentrated', segments: [{ value: 'Ledger' }] });
  // by hand, of C(30, 17) = 119,759,850 ways: 48,450 + 1,140 are no likelier for Ledger; for Reports 14,293,890
  const [ledger, reports] = found?.all ?? [];
  expect(ledger?.p).toBeCloseTo(49_590 / 119_759_850, 10);
  expect(reports?.p).toBeCloseTo(14_293_890 / 119_759_850, 10);
  // each value is a test
  expect(ledger?.adjusted).toBeCloseTo((2 * 49_590) / 119_759_850, 10);
});

test('the counts of the driver table overlap in the same way, however they are made', () => {
  const table = driverTable(thirty, book, 'detractor');
  expect(table.rows[0]?.frequency).toMatchObject({ k: 17, n: 30 });
  expect(table.rows[0]?.reach.all).toMatchObject([
    { dimension: 'Product', value: 'Ledger', k: 16, n: 20 },
    { dimension: 'Product', value: 'Reports', k: 9, n: 20 },
  ]);
  const sorted = thirty.toSorted((a, b) => (a.interview < b.interview ? -1 : 1));
  const live = new LiveDrivers(book, sorted).table('detractor');
  expect(live.rows[0]?.reach).toEqual(driverTable(sorted, book, 'detractor').rows[0]?.reach);
});

test('each product has its course until nothing is new', () => {
  const each = saturationBy(thirty, book, usualSaturation, (f) => valuesIn(f, 'Product'));
  expect(each.map(({ value, saturation }) => [value, saturation.points.length])).toEqual([
    ['Ledger', 20],
    ['Reports', 20],
  ]);
});

test('a row is read once, its own object where nothing is split, and an invented one by its own edits', () => {
  const [row, plain] = [factsWith(having('Ledger; Reports')), factsWith({ segments: { Tier: 'A; B' } })];
  expect(reader([row])[0]).toBe(reader([row])[0]);
  expect(reader([plain])[0]).toBe(plain);
  const invented = { ...row, sample: true };
  expect(reader([invented])[0]).toBe(invented);
});

const value = fc.constantFrom('A', 'B', 'A; B', 'B, A', '');
const products = fc.subarray(['Ledger', 'Reports', 'Tax']);

test('for any interviews: nobody is lost to grouping, and dimensions of one value say what they said before', () => {
  const person = fc.record({ tier: value, products, raises: fc.boolean() });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 60 }), (people) => {
      const stored = people.map((p) =>
        factsWith({
          segments: { Tier: p.tier, ...(p.products.length > 0 && { Product: p.products.join('; ') }) },
          mentions: p.raises ? [mentionOf('x')] : [],
        }),
      );
      const now = reader(stored);
      for (const [i, f] of now.entries()) {
        expect(valuesIn(f, 'Product')).toEqual(people[i]?.products);
        expect(valuesIn(f, 'Tier')).toEqual([people[i]?.tier].filter((tier) => tier !== ''));
      }
      for (const { dimension, value, n, k, elseN, elseK } of read(now)?.all ?? []) {
        const known = now.filter((f) => dimensionsOf(f).includes(dimension));
        const here = known.filter((f) => isIn(f, { dimension, value }));
        const raised = (of: readonly InterviewFacts[]) => of.filter((f) => f.mentions.length > 0).length;
        expect([n, n + elseN]).toEqual([here.length, known.length]);
        expect([k, k + elseK]).toEqual([raised(here), raised(known)]);
      }
      const tier = (facts: readonly InterviewFacts[]) =>
        driverTable(facts, book, 'detractor').rows.map((row) =>
          row.reach.all.filter((s) => s.dimension === 'Tier'),
        );
      expect(tier(now)).toEqual(tier(stored));
      const tests = (facts: readonly InterviewFacts[]) =>
        (read(facts)?.all ?? [])
          .filter((s) => s.dimension === 'Tier')
          .map(({ value, k, n, elseK, elseN, p }) => [value, k, n, elseK, elseN, p]);
      expect(tests(now)).toEqual(tests(stored));
    }),
  );
});
