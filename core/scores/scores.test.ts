import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '#test/fixtures/columns.ts';
import {
  type BandCounts,
  bandCountsOf,
  bandOf,
  compareBands,
  compareNps,
  histogramOf,
  movementOf,
  npsOf,
  sharesOf,
} from './index.ts';

const counts = (detractor: number, passive: number, promoter: number): BandCounts => ({
  detractor,
  passive,
  promoter,
});
const anyCounts = fc.tuple(fc.nat(3000), fc.nat(3000), fc.nat(3000)).map(([d, pa, pr]) => counts(d, pa, pr));
const someCounts = anyCounts.filter((c) => c.detractor + c.passive + c.promoter > 0);

test('0 to 6 are detractors, 7 and 8 passives, 9 and 10 promoters', () => {
  const found = Array.from({ length: 11 }, (_, score) => bandOf(score));
  expect(found.filter((b) => b === 'detractor')).toHaveLength(7);
  expect(found.slice(7)).toEqual(['passive', 'passive', 'promoter', 'promoter']);
});

test('a score of 0 is counted and no answer is not', () => {
  const wave = columnsOf([0, null, 10, 0, 7].map((score) => ({ score, segments: {} })));
  expect(histogramOf(wave)).toEqual([2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1]);
  expect(bandCountsOf(histogramOf(wave))).toEqual(counts(2, 1, 1));
});

test('SFO 2017: 39.84, from 37.18 to 42.41, of 2,746 answers', () => {
  const nps = npsOf(counts(342, 968, 1436));
  if (nps.kind !== 'estimate') throw new Error('no estimate');
  expect(nps.value).toBeCloseTo(39.8397669337218, 12);
  expect(nps.low).toBeCloseTo(37.1823607169738, 11);
  expect(nps.high).toBeCloseTo(42.4102184027061, 11);
  expect(nps).toMatchObject({ n: 2746, isSmall: false, method: 'adjustedWald95' });
});

test('without answers there is no score, only what it needs', () => {
  expect(npsOf(counts(0, 0, 0))).toEqual({ kind: 'tooFew', n: 0, need: 1 });
  expect(compareNps(counts(0, 0, 0), counts(1, 2, 3))).toEqual({ kind: 'tooFew', n: 0, need: 1 });
  expect(compareBands(counts(1, 2, 3), counts(0, 0, 0))).toEqual({ kind: 'tooFew', n: 0, need: 1 });
  expect(movementOf(counts(1, 2, 3), counts(0, 0, 0)).kind).toBe('tooFew');
  expect(sharesOf(counts(0, 0, 0))).toBeNull();
});

test('fewer than 30 answers are marked as a small sample', () => {
  expect(npsOf(counts(9, 10, 10))).toMatchObject({ isSmall: true });
  expect(npsOf(counts(10, 10, 10))).toMatchObject({ isSmall: false });
});

test('every interval stays on the scale and mirrors when the ends swap', () => {
  fc.assert(
    fc.property(someCounts, (c) => {
      const [nps, mirror] = [npsOf(c), npsOf(counts(c.promoter, c.passive, c.detractor))];
      if (nps.kind !== 'estimate' || mirror.kind !== 'estimate') throw new Error('no estimate');
      expect(nps.low).toBeGreaterThanOrEqual(-100);
      expect(nps.high).toBeLessThanOrEqual(100);
      expect(nps.low).toBeLessThan(nps.high);
      expect(mirror.value).toBeCloseTo(-nps.value, 10);
      expect(mirror.low).toBeCloseTo(-nps.high, 10);
    }),
  );
});

test('more answers of the same kind never widen the interval', () => {
  fc.assert(
    fc.property(someCounts, fc.integer({ min: 2, max: 20 }), (c, times) => {
      const [few, many] = [
        npsOf(c),
        npsOf(counts(c.detractor * times, c.passive * times, c.promoter * times)),
      ];
      if (few.kind !== 'estimate' || many.kind !== 'estimate') throw new Error('no estimate');
      // All of one kind: the pseudo-counts weigh less and less, the interval closes in.
      expect(many.high - many.low).toBeLessThanOrEqual(few.high - few.low + 1e-9);
    }),
  );
});

test('a comparison turns round with its arguments', () => {
  fc.assert(
    fc.property(someCounts, someCounts, (a, b) => {
      const [there, back] = [compareNps(a, b), compareNps(b, a)];
      if (there.kind !== 'difference' || back.kind !== 'difference') throw new Error('no difference');
      expect(there.value).toBeCloseTo(-back.value, 9);
      expect(there.p).toBeCloseTo(back.p, 12);
      expect(there.p).toBeLessThanOrEqual(1);
      expect(there.beyondNoise).toBe(there.p < 0.05);
    }),
  );
});

test('the same total may hide movement: both ends grew while passives drained', () => {
  const movement = movementOf(counts(100, 500, 400), counts(200, 300, 500));
  expect(movement).toMatchObject({ direction: 'withinNoise', hidden: 'drained' });
  const back = movementOf(counts(200, 300, 500), counts(100, 500, 400));
  expect(back).toMatchObject({ hidden: 'gathered' });
});

test('one more detractor is no movement that a total hides', () => {
  const movement = movementOf(counts(100, 300, 100), counts(101, 200, 199));
  expect(movement).toMatchObject({ direction: 'rose', hidden: null });
  // both ends beyond noise while the score rose: true as well, and said beside the rise
  const both = movementOf(counts(100, 500, 400), counts(200, 200, 600));
  expect(both).toMatchObject({ direction: 'rose', hidden: 'drained' });
});

test('whatever is said to be hidden, every band moved beyond noise, both ends the same way', () => {
  const wave = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400)).map((n) => counts(...n));
  fc.assert(
    fc.property(wave, wave, (before, now) => {
      const movement = movementOf(before, now);
      if (movement.kind === 'tooFew' || movement.hidden === null) return;
      const { detractor, passive, promoter } = movement.bands;
      expect([detractor, passive, promoter].map(({ beyondNoise }) => beyondNoise)).toEqual([
        true,
        true,
        true,
      ]);
      expect(Math.sign(promoter.now - promoter.before)).toBe(Math.sign(detractor.now - detractor.before));
      expect(movement.hidden).toBe(promoter.now > promoter.before ? 'drained' : 'gathered');
    }),
    { numRuns: 500 },
  );
});

test('a fall is told only when it is more than noise', () => {
  expect(movementOf(counts(300, 350, 962), counts(346, 446, 856))).toMatchObject({ direction: 'fell' });
  expect(movementOf(counts(10, 10, 20), counts(11, 10, 19))).toMatchObject({
    direction: 'withinNoise',
    hidden: null,
  });
});

test('two waves without a single detractor have no detractor change to test', () => {
  const bands = compareBands(counts(0, 5, 5), counts(0, 6, 4));
  expect(bands).toMatchObject({
    kind: 'bands',
    detractor: { test: { kind: 'noSpread' }, beyondNoise: false },
  });
});
