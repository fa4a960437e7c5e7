import { tableFromIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noAccount } from '../build/finish.ts';
import { noDay } from '../cells/dates.ts';
import { fieldsOf } from '../people/people.ts';
import { noScore, noSegment, type Person, type WaveColumns } from '../wave.ts';
import { columnsFromArrow, columnsToArrow } from './columns.ts';
import { peopleFromArrow, peopleToArrow, rejectedFromArrow, rejectedToArrow } from './people.ts';

const columnsOf = (rows: number): WaveColumns => ({
  rows,
  score: Uint8Array.from({ length: rows }, (_, i) => (i % 5 === 4 ? noScore : i % 11)),
  day: Int32Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? noDay : 20000 + i)),
  account: Uint32Array.from({ length: rows }, (_, i) => (i % 2 ? noAccount : i)),
  weight: null,
  segments: [
    {
      name: 'Tier',
      values: ['Enterprise', 'Küche “A”'],
      codes: Uint16Array.from({ length: rows }, (_, i) => (i % 3 === 2 ? noSegment : i % 3)),
    },
    { name: 'Empty', values: [], codes: new Uint16Array(rows).fill(noSegment) },
  ],
  ratings: [
    {
      name: 'Speed',
      low: 1,
      high: 5,
      values: Float32Array.from({ length: rows }, (_, i) => (i % 4 ? i % 6 : Number.NaN)),
    },
  ],
});

test.each([1, 2, 7, 64, 65, 1000])('columns of %i rows come back as they were', (rows) => {
  const columns = columnsOf(rows);
  expect(columnsFromArrow([...columnsToArrow(columns)])).toEqual(columns);
  const weighted = { ...columns, weight: new Float32Array(rows).fill(0.5) };
  expect(columnsFromArrow([...columnsToArrow(weighted)])).toEqual(weighted);
});

test('reading copies no column', () => {
  const pieces = [...columnsToArrow(columnsOf(1000))];
  const read = columnsFromArrow(pieces);
  expect(pieces).toHaveLength(1);
  expect(read.score.buffer).toBe(pieces[0]?.buffer);
  expect(read.segments[0]?.codes.buffer).toBe(pieces[0]?.buffer);
  expect(read.ratings[0]?.values.buffer).toBe(pieces[0]?.buffer);
});

test('a large wave is cut into pieces between columns', () => {
  const columns = columnsOf(1000);
  const pieces = [...columnsToArrow(columns, 4000)];
  expect(pieces.length).toBeGreaterThan(2);
  expect(columnsFromArrow(pieces)).toEqual(columns);
});

test('other tools see nulls where nothing is known', () => {
  const table = tableFromIPC([...columnsToArrow(columnsOf(6))][0] ?? new Uint8Array());
  expect(table.getChild('score').at(4)).toBeNull();
  expect(table.getChild('day').at(0)).toBeNull();
  expect(table.getChild('account').at(1)).toBeNull();
  expect([...table.getChild('segment:0')]).toEqual([
    'Enterprise',
    'Küche “A”',
    null,
    'Enterprise',
    'Küche “A”',
    null,
  ]);
});

const person = fc.record<Person>({
  row: fc.nat(1e6),
  key: fc.string({ minLength: 1 }),
  name: fc.string({ unit: 'grapheme' }),
  email: fc.string(),
  phone: fc.string(),
  timeZone: fc.constantFrom('', 'Europe/Berlin'),
  language: fc.constantFrom('', 'de'),
  role: fc.string(),
  crmId: fc.string(),
  accountName: fc.string(),
  accountCrmId: fc.string(),
  accountManager: fc.string(),
  revenue: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  optOut: fc.boolean(),
  comment: fc.string({ unit: 'grapheme' }),
  score: fc.option(fc.integer({ min: 0, max: 10 })),
  answeredOn: fc.constantFrom('', '2026-03-04'),
});

test('people come back as they were', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 20 }), (drawn) => {
      const people = drawn.map((one, row) => ({ ...one, row }));
      const rows = Uint32Array.from(people.keys());
      const stored = peopleFromArrow(peopleToArrow(fieldsOf(people), rows));
      expect(people.map((_, i) => stored.at(i))).toEqual(people);
    }),
  );
});

test('rejected rows come back as they were', () => {
  const rejected = [
    { line: 3, column: 'nps', value: 'ten', reason: 'notAWholeNumber' as const },
    { line: 9, column: '', value: 'extra', reason: 'tooManyCells' as const },
  ];
  expect(rejectedFromArrow(rejectedToArrow(rejected))).toEqual(rejected);
});
