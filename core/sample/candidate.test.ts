import { expect, test } from 'vitest';
import { columnsOf } from '#test/fixtures/columns.ts';
import { segmentsOfRow } from './index.ts';

test('a row says the values it has and is silent on the others', () => {
  const wave = columnsOf([
    { score: 4, segments: { Tier: 'Enterprise', Market: 'Nordics' } },
    { score: 9, segments: { Tier: 'Small', Market: null } },
  ]);
  expect(segmentsOfRow(wave, 0)).toEqual({ Tier: 'Enterprise', Market: 'Nordics' });
  expect(segmentsOfRow(wave, 1)).toEqual({ Tier: 'Small' });
});
