import { answersIn, type BandCounts } from '../scores/index.ts';
import { wilson, z95 } from '../stats/index.ts';
import { type Band, bands } from '../waves/index.ts';
import type { Count } from './drivers.ts';

/** Least interviews of a band before its share may stand for all who answered in it. */
export const leastInBand = 2;

/** A share over all bands, as if people had been called as often as they answered. */
export type Pooled =
  | {
      kind: 'weighted';
      /** Share of those who answered the survey, 0 to 1. */
      value: number;
      /** Design-based, of a stratified sample; 0 where each band is of one mind. */
      standardError: number;
      /** 95 % interval, 0 to 1. */
      low: number;
      high: number;
      /** Each band's share of the answers, 0 to 1: its weight. */
      weights: Readonly<Record<Band, number>>;
    }
  /** Answers exist in these bands, but fewer than two of their people were interviewed. */
  | { kind: 'missing'; bands: readonly Band[] }
  /** No survey says how many there are of each band. */
  | { kind: 'noWave' };

/**
 * The share of interviews raising a theme, post-stratified: each band's share times that band's part of the wave's answers.
 * Bands are called unequally (detractors most), so that a plain share would be one of whom we called. Standard error: square
 * root of the sum of w^2 p(1-p)/(n-1), the same as R `survey::svymean` of a design stratified by band without finite
 * population correction. Interval: Wilson's in each band, put together by squares (MOVER), which holds at 0 and at all.
 * The wave's band shares are taken as known. Zou and Donner (2008), Statistics in Medicine 27, 1693-1702.
 */
export function pooledShare(byBand: Readonly<Record<Band, Count>>, wave: BandCounts | null): Pooled {
  const answers = wave ? answersIn(wave) : 0;
  if (!wave || answers === 0) return { kind: 'noWave' };
  const missing = missingBands(wave, (b) => byBand[b].n);
  if (missing.length > 0) return { kind: 'missing', bands: missing };
  const parts = bands.filter((b) => wave[b] > 0).map((b) => ({ ...byBand[b], w: wave[b] / answers }));
  const value = sum(parts.map(({ k, n, w }) => w * (k / n)));
  const variance = sum(parts.map(({ k, n, w }) => (w * w * (k / n) * (1 - k / n)) / (n - 1)));
  const reach = (end: 'low' | 'high') =>
    Math.sqrt(sum(parts.map(({ k, n, w }) => (w * (k / n - wilson(k, n, z95)[end])) ** 2)));
  return {
    kind: 'weighted',
    value,
    standardError: Math.sqrt(variance),
    low: Math.max(0, value - reach('low')),
    high: Math.min(1, value + reach('high')),
    weights: {
      detractor: wave.detractor / answers,
      passive: wave.passive / answers,
      promoter: wave.promoter / answers,
    },
  };
}

/** Bands with answers whose people were hardly interviewed, so that nothing may stand for the whole survey. */
export const missingBands = (
  answers: Readonly<Record<Band, number>>,
  interviewed: (band: Band) => number,
): Band[] => bands.filter((b) => answers[b] > 0 && interviewed(b) < leastInBand);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
