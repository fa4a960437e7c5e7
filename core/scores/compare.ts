import { mcNemar } from '../stats/mcNemar.ts';
import { type NetShareDifference, netShareDifference, withPseudoCounts } from '../stats/netShare.ts';
import { overlappingShares, type ShareCounts, type YesNoPairs } from '../stats/overlappingShares.ts';
import type { NoSpread, NoTrials } from '../stats/twoProportions.ts';
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
  const [one, two] = [netCounts(first), netCounts(second)];
  return npsDifference(
    netShareDifference(one, two),
    netShareDifference(withPseudoCounts(one), withPseudoCounts(two)),
    [answersIn(first), answersIn(second)],
  );
}

/** The plain difference in points, with the interval and test of the one on adjusted counts. */
export function npsDifference(
  plain: NetShareDifference | NoTrials,
  adjusted: NetShareDifference | NoTrials,
  n: readonly [number, number],
): NpsDifference | TooFew {
  // With pseudo-counts there is always spread; the compiler cannot know.
  if (plain.kind === 'noTrials' || adjusted.kind === 'noTrials' || adjusted.test.kind === 'noSpread')
    return { kind: 'tooFew', n: Math.min(...n), need: 1 };
  return {
    kind: 'difference',
    value: 100 * plain.value,
    low: Math.max(-200, 100 * adjusted.low),
    high: Math.min(200, 100 * adjusted.high),
    p: adjusted.test.p,
    beyondNoise: adjusted.test.p < noiseLevel,
    n,
    isSmall: Math.min(...n) < smallSample,
  };
}

/** How a share changed, of a band or of those satisfied. Shares 0 to 1. */
export interface ShareChange {
  kind: 'shareChange';
  before: number;
  now: number;
  /** 95 % Newcombe interval of `now - before`. */
  low: number;
  high: number;
  /** Two-sided p of the pooled z test, of McNemar's for nothing but pairs; or why there is none. */
  test: { kind: 'p'; p: number } | NoSpread;
  beyondNoise: boolean;
}

/** The change of every band's share from one wave to the next, each with its own test; too few without answers. */
export function compareBands(
  before: BandCounts,
  now: BandCounts,
): ({ kind: 'bands' } & Readonly<Record<Band, ShareChange>>) | TooFew {
  const [was, is] = [answersIn(before), answersIn(now)];
  const change = (band: Band) =>
    shareChange({ successes: before[band], trials: was }, { successes: now[band], trials: is });
  const [detractor, passive, promoter] = bands.map(change);
  if (!detractor || !passive || !promoter) return { kind: 'tooFew', n: Math.min(was, is), need: 1 };
  return { kind: 'bands', detractor, passive, promoter };
}

const strangers: YesNoPairs = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };

/** The change of a share between two waves, of which `pairs` are the same people; null without answers. */
export function shareChange(
  before: ShareCounts,
  now: ShareCounts,
  pairs: YesNoPairs = strangers,
): ShareChange | null {
  const difference = overlappingShares(before, now, pairs);
  if (difference.kind === 'noTrials') return null;
  const shared = pairs.both + pairs.onlyFirst + pairs.onlySecond + pairs.neither;
  const allPaired = shared === before.trials && shared === now.trials;
  const test = allPaired ? pairedTest(pairs) : zTest(difference.test);
  return {
    kind: 'shareChange',
    before: before.successes / before.trials,
    now: now.successes / now.trials,
    low: difference.low,
    high: difference.high,
    test,
    beyondNoise: test.kind === 'p' && test.p < noiseLevel,
  };
}

function pairedTest({ onlyFirst, onlySecond }: YesNoPairs): ShareChange['test'] {
  const test = mcNemar(onlyFirst, onlySecond);
  return test.kind === 'noChange' ? { kind: 'noSpread' } : { kind: 'p', p: test.midP };
}

const zTest = (test: { kind: 'z'; p: number } | NoSpread): ShareChange['test'] =>
  test.kind === 'z' ? { kind: 'p', p: test.p } : test;
