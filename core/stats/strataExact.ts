import type { NothingToTest, TwoByTwo } from './fisherExact.ts';
import { logHypergeometricDensity } from './saddlePoint.ts';

/** How often two things went together within groups, against what chance gives. */
export interface StrataExact {
  kind: 'strata';
  /** How often they did (first cell, summed over the strata), and how often chance would have them. */
  seen: number;
  expected: number;
  /** Where chance alone puts the count: each tail beyond holds at most 2.5 %. */
  chanceLow: number;
  chanceHigh: number;
  /** Two-sided: all counts as likely as the one seen, or less. */
  p: number;
  /** One-sided: they go together less, or more. */
  pLess: number;
  pGreater: number;
}

/**
 * Exact conditional test that rows and columns are independent within every stratum (2 x 2 x K): the first cells' sum,
 * given the margins of each table. Right for any counts, and where strata were sampled at different rates: nothing is
 * compared across them. Assumes independent trials, and sees what goes one way in all strata; ways that oppose each other
 * cancel. One stratum is Fisher's test. Equals R `mantelhaen.test(x, exact = TRUE)$p.value`. Cox (1970), The Analysis of
 * Binary Data; Agresti (2002), Categorical Data Analysis, 6.3.
 */
export function strataExact(strata: readonly TwoByTwo[]): StrataExact | NothingToTest {
  const tables = strata.filter(([[a, b], [c, d]]) => a + b + c + d > 0);
  if (tables.length === 0) return { kind: 'nothingToTest' };
  const each = tables.map(chancesOf);
  const least = each.reduce((sum, one) => sum + one.least, 0);
  const chances = each.map((one) => one.chances).reduce(together);
  const seen = tables.reduce((sum, [[a]]) => sum + a, 0);
  const limit = (chances[seen - least] ?? 0) * (1 + 1e-7);
  const up = runningSums(chances);
  const down = runningSums(chances.toReversed()).reverse();
  const p = chances.reduce((sum, chance) => (chance <= limit ? sum + chance : sum), 0);
  return {
    kind: 'strata',
    seen,
    expected: chances.reduce((sum, chance, i) => sum + chance * (least + i), 0),
    chanceLow:
      least +
      Math.max(
        0,
        up.findIndex((sum) => sum > 0.025),
      ),
    chanceHigh: least + down.findLastIndex((sum) => sum > 0.025),
    p: Math.min(1, p),
    pLess: Math.min(1, up[seen - least] ?? 1),
    pGreater: Math.min(1, down[seen - least] ?? 1),
  };
}

/** The chance of each possible first cell of one table, from the least on. */
function chancesOf([[a, b], [c, d]]: TwoByTwo): { least: number; chances: Float64Array } {
  const [marked, unmarked, sample] = [a + c, b + d, a + b];
  const least = Math.max(0, sample - unmarked);
  const most = Math.min(sample, marked);
  const chances = Float64Array.from({ length: most - least + 1 }, (_, i) =>
    Math.exp(logHypergeometricDensity(least + i, marked, unmarked, sample)),
  );
  return { least, chances };
}

/** The chances of the sum of two independent counts. */
function together(one: Float64Array, other: Float64Array): Float64Array {
  const sums = new Float64Array(one.length + other.length - 1);
  // plain loops: with thousands of calls these are the whole cost of a pair of themes
  for (let i = 0; i < one.length; i++) {
    const chance = one[i] as number;
    for (let j = 0; j < other.length; j++)
      sums[i + j] = (sums[i + j] as number) + chance * (other[j] as number);
  }
  return sums;
}

function runningSums(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}
