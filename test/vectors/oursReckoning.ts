import {
  cochranArmitage,
  fisherExact,
  linearTrend,
  neededForMargin,
  neededInEach,
  neededInSecond,
  neededPairs,
  type TwoByTwo,
} from '#core/stats/index.ts';
import type { Ours } from './ours.ts';
import type { Tree } from './vectorFile.ts';

/** Trends, answers needed, and the exact odds ratio to the last figure: test/vectors/r/reckoning.R. */
export function reckoned(kind: string, input: { readonly [key: string]: Tree }): Ours {
  const list = (key: string) => input[key] as readonly number[];
  if (kind === 'trend') return line(list('at'), list('value'), list('se'));
  if (kind === 'share_trend') return shareTrend(list('k'), list('n'), list('at'));
  if (kind === 'needed') return needed((key) => input[key] as number);
  if (kind === 'fisher') return exactOdds(input.table as unknown as TwoByTwo);
  return {};
}

function line(at: readonly number[], value: readonly number[], se: readonly number[]): Ours {
  const trend = linearTrend(
    at.map((place, i) => ({ at: place, value: value[i] ?? 0, standardError: se[i] ?? 0 })),
  );
  if (trend.kind === 'noLine') return { slope: { refused: trend.kind } };
  const { slope, standardError, intercept, z, p, low, high, scatter } = trend;
  const fit = { q: scatter.chiSquare, df: scatter.df, q_p: scatter.p };
  return { slope, se: standardError, intercept, z, p, lower: low, upper: high, ...fit };
}

function shareTrend(k: readonly number[], n: readonly number[], at: readonly number[]): Ours {
  const test = cochranArmitage(
    k.map((successes, i) => ({ successes, trials: n[i] ?? 0 })),
    at,
  );
  return test.kind === 'z' ? { chisq: test.z ** 2, p: test.p } : { chisq: { refused: test.kind } };
}

function needed(at: (key: string) => number): Ours {
  const [v1, v2] = [at('v1'), at('v2')] as const;
  const wanted = { difference: at('difference'), power: at('power'), level: at('level') };
  const margin = { variance: v1, margin: at('margin'), added: 3 };
  const numbers = {
    margin: neededForMargin(margin),
    margin_of_population: neededForMargin({ ...margin, population: at('population') }),
    each: neededInEach([v1, v2], wanted),
    second: neededInSecond({ n: at('n1'), variance: v1 }, v2, wanted),
    pairs: neededPairs([v1, v2], at('r'), wanted),
  };
  return Object.fromEntries(
    Object.entries(numbers).map(([key, one]) => [key, one.kind === 'needed' ? one.n : { refused: one.kind }]),
  );
}

function exactOdds(table: TwoByTwo): Ours {
  const test = fisherExact(table);
  if (test.kind !== 'fisher') return { odds_ratio: { refused: test.kind } };
  return { odds_ratio: test.oddsRatio, lower: test.low, upper: test.high };
}
