import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, type Response } from '#test/fixtures/columns.ts';
import { crossFits, crossScoresOf, oneWayTables, scoresOf, tablesOf } from './count.ts';
import { groupsFor } from './groups.ts';

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

const pairsOf = (dimensions: number) =>
  Array.from({ length: dimensions }, (_, a) => a).flatMap((a) =>
    Array.from({ length: dimensions - a - 1 }, (_, i): [number, number] => [a, a + 1 + i]),
  );

test('every cross counts what counting one by one counts', () => {
  fc.assert(
    fc.property(wave, (responses) => {
      const columns = columnsOf(responses);
      const pairs = pairsOf(columns.segments.length);
      const { crosses } = tablesOf(columns, pairs);
      crosses.forEach((cross) => {
        for (const [r, row] of [...cross.rows.values, null].entries())
          for (const [c, column] of [...cross.columns.values, null].entries()) {
            const mine = responses.filter(
              ({ segments }) =>
                (segments[cross.rows.name] ?? null) === row &&
                (segments[cross.columns.name] ?? null) === column,
            );
            const want = Array.from({ length: 11 }, (_, s) => mine.filter((m) => m.score === s).length);
            expect([...crossScoresOf(cross, r, c)]).toEqual(want);
          }
      });
    }),
    { numRuns: 40 },
  );
});

test('the margins of every cross are the one-way tables, whichever way round and however wide', () => {
  fc.assert(
    fc.property(wave, fc.boolean(), (responses, turned) => {
      const columns = columnsOf(responses);
      const pairs = pairsOf(columns.segments.length).map(([a, b]): [number, number] =>
        turned ? [b, a] : [a, b],
      );
      const { oneWay, crosses } = tablesOf(columns, pairs);
      expect(oneWay).toEqual(oneWayTables(columns));
      for (const [i, cross] of crosses.entries()) {
        const [a, b] = pairs[i] as [number, number];
        const [rows, byColumn] = [oneWay[a], oneWay[b]];
        if (!rows || !byColumn) throw new Error('no table');
        for (let r = 0; r <= rows.values.length; r++)
          for (let score = 0; score <= 10; score++) {
            let sum = 0;
            for (let c = 0; c <= byColumn.values.length; c++) sum += crossScoresOf(cross, r, c)[score] ?? 0;
            expect(sum).toBe(scoresOf(rows, r)[score]);
          }
        for (let c = 0; c <= byColumn.values.length; c++) {
          let sum = 0;
          for (let r = 0; r <= rows.values.length; r++) sum += crossScoresOf(cross, r, c)[4] ?? 0;
          expect(sum).toBe(scoresOf(byColumn, c)[4]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a pair too wide for bounded counters is refused, not counted', () => {
  const wide = { name: 'id', values: Array.from({ length: 60_000 }, (_, i) => `v${i}`) };
  const columns = {
    score: Uint8Array.from([1]),
    segments: [
      { ...wide, codes: Uint16Array.from([7]) },
      { name: 'Tier', values: ['a', 'b'], codes: Uint16Array.from([1]) },
    ],
  };
  expect(crossFits(60_000, 2)).toBe(false);
  expect(crossFits(255, 255)).toBe(true);
  expect(() => tablesOf(columns, [[0, 1]])).toThrow('60000 x 2 values are too many to cross');
});

test('few passes cover every pair and every dimension', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 9 }), (widths) => {
      const pairs = pairsOf(widths.length);
      const groups = groupsFor(widths, pairs, 4, 1_000_000);
      for (const [a, b] of pairs) expect(groups.some((g) => g.includes(a) && g.includes(b))).toBe(true);
      for (const at of widths.keys()) expect(groups.some((g) => g.includes(at))).toBe(true);
      for (const g of groups)
        expect(g.reduce((sum, at) => sum + (widths[at] ?? 0), 0)).toBeLessThanOrEqual(16);
    }),
  );
  expect(groupsFor([2, 3, 3, 4, 5], pairsOf(5), 4, 1_000_000)).toHaveLength(3);
});
