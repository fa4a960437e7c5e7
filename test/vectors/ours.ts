import { type BandCounts, bandOf, compareNps, npsOf, sharesOf } from '#core/scores/index.ts';
import {
  benjaminiHochberg,
  type NoSpread,
  netShare,
  netShareDifference,
  newcombeDifference,
  pseudoCounts,
  twoProportionsTest,
  twoSidedP,
  waldInterval,
  wilson,
  withPseudoCounts,
  type ZTest,
  z95,
  zOf,
} from '#core/stats/index.ts';
import type { Tree, VectorCase } from './vectorFile.ts';

/** A named refusal of the product, where R says NA, NaN or Inf. */
export interface Refused {
  refused: string;
}

/** What the product says of one case: path in `expected` -> value or refusal. Paths it has nothing for are absent. */
export type Ours = Readonly<Record<string, number | string | Refused>>;

/** The product's own values for a case, by the functions the product itself calls; empty for a method it has none of. */
export function oursOf(method: string, { kind = '', input }: VectorCase): Ours {
  if (method.startsWith('Net Promoter Score')) {
    if (kind === 'single') return singleScore(countsIn(input));
    if (kind === 'difference') return waveDifference(countsIn(input.wave1), countsIn(input.wave2));
    if (kind === 'classify') return bandsOfScores(numbersIn(input.scores));
  }
  if (method.startsWith('One and two proportions')) {
    const at = (key: string) => numberIn(input[key]);
    if (kind === 'one_proportion') return oneProportion(at('k'), at('n'), at('conf'));
    if (kind === 'two_proportions') return twoProportions(at('k1'), at('n1'), at('k2'), at('n2'), at('conf'));
  }
  if (method.startsWith('Adjusted p values')) return listed('BH', benjaminiHochberg(numbersIn(input.p)));
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
  };
}

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

function numbersIn(value: Tree | undefined): number[] {
  if (!Array.isArray(value)) throw new Error(`a list was expected, got ${JSON.stringify(value)}`);
  return value.map(numberIn);
}
