import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ColumnMapping, Metric } from '../waves/index.ts';
import {
  answersNeeded,
  breaksBetween,
  compareCsat,
  compareWeighted,
  csatOf,
  npsOf,
  type TrendWave,
  trendOf,
  weightedCsat,
  weightedNps,
  weightedTallies,
} from './index.ts';

const histogram = (detractor: number, passive: number, promoter: number) => [
  0,
  0,
  0,
  detractor,
  0,
  0,
  0,
  0,
  passive,
  promoter,
  0,
];
const csatHistogram = (...n: readonly number[]) => [0, ...n, 0, 0, 0, 0, 0];

test('CSAT is the share answering 4 or 5, with its Wilson interval', () => {
  const csat = csatOf(csatHistogram(5, 5, 10, 40, 40));
  expect(csat).toMatchObject({ kind: 'estimate', value: 80, n: 100, method: 'wilson95', isSmall: false });
  if (csat.kind !== 'estimate') throw new Error('no estimate');
  expect(csat.low).toBeCloseTo(71.1170834, 6);
  expect(csat.high).toBeCloseTo(86.6633067, 6);
  expect(csatOf(new Array(11).fill(0))).toEqual({ kind: 'tooFew', n: 0, need: 1 });
});

test('a change in CSAT knows who answered twice', () => {
  const [before, now] = [csatHistogram(0, 0, 50, 50, 0), csatHistogram(0, 0, 38, 62, 0)];
  const strangers = compareCsat(before, now);
  const pairs = compareCsat(before, now, { both: 48, onlyFirst: 2, onlySecond: 14, neither: 36 });
  if (strangers.kind !== 'csatChange' || pairs.kind !== 'csatChange') throw new Error('no change');
  expect([strangers.share.beyondNoise, pairs.share.beyondNoise]).toEqual([false, true]);
  expect(pairs.pairs).toBe(100);
});

test('equal weights change no figure, however large', () => {
  const score = Uint8Array.from([
    ...new Array(40).fill(3),
    ...new Array(30).fill(8),
    ...new Array(80).fill(10),
    255,
  ]);
  const weighted = weightedNps(weightedTallies({ score, weight: new Float64Array(151).fill(7.5) }));
  const plain = npsOf({ detractor: 40, passive: 30, promoter: 80 });
  if (weighted.kind !== 'weighted' || plain.kind !== 'estimate') throw new Error('no figure');
  expect(weighted.value).toBeCloseTo(plain.value, 10);
  expect(weighted.effective).toBeCloseTo(150, 9);
  expect(Math.abs(weighted.low - plain.low)).toBeLessThan(0.5);
});

test('answers without a usable weight are counted apart; what has no margin is refused', () => {
  const tallies = (scores: number[], weights: number[]) =>
    weightedTallies({ score: Uint8Array.from(scores), weight: weights });
  expect(tallies([0, 9, 10, 255], [1, Number.NaN, -2, 1])).toMatchObject({ unweighted: 2 });
  expect(weightedNps(tallies([], [])).kind).toBe('tooFew');
  expect(weightedNps(tallies([9, 3], [0, 0])).kind).toBe('noWeight');
  expect(weightedNps(tallies([9], [2])).kind).toBe('oneTrial');
  expect(weightedNps(tallies([9, 10], [2, 1])).kind).toBe('noSpread');
  expect(weightedCsat(tallies([4, 2], [3, 1]))).toMatchObject({ kind: 'weighted', value: 75 });
});

test('two weighted figures are compared by both margins', () => {
  const of = (unhappy: number) => {
    const score = Uint8Array.from({ length: 400 }, (_, i) => (i % 10 < unhappy ? 2 : 10));
    const weighted = weightedNps(
      weightedTallies({ score, weight: Array.from(score, (_, i) => 1 + (i % 3)) }),
    );
    if (weighted.kind !== 'weighted') throw new Error('no figure');
    return weighted;
  };
  expect(compareWeighted(of(2), of(5))).toMatchObject({ beyondNoise: true });
  expect(compareWeighted(of(3), of(3))).toMatchObject({ value: 0, beyondNoise: false, p: 1 });
});

let named = 0;
function wave(
  counts: readonly number[],
  column: Partial<ColumnMapping> = {},
  metric: Metric = 'nps',
): TrendWave {
  const columns = [{ header: 'How likely?', role: 'score' as const, missing: [], ...column }];
  named++;
  return {
    id: `wave-${named}` as TrendWave['id'],
    cycleName: `Q${named}`,
    metric,
    histogram: counts,
    mapping: { version: 1, columns },
  };
}

test('another question, scale or metric keeps two waves apart; spelling does not', () => {
  const here = wave(histogram(1, 1, 1));
  expect(breaksBetween(here, wave(histogram(1, 1, 1), { header: ' how  LIKELY' }))).toEqual([]);
  expect(breaksBetween(here, wave(histogram(1, 1, 1), { header: 'How satisfied?' }))).toEqual(['wording']);
  expect(breaksBetween(here, wave(histogram(1, 1, 1), { low: 1, high: 10 }))).toEqual(['scale']);
  expect(breaksBetween(here, wave(histogram(1, 1, 1), {}, 'csat'))).toEqual(['metric']);
  expect(breaksBetween(here, wave(histogram(1, 1, 1), { header: 'Q7', label: 'How likely?' }))).toEqual([]);
});

const falling = [
  wave(histogram(200, 300, 500)),
  wave(histogram(250, 300, 450)),
  wave(histogram(300, 300, 400)),
];

test('a steady fall over three comparable waves is a trend', () => {
  const trend = trendOf(falling, 'nps');
  expect(trend).toMatchObject({ verdict: 'falls', comparable: 3, otherMetric: 0 });
  if (trend.line.kind !== 'trend') throw new Error('no line');
  expect(trend.line.slope).toBeCloseTo(-10, 1);
});

test('no line is drawn through another question, and waves of another metric are left out', () => {
  const other = wave(histogram(300, 300, 400), { header: 'Would you buy again?' });
  const trend = trendOf([...falling, other, wave(csatHistogram(1, 1, 1, 1, 1), {}, 'csat')], 'nps');
  expect(trend).toMatchObject({ verdict: 'short', comparable: 1, otherMetric: 1 });
  expect(trend.marks.map(({ breaks }) => breaks)).toEqual([[], [], [], ['wording']]);
  expect(trendOf([], 'nps')).toMatchObject({ marks: [], verdict: 'short' });
});

test('up and down by more than noise is no trend', () => {
  const zigzag = [100, 500, 100, 520, 90].map((d) => wave(histogram(d, 300, 700 - d)));
  expect(trendOf(zigzag, 'nps').verdict).toBe('uneven');
  const still = [200, 205, 198, 201].map((d) => wave(histogram(d, 300, 500)));
  expect(trendOf(still, 'nps').verdict).toBe('level');
});

test('the answers needed for the margin there is are those there are', () => {
  const counts = histogram(200, 300, 500);
  const now = answersNeeded({ metric: 'nps', histogram: counts }, { margin: 5, difference: 5 });
  if (now.kind !== 'answersNeeded') throw new Error('too few');
  const again = answersNeeded({ metric: 'nps', histogram: counts }, { margin: now.marginNow, difference: 5 });
  if (again.kind !== 'answersNeeded') throw new Error('too few');
  expect(again.forMargin).toEqual({ kind: 'needed', n: 1000 });
  expect(now).toMatchObject({ isCorrelationAssumed: true, correlation: 0.5, power: 0.8, have: 1000 });
});

test('fewer answers do where few can be asked, and never more than all of them', () => {
  const of = (invited: number) =>
    answersNeeded(
      { metric: 'csat', histogram: csatHistogram(10, 10, 20, 30, 30), invited },
      { margin: 1, difference: 3 },
    );
  expect(of(80)).toMatchObject({ forMargin: { kind: 'needed', n: 80 } });
  const [few, many] = [of(2000), of(2_000_000)];
  if (few.kind !== 'answersNeeded' || many.kind !== 'answersNeeded') throw new Error('too few');
  if (few.forMargin.kind !== 'needed' || many.forMargin.kind !== 'needed') throw new Error('nothing wanted');
  expect(few.forMargin.n).toBeLessThan(many.forMargin.n / 2);
});

test('the margin there is and the answers a margin takes agree, however many can be asked', () => {
  const survey = (counts: readonly number[], invited: number, margin: number) => {
    const needed = answersNeeded({ metric: 'nps', histogram: counts, invited }, { margin, difference: 5 });
    if (needed.kind !== 'answersNeeded' || needed.forMargin.kind !== 'needed') throw new Error('no figure');
    return { ...needed, takes: needed.forMargin.n };
  };
  // 400 of 500 were said to give 8.5 points, while 7.5 took no more than 254
  const few = survey(histogram(150, 100, 150), 500, 7.5);
  expect(few.takes).toBeLessThan(400);
  expect(few.marginNow).toBeLessThan(7.5);
  expect(survey(histogram(150, 100, 150), 400, 7.5).marginNow).toBe(0);
  const anyWave = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(400), fc.nat(400));
  fc.assert(
    fc.property(anyWave, fc.nat(3000), fc.double({ min: 0.5, max: 40, noNaN: true }), (n, more, margin) => {
      const all = n[0] + n[1] + n[2] + more;
      const { have, marginNow, takes } = survey(histogram(...n), all, margin);
      if (Math.abs(marginNow - margin) > 1e-9) expect(have >= takes).toBe(marginNow < margin);
    }),
    { numRuns: 500 },
  );
});

test('nobody asked is no number of people: they count as many', () => {
  const survey = { metric: 'nps' as const, histogram: histogram(20, 30, 50) };
  const wanted = { margin: 3, difference: 5 };
  for (const invited of [0, -3, Number.NaN])
    expect(answersNeeded({ ...survey, invited }, wanted)).toEqual(answersNeeded(survey, wanted));
});

test('what is not wanted or can never be found is refused by name', () => {
  const survey = { metric: 'nps' as const, histogram: histogram(20, 30, 50) };
  expect(answersNeeded(survey, { margin: 0, difference: -1 })).toMatchObject({
    forMargin: { kind: 'nothingWanted' },
    inEach: { kind: 'nothingWanted' },
    inNext: { kind: 'nothingWanted' },
  });
  expect(answersNeeded(survey, { margin: 3, difference: 2 })).toMatchObject({
    inNext: { kind: 'neverEnough' },
  });
  expect(answersNeeded({ ...survey, histogram: [] }, { margin: 3, difference: 2 }).kind).toBe('tooFew');
});
