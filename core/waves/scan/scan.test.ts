import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOf } from '#test/fixtures/cost.ts';
import { decode, utf8FromUtf16 } from './decode.ts';
import { dialectOf } from './dialect.ts';
import { DistinctCells } from './distinct.ts';
import { readAsText, type TextBytes } from './encoding.ts';
import { cellLimit, type Dialect, RowReader } from './rows.ts';
import { nextRow, openTable, rowsOf } from './table.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const asText = (bytes: Uint8Array): TextBytes => ({ bytes, encoding: 'utf-8', utf8: true, strayBytes: 0 });
const comma: Dialect = { delimiter: ',', quote: '"' };

function rowsIn(text: string, dialect = comma): string[][] {
  const reader = new RowReader(asText(bytesOf(text)), dialect);
  const rows: string[][] = [];
  while (reader.next()) rows.push(Array.from({ length: reader.count }, (_, cell) => reader.text(cell)));
  expect(reader.fault).toBeNull();
  return rows;
}

describe('rows', () => {
  test.each<[string, string, string[][]]>([
    [
      'line ends of three kinds',
      'a,b\r\nc,d\re,f\n',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\nc,',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    [
      'quotes with delimiters, line ends and doubled quotes',
      '"a,b","c\r\nd","e""f"""\n',
      [['a,b', 'c\r\nd', 'e"f"']],
    ],
    ['empty quoted cells', '"",""\n', [['', '']]],
    ['a quote within a cell', '5" pipe,6\n', [['5" pipe', '6']]],
    ['a stray quote within a quoted cell', '"say "yes" to it",5\n', [['say "yes" to it', '5']]],
    ['spaces around a quoted cell', 'a, "b,c" ,d\n', [['a', 'b,c', 'd']]],
    [
      'a quote that never closes',
      'a,"b\nc,d\n',
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
    ],
    ['ragged rows', 'a\nb,c,d\n\n', [['a'], ['b', 'c', 'd'], ['']]],
  ])('%s', (_name, text, rows) => expect(rowsIn(text)).toEqual(rows));

  test('any table written as CSV comes back', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', '"', ',', ';', '\n', '\r', ' ', "'", '\t', '0'),
    });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    const delimiters = fc.constantFrom<Dialect['delimiter']>(',', ';', '\t', '|');
    fc.assert(
      fc.property(table, ends, delimiters, (rows, end, delimiter) => {
        const written = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const csv = rows.map((row) => row.map(written).join(delimiter)).join(end);
        expect(rowsIn(csv, { delimiter, quote: '"' })).toEqual(rows);
      }),
    );
  });

  test('cells are only quoted where they must be, and come back all the same', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const written = (text: string): string =>
          /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        expect(rowsIn(rows.map((row) => row.map(written).join(',')).join('\n'))).toEqual(rows);
      }),
    );
  });

  test('any bytes at all are read to their end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const reader = new RowReader(asText(bytes), comma);
        let rows = 0;
        while (reader.next()) rows++;
        expect(reader.read).toBe(bytes.length);
        expect(rows).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });

  test('lines are counted as an editor does, line ends within quotes too', () => {
    const reader = new RowReader(asText(bytesOf('h,i\r\n"a\nb\r\nc",d\ne,f')), comma);
    const lines: number[] = [];
    while (reader.next()) lines.push(reader.line);
    expect(lines).toEqual([1, 2, 5]);
  });

  test('a cell over the limit stops the reading and says where', () => {
    const reader = new RowReader(asText(bytesOf(`a,b\nc,"${'x'.repeat(cellLimit + 1)}"\n`)), comma);
    expect(reader.next()).toBe(true);
    expect(reader.next()).toBe(false);
    expect(reader.fault).toEqual({
      kind: 'cellTooLong',
      line: 2,
      column: '2',
      quoted: true,
      bytes: cellLimit + 1,
      limit: cellLimit,
    });
  });

  test('many quotes that never close cost no more than reading twice', () => {
    expect(rowsIn('a,"b\n'.repeat(200_000))).toHaveLength(200_000);
    const cost = (row: string) => costOf(() => rowsIn(row.repeat(50_000)));
    // with room for the processor's moods; once more for every quote would be 50,000 times
    expect(cost('a,"b\n')).toBeLessThan(10 * cost('a,bb\n'));
  });
});

// Code points of every length in UTF-8, lone surrogates too; fast-check's own unit 'binary' takes seconds to set up.
const edges = [
  0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xfeff, 0xffff, 0x10000, 0x10ffff,
];
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.constantFrom(...edges)), { maxLength: 60 })
  .map((points) => String.fromCodePoint(...points));

describe('encodings', () => {
  const read = (bytes: Uint8Array) => {
    const text = readAsText(bytes);
    if (!text.ok) return text.why;
    const { encoding, utf8, strayBytes } = text.value;
    return { encoding, strayBytes, text: decode(text.value.bytes, 0, text.value.bytes.length, utf8) };
  };
  const utf16 = (text: string, little: boolean): number[] =>
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((unit) =>
      little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    );

  test.each([
    ['UTF-8', bytesOf('naïve,né 😀'), 'utf-8', 'naïve,né 😀'],
    ['UTF-8 with a mark', bytesOf('\ufeffa,é'), 'utf-8', 'a,é'],
    ['UTF-16 with a mark', new Uint8Array([255, 254, ...utf16('a,é😀', true)]), 'utf-16le', 'a,é😀'],
    ['UTF-16, big end first', new Uint8Array([254, 255, ...utf16('a,é😀', false)]), 'utf-16be', 'a,é😀'],
    [
      'UTF-16 without a mark',
      new Uint8Array(utf16('name,score\nAnna,9', true)),
      'utf-16le',
      'name,score\nAnna,9',
    ],
    ['Windows-1252', latin('caf\xe9,\x80 5,\x93x\x94'), 'windows-1252', 'café,€ 5,“x”'],
  ])('%s', (_name, bytes, encoding, text) => expect(read(bytes)).toEqual({ encoding, strayBytes: 0, text }));

  test('a few stray bytes in UTF-8 are read as Windows-1252 and counted', () => {
    const bytes = new Uint8Array([...bytesOf('éèàüöçñ,ok,'), 0xe9, 0x2c, 0x78]);
    expect(read(bytes)).toEqual({ encoding: 'utf-8', strayBytes: 1, text: 'éèàüöçñ,ok,é,x' });
  });

  test('other code pages are refused with the line, not turned into nonsense', () => {
    const cyrillic = latin(
      'score,text\n9,\xcf\xf0\xe5\xea\xf0\xe0\xf1\xed\xee \xe8 \xe1\xfb\xf1\xf2\xf0\xee\n',
    );
    expect(read(cyrillic)).toEqual({ kind: 'undecodable', line: 2 });
  });

  test.each([
    [
      'Shift_JIS',
      'nps,comment\n9,\x82\xc6\x82\xc4\x82\xe0\x97\xc7\x82\xa2\x83T\x81[\x83r\x83X\x82\xc5\x82\xb7\n3,\x83T\x83|\x81[\x83g\x82\xaa\x82\xa8\x82\xbb\x82\xa2\n',
    ],
    ['Shift_JIS in katakana', 'nps,comment\n9,\x83e\x83X\x83g\n3,\x83T\x83|\x81[\x83g\n7,\x83f\x81[\x83^\n'],
    ['GBK', 'nps,comment\n9,\xb7\xfe\xce\xf1\xba\xdc\xba\xc3\n3,\xbc\xdb\xb8\xf1\xcc\xab\xb9\xf3\n'],
    [
      'EUC-KR',
      'nps,comment\n9,\xb8\xc5\xbf\xec \xc1\xc1\xbe\xc6\xbf\xe4\n3,\xb0\xa1\xb0\xdd\xc0\xcc \xba\xf1\xbd\xce\xbf\xe4\n',
    ],
    ['Big5', 'nps,comment\n9,\xaaA\xb0\xc8\xab\xdc\xa6n\n3,\xbb\xf9\xae\xe6\xa4\xd3\xb6Q\n'],
  ])('%s is refused with the line', (_name, text) =>
    expect(read(latin(text))).toEqual({ kind: 'undecodable', line: 2 }),
  );

  test.each([
    [
      'French',
      'nps,avis\n9,r\xe9p\xe9t\xe9 \xe0 l\x92\xe9t\xe9\n3,\xe9l\xe8ve cr\xe9\xe9e\n2,\x93\xc9valu\xe9\x94 \xe0 c\xf4t\xe9, \xe7a m\x92a g\xean\xe9\n',
    ],
    ['Portuguese', 'nps,raz\xe3o\n9,satisfa\xe7\xe3o\n3,informa\xe7\xf5es\n7,n\xe3o \xe9 avalia\xe7\xe3o\n'],
    ['an alphabet', 'nps,x\n9,\xc4\xd6\xdc\xe4\xf6\xfc\xdf\n'],
    [
      'Latin-1 with letters of CP850',
      'nps,avis\n9,tr\x8as d\x82\x87u\n3,pas tr\xe8s content, m\xeame si \xe9quip\xe9\n',
    ],
  ])('%s stays Windows-1252', (_name, text) =>
    expect(read(latin(text))).toMatchObject({ encoding: 'windows-1252' }),
  );

  test('letters of CP850 among Windows-1252 are read by what stands beside them', () => {
    const cp850 = [
      ['r\x82cup\x82r\x82, d\x82\x87u', 'récupéré, déçu'],
      ['tr\xe8s f\xeat\xe9', 'très fêté'],
      ['\x80a co\x96te 15\x80', 'Ça coûte 15€'],
      ['fra\x8cche, un c\x9cur, l\x92\x82t\x82', 'fraîche, un cœur, l’été'],
      ['F\x90LICIT\x90 \xb7 TR\xd4S \xd2TRE', 'FÉLICITÉ À TRÈS ÊTRE'],
      ['fini\x85 \x93oui\x94 n\xf81', 'fini… “oui” n°1'],
      ['\xaebio\xaf', '«bio»'],
    ] as const;
    const bytes = latin(`nps,avis\n${cp850.map(([coded]) => `9,${coded}`).join('\n')}`);
    expect(read(bytes)).toMatchObject({
      encoding: 'windows-1252',
      text: `nps,avis\n${cp850.map(([, text]) => `9,${text}`).join('\n')}`,
    });
  });

  test('marks of Windows-1252 alone stay what they are', () => {
    const text = 'nps,x\n9,\x82so\x91 \x84er\x93 sagt\x85 5\x80 \x96 no\n8,d\xe9j\xe0 \x8auko\n';
    expect(read(latin(text))).toMatchObject({ text: 'nps,x\n9,‚so‘ „er“ sagt… 5€ – no\n8,déjà Šuko\n' });
  });

  test('decoding agrees with the platform on every text', () => {
    const long = 'aé€😀'.repeat(3000);
    expect(decode(bytesOf(long), 0, bytesOf(long).length, true)).toBe(long);
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = bytesOf(text);
        expect(decode(bytes, 0, bytes.length, true)).toBe(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
        );
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decode(bytes, 0, bytes.length, false)).toBe(new TextDecoder('windows-1252').decode(bytes));
      }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const narrow = utf8FromUtf16(new Uint8Array(utf16(text, true)), true);
        expect(decode(narrow, 0, narrow.length, true)).toBe(text.toWellFormed());
      }),
    );
  });

  test.each([
    ['nothing', new Uint8Array(), { kind: 'empty' }],
    ['a mark alone', new Uint8Array([0xef, 0xbb, 0xbf]), { kind: 'empty' }],
    ['blank lines', bytesOf(' \r\n\n\t'), { kind: 'empty' }],
    [
      'an old XLS',
      latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\0o\0r\0k\0b\0o\0o\0k\0'),
      { kind: 'notACsv', looksLike: 'xls' },
    ],
    [
      'a locked workbook',
      latin(`\xd0\xcf\x11\xe0....${[...'EncryptedPackage'].join('\0')}\0`),
      { kind: 'notACsv', looksLike: 'locked' },
    ],
    ['a zip', latin('PK\x03\x04....a.csv'), { kind: 'notACsv', looksLike: 'zip' }],
    ['a PDF', latin('%PDF-1.7'), { kind: 'notACsv', looksLike: 'pdf' }],
    ['a picture', latin('\x89PNG\r\n'), { kind: 'notACsv', looksLike: 'image' }],
    ['a web page', bytesOf('\n<!DOCTYPE html><p>'), { kind: 'notACsv', looksLike: 'html' }],
    ['JSON', bytesOf('[{"a": 1}]'), { kind: 'notACsv', looksLike: 'json' }],
    [
      'machine code',
      Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 32),
      { kind: 'notACsv', looksLike: 'binary' },
    ],
  ])('%s is refused by name', (_name, bytes, fault) => expect(read(bytes)).toEqual(fault));

  test('one NUL in a text does not make it binary', () =>
    expect(read(bytesOf('a,b\n1,\0x\n'))).toMatchObject({ encoding: 'utf-8' }));
});

describe('the table', () => {
  const open = (text: string) => {
    const table = openTable(bytesOf(text));
    if (!table.ok) return table.why;
    const reader = rowsOf(table.value);
    const rows: string[][] = [];
    while (nextRow(reader)) rows.push(Array.from({ length: reader.count }, (_, cell) => reader.text(cell)));
    const { headers, wordings, headLines, dialect } = table.value;
    return { headers, wordings, headLines, delimiter: dialect.delimiter, rows };
  };

  test.each([
    [',', 'a,b,c\n1,"x;y;z",3\n4,5,6'],
    [';', 'a;b;c\n1,5;2,5;x\n4,1;5,2;y'],
    ['\t', 'a\tb, c\td\n1\t2, 3\t4'],
    ['|', 'a|b|c\n1|2,5|3'],
  ])('the delimiter %j is found', (delimiter, text) =>
    expect(dialectOf(asText(bytesOf(text))).delimiter).toBe(delimiter),
  );

  test('apostrophes quote where nothing else does', () =>
    expect(open("a,b\n'x,y','z'\n'q','r,s'")).toMatchObject({
      rows: [
        ['x,y', 'z'],
        ['q', 'r,s'],
      ],
    }));

  test('a sep= line and a title are no header', () => {
    expect(open('sep=;\r\na;b\r\n1;2')).toMatchObject({
      headers: ['a', 'b'],
      rows: [['1', '2']],
      headLines: 2,
    });
    expect(open('Customer survey\n\na,b,c\n1,2,3\n4,5,6')).toMatchObject({
      headers: ['a', 'b', 'c'],
      headLines: 3,
    });
  });

  test('the three header rows of Qualtrics end at the ImportIds', () => {
    const text =
      'StartDate,Q1,Q2\nStart Date,"How likely, 0-10?",Why?\n"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\n2026-01-01,9,good';
    expect(open(text)).toMatchObject({
      wordings: ['Start Date', 'How likely, 0-10?', 'Why?'],
      rows: [['2026-01-01', '9', 'good']],
      headLines: 3,
    });
  });

  test('the second header row of SurveyMonkey is no answer', () => {
    const text = 'Respondent ID,Collector ID,How likely?,Why?\n,,Response,Open-Ended Response\n11,22,9,good';
    expect(open(text)).toMatchObject({
      wordings: ['', '', 'Response', 'Open-Ended Response'],
      rows: [['11', '22', '9', 'good']],
    });
  });

  test('a header alone is said to be one', () =>
    expect(open('a,b,c\n\n , ,\n')).toEqual({ kind: 'headerOnly', columns: 3 }));
});

test('different values are told apart, numbered and counted as by a map of texts, short or long', () => {
  // few letters, so that values differ in one place, at either end or in the middle
  const value = fc
    .tuple(fc.stringMatching(/^[ab"é]{0,5}$/), fc.constantFrom('', '0123456', '0123456789abcdef'))
    .map(([text, middle]) => `${text}${middle}${text.slice(1)}`);
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), (values) => {
      const csv = values.map((text) => `"${text.replaceAll('"', '""')}"`).join('\r\n');
      const reader = new RowReader(asText(bytesOf(csv)), comma);
      const cells = new DistinctCells(reader, 1000);
      const plain = new Map([['', { code: 0, count: 0 }]]);
      for (const text of values) {
        const known = plain.get(text) ?? { code: plain.size, count: 0 };
        plain.set(text, { ...known, count: known.count + 1 });
        expect(reader.next()).toBe(true);
        expect(cells.codeOf(0)).toBe(known.code);
      }
      expect([...plain.keys()].map((_, code) => cells.text(code))).toEqual([...plain.keys()]);
      expect([...plain.values()].map((_, code) => cells.countOf(code))).toEqual(
        Array.from(plain.values(), ({ count }) => count),
      );
      expect(cells.size).toBe(plain.size - 1);
    }),
  );
});

test('values of one length are told apart in a crowded table', () => {
  const valueAt = (i: number) =>
    i % 2 === 0 ? `a${10_000 + i}` : `a long start ${10_000 + i} and a long end`;
  const values = Array.from({ length: 4000 }, (_, i) => valueAt(i));
  const reader = new RowReader(asText(bytesOf([...values, ...values].join('\n'))), comma);
  const cells = new DistinctCells(reader, 10_000);
  const codes: number[] = [];
  while (reader.next()) codes.push(cells.codeOf(0));
  const once = values.map((_, i) => i + 1);
  expect(codes).toEqual([...once, ...once]);
});

test('values beyond the limit have no number', () => {
  const reader = new RowReader(asText(bytesOf('a\nb\nc\na\n')), comma);
  const cells = new DistinctCells(reader, 2);
  const codes: number[] = [];
  while (reader.next()) codes.push(cells.codeOf(0));
  expect(codes).toEqual([1, 2, -1, 1]);
});

describe('a quotation mark that is never closed', () => {
  const rowsIn = (body: string): { rows: string[][]; unclosed: { count: number; line: number } } => {
    const bytes = new TextEncoder().encode(`id,nps,why\n${body}`);
    const opened = openTable(bytes);
    if (!opened.ok) throw new Error(opened.why.kind);
    const reader = rowsOf(opened.value);
    const rows: string[][] = [];
    while (nextRow(reader)) rows.push(Array.from({ length: reader.count }, (_, cell) => reader.text(cell)));
    return { rows, unclosed: reader.unclosedQuotes };
  };

  test('swallows no rows where a later quote can only open a cell', () =>
    expect(rowsIn('a,9,"unclosed\nb,2,fine\nc,3,"good, one"\nd,1,ok')).toEqual({
      rows: [
        ['a', '9', '"unclosed'],
        ['b', '2', 'fine'],
        ['c', '3', 'good, one'],
        ['d', '1', 'ok'],
      ],
      unclosed: { count: 1, line: 2 },
    }));

  test('each is counted, with the line of the first', () => {
    const { rows, unclosed } = rowsIn(
      'a,9,"two\nlines"\nb,8,"open\nc,7,"fine"\nd,6,"open too\ne,5,"fine"\nf,4,"end',
    );
    expect(rows.map(([id]) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(rows[2]?.[2]).toBe('fine');
    expect(unclosed).toEqual({ count: 3, line: 4 });
  });

  test('a cell of several lines may hold quotes, doubled or not, and delimiters', () => {
    const cells = ['one ""two""\nthree', 'so "they" said,\nfine', 'said, ""no"",\n,""well""', 'a,"b" c\nd'];
    const { rows, unclosed } = rowsIn(cells.map((cell, i) => `${i},9,"${cell}"`).join('\n'));
    expect(rows.map(([, , why]) => why)).toEqual(cells.map((cell) => cell.replaceAll('""', '"')));
    expect(unclosed.count).toBe(0);
  });
});
