import { describe, expect, test } from 'vitest';
import { bytesOf, digest, outcomeFrom } from '#test/fixtures/waves.ts';
import { carryOver } from '../carry/carryOver.ts';
import { numberOf } from '../cells/numbers.ts';
import { contentHashOf } from '../hash.ts';
import { readList } from '../lists/read.ts';
import type { ColumnMapping, ColumnRole, Mapping } from '../mapping.ts';
import { readMapping } from '../readMapping.ts';
import { inspectFile } from '../recognise/inspect.ts';
import { describeQuestion } from '../words.ts';
import { finish } from './build.ts';

const csvOf = (delimiter: string, cells: readonly string[]): string =>
  [`nps${delimiter}x`, ...cells.map((cell) => `9${delimiter}"${cell}"`)].join('\n');
function read(
  role: ColumnRole,
  delimiter: string,
  cells: readonly string[],
  more: Partial<ColumnMapping> = {},
) {
  const columns = { nps: { role: 'score' as const }, x: { role, ...more } };
  const { wave } = outcomeFrom({ id: 'w', csv: csvOf(delimiter, cells), columns });
  if (role === 'weight') return [...(wave.columns.weight ?? [])];
  if (role === 'rating') return [...(wave.columns.ratings[0]?.values ?? [])];
  return [...wave.people].map(({ revenue }) => revenue);
}

describe('the decimal mark is one for a column', () => {
  test.each<[string, ColumnRole, string, string[], number[]]>([
    ['a comma after a leading 0', 'weight', ';', ['0,75', '1,125', '0,500'], [0.75, 1.125, 0.5]],
    [
      'a group that comes twice',
      'revenue',
      ';',
      ['950.000', '1.250.000', '80.000,50'],
      [950000, 1250000, 80000.5],
    ],
    ['two marks', 'revenue', ',', ['950.000', '€ 80.000,50'], [950000, 80000.5]],
    ['a point that cannot group', 'revenue', ';', ['1,250', '12.5'], [1250, 12.5]],
    ['a semicolon between cells', 'revenue', ';', ['950.000', '120'], [950000, 120]],
    ['a comma between cells', 'revenue', ',', ['950,000', '120'], [950000, 120]],
    ['a weight is never a thousand', 'weight', ',', ['1,125', '1,250'], [1.125, 1.25]],
    ['nor is a rating', 'rating', ';', ['4.125', '3'], [4.125, 3]],
    ['English money', 'revenue', ',', ['$1,200.50', '1.200', '1,200'], [1200.5, 1.2, 1200]],
  ])('%s', (_name, role, delimiter, cells, numbers) => expect(read(role, delimiter, cells)).toEqual(numbers));

  test('as declared, whatever the file would say', () => {
    expect(read('revenue', ',', ['950.000'], { decimalMark: ',' })).toEqual([950000]);
    expect(read('revenue', ';', ['950.000'], { decimalMark: '.' })).toEqual([950]);
  });

  test('a value far down the file settles those above it', () => {
    const cells = [...Array.from({ length: 6000 }, () => '950.000'), '1.250.000'];
    expect(read('revenue', ',', cells)[0]).toBe(950000);
  });

  test.each([
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['012,500', 12.5],
    ['1,234,567', 1234567],
    ['-1,234', -1234],
  ])('nothing is grouped after a leading 0: %s', (text, number) => expect(numberOf(text)).toBe(number));
});

test('a list of renewals is read the same way', () => {
  const revenues: (number | null)[] = [];
  const columns = [
    { header: 'account', role: 'account' as const },
    { header: 'arr', role: 'revenue' as const },
  ];
  const mapping = {
    version: 1 as const,
    columns,
    meanings: {},
    everyLine: 'left' as const,
    dateOrder: 'dmy' as const,
  };
  const read = readList(bytesOf('account,arr\nA,950.000\nB,1.250.000'), 'renewals', mapping, (line) =>
    revenues.push(line.revenue),
  );
  expect(finish(read)).toEqual({ ok: true, value: 2 });
  expect(revenues).toEqual([950000, 1250000]);
});

test('a declared mark is part of a mapping', async () => {
  const mapping = (decimalMark?: '.' | ','): Mapping => ({
    version: 1,
    columns: [{ header: 'x', role: 'revenue', missing: [], ...(decimalMark ? { decimalMark } : {}) }],
  });
  expect(readMapping(mapping(','))).toEqual({ ok: true, value: mapping(',') });
  const hash = (m: Mapping) => contentHashOf({ fileHash: 'f', mapping: m, contacts: null }, digest);
  expect(await hash(mapping(','))).not.toBe(await hash(mapping()));
});

describe('where it stays open', () => {
  const inspect = (delimiter: string, cells: readonly string[]) => {
    const header = `How likely are you to recommend us?${delimiter}Annual revenue`;
    const body = cells.map((cell, i) => `${i % 11}${delimiter}"${cell}"`).join('\n');
    const inspected = finish(inspectFile(bytesOf(`${header}\n${body}`), 'x.csv'));
    if (!inspected.ok) throw new Error(inspected.why.kind);
    return inspected.value;
  };
  const asked = (delimiter: string, cells: readonly string[]) =>
    inspect(delimiter, cells).questions.filter(({ kind }) => kind === 'decimalMark');

  test('it is asked', () => {
    expect(asked(',', ['120', '950.000'])).toEqual([
      { kind: 'decimalMark', column: 1, sample: '950.000', proposed: '.' },
    ]);
    expect(asked(';', ['120', '950,000'])).toEqual([
      { kind: 'decimalMark', column: 1, sample: '950,000', proposed: ',' },
    ]);
    const { columns } = inspect(',', ['950.000']);
    const [question] = asked(',', ['950.000']);
    expect(question && describeQuestion(question, columns)).toBe(
      'Does “950.000” in “Annual revenue” have decimals? It is read as if it had three.',
    );
  });

  test('it is not where the column or the usual way of its file says it', () => {
    expect(asked(',', ['950.000', '1.250.000'])).toEqual([]);
    expect(asked(',', ['950,000'])).toEqual([]);
    expect(asked(';', ['950.000'])).toEqual([]);
  });

  test('nor again for the next wave', () => {
    const inspection = inspect(',', ['950.000']);
    const columns = inspection.mapping.columns.map((column, i) =>
      i === 1 ? { ...column, decimalMark: ',' as const } : column,
    );
    const kinds = (mapping = inspection.mapping) =>
      carryOver(mapping, inspection).questions.map(({ kind }) => kind);
    expect(kinds()).toContain('decimalMark');
    expect(kinds({ version: 1, columns })).not.toContain('decimalMark');
  });

  test('what a column shows of its numbers is read the same way', () =>
    expect(inspect(';', ['0,75', '1,125']).columns[1]?.numbers).toMatchObject({ low: 0.75, high: 1.125 }));
});
