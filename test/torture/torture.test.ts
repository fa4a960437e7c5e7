import { describe, expect, test } from 'vitest';
import { describeFault, describeQuestion, finish, inspectFile } from '#core/waves/index.ts';
import { expected } from './expected.ts';
import { bytesOf, filesIn, isHere, readWhole, tableIn } from './files.ts';
import { type PapaCase, papaCases, parsesAlike, writesAlike } from './papaparse.ts';
import { differences } from './papaparseDifferences.ts';

/** Counts per outcome, printed at the end of each group. */
const tally = (name: string, outcomes: readonly string[]): void => {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const said = [...counts].sort((a, b) => b[1] - a[1]).map(([outcome, count]) => `${count} ${outcome}`);
  console.info(`torture: ${name}: ${outcomes.length} (${said.join(', ')})`);
};
const cases = 'papaparse_cases.json.gz';
/** Generous: two cores are shared by many. A hang would be for ever. */
const soon = 300_000;

describe.skipIf(!isHere)('../shared/data/torture', () => {
  for (const folder of Object.keys(expected))
    test(`${folder}: every file is the table it should be, or is refused in one sentence`, {
      timeout: soon,
    }, () => {
      const names = filesIn(folder).filter((name) => name !== cases);
      expect(names).toEqual(Object.keys(expected[folder]!).sort());
      const outcomes = names.map((name) => outcomeOf(folder, name));
      tally(folder, outcomes);
    });

  test('csv-spectrum: cells agree with the expected JSON', () => {
    const names = filesIn('csv-spectrum').filter((name) => name.endsWith('.csv'));
    for (const name of names) {
      const { headers, rows } = tableIn('csv-spectrum', name);
      const objects = rows.map((cells) => Object.fromEntries(headers.map((header, i) => [header, cells[i]])));
      // The copy's *_crlf.csv lost their carriage returns on the way; the expected JSON still has them.
      const json = Buffer.from(bytesOf('csv-spectrum', name.replace('.csv', '.json'))).toString();
      expect(objects, name).toEqual(JSON.parse(json.replaceAll('\\r', '')));
    }
    tally(
      'csv-spectrum',
      names.map(() => 'as expected'),
    );
  });

  test('papaparse: its own cases come out as it expects, but for a written list', { timeout: soon }, () => {
    const { CORE_PARSER_TESTS, PARSE_TESTS, UNPARSE_TESTS } = papaCases();
    const parsing = differences.flatMap(({ parsing: cases }) => cases);
    const writing = differences.flatMap(({ writing: cases }) => cases);
    const parsed = checkCases([...CORE_PARSER_TESTS, ...PARSE_TESTS], parsing, parsesAlike);
    const written = checkCases(UNPARSE_TESTS, writing, writesAlike);
    tally('papaparse cases', [...parsed, ...written]);
  });

  test('csvkit: a sheet gives what its own converter gave', () => {
    const sheet = tableIn('csvkit', 'test.xlsx');
    const csv = tableIn('csvkit', 'testxlsx_converted.csv');
    const plain = (cell: string): string => cell.replace(/(\d)T(\d)/, '$1 $2').toLowerCase();
    expect(sheet.rows.map((row) => row.map(plain))).toEqual(csv.rows.map((row) => row.map(plain)));
    expect(tableIn('csvkit', 'sheets.xlsx', 'data').rows).toEqual(
      // the same rows, counted from 1904
      tableIn('csvkit', 'test.xlsx').rows,
    );
  });

  test('messytables: the same table in four clothes', () => {
    const csv = tableIn('messytables-horror', 'simple.csv');
    for (const name of ['simple.xlsx', 'simple.ssv']) {
      const { headers, rows } = tableIn('messytables-horror', name);
      expect({ headers, rows }, name).toEqual({ headers: csv.headers, rows: csv.rows });
    }
  });

  test.each(['date_system_1900.xlsx', 'date_system_1904.xlsx'])(
    '%s: every date is what the sheet itself writes beside it',
    (name) => {
      const { headers, rows } = tableIn('sheetjs-xlsx', name);
      for (const [, date, text] of [headers, ...rows]) expect(date).toBe(text);
    },
  );

  test('sheets: errors, texts of every kind, hidden things', () => {
    expect(
      tableIn('sheetjs-xlsx', 'ErrorTypes.xlsx')
        .rows.map(([error]) => error)
        .slice(0, 7),
    ).toEqual(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);
    expect(tableIn('sheetjs-xlsx', 'phonetic_text.xlsx').headers).toEqual(['漢字']);
    const rich = tableIn('sheetjs-xlsx', 'rich_text_stress.xlsx');
    expect(rich.rows[0]).toEqual(['bold', 'this text is bold, sure enough']);
    for (const name of ['sheet_visibility.xlsx', 'sheet_visibility_strict.xlsx']) {
      expect(tableIn('sheetjs-xlsx', name).headers.join('')).toBe('visible');
      expect(tableIn('sheetjs-xlsx', name, 'Hidden').headers.join('').toLowerCase()).toBe('hidden');
    }
    const odd = tableIn('sheetjs-xlsx', 'wtf_path.xlsx');
    expect(odd.table.sheet).toMatchObject({ hiddenColumns: [3], hiddenRows: 1, mergedRanges: 1 });
    expect(tableIn('sheetjs-xlsx', 'merge_cells.xlsx').headers.slice(0, 2)).toEqual(['A1:B2', '']);
    expect(readWhole(bytesOf('sheetjs-xlsx', 'wtf_path.xlsx'), 'None')).toEqual({
      why: { kind: 'sheetAbsent', sheet: 'None', sheets: ['SheetJS', 'Hidden'] },
    });
  });
});

/** Reads a whole file as the importer does, once; the word for what came of it. */
function outcomeOf(folder: string, name: string): string {
  const inspected = finish(inspectFile(bytesOf(folder, name), name));
  const should = expected[folder]![name];
  if (!inspected.ok) {
    const { why } = inspected;
    expect(why.kind === 'notACsv' ? why.looksLike : why.kind, name).toBe(should);
    expect(describeFault(why), name).toMatch(/^[A-Z][^\n]*\.$/);
    return 'refused';
  }
  const { questions, columns, rows } = inspected.value;
  expect([rows, columns.length], name).toEqual(should);
  for (const question of questions) expect(describeQuestion(question, columns), name).toMatch(/[?.]$/);
  return 'read';
}

function checkCases(
  all: readonly PapaCase[],
  listed: readonly string[],
  isAlike: (one: PapaCase) => boolean,
): string[] {
  const different = all.filter((one) => !isAlike(one)).map(({ description }) => description);
  expect(different.filter((description) => !listed.includes(description))).toEqual([]);
  expect(listed.filter((description) => !different.includes(description))).toEqual([]);
  return all.map(({ description }) =>
    different.includes(description) ? 'different by intent' : 'as expected',
  );
}
