import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { nextRow, openTable, rowsOf } from '#core/waves/scan/table.ts';
import { reportWave, Stopped } from './waveReport.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = join(root, '../shared/data');
const folder = mkdtempSync(join(tmpdir(), 'sounding-wave-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As the command ends, without the price of a process for every file. */
function wave(...args: string[]) {
  let stdout = '';
  try {
    reportWave(args, (text) => {
      stdout += `${text}\n`;
    });
    return { status: 0, stdout, stderr: '' };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { status: 1, stdout, stderr: `${error.message}\n` };
  }
}
const written = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const map = written(
  'map.json',
  JSON.stringify({ version: 1, columns: [{ header: 'nps', role: 'score', missing: [] }] }),
);

test('the command prints what there is to print, says what it cannot use, and ends with 0 or 1', () => {
  const command = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/wave.ts'), ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
  for (const args of [
    [written('said.csv', 'nps\n3\n8\n'), '--map', map],
    [written('unsaid.csv', 'rating,town\n21,Bonn\n60,Ulm\n')],
  ]) {
    const { status, stdout, stderr } = command(...args);
    expect({ status, stdout, stderr }).toEqual(wave(...args));
  }
});

describe('with a mapping', () => {
  test('the figures come as JSON', () => {
    const { status, stdout } = wave(written('small.csv', 'nps,x\n3,a\n8,b\n10,c\n,d\n7.5,e'), '--map', map);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      rows: 5,
      answers: 3,
      nonResponses: 1,
      rejected: 1,
      bands: { detractor: 1, passive: 1, promoter: 1 },
      nps: { value: 0, n: 3 },
      rejectedRows: [{ line: 6, column: 'nps', value: '7.5', reason: 'not a whole number' }],
    });
  });

  const sfo = join(data, 'surveys/sfo_2017_customer_survey.csv');
  test.skipIf(!existsSync(sfo))(
    '../shared/data/surveys/sfo_2017_customer_survey.csv gives the known figures',
    () => {
      const { stdout } = wave(sfo, '--map', join(root, 'test/fixtures/sfo2017.map.json'));
      expect(JSON.parse(stdout)).toMatchObject({
        rows: 2831,
        answers: 2746,
        nonResponses: 85,
        rejected: 0,
        bands: { detractor: 342, passive: 968, promoter: 1436 },
        nps: { value: 39.84, low: 37.18, high: 42.41, n: 2746 },
      });
    },
  );
});

test('without a mapping it says what it recognised and what it is unsure of', () => {
  const rows = Array.from({ length: 44 }, (_, i) => `${i % 12},a${i}@x.org`).join('\n');
  const { status, stdout } = wave(written('plain.csv', `nps,mail\n${rows}`));
  expect(status).toBe(0);
  expect(stdout).toMatch(/score +nps +\(95 %, by its header and its values\)/);
  expect(stdout).toContain('Does “11” in “nps” mean “no answer”? It stands there 3 times.');
});

test('one row and one column are not several', () => {
  const { stdout } = wave(written('one.csv', 'nps,mail\n9,a@x.org\n'));
  expect(stdout).toContain('1 row, 2 columns');
  expect(wave(written('single.csv', 'note\nall fine here\n')).stdout).toMatch(
    /1 row, 1 column,[\s\S]*and 1 column left aside/,
  );
});

test.each([
  ['rating.csv', 'rating,town\n21,Bonn\n60,Ulm\n', 'the nearest, “rating”, holds 21 to 60.'],
  ['names.csv', 'name,town\nAnna,Bonn\nBert,Ulm\n', 'none of the 2 consists of numbers.'],
  ['letter.txt', 'Dear all\nthank you for the talk.\n', 'the only one does not consist of numbers.'],
])('without a mapping %s ends with why no column could be the score, and 1', (name, content, why) => {
  const { status, stdout, stderr } = wave(written(name, content));
  expect(status).toBe(1);
  expect(stdout).toContain('Recognised:');
  expect(stderr).toBe(`${name}: No column could be the 0 to 10 score: ${why}\n`);
});

test.each([
  [
    'far.csv',
    'nps,town\n70,Bonn\n80,Ulm\n',
    /^far\.csv: No cell of “nps” is a whole number from 0 to 10: .*\.\n$/,
  ],
  ['nobody.csv', 'nps,town\n,Bonn\nNA,Ulm\n', /^nobody\.csv: .*\.\n$/],
])(
  'without a mapping %s, a score by its name alone, ends with what is wrong with it',
  (name, content, why) => {
    const { status, stderr } = wave(written(name, content));
    expect(status).toBe(1);
    expect(stderr).toMatch(why);
  },
);

test.each([
  ['empty.csv', '', 'This file is empty.'],
  ['header.csv', 'nps,x\n', 'not one row below it.'],
  ['page.csv', '<!DOCTYPE html><p>', 'This is a web page, not a CSV or XLSX file'],
  ['binary.csv', Uint8Array.from({ length: 4000 }, (_, i) => ((i * 37) % 256) & 31), 'no text at all'],
  [
    'russian.csv',
    Uint8Array.from('nps,x\n9,\xcf\xf0\xe5\xea\xf0\xe0\xf1\xed\xee\xcf\xf0\xe5', (c) => c.charCodeAt(0)),
    'save it again as UTF-8.',
  ],
  ['noscore.csv', 'a,b\n1,2\n', 'This file has no column “nps”, which the mapping needs.'],
  ['range.csv', 'nps\n70\n80\n', 'No cell of “nps” is a whole number from 0 to 10'],
  [
    'long.csv',
    `nps,text\n9,${'x'.repeat(10_000_000)}\n`,
    'holds 10.0 MB, more than the 2.0 MB a cell may have',
  ],
])('%s ends with one sentence and 1', (name, content, sentence) => {
  const { status, stdout, stderr } = wave(written(name, content), '--map', map);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(sentence);
});

const bad = written('bad.json', '{"version":1}');
const worse = written('worse.json', '{');
test.each([
  ['an absent file', [join(folder, 'none.csv')], /^There is no file .*\.\n$/],
  ['a folder', [folder], /is a folder, not a file\.\n$/],
  ['no file at all', [], /^Say which file/],
  ['a mapping that is none', [map, '--map', bad], /cannot be used/],
  ['a mapping that is no JSON', [map, '--map', worse], /is no JSON\.\n$/],
])('%s is said to be that', (_name, args, sentence) => expect(wave(...args).stderr).toMatch(sentence));

const surveys = join(data, 'surveys');
/** What a person sees at once in each survey: the roles to be recognised, and what is not known without asking. */
const seen: Record<string, { roles: readonly (readonly [string, string])[]; asks: readonly string[] }> = {
  'sfo_2017_customer_survey.csv': {
    roles: [
      ['score', 'NETPRO'],
      ['respondentId', 'RESPNUM'],
      ['weight', 'WEIGHT'],
      ...['Q7ART', 'Q7ALL', 'Q9ALL', 'Q14FIND'].map((header) => ['rating', header] as const),
      ...['BAREA', 'STRATA', 'LANG', 'Q20GENDER', 'Q19AGE', 'DESTGEO'].map(
        (header) => ['segment', header] as const,
      ),
    ],
    asks: [
      '“11” in “NETPRO”',
      '“INTDATE” is no date',
      'Does “6” mean “no answer” in these',
      'a contacts file',
    ],
  },
  'sfo_2016_customer_survey.csv': {
    roles: [
      ['respondentId', '*RESPNUM'],
      ['date', 'INTDATE'],
      ['rating', 'Q7ALL'],
      ['weight', 'WEIGHT'],
    ],
    asks: ['Which column is the 0 to 10 score?', 'is “Q7ALL” the satisfaction from 1 to 5'],
  },
  'sfo_2015_customer_survey.csv': {
    roles: [
      ['respondentId', 'RESPNUM'],
      ['rating', 'Q7WALKWAYS'],
      ['segment', 'LANG'],
    ],
    asks: ['“INTDATE” is no date', 'is “Q7ALL” the satisfaction from 1 to 5'],
  },
  'benavent_nps_fr_latin1.csv': {
    roles: [
      ['score', 'nps'],
      ['comment', 'explication'],
      ['rating', 'satisfaction'],
      ['rating', 'intention'],
      ['respondentId', 'id'],
    ],
    asks: ['“NA” mean “no answer”', 'Not one of 13,612 answers'],
  },
  'benavent_perso_fr.csv': {
    roles: [
      ['date', 'Horodateur'],
      ['segment', 'Marque'],
      ['comment', 'description'],
      ['score', 'Dans quelle mesure'],
    ],
    asks: ['written day first?', 'Which column says who answered?'],
  },
  'skytrax_lounge.csv': {
    roles: [
      ['date', 'date'],
      ['comment', 'content'],
      ['name', 'author'],
      ['rating', 'overall_rating'],
      ['rating', 'staff_service_rating'],
    ],
    asks: ['Does “overall_rating” run from 1 to 5? 67 cells hold something else'],
  },
  'skytrax_airline_sample.csv': {
    roles: [
      ['date', 'date'],
      ['comment', 'content'],
      ['rating', 'overall_rating'],
      ['segment', 'cabin_flown'],
    ],
    asks: ['Is “overall_rating” the 0 to 10 question about recommending you?'],
  },
  'airline_passenger_satisfaction_sample.csv': {
    roles: [
      ['rating', 'inflight_wifi_service'],
      ['rating', 'gate_location'],
      ['rating', 'cleanliness'],
      ['segment', 'satisfaction'],
      ['segment', 'Gender'],
    ],
    asks: ['Which column is the 0 to 10 score?', '“0” mean “no answer”'],
  },
};

describe.skipIf(!existsSync(surveys))('../shared/data/surveys, without a mapping', () => {
  test('all of them are spoken about here', () =>
    expect(readdirSync(surveys).filter((name) => name.endsWith('.csv'))).toEqual(Object.keys(seen).sort()));

  test.each(Object.entries(seen))(
    '%s: what a person would see is recognised, the rest is asked',
    (name, { roles, asks }) => {
      const { stdout } = wave(join(surveys, name));
      for (const [role, header] of roles) expect(stdout).toContain(`  ${role.padEnd(14)} ${header}`);
      for (const sentence of asks) expect(stdout).toContain(sentence);
      expect(stdout).not.toMatch(/NaN|undefined|�/);
    },
  );

  test('the French file in Latin-1 and CP850 breaks no character', () => {
    const file = new Uint8Array(readFileSync(join(surveys, 'benavent_nps_fr_latin1.csv')));
    const table = openTable(file);
    if (!table.ok) throw new Error(table.why.kind);
    const reader = rowsOf(table.value);
    const at = table.value.headers.indexOf('explication');
    const texts: string[] = [];
    while (nextRow(reader)) texts.push(reader.text(at));
    const verbatims = texts.filter((text) => text !== 'NA' && text.trim() !== '');
    expect(verbatims.length).toBe(3839);
    const all = verbatims.join('\n');
    expect(all).not.toMatch(/[\ufffd\u0080-\u009f]|\p{L}[‚ƒ†‡ˆ‰‹Œ–—]|[‚ƒ‹]\p{L}|[ÒÓÔ·¯®]/u);
    expect(all.match(/é/g)?.length).toBeGreaterThan(6000);
    for (const word of [
      'récupère',
      'fraîcheur',
      'gâteaux',
      'goût',
      'Noël',
      'FIDÉLITÉ À VOS',
      'TRÈS SYMPATHIQUE',
      '15€',
    ])
      expect(all).toContain(word);
  });
});
