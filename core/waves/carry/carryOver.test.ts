import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { secondSfoWave } from '#test/fixtures/sfoSecond.ts';
import { idOf } from '#test/fixtures/waves.ts';
import { buildWave, finish } from '../build/build.ts';
import type { Inspection } from '../inspection.ts';
import type { ColumnMapping, ColumnRole, Mapping } from '../mapping.ts';
import { readMapping } from '../readMapping.ts';
import { inspectFile } from '../recognise/inspect.ts';
import { asLeft } from './asLeft.ts';
import { type CarriedMapping, carryOver, needsAnswer } from './carryOver.ts';
import { distanceOf, likenessOf } from './near.ts';
import { tellDifferences } from './tell.ts';

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
    const { differences } = carryOver(before, file, {
      values: new Map([['tier', ['A', 'C']]]),
      hadZero: true,
    });
    expect(differences).toMatchObject([
      { kind: 'scaleChanged', column: 1, low: 1, high: 5 },
      { kind: 'contentChanged', column: 2, role: 'rating' },
      { kind: 'contentChanged', column: 3, role: 'date' },
      { kind: 'valuesChanged', column: 4, added: ['B'], gone: ['C'] },
    ]);
    expect(tellDifferences(differences, file.columns)).toEqual([
      '“speed” now holds “6”, “7”, “8” and 2 more, outside the scale 1 to 5.',
      '2 columns no longer hold what they did: “care” and “when”.',
      '“tier” has new values, “B”, and no longer has “C”.',
    ]);
  });

  test('a rating that says its numbers in words holds what it did', () => {
    const { differences } = carryOver(
      last(column('nps', 'score'), column('care', 'rating', { low: 1, high: 5 })),
      inspect(
        table(
          'nps,care',
          (i) => `${i % 11},${1 + (i % 5)} - ${['bad', 'so so', 'fair', 'good', 'great'][i % 5]}`,
        ),
      ),
    );
    expect(differences).toEqual([]);
  });

  test('values are compared as they are shown: renamed, merged, beyond the 20 most frequent', () => {
    const file = inspect(
      `nps,town,tier\n${Array.from({ length: 90 }, (_, i) => `${i % 11},t${i % 30},${['ent', 'Enterprise', 'smb'][i % 3]}`).join('\n')}`,
    );
    const before = last(column('nps', 'score'), column('town', 'segment'), column('tier', 'segment'));
    const names: Readonly<Record<string, string>> = { ent: 'Enterprise', smb: 'Small' };
    const towns = Array.from({ length: 29 }, (_, i) => `t${i}`);
    const differences = (shown: boolean) =>
      carryOver(before, file, {
        values: new Map([
          ['town', [...towns, 't99']],
          ['tier', ['Enterprise', 'Small']],
        ]),
        ...(shown && { shown: (_, cells: readonly string[]) => cells.map((cell) => names[cell] ?? cell) }),
        hadZero: true,
      }).differences;
    const town = { kind: 'valuesChanged', column: 1, added: ['t29'], gone: ['t99'] };
    expect(differences(true)).toEqual([town]);
    expect(differences(false)).toEqual([
      town,
      { kind: 'valuesChanged', column: 2, added: ['ent', 'smb'], gone: ['Small'] },
    ]);
  });

  test('equal differences are one sentence', () => {
    const before = last(
      column('nps', 'score'),
      ...['a1', 'b2', 'c3'].map((name) => column(name, 'rating', { low: 1, high: 5 })),
      column('gone1', 'segment'),
      column('gone2', 'segment'),
    );
    const file = inspect(
      table(
        'nps,a1,b2,c3,new4,new5',
        (i) => `${i % 11},${i % 6},${i % 6},${i % 7},${1 + (i % 5)},${1 + (i % 5)}`,
      ),
    );
    expect(tellDifferences(carryOver(before, file).differences, file.columns)).toEqual([
      'Outside the scale 1 to 5 there is now “0” in 3 ratings, “6” in 1.',
      '2 columns are new: “new4” and “new5”.',
      '2 columns are gone: “gone1” and “gone2”.',
    ]);
  });

  test('new values beside a known scale are asked about by that scale: a few as codes, many as another scale', () => {
    const before = last(
      column('nps', 'score'),
      ...['speed', 'care'].map((name) => column(name, 'rating', { low: 1, high: 5, kept: ['0'] })),
    );
    const file = inspect(table('nps,speed,care', (i) => `${i % 11},${i % 8},${i % 11}`));
    expect(carryOver(before, file).questions.filter(({ kind }) => /missing|mixed/.test(kind))).toEqual([
      { kind: 'missingCode', column: 1, proposal: { value: '6', count: 5, why: 'outside' } },
      { kind: 'missingCode', column: 1, proposal: { value: '7', count: 5, why: 'outside' } },
      {
        kind: 'mixedScale',
        column: 2,
        low: 1,
        high: 5,
        outside: ['6', '7', '8', '9', '10'].map((value) => ({ value, count: 4 })),
      },
    ]);
  });

  test('without a 0 in the wave before nobody is told again that there is none', () => {
    const file = inspect(`nps,x\n${Array.from({ length: 120 }, (_, i) => `${1 + (i % 10)},a`).join('\n')}`);
    const before = last(column('nps', 'score'), column('x', 'ignore'));
    const kinds = (hadZero: boolean) =>
      carryOver(before, file, { values: new Map(), hadZero }).questions.map(({ kind }) => kind);
    expect(kinds(true)).toEqual(['noZero']);
    expect(kinds(false)).toEqual([]);
  });

  test('what was left as it was is remembered: a code, a value beside a scale, and nothing that was decided', () => {
    const file = inspect(
      table('nps,care,tier,junk', (i) => `${i % 12},${i % 7},${['A', 'B', 'n/a'][i % 3]},${i}`),
    );
    const mapping = last(
      column('nps', 'score'),
      column('care', 'rating', { low: 1, high: 5, missing: ['0'] }),
      column('tier', 'segment'),
      column('junk', 'ignore'),
    );
    const left = asLeft(mapping, file);
    expect(left.columns.map(({ kept }) => kept)).toEqual([['11'], ['6'], ['n/a'], undefined]);
    expect(asLeft(left, file)).toEqual(left);
    expect(carryOver(left, file)).toMatchObject({ differences: [], questions: [] });
  });

  test('a score on another scale is told, and asked about where it may be satisfaction', () => {
    const nps = last(column('score', 'score'));
    const scaleOf = (file: Inspection, from: Mapping, highest?: number) => {
      const before = { values: new Map(), hadZero: true, ...(highest !== undefined && { highest }) };
      const { differences, questions } = carryOver(from, file, before);
      const asked = questions.map(({ kind }) => kind).filter((kind) => kind === 'isThisCsat');
      return [tellDifferences(differences, file.columns), asked];
    };
    const upTo = (n: number, least = 1) => inspect(table('score', (i) => `${least + (i % (n + 1 - least))}`));
    const short = (n: number) =>
      `“score” now goes no further than ${n}, on the scale 0 to 10: was it asked on another scale?`;
    expect(scaleOf(upTo(5), nps)).toEqual([[short(5)], ['isThisCsat']]);
    expect(scaleOf(upTo(7), nps)).toEqual([[short(7)], []]);
    expect(scaleOf(upTo(5, 0), nps)).toEqual([[short(5)], []]);
    expect(scaleOf(upTo(8), nps)).toEqual([[], []]);
    // where nobody went further before either, nothing changed
    expect(scaleOf(upTo(5), nps, 5)).toEqual([[], []]);
    expect(scaleOf(inspect('score\n1\n5\n3'), nps)).toEqual([[], []]);
    expect(scaleOf(upTo(10, 0), { ...nps, metric: 'csat' })[0]).toEqual([
      '“score” now holds “0”, “6”, “7” and 3 more, outside the scale 1 to 5.',
    ]);
    const percents = inspect(table('score', (i) => `${10 * (i % 11)}`));
    expect(scaleOf(percents, nps)[0]).toEqual([expect.stringMatching(/^“score” now holds “20”/)]);
  });

  test('dates that are surely written in another order are read so, and it is told', () => {
    const stated = last(column('nps', 'score'), column('when', 'date', { dateOrder: 'mdy' }));
    const carried = (day: (i: number) => string) => {
      const file = inspect(table('nps,when', (i) => `${i % 11},${day(i)}`));
      const { mapping, differences, questions } = carryOver(stated, file);
      return [mapping.columns[1]?.dateOrder, tellDifferences(differences, file.columns), questions];
    };
    expect(carried((i) => `${1 + (i % 28)}/04/2026`)).toEqual([
      'dmy',
      ['The dates in “when” are now written day first, not month first as before, and are read so.'],
      [],
    ]);
    expect(carried((i) => `04/${1 + (i % 28)}/2026`)).toEqual(['mdy', [], []]);
    expect(carried((i) => `0${1 + (i % 9)}/04/2026`)).toEqual(['mdy', [], []]);
  });

  test('a score under a drifted header keeps the name it was known by', () => {
    const named = (from: ColumnMapping) =>
      carryOver(last(from), inspect(table('Q19NPS', (i) => `${i % 11}`))).mapping.columns[0]?.label;
    expect(named(column('Q18NPS', 'score'))).toBe('Q18NPS');
    expect(named(column('Q18NPS', 'score', { label: 'Q17NPS' }))).toBe('Q17NPS');
    expect(named(column('Q19NPS', 'score'))).toBeUndefined();
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

function read(text: string): { bytes: Uint8Array; inspection: Inspection } {
  const bytes = new TextEncoder().encode(text);
  const inspected = finish(inspectFile(bytes, 'sfo.csv'));
  if (!inspected.ok) throw new Error(inspected.why.kind);
  return { bytes, inspection: inspected.value };
}

function headOf(bytes: Uint8Array, mapping: Mapping) {
  const about = { id: idOf<'wave'>('w'), cycle: idOf<'cycle'>('c'), cycleName: '2018', fileName: 'x.csv' };
  const rest = { fileSize: bytes.length, contentHash: '', importedAt: Date.UTC(2026, 2, 1), sample: false };
  const built = finish(buildWave(bytes, { ...about, ...rest, mapping }));
  if (!built.ok) throw new Error(built.why.kind);
  return built.value;
}

describe.skipIf(!existsSync(sfo))(
  '../shared/data/surveys/sfo_2017: a second wave with drifted headers',
  () => {
    const differ = [
      '“Q7WALKWAY” is taken for “Q7WALKWAYS”: nearly the same letters.',
      '“Q12PRECHECKRATE” is taken for “Q12PRECHEKCRATE”: nearly the same letters.',
      '“Q9CLEAN” is new and ignored so far.',
      '“Q9RESTROOM” is gone.',
    ];
    const told = ({ differences }: CarriedMapping, { columns }: Inspection): string[] =>
      tellDifferences(differences.filter(needsAnswer), columns);

    test('asks only about what changed where every code had been decided', () => {
      const path = fileURLToPath(new URL('../../../test/fixtures/sfo2017.map.json', import.meta.url));
      const mapping = readMapping(JSON.parse(readFileSync(path, 'utf8')));
      if (!mapping.ok) throw new Error(mapping.why.problem);
      const { text, won } = secondSfoWave(readFileSync(sfo, 'utf8'));
      const { bytes, inspection } = read(text);
      const carried = carryOver(mapping.value, inspection);
      const spelled = carried.differences.filter((difference) => !needsAnswer(difference));
      expect(tellDifferences(spelled, inspection.columns)).toEqual([
        '“*RESPNUM” is taken for “RESPNUM”: the same but for case, spaces and punctuation.',
        '“Q7FOOD” is taken for “Q7FOOD”: the same but for case, spaces and punctuation.',
        '“NetPro” is taken for “NETPRO”: the same but for case, spaces and punctuation.',
      ]);
      expect(told(carried, inspection)).toEqual(differ);
      expect(carried.questions).toEqual([]);
      const { head } = headOf(bytes, carried.mapping).wave;
      expect(head).toMatchObject({ answers: 2746, nonResponses: 85, rejected: 0 });
      expect(won).toBe(86);
      const detractors = head.histogram.slice(0, 7).reduce((a, b) => a + b, 0);
      expect([detractors, head.histogram[9]! + head.histogram[10]!]).toEqual([342 - won, 1436 + won]);
    });

    test('asks only about what changed where every code had been left as it was, and no figure rests on that', () => {
      const text = readFileSync(sfo, 'utf8');
      const first = read(text);
      const left = asLeft(first.inspection.mapping, first.inspection);
      expect(
        left.columns.filter(({ role, kept = [] }) => role === 'rating' && kept.includes('0')),
      ).toHaveLength(23);
      expect(headOf(first.bytes, left)).toEqual({
        ...headOf(first.bytes, first.inspection.mapping),
        wave: expect.objectContaining({
          columns: headOf(first.bytes, first.inspection.mapping).wave.columns,
        }),
      });
      const second = read(secondSfoWave(text).text);
      const carried = carryOver(left, second.inspection);
      // the proposed mapping does not use Q12PRECHEKCRATE: how it is spelled does not matter then
      expect(told(carried, second.inspection)).toEqual(differ.filter((line) => !line.includes('Q12')));
      expect(carried.questions).toEqual([]);
      // without it every code is a difference again, told in one sentence and asked about
      const forgotten = carryOver(first.inspection.mapping, second.inspection);
      expect(told(forgotten, second.inspection)[1]).toMatch(
        /^Outside the scale 1 to 5 there is now “0” in 22 ratings, “6” in 22\.$/,
      );
      expect(forgotten.questions.filter(({ kind }) => kind === 'missingCode')).not.toEqual([]);
    });
  },
);
