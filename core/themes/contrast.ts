import { benjaminiHochberg, fisherExact, newcombeDifference } from '../stats/index.ts';
import { broaderOf, withoutWholes } from './broader.ts';
import type { Codebook } from './codebook.ts';
import { beyondNoiseBelow, codedOf, leftOutOf, nameOf } from './coded.ts';
import type { Count } from './drivers.ts';
import type { InterviewFacts } from './facts.ts';
import { inBand, type Raised, raisedWithBroader } from './raised.ts';
import type { Category } from './records.ts';

/** Least interviews of the two bands together that must raise a theme before it is compared. */
export const leastToContrast = 3;

/** How many of a band raise a theme, and how many of those say it is good, or bad. */
export interface Side extends Count {
  good: number;
  bad: number;
}

/** One theme among passives and among promoters. */
export interface ThemeContrast {
  theme: string;
  name: string;
  category: Category | null;
  passive: Side;
  promoter: Side;
  /** Share of promoters less share of passives, -1 to 1, with its 95 % interval. */
  difference: number;
  low: number;
  high: number;
  /** Exact test, and the same corrected for all themes compared. */
  p: number;
  adjusted: number;
  beyondNoise: boolean;
}

/** What passives miss and promoters keep. */
export interface Contrast {
  passives: number;
  promoters: number;
  /** Calls with either that are still running or have no theme yet: not counted. */
  leftOut: number;
  /** Themes that one of the two raised, but too few to compare. */
  tooRare: number;
  /** From what promoters raise more to what passives raise more. Empty where one of the bands has no such call. */
  themes: readonly ThemeContrast[];
}

/**
 * Sets the themes of promoters against those of passives, an interview counting once. Both bands are read as they were
 * called, each by itself, so that their sizes do not enter; calls that are tagged and over count. A broader theme counts those
 * who raised any of its parts, once. Newcombe's interval, Fisher's exact test, corrected over the themes compared
 * (Benjamini-Hochberg).
 */
export function contrastOf(facts: readonly InterviewFacts[], codebook: Codebook): Contrast {
  const coded = codedOf(facts);
  const passives = inBand(coded, 'passive');
  const promoters = inBand(coded, 'promoter');
  const [held, kept] = [raisedWithBroader(passives, codebook), raisedWithBroader(promoters, codebook)];
  const k = (theme: string) => (held.get(theme)?.length ?? 0) + (kept.get(theme)?.length ?? 0);
  const heard = [...new Set([...held.keys(), ...kept.keys()])].map((theme) => ({ theme, k: k(theme) }));
  const themes = withoutWholes(heard, (one) => one.k, broaderOf(codebook)).map((one) => one.theme);
  const often = themes.filter((theme) => k(theme) >= leastToContrast);
  const compared = often.flatMap((theme) => {
    const passive = sideOf(held.get(theme) ?? [], passives.length);
    const promoter = sideOf(kept.get(theme) ?? [], promoters.length);
    const against = set(passive, promoter);
    const category = codebook.all.get(theme)?.category ?? null;
    return against ? [{ theme, name: nameOf(theme, codebook), category, passive, promoter, ...against }] : [];
  });
  const adjusted = benjaminiHochberg(compared.map(({ p }) => p));
  const judged = compared.map((one, i): ThemeContrast => {
    const q = adjusted[i] ?? 1;
    return { ...one, adjusted: q, beyondNoise: q < beyondNoiseBelow };
  });
  return {
    passives: passives.length,
    promoters: promoters.length,
    leftOut: leftOutOf([...inBand(facts, 'passive'), ...inBand(facts, 'promoter')]),
    tooRare: themes.length - often.length,
    themes: judged.sort((a, b) => b.difference - a.difference || a.p - b.p || (a.theme < b.theme ? -1 : 1)),
  };
}

function sideOf(raised: readonly Raised[], n: number): Side {
  const saying = (valence: 'good' | 'bad') =>
    raised.filter(({ mentions }) => mentions.some((m) => m.valence === valence)).length;
  return { k: raised.length, n, good: saying('good'), bad: saying('bad') };
}

function set(passive: Side, promoter: Side) {
  const interval = newcombeDifference(promoter.k, promoter.n, passive.k, passive.n);
  const test = fisherExact([
    [promoter.k, promoter.n - promoter.k],
    [passive.k, passive.n - passive.k],
  ]);
  if (!interval || test.kind !== 'fisher') return null;
  return { difference: promoter.k / promoter.n - passive.k / passive.n, ...interval, p: test.p };
}
