import { type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { finish } from '../build/build.ts';
import type { ImportFault } from '../faults.ts';
import { inspectFile } from '../recognise/inspect.ts';
import { nextRow, openTable, rowsOf } from '../scan/table.ts';
import { describeFault, describeQuestion } from '../words.ts';
import { builtInShape, shapeOf, textOfNumber } from './formats.ts';
import { XmlReader } from './xml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const relations = (...entries: [string, string][]): string =>
  `<Relationships>${entries.map(([kind, target], i) => `<Relationship Id="r${i}" Type="http://x/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

interface Book {
  sheets: Record<string, string>;
  /** Added to a sheet's element in the workbook. */
  state?: Record<string, string>;
  strings?: string;
  formats?: readonly string[];
  is1904?: boolean;
  more?: Zippable;
  mutate?: (files: Zippable) => void;
}

/** A workbook of sheet data as it stands in XML. */
function bookOf({ sheets, state = {}, strings = '', formats = [], is1904, more, mutate }: Book): Uint8Array {
  const names = Object.keys(sheets);
  const entries = names.map(
    (name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}" ${state[name] ?? ''}/>`,
  );
  const custom = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`);
  const styles = [0, ...formats.map((_, i) => 200 + i)].map((id) => `<xf numFmtId="${id}"/>`);
  const files: Zippable = {
    '[Content_Types].xml': bytes('<Types/>'),
    '_rels/.rels': bytes(relations(['officeDocument', 'xl/workbook.xml'])),
    'xl/workbook.xml': bytes(
      `<workbook><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${entries.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': bytes(
      relations(
        ...names.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i}.xml`]),
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', '/xl/styles.xml'],
      ),
    ),
    'xl/sharedStrings.xml': bytes(`<sst>${strings}</sst>`),
    'xl/styles.xml': bytes(
      `<styleSheet><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ),
    ...more,
  };
  for (const [i, name] of names.entries())
    files[`xl/worksheets/sheet${i}.xml`] = bytes(`<worksheet>${sheets[name]}</worksheet>`);
  mutate?.(files);
  return zipSync(files);
}

/** Rows of cells: a text, or XML as it stands. */
const sheetOf = (...rows: string[][]): string =>
  `<sheetData>${rows.map((cells) => `<row>${cells.map((cell) => (cell.startsWith('<') ? cell : `<c t="str"><v>${cell}</v></c>`)).join('')}</row>`).join('')}</sheetData>`;

function rowsFrom(file: Uint8Array, sheet?: string): string[][] {
  const table = openTable(file, sheet);
  if (!table.ok) throw new Error(describeFault(table.why));
  const reader = rowsOf(table.value);
  const rows: string[][] = [[...table.value.headers]];
  while (nextRow(reader)) rows.push(Array.from({ length: reader.count }, (_, cell) => reader.text(cell)));
  return rows;
}
function faultOf(file: Uint8Array): ImportFault {
  const table = openTable(file);
  if (table.ok) throw new Error('it was read');
  expect(describeFault(table.why)).toMatch(/^[A-Z][^\n]+\.$/);
  return table.why;
}
const plain = sheetOf(['nps', 'why'], ['9', 'good']);

describe('cells', () => {
  test('texts of every kind', () => {
    const strings =
      '<si><t>a &amp; "b"</t></si><si><r><t>bold </t></r><r><t xml:space="preserve">and, not</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si>';
    const file = bookOf({
      strings,
      sheets: {
        s: sheetOf(
          ['one', 'two', 'three'],
          [
            '<c t="s"><v>0</v></c>',
            '<c t="s"><v>1</v></c>',
            '<c t="inlineStr"><is><t>line_x000A_end &#233;</t></is></c>',
          ],
          [
            '<c t="b"><v>1</v></c>',
            '<c t="e"><v>#N/A</v></c>',
            '<c t="str"><f>A1&amp;"x"</f><v><![CDATA[<x>]]></v></c>',
          ],
        ),
      },
    });
    expect(rowsFrom(file)).toEqual([
      ['one', 'two', 'three'],
      ['a & "b"', 'bold and, not', 'line\nend é'],
      ['TRUE', '#N/A', '<x>'],
    ]);
  });

  test('numbers, dates and codes by their style', () => {
    const cells = (value: string) => [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>${value}</v></c>`);
    const file = bookOf({
      formats: ['yyyy\\-mm\\-dd', 'd/m/yyyy h:mm', '[$-409]h:mm AM/PM', '00000'],
      sheets: {
        s: sheetOf(['a', 'b', 'c', 'd', 'e'], cells('43831.25'), cells('7'), cells('0.30000000000000004')),
      },
    });
    expect(rowsFrom(file).slice(1)).toEqual([
      ['43831.25', '2020-01-01', '2020-01-01 06:00:00', '2020-01-01 06:00:00', '43831.25'],
      ['7', '1900-01-07', '1900-01-07 00:00:00', '1900-01-07 00:00:00', '00007'],
      ['0.3', '1900-01-00', '1900-01-00 07:12:00', '07:12:00', '0.3'],
    ]);
  });

  test.each([
    ['General', 'number'],
    ['#,##0.00 "days"', 'number'],
    ['0.00E+00', 'number'],
    ['[Red]0;[Blue]-0', 'number'],
    ['dd.mm.yyyy', 'date'],
    ['mmm-yy', 'date'],
    ['[$-411]ge.m.d', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['mm:ss.0', 'time'],
    ['[h]:mm', 'elapsed'],
    ['m/d/yy h:mm', 'dateTime'],
    ['@', 'number'],
  ])('the format %j is a %s', (code, kind) => expect(shapeOf(code).kind).toBe(kind));

  test.each([
    [59, false, '1900-02-28'],
    [60, false, '1900-02-29'],
    [61, false, '1900-03-01'],
    [0, true, '1904-01-01'],
    [42_370, true, '2020-01-02'],
    [43_832, false, '2020-01-02'],
    [2_958_465, false, '9999-12-31'],
    [2_958_466, false, '2958466'],
    [-1, false, '-1'],
  ])('day %d (from 1904: %s) is %s', (serial, is1904, text) =>
    expect(textOfNumber(serial, builtInShape(14), is1904)).toBe(text),
  );

  test('a time of day rounds to the second without becoming 60', () => {
    expect(textOfNumber(0.999999, { kind: 'time' }, false)).toBe('00:00:00');
    expect(textOfNumber(43_831.999999, { kind: 'dateTime' }, false)).toBe('2020-01-02 00:00:00');
    expect(textOfNumber(1.5, { kind: 'elapsed' }, false)).toBe('36:00:00');
  });

  test('cells out of order, left out and beyond the header stand where they belong', () => {
    const data =
      '<sheetData><row r="2"><c r="B2"><v>2</v></c><c r="A2"><v>1</v></c></row><row r="5"><c r="D5"><v>9</v></c></row></sheetData>';
    const file = bookOf({ sheets: { s: data } });
    expect(rowsFrom(file)).toEqual([
      ['1', '2', '', ''],
      ['', '', '', '9'],
    ]);
    const table = openTable(file);
    if (!table.ok) throw new Error();
    const reader = rowsOf(table.value);
    nextRow(reader);
    expect(reader.line).toBe(5);
  });

  test('lines are rows of the sheet, whatever line ends cells hold', () => {
    const table = openTable(bookOf({ sheets: { s: sheetOf(['nps', 'why'], ['9', 'a\nb\nc'], ['8', 'd']) } }));
    if (!table.ok) throw new Error();
    const reader = rowsOf(table.value);
    const lines: number[] = [];
    while (nextRow(reader)) lines.push(reader.line);
    expect(lines).toEqual([2, 3]);
  });

  test('a merged range keeps its first cell alone', () => {
    const data = `${sheetOf(['a', 'b', 'c'], ['1', '2', '3'], ['4', '5', '6'])}<mergeCells><mergeCell ref="A2:B3"/></mergeCells>`;
    expect(rowsFrom(bookOf({ sheets: { s: data } })).slice(1)).toEqual([
      ['1', '', '3'],
      ['', '', '6'],
    ]);
  });
});

describe('sheets', () => {
  const file = (state = {}) =>
    bookOf({
      state,
      sheets: {
        Notes: sheetOf(['All answers of spring'], ['Please ask Ann']),
        Data: sheetOf(
          ['nps', 'why', 'tier'],
          ...Array.from({ length: 30 }, (_, i) => [`${i % 11}`, `text ${i}`, 'A']),
        ),
        Codes: sheetOf(['code', 'text'], ['1', 'one']),
      },
    });
  const inspect = (bytes: Uint8Array, sheet?: string) => {
    const read = finish(inspectFile(bytes, 'x.xlsx', 'survey', sheet));
    if (!read.ok) throw new Error(describeFault(read.why));
    return read.value;
  };

  test('the one most like a table is read, the others can be chosen', () => {
    const found = inspect(file());
    expect(found.sheet?.name).toBe('Data');
    expect(found.mapping.sheet).toBe('Data');
    expect(found.questions).toContainEqual({ kind: 'whichSheet', sheet: 'Data', others: ['Codes'] });
    expect(inspect(file(), 'Codes').columns.map(({ header }) => header)).toEqual(['code', 'text']);
  });

  test('each says how many rows it has below its first: counted, as it states itself, or that there are many', () => {
    const many = sheetOf(
      ['nps', 'why'],
      ...Array.from({ length: 9000 }, (_, i) => [`${i % 11}`, `text ${i}`]),
    );
    const { sheet } = inspect(
      bookOf({ sheets: { a: plain, b: many, c: `<dimension ref="A1:B9001"/>${many}` } }),
    );
    expect(sheet?.sheets).toEqual([
      { name: 'a', hidden: false, columns: 2, rows: 1, rowsAre: 'counted' },
      { name: 'b', hidden: false, columns: 2, rows: 200, rowsAre: 'atLeast' },
      { name: 'c', hidden: false, columns: 2, rows: 9000, rowsAre: 'stated' },
    ]);
  });

  test('a cell merged down a column counts for each of its rows, and that is asked', () => {
    const rows = [
      ['Answers of spring'],
      ['account', 'email', 'nps'],
      ['Acme, "Ltd"', 'a@x.org', '9'],
      ['', 'b@x.org', '2'],
      ['hidden', 'c@x.org', '3'],
      ['', 'd@x.org', '4'],
    ];
    const merged =
      '<mergeCells><mergeCell ref="A3:A5"/><mergeCell ref="B2:B3"/><mergeCell ref="C1:C2"/></mergeCells>';
    const found = inspect(bookOf({ sheets: { s: `${sheetOf(...rows)}${merged}` } }));
    expect(found.preview).toEqual([
      ['Acme, "Ltd"', '', '9'],
      ['Acme, "Ltd"', 'b@x.org', '2'],
      ['Acme, "Ltd"', 'c@x.org', '3'],
      ['', 'd@x.org', '4'],
    ]);
    expect(found.sheet).toMatchObject({ mergedRanges: 3, mergedDown: 2 });
    const question = found.questions.find(({ kind }) => kind === 'mergedDown');
    expect(question && describeQuestion(question, found.columns)).toBe(
      '2 cells take the value of the cell above, which is merged over several rows. Should they?',
    );
  });

  test('a row that has nothing of its own is no second answer', () => {
    const rows = [
      ['account', 'nps'],
      ['Acme', '9'],
      ['', ''],
      ['Birch', '2'],
    ];
    const merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>';
    expect(inspect(bookOf({ sheets: { s: `${sheetOf(...rows)}${merged}` } })).preview).toEqual([
      ['Acme', '9'],
      ['Birch', '2'],
    ]);
  });

  test('a hidden sheet is never proposed', () =>
    expect(inspect(file({ Data: 'state="veryHidden"' })).sheet?.name).toBe('Codes'));

  test('hidden columns and rows, and formulas without a result, are read and said', () => {
    const rows = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row>${'<c t="str"><v>nps</v></c><c t="str"><v>secret</v></c>'}</row><row hidden="1"><c><v>9</v></c><c><f>A1</f></c></row><row><c><v>3</v></c><c><v>1</v></c></row></sheetData>`;
    const found = inspect(bookOf({ sheets: { s: rows } }));
    expect(found.rows).toBe(2);
    expect(found.questions).toEqual(
      expect.arrayContaining([
        { kind: 'hiddenColumns', columns: [1] },
        { kind: 'hiddenRows', rows: 1 },
        { kind: 'noResults', cells: 1 },
      ]),
    );
    for (const question of found.questions)
      expect(describeQuestion(question, found.columns)).toMatch(/[?.]$/);
  });
});

describe('bad workbooks', () => {
  test('cut off, changed and empty ones are told apart', () => {
    const good = bookOf({ sheets: { s: plain } });
    expect(faultOf(good.subarray(0, good.length - 40))).toEqual({ kind: 'damagedWorkbook' });
    expect(faultOf(bookOf({ sheets: { s: '<sheetData/>' } }))).toEqual({ kind: 'empty' });
    expect(faultOf(bookOf({ sheets: { s: '<sheetData><row r="3"/><row r="2"/></sheetData>' } }))).toEqual({
      kind: 'damagedWorkbook',
    });
    const lost = bookOf({
      sheets: { s: plain },
      mutate: (files) => delete files['xl/worksheets/sheet0.xml'],
    });
    expect(faultOf(lost)).toEqual({ kind: 'damagedWorkbook' });
  });

  test('any byte changed gives a table or a fault, never an exception', () => {
    const good = bookOf({ sheets: { s: plain } });
    for (let at = 0; at < good.length; at += 11) {
      const bad = good.slice();
      bad[at] = bad[at]! ^ 0x55;
      const table = openTable(bad);
      if (!table.ok) expect(describeFault(table.why)).toMatch(/\.$/);
    }
  });

  test('a flipped digit is found by the checksum', () => {
    const flat = bookOf({
      sheets: { s: plain },
      mutate: (files) => {
        files['xl/worksheets/sheet0.xml'] = [bytes(`<worksheet>${plain}</worksheet>`), { level: 0 }];
      },
    });
    expect(rowsFrom(flat)[1]).toEqual(['9', 'good']);
    const bad = flat.slice();
    bad[indexOf(bad, bytes('<v>9</v>')) + 3] = '8'.charCodeAt(0);
    expect(faultOf(bad)).toEqual({ kind: 'damagedWorkbook' });
  });

  test('what unpacks to far more than it takes is stopped', { timeout: 300_000 }, () => {
    const piece = bytes(`<si><t>${' '.repeat(1_000_000)}</t></si>`);
    // just more than what is free
    const strings = new Uint8Array(piece.length * 65);
    for (let i = 0; i < 65; i++) strings.set(piece, i * piece.length);
    const file = bookOf({
      sheets: { s: plain },
      mutate: (files) => {
        files['xl/sharedStrings.xml'] = strings;
      },
    });
    expect(file.length).toBeLessThan(1_000_000);
    expect(faultOf(file)).toEqual({ kind: 'workbookTooLarge' });
  });

  test('a document type and its entities are refused', () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    const file = bookOf({
      sheets: { s: plain },
      mutate: (files) => Object.assign(files, { 'xl/sharedStrings.xml': bytes(bomb) }),
    });
    expect(faultOf(file)).toEqual({ kind: 'damagedWorkbook' });
  });

  test.each([
    ['xlsb', { 'xl/workbook.bin': bytes('x') }],
    [
      'ods',
      { mimetype: bytes('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': bytes('<x/>') },
    ],
    ['numbers', { 'Index/Document.iwa': bytes('x') }],
    ['document', { '[Content_Types].xml': bytes('<x/>'), 'word/document.xml': bytes('<x/>') }],
    ['zip', { 'answers.csv': bytes('nps\n9') }],
  ])('%s is refused by name', (looksLike, files) =>
    expect(faultOf(zipSync(files))).toEqual({ kind: 'notACsv', looksLike }),
  );

  test('a package behind a password is refused by name', () => {
    const file = bookOf({ sheets: { s: plain } });
    const central = indexOf(file, new Uint8Array([0x50, 0x4b, 1, 2]));
    file[central + 8] = file[central + 8]! | 1;
    expect(faultOf(file)).toEqual({ kind: 'notACsv', looksLike: 'locked' });
  });
});

function indexOf(all: Uint8Array, wanted: Uint8Array): number {
  for (let at = 0; at < all.length; at++) if (wanted.every((byte, i) => all[at + i] === byte)) return at;
  return -1;
}

describe('XML in pieces', () => {
  const events = (text: string, size: number): string[] => {
    const told: string[] = [];
    let last = '';
    const tell = (): void => {
      if (last !== '') told.push(`"${last}"`);
      last = '';
    };
    const reader = new XmlReader({
      open: (name) => {
        tell();
        told.push(`<${name}>`);
      },
      text: (all, from, to) => {
        last += new TextDecoder().decode(all.subarray(from, to));
      },
      close: (name) => {
        tell();
        told.push(`</${name}>`);
      },
    });
    const all = bytes(text);
    for (let at = 0; at < all.length; at += size) reader.push(all.subarray(at, at + size));
    expect(reader.broken).toBe(false);
    return told;
  };

  test('is the same however it is cut', () => {
    const text = '<?xml version="1.0"?><!-- <a> --><x:a b="1>2"><b/>é &amp; <![CDATA[<&>]]>end</x:a>';
    const whole = events(text, 1000);
    expect(whole).toEqual(['<a>', '<b>', '</b>', '"é &amp; <&>end"', '</a>']);
    for (let size = 1; size < 40; size++) expect(events(text, size)).toEqual(whole);
  });
});
