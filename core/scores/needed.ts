import {
  type DifferenceWanted,
  type Needed,
  type NeverEnough,
  type NothingWanted,
  neededForMargin,
  neededInEach,
  neededInSecond,
  neededPairs,
} from '../stats/answersNeeded.ts';
import { netShare, withPseudoCounts } from '../stats/netShare.ts';
import { z95 } from '../stats/normalQuantile.ts';
import { pairCorrelation, withPseudoPairs } from '../stats/transitions.ts';
import type { Metric } from '../waves/index.ts';
import { bandCountsOf } from './bands.ts';
import { csatCountsOf, csatOf } from './csat.ts';
import { netCounts, npsOf, type TooFew } from './nps.ts';
import { type Moves, pairsCounted, transitionsOf } from './pairs.ts';

/** What is wanted of a survey, in points. */
export interface Wanted {
  /** Half the width of the 95 % interval. */
  margin: number;
  /** The true change to be found between two waves. */
  difference: number;
  /** The chance of finding it; 0.8 unless told. */
  power?: number;
}

/** What is there to reckon from. */
export interface SurveyAtHand {
  metric: Metric;
  histogram: readonly number[];
  /** How many were asked, where known: then fewer answers do. Whatever is below 1 counts as unknown. */
  invited?: number;
  /** Those who answered this wave and the one before, where known. */
  moves?: Moves;
}

/** How many answers it takes, and what that was reckoned from. */
export interface AnswersNeeded {
  kind: 'answersNeeded';
  /** Answers there are, and the margin they give: for those who were asked, where their number is known. */
  have: number;
  marginNow: number;
  /** How many can be asked in all; null where unknown or as good as endless. */
  population: number | null;
  /** For the margin, in one wave. */
  forMargin: Needed | NothingWanted;
  /** For the difference, in each of two waves of strangers. */
  inEach: Needed | NothingWanted;
  /** For the difference, in the next wave, this one being what it is. */
  inNext: Needed | NeverEnough | NothingWanted;
  /** For the difference, people who answer both. */
  pairs: Needed | NothingWanted;
  /** Standard deviation of one answer in points: as found in this wave. */
  deviation: number;
  /** How alike the two answers of one person are: found among the pairs, or assumed. */
  correlation: number;
  isCorrelationAssumed: boolean;
  power: number;
}

/** Where nobody is known to have answered twice: usual for one question asked of one person a quarter apart. */
export const assumedCorrelation = 0.5;
const fewestPairs = 30;

/**
 * Answers needed for a margin and for a difference, taking the spread of the answers from the wave at hand, pseudo-counts
 * included (so that a wave whose answers all agree does not promise certainty). Normal approximations; two-sided tests at
 * 5 %. A survey that reaches the wrong people is not mended by more answers.
 */
export function answersNeeded(survey: SurveyAtHand, wanted: Wanted): AnswersNeeded | TooFew {
  const spread = survey.metric === 'csat' ? csatSpread(survey.histogram) : npsSpread(survey.histogram);
  if (spread.kind === 'tooFew') return spread;
  const { variance, added, n, marginNow } = spread;
  const { margin, difference, power = 0.8 } = wanted;
  const search: DifferenceWanted = { difference, power };
  const found = correlationIn(survey);
  const correlation = found ?? assumedCorrelation;
  const population = survey.invited !== undefined && survey.invited >= 1 ? survey.invited : null;
  return {
    kind: 'answersNeeded',
    have: n,
    marginNow: population === null ? marginNow : marginNow * narrowing(n, added, population),
    population,
    forMargin: neededForMargin({ variance, margin, added, ...(population !== null && { population }) }),
    inEach: neededInEach([variance, variance], search),
    inNext: neededInSecond({ n, variance }, variance, search),
    pairs: neededPairs([variance, variance], correlation, search),
    deviation: Math.sqrt(variance),
    correlation,
    isCorrelationAssumed: found === null,
    power,
  };
}

/**
 * What is left of a margin, 0 to 1, where `n` of so many in all answered: the correction for finite populations, sqrt((N -
 * n) / (N - 1)), on the answers alone and not on the pseudo-answers, so that it is `neededForMargin` read backwards. 0
 * once everybody answered.
 */
function narrowing(n: number, added: number, population: number): number {
  if (n >= population) return 0;
  const asOfMany = (n * (population - 1)) / (population - n);
  return Math.sqrt((n + added) / (asOfMany + added));
}

interface Spread {
  kind: 'spread';
  /** Of one answer, in points squared. */
  variance: number;
  /** Pseudo-answers the interval adds. */
  added: number;
  n: number;
  marginNow: number;
}

function npsSpread(histogram: readonly number[]): Spread | TooFew {
  const counts = bandCountsOf(histogram);
  const [nps, adjusted] = [npsOf(counts), netShare(withPseudoCounts(netCounts(counts)))];
  if (nps.kind === 'tooFew') return nps;
  if (!adjusted) return { kind: 'tooFew', n: 0, need: 1 };
  const marginNow = 100 * z95 * adjusted.standardError;
  return {
    kind: 'spread',
    variance: 1e4 * adjusted.variance,
    added: adjusted.n - nps.n,
    n: nps.n,
    marginNow,
  };
}

function csatSpread(histogram: readonly number[]): Spread | TooFew {
  const csat = csatOf(histogram);
  if (csat.kind === 'tooFew') return csat;
  const { successes, trials } = csatCountsOf(histogram);
  const added = z95 * z95;
  const share = (successes + added / 2) / (trials + added);
  const marginNow = (csat.high - csat.low) / 2;
  return { kind: 'spread', variance: 1e4 * share * (1 - share), added, n: trials, marginNow };
}

function correlationIn({ metric, moves }: SurveyAtHand): number | null {
  if (metric !== 'nps' || !moves || pairsCounted(moves) < fewestPairs) return null;
  return pairCorrelation(withPseudoPairs(transitionsOf(moves)));
}
