import { type BandCounts, bandOf, compareNps, npsOf, sharesOf } from '#core/scores/index.ts';
import {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  type CountTable,
  chiSquareTest,
  type EmptyCell,
  fisherExact,
  fisherTable,
  haldaneOddsRatio,
  hochberg,
  holm,
  mcNemar,
  type NoSpread,
  netShare,
  netShareDifference,
  newcombeDifference,
  type OddsRatio,
  oddsRatio,
  phi,
  pseudoCounts,
  rootToleranceOfR,
  type TwoByTwo,
  twoProportionsTest,
  twoSidedP,
  waldInterval,
  wilson,
  withPseudoCounts,
  type ZTest,
  z95,
  zOf,
} from '#core/stats/index.ts';
import { agreement, goingTogether } from './oursAgreement.ts';
import { pairedScore } from './oursPaired.ts';
import { reckoned } from './oursReckoning.ts';
import { weightedScore } from './oursWeighted.ts';
import type { Tree, VectorCase } from './vectorFile.ts';

/** A named refusal of the product, where R says NA, NaN or Inf. */
export interface Refused {
  refused: string;
}

/** The text of a data file by its name in a case. */
export type ReadData = (file: string) => string | null;

/** What the product says of one case: path in `expected` -> value or refusal. Paths it has nothing for are absent. */
export type Ours = Readonly<Record<string, number | string | Refused>>;

/**
 * The product's own values for a case, by the functions the product itself calls; empty for a method it has none of.
 * `dataOf` reads a data file the case names; null where it is not at hand.
 */
export function oursOf(method: string, { kind = '', input }: VectorCase, dataOf: ReadData): Ours {
  if (method.startsWith('Net Promoter Score')) {
    if (kind === 'single') return singleScore(countsIn(input));
    if (kind === 'difference') return waveDifference(countsIn(input.wave1), countsIn(input.wave2));
    if (kind === 'classify') return bandsOfScores(numbersIn(input.scores));
    if (kind === 'weighted') return weightedScore(input, dataOf);
  }
  if (method.startsWith('Paired Net Promoter Score')) return pairedScore(input);
  if (method.startsWith('Inter-coder agreement')) return agreement(kind, input);
  if (method.startsWith('Going together')) return goingTogether(input);
  if (method.startsWith('Trends and answers needed')) return reckoned(kind, input);
  if (method.startsWith('One and two proportions')) {
    const at = (key: string) => numberIn(input[key]);
    if (kind === 'one_proportion') return oneProportion(at('k'), at('n'), at('conf'));
    if (kind === 'two_proportions') return twoProportions(at('k1'), at('n1'), at('k2'), at('n2'), at('conf'));
    if (kind === 'mcnemar') return sameAnswer(at('both'), at('only_first'), at('only_second'), at('neither'));
  }
  if (method.startsWith('Adjusted p values')) return adjusted(numbersIn(input.p));
  if (method.startsWith('Contingency tables'))
    return { ...table(tableIn(input.table)), ...exact(input.table) };
  return {};
}

function singleScore(counts: BandCounts): Ours {
  const nps = npsOf(counts);
  const shares = sharesOf(counts);
  const net = netShare(three(counts));
  const adjusted = netShare(withPseudoCounts(three(counts)));
  if (nps.kind !== 'estimate' || !shares || !net || !adjusted) return { nps: { refused: nps.kind } };
  const [wald, around] = [waldInterval(net), waldInterval(adjusted)];
  return {
    n: nps.n,
    promoters: counts.promoter,
    passives: counts.passive,
    detractors: counts.detractor,
    promoter_share: shares.promoter,
    passive_share: shares.passive,
    detractor_share: shares.detractor,
    nps: net.value,
    nps_x100: nps.value,
    variance: net.variance,
    se: net.standardError,
    se_x100: 100 * net.standardError,
    'wald.conf': 1 - twoSidedP(z95),
    'wald.lower': wald.low,
    'wald.upper': wald.high,
    'wald.margin': (wald.high - wald.low) / 2,
    ...listed('adjusted_wald.pseudo', [pseudoCounts.against, pseudoCounts.neither, pseudoCounts.inFavour]),
    'adjusted_wald.centre': adjusted.value,
    'adjusted_wald.se': adjusted.standardError,
    'adjusted_wald.lower': around.low,
    'adjusted_wald.upper': around.high,
    'adjusted_wald.lower_clamped': nps.low / 100,
    'adjusted_wald.upper_clamped': nps.high / 100,
  };
}

function waveDifference(before: BandCounts, now: BandCounts): Ours {
  const change = compareNps(before, now);
  const wald = netShareDifference(three(before), three(now));
  const adjusted = netShareDifference(withPseudoCounts(three(before)), withPseudoCounts(three(now)));
  if (change.kind !== 'difference' || wald.kind !== 'difference' || adjusted.kind !== 'difference')
    return { difference: { refused: change.kind } };
  return {
    ...scoreOf('wave1', before),
    ...scoreOf('wave2', now),
    difference: wald.value,
    difference_points: change.value,
    se: wald.standardError,
    ...tested('wald', wald.test),
    'wald.lower': wald.low,
    'wald.upper': wald.high,
    'adjusted_wald.difference': adjusted.value,
    'adjusted_wald.se': adjusted.standardError,
    ...tested('adjusted_wald', adjusted.test),
    'adjusted_wald.p_two_sided': change.p,
    'adjusted_wald.lower': change.low / 100,
    'adjusted_wald.upper': change.high / 100,
  };
}

function scoreOf(wave: string, counts: BandCounts): Ours {
  const [nps, net] = [npsOf(counts), netShare(three(counts))];
  if (nps.kind !== 'estimate' || !net) return { [`${wave}.nps`]: { refused: nps.kind } };
  return {
    [`${wave}.n`]: nps.n,
    [`${wave}.nps`]: nps.value / 100,
    [`${wave}.se`]: net.standardError,
  };
}

function oneProportion(k: number, n: number, confidence: number): Ours {
  const { low, high } = wilson(k, n, zOf(confidence));
  return { p: k / n, ...listed('wilson', [low, high]) };
}

function twoProportions(k1: number, n1: number, k2: number, n2: number, confidence: number): Ours {
  const interval = newcombeDifference(k1, n1, k2, n2, zOf(confidence));
  const test = twoProportionsTest(k1, n1, k2, n2);
  if (!interval || test.kind === 'noTrials') return { newcombe: { refused: 'noTrials' } };
  return {
    p1: k1 / n1,
    p2: k2 / n2,
    difference: k1 / n1 - k2 / n2,
    ...tested('pooled_z', test),
    ...listed('newcombe', [interval.low, interval.high]),
    ...listed('published', [interval.low, interval.high]),
    ...fisher([
      [k1, n1 - k1],
      [k2, n2 - k2],
    ]),
  };
}

function sameAnswer(both: number, onlyFirst: number, onlySecond: number, neither: number): Ours {
  const test = mcNemar(onlyFirst, onlySecond);
  const difference = (onlyFirst - onlySecond) / (both + onlyFirst + onlySecond + neither);
  if (test.kind === 'noChange') return { difference, chisq: { refused: test.kind } };
  return { difference, chisq: test.chiSquare, p: test.p, exact_p: test.exactP };
}

function adjusted(p: readonly number[]): Ours {
  const procedures = { BH: benjaminiHochberg, BY: benjaminiYekutieli, bonferroni, hochberg, holm };
  return Object.assign({}, ...Object.entries(procedures).map(([name, of]) => listed(name, of(p))));
}

function table(counts: CountTable): Ours {
  const test = chiSquareTest(counts);
  if (test.kind === 'noTable') return { chisq: { refused: test.why } };
  return {
    chisq: test.chiSquare,
    df: test.df,
    p: test.p,
    cramers_v: test.cramersV,
    min_expected: test.leastExpected,
    ...grid('expected', test.expected),
    ...grid('residuals', test.residuals),
    ...grid('adjusted_residuals', test.adjustedResiduals),
  };
}

/** What is exact, and what is said of 2 x 2 tables alone. */
function exact(tree: Tree | undefined): Ours {
  const counts = tableIn(tree);
  const [[a, b] = [], [c, d] = []] = counts;
  const isFour = counts.length === 2 && counts.every((row) => row.length === 2);
  if (!isFour || a === undefined || b === undefined || c === undefined || d === undefined) {
    const test = fisherTable(counts);
    return { fisher_p: test.kind === 'fisherTable' ? test.p : { refused: test.kind } };
  }
  const four: TwoByTwo = [
    [a, b],
    [c, d],
  ];
  const sign = phi({ both: a, onlyFirst: b, onlySecond: c, neither: d });
  return {
    ...fisher(four),
    ...ratio('odds_ratio_sample', 'odds_ratio_woolf_ci', oddsRatio(four)),
    ...ratio('odds_ratio_haldane', 'odds_ratio_haldane_ci', haldaneOddsRatio(four)),
    phi: sign ?? { refused: 'noSpread' },
  };
}

/** At R's own tolerance: `uniroot` leaves an error of up to 1e-4, which the product's own, finer one does not. */
function fisher(four: TwoByTwo): Ours {
  const test = fisherExact(four, { tolerance: rootToleranceOfR });
  if (test.kind !== 'fisher') return { 'fisher.p_two_sided': { refused: test.kind } };
  return {
    'fisher.p_two_sided': test.p,
    'fisher.p_less': test.pLess,
    'fisher.p_greater': test.pGreater,
    'fisher.odds_ratio_conditional_mle': orNone(test.oddsRatio),
    ...Object.fromEntries([test.low, test.high].map((end, i) => [`fisher.conf_int.${i}`, orNone(end)])),
  };
}

function ratio(value: string, interval: string, odds: OddsRatio | EmptyCell): Ours {
  if (odds.kind === 'oddsRatio') return { [value]: odds.value, ...listed(interval, [odds.low, odds.high]) };
  const said = odds.value === null ? { refused: odds.kind } : orNone(odds.value);
  return { [value]: said, [`${interval}.0`]: said, [`${interval}.1`]: { refused: odds.kind } };
}

const orNone = (value: number): number | Refused =>
  Number.isFinite(value) ? value : { refused: 'withoutEnd' };

const grid = (path: string, rows: CountTable): Ours =>
  Object.assign({}, ...rows.map((row, i) => listed(`${path}.${i}`, row)));

function bandsOfScores(scores: readonly number[]): Ours {
  return listed('classes', scores.map(bandOf));
}

function tested(path: string, test: ZTest | NoSpread): Ours {
  const refused = { refused: test.kind };
  if (test.kind === 'noSpread') return { [`${path}.z`]: refused, [`${path}.p_two_sided`]: refused };
  return { [`${path}.z`]: test.z, [`${path}.p_two_sided`]: test.p };
}

function listed(path: string, values: readonly (number | string)[]): Ours {
  return Object.fromEntries(values.map((value, i) => [`${path}.${i}`, value]));
}

function three(counts: BandCounts) {
  return { against: counts.detractor, neither: counts.passive, inFavour: counts.promoter };
}

function countsIn(input: Tree | undefined): BandCounts {
  const at = (key: string) => numberIn((input as { readonly [key: string]: Tree } | undefined)?.[key]);
  return { detractor: at('detractors'), passive: at('passives'), promoter: at('promoters') };
}

function numberIn(value: Tree | undefined): number {
  if (typeof value !== 'number') throw new Error(`a number was expected, got ${JSON.stringify(value)}`);
  return value;
}

const tableIn = (value: Tree | undefined): number[][] => {
  if (!Array.isArray(value)) throw new Error(`a table was expected, got ${JSON.stringify(value)}`);
  return value.map(numbersIn);
};

function numbersIn(value: Tree | undefined): number[] {
  if (!Array.isArray(value)) throw new Error(`a list was expected, got ${JSON.stringify(value)}`);
  return value.map(numberIn);
}
