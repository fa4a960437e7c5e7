import { expect, test } from 'vitest';
import { finish } from '../build/build.ts';
import { describeFault, describeNoScore, describeNote } from '../words.ts';
import { inspectFile } from './inspect.ts';
import { noScoreOf } from './noScore.ts';

const sentenceOn = (csv: string): string | null => {
  const inspected = finish(inspectFile(new TextEncoder().encode(csv), 'a.csv'));
  if (!inspected.ok) return describeFault(inspected.why);
  const none = noScoreOf(inspected.value);
  return none && describeNoScore(none);
};
const column = (header: string, values: readonly (string | number)[]): string =>
  [`${header},town`, ...values.map((value, i) => `${value},${['Bonn', 'Ulm'][i % 2]}`)].join('\n');
const over = (low: number, high: number): number[] =>
  Array.from({ length: 40 }, (_, i) => low + (i % (high - low + 1)));

test.each([
  ['values far outside', column('rating', over(21, 60)), 'the nearest, “rating”, holds 21 to 60.'],
  ['one value', column('rating', [77]), 'the nearest, “rating”, holds only 77.'],
  ['stars', column('stars', over(1, 5)), 'the nearest, “stars”, holds 1 to 5.'],
  ['negative values', column('balance', over(-20, -1)), 'the nearest, “balance”, holds −20 to −1.'],
  [
    'fractions',
    column(
      'weight of parcel',
      over(1, 20).map((n) => n + 0.5),
    ),
    'the nearest, “weight of parcel”, holds 1.5 to 20.5, mostly not whole numbers.',
  ],
  ['a list of choices', column('purpose', over(0, 13)), 'the nearest, “purpose”, holds 0 to 13.'],
  ['areas of a town', column('area', over(1, 9)), 'the nearest, “area”, holds 1 to 9.'],
  ['minutes', column('delay', [...over(0, 10), 95, 40, 77, 33, 62]), 'the nearest, “delay”, holds 0 to 95.'],
  ['texts', 'name,town\nAnna,Bonn\nBert,Ulm', 'none of the 2 consists of numbers.'],
  ['prose', 'Dear all\nthank you for the talk.\nSee you', 'the only one does not consist of numbers.'],
  [
    'dates and addresses',
    'day,mail\n2026-10-01,a@x.org\n2026-10-02,b@x.org',
    'none of the 2 consists of numbers.',
  ],
])('%s are no score, and the sentence says what they are', (_name, csv, why) =>
  expect(sentenceOn(csv)).toBe(`No column could be the 0 to 10 score: ${why}`),
);

test('the column named like a score is nearer than one whose values are', () =>
  expect(sentenceOn('visits,rating\n3,21\n4,60\n2,30\n1,44')).toContain('“rating”, holds 21 to 60.'));

test.each([
  ['a score by its name', column('nps', over(0, 10))],
  ['a 0 to 10 column of another name', column('q7', over(0, 10))],
  ['a 0 to 10 column with codes', column('q7', [...over(0, 10), 99, 99, 98, -1])],
  ['few answers without a 10', column('q7', [9, 8, 3])],
  ['a question to recommend nobody answered above 7', column('likely to recommend us', over(0, 7))],
  ['a score by its name, whatever it holds', column('nps', [70, 80])],
])('%s might be the score', (_name, csv) => expect(sentenceOn(csv)).toBeNull());

test('one is not many', () => {
  expect(describeFault({ kind: 'noAnswers', header: 'a', rows: 1 })).toBe(
    'Nobody answered: the only cell of “a” is empty or means “no answer”.',
  );
  expect(describeFault({ kind: 'rowsDoNotFit', rows: 1, columns: 2, line: 2 })).toMatch(
    /^The only row has more/,
  );
  expect(describeFault({ kind: 'allOutOfRange', header: 'a', rows: 1, samples: ['70'] })).toMatch(
    /its 1 filled row holds values/,
  );
  expect(describeFault({ kind: 'noScoreColumn', columns: 1 })).toMatch(/^The only column is not/);
  expect(describeNote({ kind: 'shortRows', count: 1, line: 2 })).toMatch(/^1 row has fewer/);
});
