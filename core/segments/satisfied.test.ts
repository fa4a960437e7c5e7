import { expect, test } from 'vitest';
import { columnsOf, type Response } from '#test/fixtures/columns.ts';
import { compareCsat, csatOf } from '../scores/index.ts';
import { noEdits } from './edits.ts';
import { editedSegments, satisfiedSegments } from './index.ts';

/** So many satisfied (5) and not (2) with these values. */
const answers = (satisfied: number, not: number, segments: Response['segments']): Response[] => [
  ...Array.from({ length: satisfied }, () => ({ score: 5, segments })),
  ...Array.from({ length: not }, () => ({ score: 2, segments })),
];
const columns = columnsOf([
  ...answers(40, 60, { Tier: 'Enterprise', Region: 'North' }),
  ...answers(70, 30, { Tier: 'Small', Region: 'South' }),
  ...answers(55, 45, { Tier: 'Mid-market', Region: 'North' }),
  ...answers(3, 6, { Tier: 'Partner', Region: null }),
  { score: null, segments: { Tier: 'Nobody answered', Region: null } },
]);

test('each segment has its share with the interval, and stands below or above everyone else where that is beyond noise', () => {
  const tiers = satisfiedSegments(columns).filter(({ dimension }) => dimension === 'Tier');
  expect(tiers.map(({ value, csat, level }) => [value, csat.value, csat.n, level])).toEqual([
    ['Enterprise', 40, 100, 'below'],
    ['Small', 70, 100, 'above'],
    ['Mid-market', 55, 100, 'noise'],
    ['Partner', 100 / 3, 9, null],
  ]);
  expect(tiers[0]?.csat).toEqual(csatOf([0, 0, 60, 0, 0, 40, 0, 0, 0, 0, 0]));
});

test('a level is corrected for the segments of its dimension tested together', () => {
  const tier = (value: string, satisfied: number) => answers(satisfied, 100 - satisfied, { Tier: value });
  const alone = compareCsat([0, 0, 62, 0, 0, 138], [0, 0, 43, 0, 0, 57]);
  expect(alone.kind === 'csatChange' && alone.share.beyondNoise).toBe(true);
  const three = satisfiedSegments(columnsOf([...tier('A', 57), ...tier('B', 69), ...tier('C', 69)]));
  expect(three.map(({ level }) => level)).toEqual(['noise', 'noise', 'noise']);
});

test('people with several values of a dimension are everyone else once', () => {
  const several = columnsOf([
    ...answers(40, 60, { Product: 'Ledger; Reports' }),
    ...answers(70, 30, { Product: 'Reports' }),
  ]);
  const edits = {
    ...noEdits(),
    dimensions: new Map([['Product', { separator: ';', edges: null, keep: null }]]),
  };
  const segments = editedSegments(several.segments, edits);
  expect(satisfiedSegments({ ...several, segments })).toMatchObject([
    { value: 'Ledger', csat: { n: 100, value: 40 }, level: 'below' },
    // everybody has it: there is no one else
    { value: 'Reports', csat: { n: 200, value: 55 }, level: null },
  ]);
});
