import { z95, zOf } from './normalQuantile.ts';

/** So many answers are needed. */
export interface Needed {
  kind: 'needed';
  n: number;
}

/** No number is enough: the other sample alone already leaves the difference less sure than wanted. */
export interface NeverEnough {
  kind: 'neverEnough';
}

/** A margin or difference to find must be above 0. */
export interface NothingWanted {
  kind: 'nothingWanted';
}

/**
 * Answers that bring the 95 % margin (half the interval, in the unit of the mean) down to `margin`: z^2 variance /
 * margin^2, less what pseudo-counts already add, at least 1. `variance` is that of one answer. With `population` people
 * in all, each of whom can answer once, fewer do: n / (1 + (n - 1) / population), never more than all. Assumes that who
 * answers is a matter of chance: no number of answers mends a survey that reaches the wrong people.
 * In R: `ceiling(qnorm(.975)^2 * variance / margin^2 - added)`. Cochran (1977), Sampling Techniques, section 4.
 */
export function neededForMargin(
  { variance, margin, added = 0, population }: MarginWanted,
  z = z95,
): Needed | NothingWanted {
  if (!(margin > 0)) return { kind: 'nothingWanted' };
  const without = Math.max(1, (z * z * variance) / (margin * margin) - added);
  const finite = population === undefined ? without : without / (1 + (without - 1) / population);
  const n = Math.ceil(finite - 1e-9);
  return { kind: 'needed', n: population === undefined ? n : Math.min(n, population) };
}

/** A margin and what it is to be reached with. */
export interface MarginWanted {
  variance: number;
  margin: number;
  /** Pseudo-counts the interval adds. */
  added?: number;
  population?: number;
}

/** What a difference is to be found with. */
export interface DifferenceWanted {
  /** The true difference that is to be found, in the unit of the mean. */
  difference: number;
  /** The chance of finding it, 0.8 unless told. */
  power?: number;
  /** Two-sided level of the test, 0.05 unless told. */
  level?: number;
}

/** How many standard errors the difference must span: (qnorm(1 - level / 2) + qnorm(power)). */
function span({ power = 0.8, level = 0.05 }: DifferenceWanted): number {
  return zOf(1 - level) + zOf(2 * power - 1);
}

/**
 * Answers needed in EACH of two independent samples to find a difference: (z + z)^2 (v1 + v2) / difference^2, by the
 * normal approximation. In R: `ceiling((qnorm(.975) + qnorm(.8))^2 * (v1 + v2) / d^2)`. Not for the same people asked
 * twice. Cohen (1988), Statistical Power Analysis, chapter 2.
 */
export function neededInEach(
  variances: readonly [number, number],
  wanted: DifferenceWanted,
): Needed | NothingWanted {
  if (!(wanted.difference > 0)) return { kind: 'nothingWanted' };
  const n = (span(wanted) ** 2 * (variances[0] + variances[1])) / wanted.difference ** 2;
  return { kind: 'needed', n: Math.max(1, Math.ceil(n - 1e-9)) };
}

/**
 * Answers needed in the second sample where the first is there already, with `first.n` answers: what the first leaves
 * of the variance allowed. `neverEnough` where it leaves nothing. In R:
 * `ceiling(v2 / (d^2 / (qnorm(.975) + qnorm(.8))^2 - v1 / n1))`.
 */
export function neededInSecond(
  first: { n: number; variance: number },
  variance: number,
  wanted: DifferenceWanted,
): Needed | NeverEnough | NothingWanted {
  if (!(wanted.difference > 0)) return { kind: 'nothingWanted' };
  const left = (wanted.difference / span(wanted)) ** 2 - first.variance / first.n;
  if (!(left > 0)) return { kind: 'neverEnough' };
  return { kind: 'needed', n: Math.max(1, Math.ceil(variance / left - 1e-9)) };
}

/**
 * Pairs needed, people who answer both times: (z + z)^2 times the variance of a person's change, v1 + v2 - 2 r
 * sqrt(v1 v2), over the difference squared; `correlation` r of the two answers of one person. In R as `neededInEach`
 * with that variance. Not where nobody's change varies.
 */
export function neededPairs(
  variances: readonly [number, number],
  correlation: number,
  wanted: DifferenceWanted,
): Needed | NothingWanted {
  const [one, two] = variances;
  return neededInEach([one + two - 2 * correlation * Math.sqrt(one * two), 0], wanted);
}
