import { seededChance } from '../model/chance.ts';
import {
  type Alpha,
  cohenKappa,
  type Interval,
  type Kappa,
  krippendorffAlpha,
  type NoAlpha,
  type NoKappa,
} from '../stats/index.ts';
import type { Codebook } from './codebook.ts';
import { nameOf } from './coded.ts';
import type { CodingFact } from './codingFacts.ts';
import type { InterviewFacts } from './facts.ts';

/** Least interviews coded twice before kappa or a range is said, and below which either is to be taken with care. */
export const leastCodedTwice = 10;
export const fewCodedTwice = 30;

/** An interview that two people coded, each with the themes they gave it. */
export interface CodedTwice {
  interview: InterviewFacts;
  /** By coder's id, so that in any two interviews the same two people stand in the same places. */
  first: CodingFact;
  second: CodingFact;
}

/** How two coders used one theme, over all interviews coded twice. */
export interface ThemeAgreement {
  theme: string;
  name: string;
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
  /** Share of interviews on which they say the same, 0 to 1. */
  alike: number;
  kappa: Kappa | NoKappa | { kind: 'tooFew'; n: number; need: number };
}

/** One interview and theme on which the two differ. */
export interface Disagreement {
  interview: InterviewFacts;
  theme: string;
  name: string;
  /** Who gave it the theme, who did not, and the notes it rests on. */
  by: CodingFact;
  not: CodingFact;
  notes: readonly { note: string; text: string }[];
  /** What they agreed on since; null while it is open. */
  settled: boolean | null;
}

/** Agreement of coders who did not see each other's tags. */
export interface Agreement {
  coded: readonly CodedTwice[];
  /** Interviews that one person has handed in and nobody else yet. */
  waiting: number;
  /** Themes that at least one of the two used, least agreed on first. */
  themes: readonly ThemeAgreement[];
  /** Over all interviews and themes used: does the interview raise the theme, yes or no. */
  overall: Alpha | NoAlpha;
  /** 95 % range of `overall`; null below `leastCodedTwice`. */
  range: Interval | null;
  /** How grave, where both gave the theme and both stated it: by rank. */
  severity: Alpha | NoAlpha;
  /** Open ones first. */
  disagreements: readonly Disagreement[];
}

/**
 * Compares the codings of each interview that two people handed in (the two who did so first). A thing judged is one theme
 * in one interview: an interview counts once however many of its notes carry the theme, as in the driver table. Themes
 * that neither used anywhere are no agreement and left out. Merged themes are one. The range of alpha is made by drawing
 * interviews, not single judgements, with replacement a thousand times: judgements of one interview hang together.
 */
export function agreementOf(facts: readonly InterviewFacts[], codebook: Codebook): Agreement {
  const coded = facts
    .flatMap((f) => codedTwice(f))
    .sort((a, b) => a.interview.startedAt - b.interview.startedAt);
  const judged = coded.map((one) => judgedIn(one, codebook));
  const used = [
    ...new Set(judged.flatMap(({ first, second }) => [...first.keys(), ...second.keys()])),
  ].sort();
  const units = judged.map(({ first, second }) =>
    used.map((theme) => [Number(first.has(theme)), Number(second.has(theme))]),
  );
  return {
    coded,
    waiting: facts.filter((f) => handedIn(f).length === 1).length,
    themes: used.map((theme) => agreementOn(theme, judged, codebook)).sort(byKappa),
    overall: krippendorffAlpha(units.flat()),
    range: rangeOver(units),
    severity: krippendorffAlpha(judged.flatMap(gravities), 'ordinal'),
    disagreements: coded
      .flatMap((one, i) => differing(one, judged[i] as Judged, codebook))
      .sort((a, b) => Number(a.settled !== null) - Number(b.settled !== null)),
  };
}

const handedIn = ({ codings = [] }: InterviewFacts): CodingFact[] => codings.filter((c) => c.doneAt > 0);

function codedTwice(interview: InterviewFacts): CodedTwice[] {
  const [one, other] = handedIn(interview).sort((a, b) => a.doneAt - b.doneAt || compare(a.coder, b.coder));
  if (!one || !other) return [];
  const [first, second] = compare(one.coder, other.coder) < 0 ? [one, other] : [other, one];
  return [{ interview, first, second }];
}

/** For each coder the themes given, with the gravest severity stated; 0 where none was. */
interface Judged {
  first: ReadonlyMap<string, number>;
  second: ReadonlyMap<string, number>;
}

function judgedIn({ first, second }: CodedTwice, codebook: Codebook): Judged {
  const read = ({ tags }: CodingFact) => {
    const themes = new Map<string, number>();
    for (const tag of tags) {
      const theme = codebook.resolve(tag.theme);
      themes.set(theme, Math.max(themes.get(theme) ?? 0, tag.severity));
    }
    return themes;
  };
  return { first: read(first), second: read(second) };
}

function agreementOn(theme: string, judged: readonly Judged[], codebook: Codebook): ThemeAgreement {
  const count = (one: boolean, other: boolean) =>
    judged.filter(({ first, second }) => first.has(theme) === one && second.has(theme) === other).length;
  const [both, onlyFirst, onlySecond, neither] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  const n = judged.length;
  const kappa: ThemeAgreement['kappa'] =
    n < leastCodedTwice
      ? { kind: 'tooFew', n, need: leastCodedTwice }
      : cohenKappa([
          [both, onlyFirst],
          [onlySecond, neither],
        ]);
  const alike = (both + neither) / n;
  return { theme, name: nameOf(theme, codebook), both, onlyFirst, onlySecond, neither, alike, kappa };
}

function gravities({ first, second }: Judged): number[][] {
  return [...first].flatMap(([theme, one]) => {
    const other = second.get(theme) ?? 0;
    return one > 0 && other > 0 ? [[one, other]] : [];
  });
}

const draws = 1000;

/** Percentile range over interviews drawn again; the seed is fixed, so the same codings give the same range. */
function rangeOver(units: readonly (readonly (readonly number[])[])[]): Interval | null {
  if (units.length < leastCodedTwice) return null;
  const chance = seededChance('agreement');
  const sums = units.map((pairs) => ({
    pairs: pairs.length,
    differ: pairs.filter(([one, other]) => one !== other).length,
    yes: pairs.flat().reduce((sum, value) => sum + value, 0),
  }));
  const values = Array.from({ length: draws }, () => {
    const drawn = { pairs: 0, differ: 0, yes: 0 };
    for (let i = 0; i < sums.length; i++) {
      const one = sums[chance.below(sums.length)] as (typeof sums)[number];
      drawn.pairs += one.pairs;
      drawn.differ += one.differ;
      drawn.yes += one.yes;
    }
    return alphaOfSums(drawn);
  }).sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (draws - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** Krippendorff's alpha of yes and no by two judges; 1 where nothing could differ. */
export function alphaOfSums({ pairs, differ, yes }: { pairs: number; differ: number; yes: number }): number {
  const values = 2 * pairs;
  const expected = (2 * yes * (values - yes)) / (values * (values - 1));
  return expected > 0 ? 1 - differ / pairs / expected : 1;
}

function differing(one: CodedTwice, { first, second }: Judged, codebook: Codebook): Disagreement[] {
  const themes = [...first.keys(), ...second.keys()].filter((t) => first.has(t) !== second.has(t)).sort();
  return themes.map((theme) => {
    const [by, not] = first.has(theme) ? [one.first, one.second] : [one.second, one.first];
    const notes = by.tags.filter((tag) => codebook.resolve(tag.theme) === theme);
    return {
      interview: one.interview,
      theme,
      name: nameOf(theme, codebook),
      ...{ by, not },
      notes: notes.map(({ note, text }) => ({ note, text })),
      settled: one.interview.settled?.find((s) => codebook.resolve(s.theme) === theme)?.holds ?? null,
    };
  });
}

function byKappa(a: ThemeAgreement, b: ThemeAgreement): number {
  return a.alike - b.alike || b.both - a.both || compare(a.theme, b.theme);
}

/** By code unit, never by locale: the same everywhere. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
