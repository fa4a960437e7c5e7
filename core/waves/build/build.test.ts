import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { millionBytes, millionCsv, millionMapping } from '#test/fixtures/million.ts';
import { digest, idOf, outcomeFrom, waveFrom } from '#test/fixtures/waves.ts';
import { contentHashOf } from '../hash.ts';
import type { Mapping, RepeatRule } from '../mapping.ts';
import { fieldsOf } from '../people/people.ts';
import { Utf8Sink } from '../people/sink.ts';
import { noSegment, type SegmentColumn } from '../wave.ts';
import { describeFault, describeNote } from '../words.ts';
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
    expect([...(wave.columns.weight ?? [])]).toEqual([0.5, 1.25, 1.25, 2]);
    expect([...wave.people].map(({ comment }) => comment)).toEqual(['', 'ok', '', 'a']);
    expect(notes).toContainEqual({
      kind: 'outsideScale',
      header: 'speed',
      low: 1,
      high: 5,
      count: 1,
      values: ['6'],
    });
    expect(notes).toContainEqual({
      kind: 'weights',
      header: 'w',
      unknown: 1,
      line: 4,
      value: 'x',
      taken: 1.25,
      zeros: 0,
    });
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
    expect([...waveFrom({ id: 'w', columns: columns({ date: { role: 'date' } }), csv }).people]).toEqual([]);
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

  test('values that differ in spaces at their ends are one value, whatever kind of space it is', () => {
    const { columns: read } = waveFrom({
      id: 'w',
      columns: columns({ tier: { role: 'segment' } }),
      csv: 'nps,tier\n9,Gold\n8,Gold\u00a0\n7,Silver\n6,\u3000Gold \n5,\u00a0',
    });
    expect(read.segments[0]?.values).toEqual(['Gold', 'Silver']);
    expect(read.segments.map(valuesOf)).toEqual([['Gold', 'Gold', 'Silver', 'Gold', null]]);
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
    expect([...wave.people].map(({ key }) => key)).toEqual(['id:7', 'mail:a@x.org', 'row:w:2']);
    expect([...wave.people].map(({ revenue }) => revenue)).toEqual([1200.5, 1.2, null]);
    expect([...wave.people].map(({ optOut }) => optOut)).toEqual([true, false, false]);
  });

  test('a file that names nobody has no people', () =>
    expect(
      waveFrom({ id: 'w', columns: columns({ t: { role: 'segment' } }), csv: 'nps,t\n9,a' }).people.length,
    ).toBe(0));

  test('accounts are told apart by CRM id, else by name without case and spaces', () => {
    const wave = waveFrom({
      id: 'w',
      columns: columns({ acc: { role: 'account' }, accId: { role: 'accountCrmId' } }),
      csv: 'nps,acc,accId\n9,Acme,\n8, acme ,\n7,Acme,001\n6,Other,001\n5,,',
    });
    expect([...wave.columns.account]).toEqual([0, 0, 1, 1, 0xffffffff]);
  });
});

describe('several answers of one person', () => {
  const csv = `nps,id,email,date,tier
1,,a@x,2026-03-02,only here
2,,A@X,2026-03-09,B
3,,b@x,,B
4,,b@x,2026-01-01,B
5,7,c@x,2026-03-01,B
6,7,other@x,2026-03-01,B
,,a@x,2026-04-01,B
8,,,2026-03-01,B
8,,,2026-03-01,B`;
  const read = (repeats?: RepeatRule) =>
    outcomeFrom({
      id: 'w',
      csv,
      repeats,
      columns: columns({
        id: { role: 'respondentId' },
        email: { role: 'email' },
        date: { role: 'date' },
        tier: { role: 'segment' },
      }),
    });

  test.each([
    [undefined, [2, 4, 6, 255, 8, 8]],
    ['latest', [2, 4, 6, 255, 8, 8]],
    ['first', [1, 4, 5, 255, 8, 8]],
    ['all', [1, 2, 3, 4, 5, 6, 255, 8, 8]],
  ] as const)('with %s: by date, a dated answer before an undated one, then by line', (rule, scores) => {
    const { wave, notes, fileRows } = read(rule);
    expect([...wave.columns.score]).toEqual(scores);
    expect([...wave.people].map(({ score, row }) => [score ?? 255, row])).toEqual(
      scores.map((score, row) => [score, row]),
    );
    expect(wave.head.superseded ?? 0).toBe(9 - scores.length);
    expect(wave.head.rows + (wave.head.superseded ?? 0)).toBe(fileRows);
    expect(notes).toContainEqual({ kind: 'repeated', people: 3, answers: 6, rule: rule ?? 'latest' });
  });

  test('a value that only answers had which no longer count is no value', () => {
    expect(read('latest').wave.columns.segments[0]?.values).toEqual(['B']);
    expect(read('first').wave.columns.segments[0]?.values).toEqual(['only here', 'B']);
  });

  test('keys are the same as those of a row-by-row map, whatever the file holds', () => {
    const cell = fc.constantFrom('', 'a', 'A', 'é', 'É', '“x”', 'b ', 'q""r', 'q""""r', '\u00a0a');
    const row = fc.tuple(fc.integer({ min: 0, max: 10 }), cell, cell, fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        // days of other people that go on, so that the file does
        const before = Array.from({ length: 41 }, (_, i) => `5,"n${i}","",${1900 + 2 * i + 10}-01-01`);
        const file = rows.map(([score, id, mail, day]) => `${score},"${id}","${mail}",2026-03-0${day}`);
        const head = 'nps,id,email,date';
        const made = (repeats: RepeatRule) =>
          outcomeFrom({
            id: 'w',
            csv: `${head}\n${[...before, ...file].join('\n')}`,
            repeats,
            columns: columns({
              id: { role: 'respondentId' },
              email: { role: 'email' },
              date: { role: 'date' },
            }),
          }).wave;
        const latest = new Map<string, readonly [string, number]>();
        for (const { key, answeredOn, row: at } of made('all').people)
          if (answeredOn >= (latest.get(key)?.[0] ?? '')) latest.set(key, [answeredOn, at]);
        const kept = [...latest.values()].map(([, at]) => at).sort((a, b) => a - b);
        expect([...made('latest').columns.score]).toEqual(
          kept.map((at) => rows[at - before.length]?.[0] ?? 5),
        );
      }),
    );
  });
});

describe('rows that count', () => {
  const filtered = (only: string[] | undefined, rows: string) =>
    outcomeFrom({
      id: 'w',
      columns: columns({ status: { role: 'rowFilter', only }, kind: { role: 'rowFilter', only: ['nps'] } }),
      csv: `nps,status,kind\n${rows}`,
    });

  test('others are left out and told with their values', () => {
    const { wave, notes, fileRows } = filtered(
      ['Complete'],
      '9, complete ,nps\n1,partial,nps\nten,partial,nps\n3,,nps\n4,COMPLETE,csat',
    );
    expect(wave.head).toMatchObject({ rows: 1, answers: 1, rejected: 0, leftOut: 4 });
    expect(fileRows).toBe(5);
    expect(notes.filter(({ kind }) => kind === 'leftOut')).toEqual([
      {
        kind: 'leftOut',
        header: 'status',
        count: 3,
        values: [
          { value: 'partial', count: 2 },
          { value: '', count: 1 },
        ],
        more: false,
      },
      { kind: 'leftOut', header: 'kind', count: 1, values: [{ value: 'csat', count: 1 }], more: false },
    ]);
  });

  test('a filter that names what does not count leaves out that alone, an empty cell among it', () => {
    const { wave } = outcomeFrom({
      id: 'w',
      columns: columns({ submitted: { role: 'rowFilter', missing: ['', 'never'] } }),
      csv: 'nps,submitted\n9,2026-10-01\n3,\n4,Never\n7,yes',
    });
    expect([...wave.columns.score]).toEqual([9, 7]);
    expect(wave.head.leftOut).toBe(2);
  });

  test('at most ten values are named, the most frequent', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `5,v${i % 12},nps`);
    const { notes } = filtered(['x'], `5,x,nps\n${rows.join('\n')}`);
    const note = notes.find(({ kind }) => kind === 'leftOut');
    expect(note).toMatchObject({ count: 40, more: true, values: { length: 10 } });
    expect(note && describeNote(note)).toBe(
      '40 rows are left out by “status”: “v0” (4), “v1” (4), “v2” (4), “v3” (4), “v4” (3), “v5” (3), “v6” (3), “v7” (3), “v8” (3), “v9” (3) and others.',
    );
  });

  test('a filter that names no values lets every row count', () =>
    expect(filtered(undefined, '9,a,nps\n8,b,nps').wave.head.rows).toBe(2));

  test('a filter that leaves nothing is a fault with a sentence', () => {
    const mapping: Mapping = {
      version: 1,
      columns: [
        { header: 'nps', role: 'score', missing: [] },
        { header: 'x', role: 'rowFilter', missing: [], only: ['yes'] },
      ],
    };
    expect(faultOf('nps,x\n9,no\n8,', mapping)).toEqual({ kind: 'allLeftOut', headers: ['x'], rows: 2 });
  });
});

describe('satisfaction', () => {
  test('whole numbers 1 to 5 are answers', () => {
    const { wave, notes } = outcomeFrom({
      id: 'w',
      metric: 'csat',
      columns: columns({ nps: { role: 'score', missing: ['9'] } }),
      csv: 'nps,x\n1,a\n5,b\n0,c\n6,d\n9,e\n4.5,f\n,g\n3,h',
    });
    expect(wave.head).toMatchObject({ metric: 'csat', answers: 3, nonResponses: 2, rejected: 3 });
    expect(wave.head.histogram).toEqual([0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0]);
    expect(notes).toEqual([]);
  });

  test('a file without one says which scale was meant', () => {
    const columns = [{ header: 'nps', role: 'score' as const, missing: [] }];
    const why = faultOf('nps\n0\n9', { version: 1, metric: 'csat', columns });
    expect(describeFault(why)).toBe(
      'No cell of “nps” is a whole number from 1 to 5: its 2 filled rows hold values such as “0” and “9”.',
    );
  });
});

describe('weights', () => {
  const weighted = (...cells: string[]) => {
    const csv = `nps,w\n${cells.map((cell) => `9,"${cell}"`).join('\n')}`;
    const { wave, notes } = outcomeFrom({ id: 'w', columns: columns({ w: { role: 'weight' } }), csv });
    return { weight: wave.columns.weight && [...wave.columns.weight], said: notes.map(describeNote) };
  };

  test('what is no weight counts as the average one, a stated 0 stays 0', () => {
    expect(weighted('2', '', '-1', 'x', '1e99', '0', '1')).toEqual({
      weight: [2, 1, 1, 1, 1, 0, 1],
      said: [
        '4 weights of “w” could not be read and count as the average, 1, the first on line 3: an empty cell; 1 answer has a weight of 0 and counts in unweighted figures only.',
      ],
    });
    expect(weighted('2', '1')).toEqual({ weight: [2, 1], said: [] });
  });

  test('a column without any weight above 0 is left out', () =>
    expect(weighted('0', 'x')).toEqual({
      weight: null,
      said: ['“w” is left out: not one weight is above 0.'],
    }));

  test('they are never NaN, whatever stands there', () => {
    const cell = fc.oneof(fc.double().map(String), fc.constantFrom('', '-', '0', '1,5', 'NaN', 'Infinity'));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const weights = weighted(...cells).weight ?? [1];
        expect(weights.every((weight) => weight >= 0 && weight < Number.POSITIVE_INFINITY)).toBe(true);
        expect(weights.some((weight) => weight > 0)).toBe(true);
      }),
    );
  });
});

describe('a large file', () => {
  test('reads the same as row by row: people are where they are said to be', () => {
    const rows = 6000;
    const built = finish(buildWave(millionBytes(rows), { ...about, mapping: millionMapping }));
    if (!built.ok) throw new Error(built.why.kind);
    const { columns: read, people, head } = built.value.wave;
    expect(head).toMatchObject({ rows, rejected: 0 });
    const lines = [...millionCsv(rows)].join('').match(/^C\d+,p\d+\.(\d+)@.*/gm) ?? [];
    expect(lines).toHaveLength(rows);
    for (let row = 0; row < rows; row += 97) {
      const [id, email, name, phone] = lines[row]?.split(',') ?? [];
      expect(people.at(row)).toMatchObject({ key: `id:${id}`, email, name, phone, row });
      expect(people.at(row)?.accountName).toBe(`Firm ${/\.(\d+)@/.exec(email ?? '')?.[1]}, Ltd`);
    }
    const comments = new Set([...people].map(({ comment }) => comment));
    expect(comments).toContain(
      'We like the people; the invoices are "another matter", as we said in spring.',
    );
    expect(comments).toContain('Support answered within the hour,\nand it worked. Merci, très bien.');
    expect(comments.size).toBe(6);
    expect(new Set(read.account).size).toBe(new Set([...people].map((p) => p.accountName)).size);
  });

  test('cells are kept as the text they would be read as, in any encoding and with any spaces', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ' ', '\u00a0', '\u3000', '\n', '“', '𝒳', ','),
    });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 30 }), fc.boolean(), (cells, missing) => {
        const csv = `nps,why\n${cells.map((cell) => `9,"${cell.replaceAll('"', '""')}"`).join('\n')}`;
        const { wave } = outcomeFrom({
          id: 'w',
          csv,
          columns: columns({ why: { role: 'comment', missing: missing ? ['a'] : [] } }),
        });
        const expected = cells.map((cell) => (missing && cell.trim() === 'a' ? '' : cell.trim()));
        const why = fieldsOf(wave.people).field('comment');
        const written = cells.map((_, row) => {
          const sink = new Utf8Sink(1);
          why.write(row, sink);
          return new TextDecoder().decode(sink.done());
        });
        expect(written).toEqual(expected);
        expect(cells.map((_, row) => why.text(row))).toEqual(expected);
        expect(cells.map((_, row) => why.has(row))).toEqual(expected.map((t) => t !== ''));
      }),
    );
  });

  test('a comment longer than a page, and one in Windows-1252', () => {
    const long = `${'so long '.repeat(4000)}“end”`;
    const wave = waveFrom({
      id: 'w',
      columns: columns({ why: { role: 'comment' } }),
      csv: `nps,why\n9,"${long}"\n8,b`,
    });
    expect(wave.people.at(0)?.comment).toBe(long);
    const latin = Uint8Array.from('nps,why\n9,caf\xe9 \x80 5', (letter) => letter.charCodeAt(0));
    const mapping: Mapping = {
      version: 1,
      columns: [...score.columns, { header: 'why', role: 'comment', missing: [] }],
    };
    const built = finish(buildWave(latin, { ...about, mapping }));
    if (!built.ok) throw new Error(built.why.kind);
    const sink = new Utf8Sink();
    fieldsOf(built.value.wave.people).field('comment').write(0, sink);
    expect(new TextDecoder().decode(sink.done())).toBe('café € 5');
  });
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
    const left = { ...mapping(), columns: mapping().columns.map((column) => ({ ...column, kept: ['n/a'] })) };
    expect(await hash(left)).toBe(same);
    const others = [mapping('Tier'), mapping(undefined, ['11', '12'])];
    for (const other of others) expect(await hash(other)).not.toBe(same);
    expect(await hash(mapping(), 'g')).not.toBe(same);
  });
});
