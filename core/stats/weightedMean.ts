import type { NoTrials } from './twoProportions.ts';

/** Trials that came out alike: how many, the sum of their weights, and the sum of the squares of those. */
export interface WeightedGroup {
  value: number;
  n: number;
  weight: number;
  squares: number;
}

/** A mean of weighted trials. */
export interface WeightedMean {
  kind: 'weighted';
  n: number;
  value: number;
  /** Linearised, of a sample drawn with replacement. 0 where all trials came out alike. */
  standardError: number;
  /** Kish's effective sample size: so many equal trials would weigh as much. */
  effective: number;
}

/** All weights are 0: there is no mean. */
export interface NoWeight {
  kind: 'noWeight';
}

/** A single trial has a mean but nothing to judge it by. */
export interface OneTrial {
  kind: 'oneTrial';
}

/**
 * Weighted mean with its design-based standard error by Taylor linearisation: n/(n-1) times the sum of
 * (w (x - mean) / sum of w)^2. Weights are sampling weights (how many people an answer stands for), not counts and not
 * precisions; unclustered, unstratified, with replacement. Only their ratios matter. Where weights come from raking or
 * post-stratification, the true error is usually a little smaller.
 * Equals R `survey::svymean(~x, survey::svydesign(ids = ~1, weights = ~w))`. Effective size: Kish (1965), Survey Sampling.
 */
export function weightedMean(
  groups: readonly WeightedGroup[],
): WeightedMean | NoTrials | NoWeight | OneTrial {
  const sum = (of: (group: WeightedGroup) => number) => groups.reduce((all, group) => all + of(group), 0);
  const [n, weight] = [sum((g) => g.n), sum((g) => g.weight)];
  if (n === 0) return { kind: 'noTrials' };
  if (weight === 0) return { kind: 'noWeight' };
  if (n === 1) return { kind: 'oneTrial' };
  const value = sum((g) => g.weight * g.value) / weight;
  const spread = sum((g) => g.squares * (g.value - value) ** 2) / (weight * weight);
  const standardError = Math.sqrt((n / (n - 1)) * spread);
  return { kind: 'weighted', n, value, standardError, effective: (weight * weight) / sum((g) => g.squares) };
}
