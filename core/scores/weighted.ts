import { waldInterval } from '../stats/netShare.ts';
import { twoSidedP } from '../stats/normal.ts';
import type { NoSpread } from '../stats/twoProportions.ts';
import {
  type NoWeight,
  type OneTrial,
  type WeightedGroup,
  type WeightedMean,
  weightedMean,
} from '../stats/weightedMean.ts';
import type { Band } from '../waves/index.ts';
import { bandOf } from './bands.ts';
import { noiseLevel } from './compare.ts';
import { isSatisfied } from './csat.ts';
import { smallSample, type TooFew } from './nps.ts';

/** What a weighted figure needs of a wave: per score 0-10 the answers, their weights summed, and the squares of those. */
export interface WeightedTallies {
  n: readonly number[];
  weight: readonly number[];
  squares: readonly number[];
  /** Answers without a usable weight (none, or below 0): not in the tallies. */
  unweighted: number;
}

/** One pass over a wave's scores and weights. `weight` may hold NaN where there is none. */
export function weightedTallies(columns: { score: Uint8Array; weight: ArrayLike<number> }): WeightedTallies {
  const [n, weight, squares] = [new Float64Array(11), new Float64Array(11), new Float64Array(11)];
  let unweighted = 0;
  for (let row = 0; row < columns.score.length; row++) {
    const score = columns.score[row] as number;
    if (score > 10) continue;
    const w = columns.weight[row] ?? Number.NaN;
    if (!(w >= 0 && w < Infinity)) {
      unweighted++;
      continue;
    }
    n[score] = (n[score] as number) + 1;
    weight[score] = (weight[score] as number) + w;
    squares[score] = (squares[score] as number) + w * w;
  }
  return { n: [...n], weight: [...weight], squares: [...squares], unweighted };
}

/** A weighted figure as it may be shown; never without the sample size its weights leave. */
export interface WeightedFigure {
  kind: 'weighted';
  /** In points: -100 to 100 for a score, 0 to 100 for a share. */
  value: number;
  standardError: number;
  /** 95 % interval, the value and 1.96 standard errors either side, clamped to the scale. */
  low: number;
  high: number;
  n: number;
  /** Kish's effective number of answers: what the weights leave of `n`. */
  effective: number;
  /** Answers without a weight, which count here for nothing. */
  unweighted: number;
  method: 'linearised95';
  /** Fewer than 30 effective answers. */
  isSmall: boolean;
}

/** A weighted score with the weighted share of each band, 0 to 1. */
export interface WeightedNps extends WeightedFigure {
  shares: Readonly<Record<Band, number>>;
}

/** Why there is no weighted figure. */
export type NoWeighted = TooFew | NoWeight | OneTrial | NoSpread;

/**
 * Net Promoter Score with a survey's weights, and its design-based 95 % interval: see `weightedMean` for what is assumed.
 * Where all answers are alike nothing is left to make an interval of, and there is no figure.
 */
export function weightedNps(tallies: WeightedTallies): WeightedNps | NoWeighted {
  const figure = figureOf(tallies, (score) => netOf[bandOf(score)], -100);
  return figure.kind === 'weighted' ? { ...figure, shares: sharesIn(tallies) } : figure;
}

/** Share answering 4 or 5 with a survey's weights, in points; otherwise as `weightedNps`. */
export function weightedCsat(tallies: WeightedTallies): WeightedFigure | NoWeighted {
  return figureOf(tallies, (score) => Number(isSatisfied(score)), 0);
}

const netOf: Readonly<Record<Band, number>> = { detractor: -1, passive: 0, promoter: 1 };

function figureOf(
  tallies: WeightedTallies,
  markOf: (score: number) => number,
  least: number,
): WeightedFigure | NoWeighted {
  const mean = weightedMean(groupsOf(tallies, markOf));
  if (mean.kind === 'noTrials') return { kind: 'tooFew', n: 0, need: 1 };
  if (mean.kind !== 'weighted') return mean;
  if (mean.standardError === 0) return { kind: 'noSpread' };
  return shown(mean, tallies.unweighted, least);
}

function shown(mean: WeightedMean, unweighted: number, least: number): WeightedFigure {
  const { low, high } = waldInterval(mean);
  return {
    kind: 'weighted',
    value: 100 * mean.value,
    standardError: 100 * mean.standardError,
    low: Math.max(least, 100 * low),
    high: Math.min(100, 100 * high),
    n: mean.n,
    effective: mean.effective,
    unweighted,
    method: 'linearised95',
    isSmall: mean.effective < smallSample,
  };
}

function groupsOf(
  { n, weight, squares }: WeightedTallies,
  markOf: (score: number) => number,
): WeightedGroup[] {
  return n.map((count, score) => ({
    value: markOf(score),
    n: count,
    weight: weight[score] ?? 0,
    squares: squares[score] ?? 0,
  }));
}

function sharesIn({ weight }: WeightedTallies): Record<Band, number> {
  const all = weight.reduce((sum, w) => sum + w, 0);
  const shares: Record<Band, number> = { detractor: 0, passive: 0, promoter: 0 };
  for (const [score, w] of weight.entries()) shares[bandOf(score)] += w / all;
  return shares;
}

/** A difference of two weighted figures in points, second minus first. */
export interface WeightedDifference {
  value: number;
  low: number;
  high: number;
  p: number;
  beyondNoise: boolean;
}

/** The change of a weighted figure from one wave to the next, as independent samples: normal interval and z test. */
export function compareWeighted(first: WeightedFigure, second: WeightedFigure): WeightedDifference {
  const value = second.value - first.value;
  const standardError = Math.hypot(first.standardError, second.standardError);
  const p = twoSidedP(value / standardError);
  return { value, ...waldInterval({ value, standardError }), p, beyondNoise: p < noiseLevel };
}
