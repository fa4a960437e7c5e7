import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './index.ts';

const body = (text: string) =>
  csvOf([[text]])
    .replace(/^\ufeff/, '')
    .replace(/\r\n$/, '');

test('a table opens as it stands: mark, commas, quotes only where needed, empty cells', () => {
  expect(
    csvOf([
      ['Segment', 'NPS'],
      ['Small, new', -15],
      ['He said "no"', null],
      ['', 0],
    ]),
  ).toBe('\ufeffSegment,NPS\r\n"Small, new",-15\r\n"He said ""no""",\r\n,0\r\n');
});

test.each(['=1+1', '+44 20', '-2', '@SUM(A1)', '\t=1', '  =1', '\r=1', '＝1'])(
  'text that a spreadsheet would run is defused: %j',
  (text) => {
    expect(body(text).replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

test('a number that is none is an empty cell, never NaN', () => {
  expect(csvOf([[Number.NaN, Number.POSITIVE_INFINITY]])).toBe('\ufeff,\r\n');
});

test('no text breaks out of its cell', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = body(text);
      const quoted = /^"((?:[^"]|"")*)"$/.exec(cell);
      const inner = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : cell;
      expect(quoted !== null || !/[",\r\n]/.test(cell)).toBe(true);
      expect(inner === text || inner === `'${text}`).toBe(true);
    }),
  );
});
