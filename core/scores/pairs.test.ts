import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BandCounts,
  beforeIn,
  compareNps,
  compareOverlapping,
  comparePairs,
  type Moves,
  movementOf,
  movesIn,
  movesOf,
  nowIn,
  pairsCounted,
  satisfiedIn,
  scorePairsOf,
} from './index.ts';

const counts = (detractor: number, passive: number, promoter: number): BandCounts => ({
  detractor,
  passive,
  promoter,
});
const moves = (...n: readonly number[]): Moves => {
  const row = (at: number) => counts(n[at] ?? 0, n[at + 1] ?? 0, n[at + 2] ?? 0);
  return { detractor: row(0), passive: row(3), promoter: row(6) };
};
const none = moves();
const anyCounts = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400)).map(([d, pa, pr]) => counts(d, pa, pr));
const anyMoves = fc.array(fc.nat(60), { minLength: 9, maxLength: 9 }).map((n) => moves(...n));
const plus = (a: BandCounts, b: BandCounts) =>
  counts(a.detractor + b.detractor, a.passive + b.passive, a.promoter + b.promoter);
const some = (c: BandCounts) => c.detractor + c.passive + c.promoter > 0;

test('without pairs the overlapping comparison is the one of strangers', () => {
  fc.assert(
    fc.property(anyCounts.filter(some), anyCounts.filter(some), (before, now) => {
      const change = compareOverlapping(before, now, none);
      const plain = compareNps(before, now);
      if (change.kind !== 'overlapping' || plain.kind !== 'difference') throw new Error('no difference');
      expect(change.score.low).toBeCloseTo(plain.low, 10);
      expect(change.score.p).toBeCloseTo(plain.p, 12);
      expect(change).toMatchObject({ pairs: 0 });
    }),
  );
});

test('with nothing but pairs it is the paired comparison, in score and bands', () => {
  fc.assert(
    fc.property(
      anyMoves.filter((m) => pairsCounted(m) > 0),
      (m) => {
        const change = compareOverlapping(beforeIn(m), nowIn(m), m);
        const pairs = comparePairs(m);
        if (change.kind !== 'overlapping' || pairs.kind !== 'pairs') throw new Error('no difference');
        expect(change.score.value).toBeCloseTo(pairs.value, 10);
        expect(change.score.low).toBeCloseTo(pairs.low, 8);
        expect(change.score.p).toBeCloseTo(pairs.p, 9);
        expect(change.bands).toEqual(pairs.bands);
        expect(pairs.better + pairs.worse + pairs.same).toBe(pairsCounted(m));
      },
    ),
  );
});

test('people who mostly repeat themselves narrow the margin of the change', () => {
  const m = moves(40, 5, 5, 5, 60, 5, 5, 5, 70);
  const change = compareOverlapping(beforeIn(m), nowIn(m), m);
  const strangers = compareNps(beforeIn(m), nowIn(m));
  if (change.kind !== 'overlapping' || strangers.kind !== 'difference') throw new Error('no difference');
  expect(change.score.high - change.score.low).toBeLessThan(0.7 * (strangers.high - strangers.low));
});

test('every figure of any two waves is a number, and the value on screen is the difference of the two scores', () => {
  fc.assert(
    fc.property(anyCounts, anyCounts, anyMoves, (before, now, m) => {
      const [first, second] = [plus(before, beforeIn(m)), plus(now, nowIn(m))];
      const change = compareOverlapping(first, second, m);
      if (change.kind === 'tooFew') return;
      const plain = compareNps(first, second);
      if (plain.kind !== 'difference') throw new Error('no difference');
      expect(change.score.value).toBeCloseTo(plain.value, 9);
      expect(JSON.stringify(change)).not.toMatch(/null/);
      expect(change.pairs + change.onlyBefore).toBe(first.detractor + first.passive + first.promoter);
    }),
  );
});

test('nobody having changed still leaves a margin, and no claim', () => {
  const change = comparePairs(moves(0, 0, 0, 0, 0, 0, 0, 0, 12));
  if (change.kind !== 'pairs') throw new Error('no pairs');
  expect(change).toMatchObject({ value: 0, beyondNoise: false, isSmall: true, same: 12 });
  expect(change.low).toBeLessThan(0);
  expect(change.bands.promoter.test).toEqual({ kind: 'noSpread' });
  expect(comparePairs(none)).toEqual({ kind: 'tooFew', n: 0, need: 1 });
});

test('promoters and detractors may both grow among the same people', () => {
  const m = moves(30, 0, 0, 25, 30, 25, 0, 0, 60);
  expect(movementOf(beforeIn(m), nowIn(m), m)).toMatchObject({ hidden: 'drained', direction: 'withinNoise' });
});

test('more pairs than answers are a bug, and no figure', () => {
  expect(() => compareOverlapping(counts(1, 1, 1), counts(9, 9, 9), moves(3))).toThrow(
    '3 pairs among 3 and 27',
  );
});

test('scores of pairs become moves and satisfied pairs; who did not answer is in none', () => {
  const rows = { before: Uint32Array.of(0, 1, 2, 3), now: Uint32Array.of(3, 2, 1, 0) };
  const [before, now] = [Uint8Array.of(0, 5, 9, 4), Uint8Array.of(3, 255, 4, 10)];
  const scores = scorePairsOf(before, now, rows);
  expect(scores.reduce((sum, n) => sum + n, 0)).toBe(3);
  expect(movesOf(before, now, rows)).toEqual(movesIn(scores));
  expect(movesIn(scores).detractor).toEqual(counts(2, 0, 1));
  expect(satisfiedIn(scores)).toEqual({ both: 1, onlyFirst: 1, onlySecond: 0, neither: 0 });
});
