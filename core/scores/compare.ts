import { netShare, netShareDifference, withPseudoCounts } from '../stats/netShare.ts';
import { newcombeDifference } from '../stats/newcombe.ts';
import { type NoSpread, twoProportionsTest } from '../stats/twoProportions.ts';
import { type Band, bands } from '../waves/index.ts';
import { answersIn, type BandCounts } from './bands.ts';
import { netCounts, smallSample, type TooFew } from './nps.ts';

/** A change or difference is more than noise where its p value is below this. */
export const noiseLevel = 0.05;

/** A difference of two scores in points, second minus first. */
export interface NpsDifference {
  kind: 'difference';
  /** Second score minus first, -200 to 200. */
  value: number;
  /** 95 % interval of the difference, clamped to -200 and 200. */
  low: number;
  high: number;
  /** Of the adjusted z test, two-sided. */
  p: number;
  beyondNoise: boolean;
  /** Answers on either side. */
  n: readonly [number, number];
  /** One side has fewer than 30 answers. */
  isSmall: boolean;
}

/**
 * The change from one wave to the next, or the difference between a segment and everyone else: z test and interval on
 * counts with the same pseudo-counts as a single score's. For independent answers: people who answered both waves are
 * better compared as pairs, which finds smaller changes; treating them as strangers errs to the careful side.
 */
export function compareNps(first: BandCounts, second: BandCounts): NpsDifference | TooFew {
  const plain = [netShare(netCounts(first)), netShare(netCounts(second))] as const;
  const adjusted = netShareDifference(
    withPseudoCounts(netCounts(first)),
    withPseudoCounts(netCounts(second)),
  );
  const n = [answersIn(first), answersIn(second)] as const;
  // With pseudo-counts there is always spread; the compiler cannot know.
  if (!plain[0] || !plain[1] || adjusted.kind === 'noTrials' || adjusted.test.kind === 'noSpread')
    return { kind: 'tooFew', n: Math.min(...n), need: 1 };
  return {
    kind: 'difference',
    value: 100 * (plain[1].value - plain[0].value),
    low: Math.max(-200, 100 * adjusted.low),
    high: Math.min(200, 100 * adjusted.high),
    p: adjusted.test.p,
    beyondNoise: adjusted.test.p < noiseLevel,
    n,
    isSmall: Math.min(...n) < smallSample,
  };
}

/** How the share of one band changed. Shares 0 to 1. */
export interface ShareChange {
  kind: 'shareChange';
  before: number;
  now: number;
  /** 95 % Newcombe interval of `now - before`. */
  low: number;
  high: number;
  /** Two-sided p of the pooled z test, or why there is none. */
  test: { kind: 'p'; p: number } | NoSpread;
  beyondNoise: boolean;
}

/** The change of every band's share from one wave to the next, each with its own test; too few without answers. */
export function compareBands(
  before: BandCounts,
  now: BandCounts,
): ({ kind: 'bands' } & Readonly<Record<Band, ShareChange>>) | TooFew {
  const [was, is] = [answersIn(before), answersIn(now)];
  const change = (band: Band) => shareChange(before[band], was, now[band], is);
  const [detractor, passive, promoter] = bands.map(change);
  if (!detractor || !passive || !promoter) return { kind: 'tooFew', n: Math.min(was, is), need: 1 };
  return { kind: 'bands', detractor, passive, promoter };
}

function shareChange(before: number, was: number, now: number, is: number): ShareChange | null {
  const interval = newcombeDifference(now, is, before, was);
  const test = twoProportionsTest(now, is, before, was);
  if (!interval || test.kind === 'noTrials') return null;
  return {
    kind: 'shareChange',
    before: before / was,
    now: now / is,
    ...interval,
    test: test.kind === 'noSpread' ? test : { kind: 'p', p: test.p },
    beyondNoise: test.kind === 'z' && test.p < noiseLevel,
  };
}
