import { expect, test } from 'vitest';
import { bands } from '../waves/index.ts';
import { defaultQuotas, standingOf, studies, studyAtFirst, studyProgress, totalFor } from './index.ts';

const tier = (value: string) => ({ dimension: 'Tier', value });
const [one, two, three] = [tier('Enterprise'), tier('Mid-market'), tier('Small')];

test('the plan of every kind of study lies within its size and holds every band', () => {
  for (const study of studies)
    for (const segments of [[], [one], [one, two], [one, two, three]]) {
      const quotas = defaultQuotas(segments, study);
      const { total, isWithoutPassives, byBand } = standingOf(quotas);
      const { low, high } = totalFor(study, segments);
      expect([study, total >= low && total <= high]).toEqual([study, true]);
      expect(isWithoutPassives).toBe(false);
      for (const band of bands) expect(byBand[band].want).toBeGreaterThan(0);
    }
});

test('a cycle calls 24 people over its segments, a single segment in question 15, a quick start 20, a study of segments 24 each', () => {
  const total = (...args: Parameters<typeof defaultQuotas>) => standingOf(defaultQuotas(...args)).total;
  expect(total([])).toBe(24);
  expect(total([one, two, three])).toBe(24);
  expect(total([one])).toBe(15);
  expect(total([one, two, three], 'quickStart')).toBe(20);
  expect(total([one, two, three], 'perSegment')).toBe(72);
  expect(totalFor('perSegment', [one, two, three])).toEqual({ low: 60, high: 90 });
  expect(totalFor('company', [one, two])).toEqual({ low: 50, high: 100 });
  expect([studyAtFirst([]), studyAtFirst([one]), studyAtFirst([one, two])]).toEqual([
    'cycle',
    'segment',
    'cycle',
  ]);
});

test('progress says where those chosen stand against the size of the study', () => {
  const at = (chosen: number) => studyProgress('cycle', [], { held: 3, chosen }).is;
  expect([at(23), at(24), at(30), at(31)]).toEqual(['below', 'within', 'within', 'above']);
});
