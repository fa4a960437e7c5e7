import { expect, test } from 'vitest';
import { isReached, type Line, lineText, median, medians } from './measure.ts';

const line = (over: Partial<Line> = {}): Line => ({
  figure: 'tables, Node',
  ours: { value: 2, unit: 'ms' },
  baseline: { value: 100, unit: 'ms', which: 'arquero 7.2.1' },
  goal: { kind: 'timesFaster', atLeast: 40 },
  ...over,
});

test('a line reads name, figure, ours, baseline, ratio, goal and verdict', () => {
  expect(lineText('segments', line())).toBe(
    'segments | tables, Node | 2 ms | 100 ms (arquero 7.2.1) | 50x | >= 40x | ok',
  );
});

test('a goal as a multiple of the baseline turns the ratio round', () => {
  const slow = line({ ours: { value: 350, unit: 'ms' }, goal: { kind: 'timesOf', atMost: 3 } });
  expect(lineText('lookup', slow)).toContain('| 3.5x | <= 3x | short');
});

test('an absolute limit needs no baseline', () => {
  const size = line({ ours: { value: 100.4, unit: 'KiB' }, goal: { kind: 'limit', atMost: 100 } });
  delete size.baseline;
  expect(lineText('bundle', size)).toBe('bundle | tables, Node | 100.4 KiB | - | - | <= 100 KiB | short');
});

test('what was not measured is short', () => {
  expect(isReached(line({ ours: { value: Number.NaN, unit: 'ms' } }))).toBe(false);
});

test('medians run every candidate once a round, in turning order', async () => {
  const ran: string[] = [];
  const took = await medians(
    { a: () => ran.push('a'), b: async () => ran.push('b') },
    { rounds: 5, warmUp: 1 },
  );
  expect(ran.join('')).toBe('abbaabbaabba');
  expect(Object.keys(took)).toEqual(['a', 'b']);
  await expect(medians({ a: () => 0 }, { rounds: 4 })).rejects.toThrow('at least 5');
});

test('the median of an even number is the mean of the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});
