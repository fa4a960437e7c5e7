import { benjaminiHochberg, strataExact, type TwoByTwo } from '../stats/index.ts';
import { type Band, bands } from '../waves/index.ts';
import type { Codebook } from './codebook.ts';
import { beyondNoiseBelow, codedOf, leftOutOf, themesIn } from './coded.ts';
import type { InterviewFacts } from './facts.ts';
import { type BandShares, type PairScores, pairScoresIn } from './pairScores.ts';
import { missingBands } from './pooled.ts';
import { inBand } from './raised.ts';

/** Least interviews that must raise a theme before its pairs are tested. */
export const leastToPair = 5;

/** Two themes, and how often they came up in the same interview. */
export interface ThemePair {
  /** The more often raised one first. */
  themes: readonly [string, string];
  raised: readonly [number, number];
  /** Interviews that raise both, and how many chance alone would give within the bands, with its middle 95 %. */
  together: number;
  expected: number;
  chanceLow: number;
  chanceHigh: number;
  byBand: Readonly<Record<Band, { both: number; n: number }>>;
  /** Exact test within bands, and the same corrected for all pairs tested. */
  p: number;
  adjusted: number;
  /** Beyond noise more, or less, often together than chance says; else `chance`. */
  kind: 'together' | 'apart' | 'chance';
  scores: PairScores;
}

/** Which themes compound. */
export interface Compounding {
  /** Interviews counted: tagged, and over. */
  interviews: number;
  /** Calls that are still running or have no theme yet: not counted. */
  leftOut: number;
  /** Bands with answers but too few calls: without them no mean score stands for the survey. */
  missing: readonly Band[];
  /** Themes raised often enough to be paired. */
  themes: number;
  /** Beyond noise first, then the least likely by chance; every pair tested is in it. */
  pairs: readonly ThemePair[];
}

/**
 * Tests every pair of themes that at least `leastToPair` interviews raise: do they come up in the same interviews more or
 * less often than chance says? Detractors are called more often than they answer and raise other themes than promoters, so
 * the test is made within each band and added up (exact, conditional on what each band raised): a pair cannot come out of
 * the selection alone. Corrected over all pairs (Benjamini-Hochberg). `shares`: the survey's bands, by which mean scores
 * are weighted; null where the survey is not at hand.
 */
export function compoundingOf(
  facts: readonly InterviewFacts[],
  codebook: Codebook,
  shares: BandShares | null,
): Compounding {
  const steps = compoundingSteps(facts, codebook, shares);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, a pair at a step: whoever counts thousands of interviews can let others go first in between. */
export function* compoundingSteps(
  facts: readonly InterviewFacts[],
  codebook: Codebook,
  shares: BandShares | null,
): Generator<void, Compounding, void> {
  const coded = codedOf(facts);
  const raised = raisedOften(coded, codebook);
  const scoresOf = pairScoresIn(coded, shares);
  const found: ThemePair[] = [];
  for (const [i, one] of raised.entries())
    for (const other of raised.slice(i + 1)) {
      yield;
      found.push(pairOf(coded, one, other, scoresOf));
    }
  const adjusted = benjaminiHochberg(found.map((pair) => pair.p));
  const pairs = found.map((pair, i) => judged(pair, adjusted[i] ?? 1));
  return {
    interviews: coded.length,
    leftOut: leftOutOf(facts),
    missing: shares ? missingBands(shares, (b) => inBand(coded, b).length) : [],
    themes: raised.length,
    pairs: pairs.sort(byWeight),
  };
}

interface RaisedIn {
  theme: string;
  /** For each interview counted, whether it raises the theme. */
  at: readonly boolean[];
  count: number;
}

function raisedOften(coded: readonly InterviewFacts[], codebook: Codebook): RaisedIn[] {
  const each = coded.map((f) => themesIn(f, codebook));
  const all = new Set(each.flatMap((themes) => [...themes]));
  return [...all]
    .map((theme) => {
      const at = each.map((themes) => themes.has(theme));
      return { theme, at, count: at.filter(Boolean).length };
    })
    .filter(({ count }) => count >= leastToPair)
    .sort((a, b) => b.count - a.count || (a.theme < b.theme ? -1 : 1));
}

function pairOf(
  coded: readonly InterviewFacts[],
  one: RaisedIn,
  other: RaisedIn,
  scoresOf: (one: readonly boolean[], other: readonly boolean[]) => PairScores,
): ThemePair {
  const tables = Object.fromEntries(bands.map((b) => [b, [0, 0, 0, 0]])) as Record<Band, Four>;
  coded.forEach((f, i) => {
    const cell = one.at[i] ? (other.at[i] ? 0 : 1) : other.at[i] ? 2 : 3;
    tables[f.band][cell]++;
  });
  const test = strataExact(bands.map((b) => asTable(tables[b])));
  const both = (b: Band) => ({ both: tables[b][0], n: tables[b].reduce((sum, n) => sum + n, 0) });
  const byBand = Object.fromEntries(bands.map((b) => [b, both(b)])) as ThemePair['byBand'];
  if (test.kind !== 'strata') throw new Error('a theme was raised, so somebody was interviewed');
  return {
    themes: [one.theme, other.theme],
    raised: [one.count, other.count],
    together: test.seen,
    expected: test.expected,
    chanceLow: test.chanceLow,
    chanceHigh: test.chanceHigh,
    byBand,
    p: test.p,
    adjusted: test.p,
    kind: 'chance',
    scores: scoresOf(one.at, other.at),
  };
}

/** Both, only the one, only the other, neither. */
type Four = [number, number, number, number];

const asTable = ([both, one, other, neither]: Four): TwoByTwo => [
  [both, one],
  [other, neither],
];

function judged(pair: ThemePair, adjusted: number): ThemePair {
  const beyond = adjusted < beyondNoiseBelow;
  const kind = !beyond ? 'chance' : pair.together > pair.expected ? 'together' : 'apart';
  return { ...pair, adjusted, kind };
}

const places: Readonly<Record<ThemePair['kind'], number>> = { together: 0, apart: 1, chance: 2 };

function byWeight(a: ThemePair, b: ThemePair): number {
  return (
    places[a.kind] - places[b.kind] ||
    a.p - b.p ||
    b.together - a.together ||
    (a.themes.join() < b.themes.join() ? -1 : 1)
  );
}
