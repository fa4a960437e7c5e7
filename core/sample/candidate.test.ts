import { expect, test } from 'vitest';
import { columnsOf } from '#test/fixtures/columns.ts';
import { rowsIn, segmentsOfRow } from './index.ts';

const wave = columnsOf([
  { score: 4, segments: { Tier: 'Enterprise', Market: 'Nordics' } },
  { score: null, segments: { Tier: 'Enterprise', Market: 'Nordics' } },
  { score: 9, segments: { Tier: 'Small', Market: null } },
  { score: 0, segments: { Tier: null, Market: 'Nordics' } },
]);

test('rows of a segment are those that answered, a score of 0 among them', () => {
  expect(rowsIn(wave, [{ dimension: 'Market', value: 'Nordics' }])).toEqual([0, 3]);
  expect(
    rowsIn(wave, [
      { dimension: 'Tier', value: 'Small' },
      { dimension: 'Tier', value: 'Enterprise' },
    ]),
  ).toEqual([0, 2]);
  expect(rowsIn(wave, [])).toEqual([0, 2, 3]);
  expect(rowsIn(wave, [{ dimension: 'Tier', value: 'nobody' }])).toEqual([]);
});

test('a row says the values it has and is silent on the others', () => {
  expect(segmentsOfRow(wave, 0)).toEqual({ Tier: 'Enterprise', Market: 'Nordics' });
  expect(segmentsOfRow(wave, 2)).toEqual({ Tier: 'Small' });
});
