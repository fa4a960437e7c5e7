import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareFile, summaryText } from './compare.ts';
import { parseVectorFile, type VectorCase, type VectorFile } from './vectorFile.ts';

const copies = fileURLToPath(new URL('./', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared/vectors/', import.meta.url));

function read(path: string): VectorFile {
  const file = parseVectorFile(readFileSync(path, 'utf8'));
  if (typeof file === 'string') throw new Error(`${path}: ${file}`);
  return file;
}

/** Data of a survey lie in the shared folder and are not copied. */
const dataOf = (file: string) =>
  existsSync(`${shared}${file}`) ? readFileSync(`${shared}${file}`, 'utf8') : null;

test.each([
  ['nps.json', 600],
  ['proportions.json', 193],
  ['contingency.json', 287],
  ['multiplicity.json', 135],
  ['pairedNps.json', 993],
  ['reckoning.json', 78],
  ['agreement.json', 262],
  ['strata.json', 35],
])('every value of %s that the product shows agrees with R', (name, values) => {
  const { failures, compared } = compareFile(read(`${copies}${name}`));
  expect(failures).toEqual([]);
  expect(compared).toBe(values);
});

const files = ['nps', 'proportions', 'multiplicity', 'contingency', 'regression', 'agreement'];
for (const name of files)
  test.skipIf(!existsSync(`${shared}${name}.json`))(
    `../shared/vectors/${name}.json: every value is ours and right, or listed as not shown`,
    () => {
      const { failures } = compareFile(read(`${shared}${name}.json`), dataOf);
      expect(failures).toEqual([]);
    },
    60_000, // exact tests of large tables
  );

test('a case whose data file is not at hand is counted apart, and says so', () => {
  const input = { file: 'data/none.csv', score: 'NETPRO', weight: 'WEIGHT' };
  const cases = [{ id: 'weighted', kind: 'weighted', input, expected: { nps: 0.4 } }];
  const { failures, unshown } = compareFile({ method: 'Net Promoter Score', cases });
  expect(failures).toEqual([]);
  expect(unshown).toMatchObject([{ why: 'its data file data/none.csv is not here' }]);
});

const [first] = read(`${copies}nps.json`).cases;
const method = read(`${copies}nps.json`).method;
const withExpected = (expected: VectorCase['expected']): VectorFile => ({
  method,
  cases: [{ ...(first as VectorCase), expected }],
});

test('a value off by more than 1e-9 is a failure, one within is none', () => {
  const nps = 0.398397669337218;
  expect(compareFile(withExpected({ nps: nps * (1 + 2e-9) })).failures).toHaveLength(1);
  expect(compareFile(withExpected({ nps: nps * (1 + 5e-10) })).failures).toEqual([]);
});

test('a value that is neither shown nor listed is a failure', () => {
  const [failure] = compareFile(withExpected({ brand_new: 1 })).failures;
  expect(failure).toMatchObject({ path: 'brand_new', ours: 'neither shown nor listed in notOurs.json' });
});

test('a number where R says there is none is a failure', () => {
  expect(compareFile(withExpected({ nps: 'NaN' })).failures).toHaveLength(1);
});

test('a listed value is counted apart, with its reason', () => {
  const result = compareFile(withExpected({ nps: 0.398397669337218, score_tango: { lower: 0, upper: 1 } }));
  expect(summaryText([result])).toBe('1 compared, 0 failed, 2 not ours');
  expect(result.unshown[0]?.why).toMatch(/adjusted Wald/);
});

test('what is no vector file is refused in words', () => {
  expect(parseVectorFile('{')).toMatch(/not JSON/);
  expect(parseVectorFile('{"a":1}')).toBe('it has no method or no cases');
  expect(parseVectorFile('{"method":"x","cases":[]}')).toBe('it has no cases');
});
