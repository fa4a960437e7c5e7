import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, type Response } from '#test/fixtures/columns.ts';
import { oneWayTables, scoresOf } from './count.ts';

const response = (dimensions: number, values: number): fc.Arbitrary<Response> =>
  fc.record({
    score: fc.option(fc.integer({ min: 0, max: 10 })),
    segments: fc
      .array(fc.option(fc.nat(values)), { minLength: dimensions, maxLength: dimensions })
      .map((codes) => Object.fromEntries(codes.map((c, i) => [`d${i}`, c === null ? null : `v${c}`]))),
  });

const wave = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 40 }))
  .chain(([dimensions, values]) => fc.array(response(dimensions, values), { maxLength: 200 }));

test('packed tables count what counting one by one counts', () => {
  fc.assert(
    fc.property(wave, (responses) => {
      for (const table of oneWayTables(columnsOf(responses)))
        for (let code = 0; code <= table.values.length; code++) {
          const value = table.values[code] ?? null;
          const mine = responses.filter((r) => (r.segments[table.name] ?? null) === value);
          const want = Array.from({ length: 11 }, (_, s) => mine.filter((r) => r.score === s).length);
          expect([...scoresOf(table, code)]).toEqual(want);
        }
    }),
  );
});

test('columns that do not start on a word, as in a file, are counted the same', () => {
  const rows = Array.from({ length: 37 }, (_, i) => ({ score: i % 11, segments: { d: `v${i % 5}` } }));
  const columns = columnsOf(rows);
  const score = new Uint8Array(rows.length + 1).subarray(1);
  score.set(columns.score);
  const [d] = columns.segments;
  if (!d) throw new Error('no dimension');
  const codes = new Uint16Array(rows.length + 1).subarray(1);
  codes.set(d.codes);
  expect(oneWayTables({ ...columns, score, segments: [{ ...d, codes }] })).toEqual(oneWayTables(columns));
});

test('a dimension as wide as codes go is counted too', () => {
  const values = Array.from({ length: 65535 }, (_, i) => `v${i}`);
  const codes = Uint16Array.from([0, 65534, 65535, 65534]);
  const columns = { ...columnsOf([]), rows: 4, score: Uint8Array.from([10, 0, 3, 255]) };
  const [table] = oneWayTables({ ...columns, segments: [{ name: 'id', values, codes }] });
  if (!table) throw new Error('no table');
  expect(scoresOf(table, 0)[10]).toBe(1);
  expect(scoresOf(table, 65534).join('')).toBe('10000000000');
  expect(scoresOf(table, 65535)[3]).toBe(1);
});

test('a wave without dimensions or rows has nothing to count', () => {
  expect(oneWayTables(columnsOf([]))).toEqual([]);
});
