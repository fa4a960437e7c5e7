import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { idOf } from '#test/fixtures/waves.ts';
import { buildWave, finish } from '../build/build.ts';
import type { Inspection } from '../inspection.ts';
import type { ColumnMapping, ColumnRole, Mapping } from '../mapping.ts';
import { readMapping } from '../readMapping.ts';
import { inspectFile } from '../recognise/inspect.ts';
import { describeDifference } from '../words.ts';
import { type CarryDifference, carryOver, needsAnswer } from './carryOver.ts';
import { distanceOf, likenessOf } from './near.ts';

const inspect = (text: string): Inspection => {
  const read = finish(inspectFile(new TextEncoder().encode(text), 'x.csv'));
  if (!read.ok) throw new Error(read.why.kind);
  return read.value;
};
const column = (header: string, role: ColumnRole, more: Partial<ColumnMapping> = {}): ColumnMapping => ({
  header,
  role,
  missing: [],
  ...more,
});
const last = (...columns: ColumnMapping[]): Mapping => ({ version: 1, repeats: 'first', columns });
const table = (header: string, row: (i: number) => string): string =>
  `${header}\n${Array.from({ length: 44 }, (_, i) => row(i)).join('\n')}`;

describe('names', () => {
  test.each([
    ['*RESPNUM', 'RESPNUM ', 'spelling', true],
    ['Q13 COUNTY', 'Q13COUNTY', 'spelling', true],
    ['Q7WALKWAYS', 'Q7WALKWAY', 'near', true],
    ['Q12PRECHEKCRATE', 'Q12PRECHECKRATE', 'near', true],
    ['Q7FOOD', 'Q9FOOD', 'near', false],
    ['Q8COM1', 'Q8COM2', 'near', false],
    ['NPS', 'NPT', 'near', false],
    ['Q18AGE', 'Q19AGE', 'number', true],
    ['Q7FOOD', 'Q7STORE', 'number', false],
  ] as const)('%j and %j are alike by %s: %s', (a, b, how, alike) =>
    expect(likenessOf(a, b, how) !== null).toBe(alike),
  );

  test('swapped letters are one step', () => expect(distanceOf('chekc', 'check', 3)).toBe(1));
});

describe('the next wave', () => {
  test('keeps what was said, under the names of the wave before', () => {
    const before = last(
      column('*nps', 'score', { missing: ['11'] }),
      column('Tier', 'segment'),
      column('Q7WALKWAYS', 'rating', { low: 1, high: 5, missing: ['0', '6'] }),
      column('junk', 'ignore'),
    );
    const carried = carryOver(
      before,
      inspect(table(' NPS,tier,Q7WALKWAY,junk', (i) => `${i % 12},${i % 3},${i % 7},x`)),
    );
    expect(carried.mapping).toMatchObject({
      repeats: 'first',
      columns: [
        { header: ' NPS', role: 'score', missing: ['11'] },
        { header: 'tier', role: 'segment', label: 'Tier' },
        { header: 'Q7WALKWAY', role: 'rating', label: 'Q7WALKWAYS', missing: ['0', '6'], low: 1, high: 5 },
        { header: 'junk', role: 'ignore' },
      ],
    });
    expect(carried.differences.filter(needsAnswer)).toEqual([
      { kind: 'renamed', column: 2, from: 'Q7WALKWAYS', role: 'rating', why: 'near' },
    ]);
    expect(carried.questions).toEqual([]);
  });

  test('what is new and gone is told; a role that is taken is not given twice', () => {
    const before = last(column('grade', 'score'), column('region', 'segment'));
    const { mapping, differences } = carryOver(
      before,
      inspect(table('grade,nps,tier', (i) => `${i % 11},${i % 11},t${i % 3}`)),
    );
    expect(mapping.columns.map(({ role }) => role)).toEqual(['score', 'ignore', 'segment']);
    expect(differences).toEqual([
      { kind: 'new', column: 1, role: 'ignore' },
      { kind: 'new', column: 2, role: 'segment' },
      { kind: 'gone', header: 'region', role: 'segment' },
    ]);
  });

  test('another scale, other content and other values are told', () => {
    const before = last(
      column('nps', 'score'),
      column('speed', 'rating', { low: 1, high: 5, missing: ['0'] }),
      column('care', 'rating', { low: 1, high: 5 }),
      column('when', 'date'),
      column('tier', 'segment'),
    );
    const file = inspect(
      table('nps,speed,care,when,tier', (i) => `${i % 11},${i % 11},good ${i % 4},soon,${'AB'[i % 2]}`),
    );
    const { differences } = carryOver(before, file, new Map([['tier', ['A', 'C']]]));
    expect(differences).toMatchObject([
      { kind: 'scaleChanged', column: 1, low: 1, high: 5 },
      { kind: 'contentChanged', column: 2, role: 'rating' },
      { kind: 'contentChanged', column: 3, role: 'date' },
      { kind: 'valuesChanged', column: 4, added: ['B'], gone: ['C'] },
    ]);
    for (const difference of differences)
      expect(describeDifference(difference, file.columns)).toMatch(/^“[^\n]+\.$/);
  });

  test('a code nobody has decided about is asked, one that was kept is not', () => {
    const file = inspect(table('nps,x', (i) => `${i % 12},a`));
    const asked = (score: Partial<ColumnMapping>): string[] =>
      carryOver(last(column('nps', 'score', score), column('x', 'ignore')), file).questions.map(
        ({ kind }) => kind,
      );
    expect(asked({})).toEqual(['missingCode']);
    expect(asked({ kept: ['11'] })).toEqual([]);
  });

  test('of two equally close names none is taken', () => {
    const { differences } = carryOver(
      last(column('nps', 'score'), column('region', 'segment')),
      inspect(table('nps,regiom,regiot', (i) => `${i % 11},a${i % 3},b${i % 3}`)),
    );
    expect(differences.map(({ kind }) => kind)).toEqual(['new', 'new', 'gone']);
  });
});

const shared = fileURLToPath(new URL('../../../../shared/data/surveys', import.meta.url));
const sfo = `${shared}/sfo_2017_customer_survey.csv`;

/** A second wave of the 2017 survey: drifted headers, one column new and one gone, every fourth detractor won over. */
function secondWave(): Uint8Array {
  const [header = '', ...rows] = readFileSync(sfo, 'utf8').split(/\r?\n/);
  const names = header.split(',');
  const gone = names.indexOf('Q9RESTROOM');
  const score = names.indexOf('NETPRO');
  const drifted: Record<string, string> = {
    RESPNUM: '*RESPNUM',
    Q7WALKWAYS: 'Q7WALKWAY',
    Q7FOOD: 'Q7FOOD ',
    NETPRO: 'NetPro',
    Q12PRECHEKCRATE: 'Q12PRECHECKRATE',
  };
  const without = (cells: string[], extra: string): string =>
    [...cells.slice(0, gone), ...cells.slice(gone + 1), extra].join(',');
  let detractors = 0;
  const body = rows.filter(Boolean).map((row, i) => {
    const cells = row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    if (Number(cells[score]) <= 6 && cells[score] !== '' && detractors++ % 4 === 0) cells[score] = '9';
    return without(cells, `${1 + (i % 5)}`);
  });
  const head = without(
    names.map((name) => drifted[name] ?? name),
    'Q9CLEAN',
  );
  return new TextEncoder().encode([head, ...body].join('\n'));
}

test.skipIf(!existsSync(sfo))(
  '../shared/data/surveys/sfo_2017: a second wave with drifted headers asks only about what changed',
  () => {
    const path = fileURLToPath(new URL('../../../test/fixtures/sfo2017.map.json', import.meta.url));
    const mapping = readMapping(JSON.parse(readFileSync(path, 'utf8')));
    if (!mapping.ok) throw new Error(mapping.why.problem);
    const file = secondWave();
    const inspected = finish(inspectFile(file, 'sfo_2018.csv'));
    if (!inspected.ok) throw new Error(inspected.why.kind);
    const { columns } = inspected.value;
    const carried = carryOver(mapping.value, inspected.value);
    const told = (difference: CarryDifference): string => describeDifference(difference, columns);
    expect(carried.differences.filter((difference) => !needsAnswer(difference)).map(told)).toEqual([
      '“*RESPNUM” is taken for “RESPNUM”: the same but for case, spaces and punctuation.',
      '“Q7FOOD” is taken for “Q7FOOD”: the same but for case, spaces and punctuation.',
      '“NetPro” is taken for “NETPRO”: the same but for case, spaces and punctuation.',
    ]);
    expect(carried.differences.filter(needsAnswer).map(told)).toEqual([
      '“Q7WALKWAY” is taken for “Q7WALKWAYS”: nearly the same letters.',
      '“Q12PRECHECKRATE” is taken for “Q12PRECHEKCRATE”: nearly the same letters.',
      '“Q9CLEAN” is new.',
      '“Q9RESTROOM” is gone.',
    ]);
    expect(carried.questions).toEqual([]);
    const about = {
      id: idOf<'wave'>('second'),
      cycle: idOf<'cycle'>('c'),
      cycleName: '2018',
      fileName: 'x.csv',
    };
    const rest = { fileSize: file.length, contentHash: '', importedAt: Date.UTC(2026, 2, 1), sample: false };
    const built = finish(buildWave(file, { ...about, ...rest, mapping: carried.mapping }));
    if (!built.ok) throw new Error(built.why.kind);
    const { head } = built.value.wave;
    expect(head).toMatchObject({ answers: 2746, nonResponses: 85, rejected: 0 });
    const detractors = head.histogram.slice(0, 7).reduce((a, b) => a + b, 0);
    expect([detractors, head.histogram[9]! + head.histogram[10]!]).toEqual([342 - 86, 1436 + 86]);
  },
);
