import { twoSidedP } from './normal.ts';
import { logBinomialDensity } from './saddlePoint.ts';

/** Who changed sides, and whether it went one way. */
export interface McNemarTest {
  kind: 'mcNemar';
  /** Pearson's statistic with 1 degree of freedom, without continuity correction. */
  chiSquare: number;
  p: number;
  /** The exact conditional test: never too sure, often far too careful. */
  exactP: number;
  /** The exact test counting its own outcome half: the one to show. */
  midP: number;
}

/** Nobody changed sides: there is nothing to judge a change by. */
export interface NoChange {
  kind: 'noChange';
}

/**
 * McNemar's test that a yes/no answer of the same people did not change: `onlyFirst` said yes first and no second,
 * `onlySecond` the reverse; who said the same twice does not enter. Assumes pairs independent of each other. Not for
 * unrelated samples. Of the p values the mid-p is shown: it keeps its level and is hardly less sensitive than the
 * asymptotic one, for few pairs as for many (Fagerland, Lydersen and Laake 2013, BMC Med. Res. Methodology 13:91).
 * Equals R `mcnemar.test(t, correct = FALSE)`, `binom.test(b, b + c)$p.value` and that less `dbinom(b, b + c, 0.5)`.
 */
export function mcNemar(onlyFirst: number, onlySecond: number): McNemarTest | NoChange {
  const changed = onlyFirst + onlySecond;
  if (changed === 0) return { kind: 'noChange' };
  const z = (onlyFirst - onlySecond) / Math.sqrt(changed);
  const fewer = Math.min(onlyFirst, onlySecond);
  const own = halves(fewer, changed);
  const exactP = Math.min(1, 2 * lowerTail(fewer, changed));
  // At an even split the two tails share the outcome: it is then the whole of what lies beyond neither.
  const midP = onlyFirst === onlySecond ? 1 - own / 2 : exactP - own;
  return { kind: 'mcNemar', chiSquare: z * z, p: twoSidedP(z), exactP, midP };
}

const halves = (k: number, n: number): number => Math.exp(logBinomialDensity(k, n, 0.5));

/** The chance of at most `k` heads in `n` tosses: summed downwards from the largest term until nothing is added. */
function lowerTail(k: number, n: number): number {
  let term = halves(k, n);
  let sum = 0;
  for (let i = k; i >= 0; i--) {
    sum += term;
    if (term < sum * 1e-17) break;
    term *= i / (n - i + 1);
  }
  return sum;
}
