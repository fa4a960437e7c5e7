import { z95 } from './normalQuantile.ts';

/** Two ends of an interval, `low <= high`. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson score interval for one proportion, `successes` of `trials`, in 0..1. `z` is 1.96 for 95 % unless told (`zOf`).
 * Assumes independent trials with one chance of success; right at 0 and at all, and for few trials.
 * Not for weighted counts or answers in clusters. Without trials nothing is known: 0 to 1.
 * Equals R `prop.test(k, n, correct = FALSE)$conf.int`. Wilson (1927), JASA 22, 209-212.
 */
export function wilson(successes: number, trials: number, z = z95): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const squared = z * z;
  const centre = (successes + squared / 2) / (trials + squared);
  const reach = (z * Math.sqrt(trials * share * (1 - share) + squared / 4)) / (trials + squared);
  return {
    low: successes === 0 ? 0 : centre - reach,
    high: successes === trials ? 1 : centre + reach,
  };
}
