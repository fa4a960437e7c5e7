import { pseudoCounts, type ThreeCounts } from './netShare.ts';

/** How the trials of a pair went, first by second: `t.against.inFavour` went against first and in favour second. */
export interface Transitions {
  against: ThreeCounts;
  neither: ThreeCounts;
  inFavour: ThreeCounts;
}

/** The three outcomes with what each counts: -1, 0 and 1. */
export const outcomes = [
  ['against', -1],
  ['neither', 0],
  ['inFavour', 1],
] as const satisfies readonly (readonly [keyof ThreeCounts, number])[];

const totalOf = (counts: ThreeCounts): number => counts.against + counts.neither + counts.inFavour;

/** Pairs in the table. */
export function pairsIn(transitions: Transitions): number {
  return outcomes.reduce((sum, [from]) => sum + totalOf(transitions[from]), 0);
}

/** How the first trial of every pair went. */
export function firstsOf(transitions: Transitions): ThreeCounts {
  const { against, neither, inFavour } = transitions;
  return { against: totalOf(against), neither: totalOf(neither), inFavour: totalOf(inFavour) };
}

/** How the second trial of every pair went. */
export function secondsOf(transitions: Transitions): ThreeCounts {
  const of = (to: keyof ThreeCounts) => outcomes.reduce((sum, [from]) => sum + transitions[from][to], 0);
  return { against: of('against'), neither: of('neither'), inFavour: of('inFavour') };
}

/**
 * The table with 3 made-up pairs added, spread as if first and second had nothing to do with each other: 3/16, 3/8, 3/16
 * in the outer rows, 3/8, 3/4, 3/8 in the middle. Both margins then hold the pseudo-counts of one net share, as Agresti
 * and Min (2005), Stat. in Medicine 24, 729-740, get their 1/2 a cell from Agresti and Caffo's pseudo-counts.
 */
export function withPseudoPairs(transitions: Transitions): Transitions {
  const row = (from: keyof ThreeCounts): ThreeCounts => {
    const made = (to: keyof ThreeCounts) => (pseudoCounts[from] * pseudoCounts[to]) / totalOf(pseudoCounts);
    const { against, neither, inFavour } = transitions[from];
    return {
      against: against + made('against'),
      neither: neither + made('neither'),
      inFavour: inFavour + made('inFavour'),
    };
  };
  return { against: row('against'), neither: row('neither'), inFavour: row('inFavour') };
}

/**
 * Pearson's correlation of first and second, -1 to 1; null where one of them does not vary, or without pairs.
 * Equals R `cor(first, second)` for outcomes of -1, 0 and 1.
 */
export function pairCorrelation(transitions: Transitions): number | null {
  const n = pairsIn(transitions);
  const [one, two] = [momentsOf(firstsOf(transitions)), momentsOf(secondsOf(transitions))];
  const spread = Math.sqrt(one.variance * two.variance);
  if (n === 0 || spread === 0) return null;
  let products = 0;
  for (const [from, x] of outcomes) for (const [to, y] of outcomes) products += x * y * transitions[from][to];
  return (products / n - one.mean * two.mean) / spread;
}

function momentsOf(counts: ThreeCounts): { mean: number; variance: number } {
  const n = totalOf(counts);
  const mean = (counts.inFavour - counts.against) / n;
  return { mean, variance: Math.max(0, (counts.inFavour + counts.against) / n - mean * mean) };
}
