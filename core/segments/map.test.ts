import { expect, test } from 'vitest';
import { columnsOf, type Response, responsesOf } from '#test/fixtures/columns.ts';
import { proposalsOf, type Segment, segmentsOf, summaryOf } from './index.ts';

type Counts = readonly [detractor: number, passive: number, promoter: number];

const tier = (value: string | null, [detractor, passive, promoter]: Counts): Response[] =>
  responsesOf({ detractor, passive, promoter }, { Tier: value });

const now = columnsOf([
  ...tier('Enterprise', [128, 107, 177]),
  ...tier('Mid-market', [138, 179, 371]),
  ...tier('Small', [82, 159, 307]),
  ...tier('Partner', [2, 5, 15]),
  ...tier(null, [1, 1, 1]),
]);
const then = columnsOf([
  ...tier('Enterprise', [70, 100, 200]),
  ...tier('Mid-market', [130, 170, 380]),
  ...tier('Small', [80, 150, 310]),
  ...tier('Partner', [1, 2, 3]),
]);

function named(segments: readonly Segment[] | undefined, value: string): Segment {
  const found = segments?.find((s) => s.value === value);
  if (!found) throw new Error(`no segment ${value}`);
  return found;
}

test('each segment has its answers, shares, score with interval and a label', () => {
  const [map] = segmentsOf(now, then).dimensions;
  const enterprise = named(map?.segments, 'Enterprise');
  expect(enterprise).toMatchObject({ n: 412, labels: ['weak', 'falling'] });
  expect(enterprise.nps).toMatchObject({ kind: 'estimate', n: 412 });
  expect(enterprise.shares?.detractor).toBeCloseTo(128 / 412, 12);
  expect(named(map?.segments, 'Mid-market').labels).toEqual(['steady']);
  expect(named(map?.segments, 'Small').labels).toEqual(['strong']);
  expect(map).toMatchObject({ unknown: 3, readable: 3 });
});

test('below 30 answers a segment gets no reading, only its figures', () => {
  const [map] = segmentsOf(now, then).dimensions;
  const partner = named(map?.segments, 'Partner');
  expect(partner.reading).toEqual({ kind: 'tooFew', n: 22, need: 30 });
  expect(partner.labels).toEqual(['tooFew']);
  expect(partner.nps).toMatchObject({ kind: 'estimate', isSmall: true });
});

test('exactly 30 answers are enough, 29 are not', () => {
  const [map] = segmentsOf(columnsOf([...tier('a', [10, 10, 10]), ...tier('b', [9, 10, 10])])).dimensions;
  expect(named(map?.segments, 'a').reading.kind).toBe('read');
  expect(named(map?.segments, 'b').reading.kind).toBe('tooFew');
});

test('why there is no change is said: no earlier wave, new, or too few then', () => {
  const change = (s: Segment) => (s.reading.kind === 'read' ? s.reading.change.kind : '');
  const alone = segmentsOf(now).dimensions[0]?.segments;
  expect(change(named(alone, 'Small'))).toBe('noEarlierWave');
  const wave = columnsOf([...tier('new', [20, 20, 20]), ...tier('Partner', [20, 20, 20])]);
  const [map] = segmentsOf(wave, then).dimensions;
  expect(change(named(map?.segments, 'new'))).toBe('new');
  expect(change(named(map?.segments, 'Partner'))).toBe('tooFewThen');
});

test('a segment that is everyone is compared with nobody', () => {
  const [map] = segmentsOf(columnsOf(tier('all', [30, 30, 30]))).dimensions;
  const all = named(map?.segments, 'all');
  expect(all.reading).toMatchObject({ kind: 'read', level: null });
  expect(all.labels).toEqual(['steady']);
});

test('correcting for many tests takes back what one test alone would claim', () => {
  const even: Counts = [40, 40, 40];
  const low: Counts = [31, 16, 13];
  const wave = (others: number) =>
    columnsOf([...tier('low', low), ...Array.from({ length: others }, (_, i) => tier(`v${i}`, even)).flat()]);
  const level = (others: number) => {
    const [map] = segmentsOf(wave(others)).dimensions;
    const { reading } = named(map?.segments, 'low');
    if (reading.kind !== 'read' || !reading.level) throw new Error('not read');
    return reading.level;
  };
  expect(level(1).beyondNoise).toBe(true);
  expect(level(15).difference.beyondNoise).toBe(true);
  expect(level(15).beyondNoise).toBe(false);
});

test('weak and falling segments are proposed first, with both reasons', () => {
  const proposals = proposalsOf(segmentsOf(now, then));
  expect(proposals.map((p) => p.segment.value)).toEqual(['Enterprise']);
  expect(proposals[0]?.reasons.map((r) => r.kind)).toEqual(['weak', 'fell']);
});

test('a rise beyond noise is worth calls too', () => {
  const better = columnsOf([...tier('a', [10, 40, 90]), ...tier('b', [10, 40, 90])]);
  const worse = columnsOf([...tier('a', [60, 40, 40]), ...tier('b', [10, 40, 90])]);
  const [proposal, ...others] = proposalsOf(segmentsOf(better, worse));
  expect(proposal?.segment.value).toBe('a');
  expect(proposal?.reasons.map((r) => r.kind)).toEqual(['rose']);
  expect(others).toEqual([]);
});

test('the summary names only what the figures support', () => {
  const summary = summaryOf(segmentsOf(now, then));
  expect(summary.fellMost?.value).toBe('Enterprise');
  expect(summary.roseMost).toBeNull();
  expect(summary.range?.lowest.value).toBe('Enterprise');
  expect(summary.range?.highest.value).toBe('Small');
  expect(summaryOf(segmentsOf(columnsOf([])))).toEqual({ range: null, fellMost: null, roseMost: null });
});

test('everyone comes with the movement since the earlier wave', () => {
  expect(segmentsOf(now, then).everyone.movement).toMatchObject({ direction: 'fell' });
  expect(segmentsOf(now).everyone.movement).toBeNull();
});
