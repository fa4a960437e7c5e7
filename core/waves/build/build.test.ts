import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest, idOf, outcomeFrom, usualColumns, waveFrom } from '#test/fixtures/waves.ts';
import { contentHashOf } from '../hash.ts';
import type { Mapping } from '../mapping.ts';
import { noSegment, type SegmentColumn } from '../wave.ts';
import { describeFault } from '../words.ts';
import { buildWave, finish } from './build.ts';
import { segmentLimit } from './columns.ts';

const about = {
  id: idOf<'wave'>('w'),
  cycle: idOf<'cycle'>('c'),
  cycleName: 'Q1',
  fileName: 'x.csv',
  fileSize: 0,
  contentHash: '',
  importedAt: Date.UTC(2026, 2, 1),
  sample: false,
};
const score: Mapping = { version: 1, columns: [{ header: 'nps', role: 'score', missing: [] }] };
const faultOf = (text: string | Uint8Array, mapping = score) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const built = finish(buildWave(bytes, { ...about, mapping }));
  if (built.ok) throw new Error('it was built');
  expect(describeFault(built.why)).toMatch(/^[A-Z][^\n]+[.]$/);
  return built.why;
};
const columns = (extra: Parameters<typeof outcomeFrom>[0]['columns'] = {}) => ({
  nps: { role: 'score' as const },
  ...extra,
});
const valuesOf = ({ codes, values }: SegmentColumn): (string | null)[] =>
  Array.from(codes, (code) => (code === noSegment ? null : (values[code] ?? '?')));

describe('answers', () => {
  test('whole numbers 0-10 are answers, empty cells non-responses, anything else is rejected with its reason', () => {
    const { wave, fileRows } = outcomeFrom({
      id: 'w',
      columns: columns(),
      csv: 'nps,x\n0,a\n10,b\n9.0,c\n,d\n7.5,e\nten,f\n-1,g\n11,h\n"",i\n 6 ,j',
    });
    expect(fileRows).toBe(10);
    expect([...wave.columns.score]).toEqual([0, 10, 9, 255, 255, 6]);
    expect(wave.head).toMatchObject({ rows: 6, answers: 4, nonResponses: 2, rejected: 4 });
    expect(wave.rejected).toEqual([
      { line: 6, column: 'nps', value: '7.5', reason: 'notAWholeNumber' },
      { line: 7, column: 'nps', value: 'ten', reason: 'notAWholeNumber' },
      { line: 8, column: 'nps', value: '-1', reason: 'outOfRange' },
      { line: 9, column: 'nps', value: '11', reason: 'outOfRange' },
    ]);
  });

  test('a declared code is a non-response, whatever its case', () => {
    const { wave } = outcomeFrom({
      id: 'w',
      columns: columns({ nps: { role: 'score', missing: ['11', ' na'] } }),
      csv: 'nps,x\n11,a\nNA,b\n0,c',
    });
    expect(wave.head).toMatchObject({ answers: 1, nonResponses: 2, rejected: 0 });
    expect(wave.head.histogram[0]).toBe(1);
  });

  test('answers, non-responses and rejected rows add up to the rows of the file', () => {
    const cell = fc.oneof(
      fc.integer({ min: -2, max: 13 }).map(String),
      fc.constantFrom('', '7.5', 'x', 'NA', '10,0'),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const csv = `nps,x\n5,first\n${cells.map((text) => `"${text}",y`).join('\n')}`;
        const { wave, fileRows } = outcomeFrom({ id: 'w', columns: columns(), csv });
        const { rows, answers, nonResponses, rejected, histogram } = wave.head;
        expect(fileRows).toBe(cells.length + 1);
        expect(rows + rejected).toBe(fileRows);
        expect(answers + nonResponses).toBe(rows);
        expect(histogram.reduce((a, b) => a + b, 0)).toBe(answers);
        const asked =
          cells.filter((text) => /^(10|\d)$/.test(text)).length + cells.filter((t) => t === '10,0').length;
        expect(answers).toBe(asked + 1);
      }),
    );
  });

  test('a row with too many cells is rejected, empty cells at its end are forgiven, absent ones are empty', () => {
    const { wave, notes } = outcomeFrom({
      id: 'w',
      columns: columns({ tier: { role: 'segment' } }),
      csv: 'nps,tier\n9,A,slipped\n8,B,,\n7\n',
    });
    expect(wave.rejected).toEqual([{ line: 2, column: '', value: 'slipped', reason: 'tooManyCells' }]);
    expect(wave.columns.segments.map(valuesOf)).toEqual([['B', null]]);
    expect(notes).toContainEqual({ kind: 'shortRows', count: 1, line: 4 });
  });

  test('a mapping of the wave before fits headers that have drifted', () => {
    const drifted = waveFrom({
      id: 'w',
      columns: columns({ Q7WALKWAYS: { role: 'rating' } }),
      csv: '*NPS ,q7walkways\n9,4',
    });
    expect(drifted.head).toMatchObject({ answers: 1, ratings: ['Q7WALKWAYS'] });
  });
});

describe('bad files', () => {
  test('an overlong cell blames a quotation mark only where there is one', () => {
    const long = {
      kind: 'cellTooLong',
      line: 2,
      column: 'text',
      bytes: 10_000_000,
      limit: 2_000_000,
    } as const;
    const sentence =
      'The cell in column “text” that begins on line 2 holds 10.0 MB, more than the 2.0 MB a cell may have';
    expect(describeFault({ ...long, quoted: false })).toBe(`${sentence}.`);
    expect(describeFault({ ...long, quoted: true })).toBe(
      `${sentence}: a quotation mark is probably never closed.`,
    );
  });

  test('each is told apart, with the facts for one sentence', () => {
    expect(faultOf('')).toEqual({ kind: 'empty' });
    expect(faultOf('nps,x')).toEqual({ kind: 'headerOnly', columns: 2 });
    expect(faultOf('a,b\n1,2')).toEqual({ kind: 'mappedColumnsAbsent', headers: ['nps'] });
    expect(faultOf('nps\n9', { version: 1, columns: [] })).toEqual({ kind: 'noScoreColumn', columns: 1 });
    expect(faultOf('nps\n70\n80\nx')).toEqual({
      kind: 'allOutOfRange',
      header: 'nps',
      rows: 3,
      samples: ['70', '80', 'x'],
    });
    expect(faultOf('nps,x\n,1\n,2')).toEqual({ kind: 'noAnswers', header: 'nps', rows: 2 });
    expect(faultOf('nps\n9;,1\n8;,2')).toMatchObject({ kind: 'rowsDoNotFit', rows: 2, line: 2 });
    expect(faultOf(`nps,text\n9,"${'x'.repeat(10_000_000)}"`)).toMatchObject({
      kind: 'cellTooLong',
      line: 2,
      column: 'text',
      quoted: true,
      bytes: 10_000_000,
    });
    expect(faultOf(`nps,text\n9,${'x'.repeat(10_000_000)}`)).toMatchObject({ quoted: false });
    expect(faultOf(`${'x'.repeat(10_000_000)}\n9`)).toMatchObject({ kind: 'cellTooLong', line: 1 });
    const two = {
      version: 1 as const,
      columns: ['nps', 'b'].map((header) => ({ header, role: 'score' as const, missing: [] })),
    };
    expect(faultOf('nps,b\n1,2', two)).toEqual({ kind: 'severalScoreColumns', headers: ['nps', 'b'] });
  });

  test('any bytes at all give a wave or a fault, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, headed) => {
        const file = headed ? new Uint8Array([...new TextEncoder().encode('nps,x\n9,'), ...bytes]) : bytes;
        const built = finish(buildWave(file, { ...about, mapping: score }));
        if (!built.ok) expect(describeFault(built.why)).not.toBe('');
      }),
    );
  });
});

describe('columns', () => {
  test('segments, ratings, weight and comments take their declared missing values', () => {
    const { wave, notes } = outcomeFrom({
      id: 'w',
      columns: columns({
        tier: { role: 'segment', label: 'Tier', missing: ['-'] },
        speed: { role: 'rating', low: 1, high: 5, missing: ['0'] },
        w: { role: 'weight' },
        why: { role: 'comment', missing: ['NA'] },
      }),
      csv: 'nps,tier,speed,w,why\n1,Big,5,"0,5",NA\n2,-,0,1.25,ok\n3,Small,6,x,\n4,Big,"4,5",2,a',
    });
    expect(wave.columns.segments.map(({ name }) => name)).toEqual(['Tier']);
    expect(wave.columns.segments.map(valuesOf)).toEqual([['Big', null, 'Small', 'Big']]);
    expect([...(wave.columns.ratings[0]?.values ?? [])]).toEqual([5, Number.NaN, Number.NaN, 4.5]);
    expect([...(wave.columns.weight ?? [])]).toEqual([0.5, 1.25, Number.NaN, 2]);
    expect(wave.people.map(({ comment }) => comment)).toEqual(['', 'ok', '', 'a']);
    expect(notes).toContainEqual({
      kind: 'outsideScale',
      header: 'speed',
      low: 1,
      high: 5,
      count: 1,
      values: ['6'],
    });
    expect(notes).toContainEqual({ kind: 'unreadable', header: 'w', count: 1, line: 4, value: 'x' });
  });

  test.each([
    [
      'ISO with a time zone keeps the day as written',
      ['2026-01-01T00:30:00+02:00', '2025-12-31T23:59:00Z'],
      ['2026-01-01', '2025-12-31'],
    ],
    [
      'day first, by one value that allows nothing else',
      ['03/04/2026', '25/04/2026'],
      ['2026-04-03', '2026-04-25'],
    ],
    [
      'month first, by one value that allows nothing else',
      ['03/04/2026', '04/25/2026'],
      ['2026-03-04', '2026-04-25'],
    ],
    [
      'the American clock',
      ['05/11/2016 12:00:00 AM', '05/09/2016 12:00:00 AM'],
      ['2016-05-11', '2016-05-09'],
    ],
    ['points and short years', ['3.4.26', '25.12.99'], ['2026-04-03', '1999-12-25']],
    [
      'months by name',
      ['3 Apr 2026', 'April 5, 2026', '7. März 2026', '8 août 2026'],
      ['2026-04-03', '2026-04-05', '2026-03-07', '2026-08-08'],
    ],
    [
      'a time of day in a date’s clothes is no date',
      ['12/31/1899 09:30:00 AM', '2026-02-30', '31/02/2026'],
      ['', '', ''],
    ],
  ])('dates: %s', (_name, dates, days) => {
    const csv = `nps,date\n${dates.map((date) => `9,"${date}"`).join('\n')}`;
    expect(waveFrom({ id: 'w', columns: columns({ date: { role: 'date' } }), csv }).people).toEqual([]);
    const { columns: read } = waveFrom({
      id: 'w',
      columns: columns({ date: { role: 'date' }, email: { role: 'ignore' } }),
      csv,
    });
    expect(
      Array.from(read.day, (day) => (day < -1e6 ? '' : new Date(day * 864e5).toISOString().slice(0, 10))),
    ).toEqual(days);
  });

  test('a declared order of day and month counts', () => {
    const read = (dateOrder: 'dmy' | 'mdy') =>
      waveFrom({
        id: 'w',
        columns: columns({ date: { role: 'date', dateOrder } }),
        csv: 'nps,date\n9,03/04/2026',
      }).head.firstDay;
    expect([read('dmy'), read('mdy')]).toEqual(['2026-04-03', '2026-03-04']);
  });

  test('tenure is counted from customer-since to the day of the answer', () => {
    const since = [
      '2026-06-01',
      '2026-04-03',
      '2026-04-02',
      '2025-07-02',
      '2025-07-01',
      '2024-07-01',
      '',
      '2026-08-01',
    ];
    const wave = waveFrom({
      id: 'w',
      columns: columns({ date: { role: 'date' }, since: { role: 'customerSince' } }),
      csv: `nps,date,since\n${since.map((day) => `9,2026-07-01,${day}`).join('\n')}`,
    });
    expect(wave.columns.segments.map(valuesOf)).toEqual([
      ['First 90 days', 'First 90 days', 'First year', 'First year', 'Second year', 'Longer', null, null],
    ]);
  });

  test('a column with more values than a dimension may have is left out, in words', () => {
    const rows = Array.from({ length: segmentLimit + 1 }, (_, i) => `9,v${i},${i % 2}`);
    const many = {
      nps: { role: 'score' as const },
      a: { role: 'segment' as const },
      b: { role: 'segment' as const },
    };
    const over = outcomeFrom({ id: 'w', columns: many, csv: `nps,a,b\n${rows.join('\n')}` });
    expect(over.wave.head.dimensions).toEqual(['b']);
    expect(over.notes).toContainEqual({ kind: 'tooManyValues', header: 'a', limit: segmentLimit });
    const fits = outcomeFrom({ id: 'w', columns: many, csv: `nps,a,b\n${rows.slice(1).join('\n')}` });
    expect(fits.wave.columns.segments[0]?.values).toHaveLength(segmentLimit);
  });
});

describe('people', () => {
  test('who answered is known by id, else by e-mail, else by row', () => {
    const wave = waveFrom({
      id: 'w',
      columns: columns({
        id: { role: 'respondentId' },
        mail: { role: 'email' },
        rev: { role: 'revenue' },
        out: { role: 'optOut' },
      }),
      csv: 'nps,id,mail,rev,out\n9,7,A@x.org,"€ 1,200.50",yes\n8,,A@x.org,1.200,0\n7,,,,',
    });
    expect(wave.people.map(({ key }) => key)).toEqual(['id:7', 'mail:a@x.org', 'row:w:2']);
    expect(wave.people.map(({ revenue }) => revenue)).toEqual([1200.5, 1.2, null]);
    expect(wave.people.map(({ optOut }) => optOut)).toEqual([true, false, false]);
  });

  test('a file that names nobody has no people', () =>
    expect(
      waveFrom({ id: 'w', columns: columns({ t: { role: 'segment' } }), csv: 'nps,t\n9,a' }).people,
    ).toEqual([]));

  test('all answers of one person count, and are told', () => {
    const { wave, notes } = outcomeFrom({
      id: 'w',
      columns: usualColumns_(),
      csv: 'nps,email\n9,a@x\n3,A@x\n8,b@x',
    });
    expect(wave.head.answers).toBe(3);
    expect(notes).toContainEqual({ kind: 'repeated', people: 1, answers: 2 });
  });

  test('accounts are told apart by CRM id, else by name without case and spaces', () => {
    const wave = waveFrom({
      id: 'w',
      columns: columns({ acc: { role: 'account' }, accId: { role: 'accountCrmId' } }),
      csv: 'nps,acc,accId\n9,Acme,\n8, acme ,\n7,Acme,001\n6,Other,001\n5,,',
    });
    expect([...wave.columns.account]).toEqual([0, 0, 1, 1, 0xffffffff]);
  });
});

const usualColumns_ = () => ({
  nps: { role: 'score' as const },
  email: usualColumns.email ?? { role: 'email' as const },
});

describe('the content hash', () => {
  const mapping = (label?: string, missing: string[] = ['11']): Mapping => ({
    version: 1,
    columns: [
      { header: 'nps', role: 'score', missing },
      { header: 'Tiér', role: 'segment', missing: [], label },
    ],
  });
  const hash = (map: Mapping, fileHash = 'f') =>
    contentHashOf({ fileHash, mapping: map, contacts: null }, digest);

  test('is the same for the same content, and another for any other', async () => {
    const same = await hash(mapping());
    expect(same).toMatch(/^[0-9a-f]{64}$/);
    const ignored = {
      version: 1 as const,
      columns: [...mapping().columns, { header: 'x', role: 'ignore' as const, missing: [] }],
    };
    expect(await hash(ignored)).toBe(same);
    const others = [mapping('Tier'), mapping(undefined, ['11', '12'])];
    for (const other of others) expect(await hash(other)).not.toBe(same);
    expect(await hash(mapping(), 'g')).not.toBe(same);
  });
});
