import type { Codebook } from './codebook.ts';
import { codedOf, leftOutOf, themesIn } from './coded.ts';
import type { InterviewFacts } from './facts.ts';

/** When to stop: see `saturationOf`. */
export interface SaturationRule {
  /** First interviews, whose themes all that follows is measured by. */
  base: number;
  /** Interviews looked at together after the base. */
  run: number;
  /** Share of new themes in a run, of the themes of the base, at or below which nothing much is new: 0 to 1. */
  threshold: number;
}

/** What the authors advise where nothing speaks for more. */
export const usualSaturation: SaturationRule = { base: 4, run: 2, threshold: 0.05 };

/** An interview in its turn: the themes nobody had raised before it, and all raised so far. */
export interface SaturationPoint {
  interview: string;
  fresh: number;
  total: number;
}

/** Interviews `from` to `to` (1 is the first) and what was new in them. */
export interface SaturationRun {
  from: number;
  to: number;
  fresh: number;
  /** Of the themes in the base. */
  share: number;
}

/** Where a set of interviews stands. */
export type SaturationState =
  /** Fewer than a base and a run have been held: `more` are needed before anything can be said. */
  | { kind: 'tooFew'; more: number }
  /** The base raised no theme, so nothing can be measured by it. */
  | { kind: 'noThemes' }
  /**
   * The latest run is at or below the threshold: stop. `after` interviews it was so for the first time; `since` is the
   * same place, or a later one where new themes came in between and then dried up again.
   */
  | { kind: 'reached'; after: number; since: number; share: number }
  /** It was reached after `after`, but later interviews brought new themes: go on for `more` without any at least. */
  | { kind: 'reopened'; after: number; more: number; share: number }
  /** Go on: `more` interviews without a new theme at least. */
  | { kind: 'open'; more: number; share: number };

/** The course of a set of interviews. */
export interface Saturation {
  rule: SaturationRule;
  points: readonly SaturationPoint[];
  /** Themes in the base; 0 before it is complete. */
  baseThemes: number;
  runs: readonly SaturationRun[];
  state: SaturationState;
  /** Calls that were left out: still running, or without a theme yet. */
  leftOut: number;
}

/**
 * Thematic saturation, in the order the interviews were held: new themes in a run of interviews over the themes of the
 * base. Runs overlap: with base 4 and run 2 they are interviews 5 and 6, 6 and 7, and so on. Reached "after 6 + 2" means
 * that interviews 7 and 8 brought next to nothing new. It says that one more like these would hardly add a theme, not that
 * shares are known. Guest, Namey and Chen (2020), PLoS ONE 15(5): e0232076.
 */
export function saturationOf(
  facts: readonly InterviewFacts[],
  codebook: Codebook,
  rule: SaturationRule = usualSaturation,
): Saturation {
  const held = codedOf(facts).sort(byTime);
  const points = pointsOf(held, codebook);
  const complete = points.length >= rule.base;
  const baseThemes = complete ? (points[rule.base - 1]?.total ?? 0) : 0;
  const runs = baseThemes === 0 ? [] : runsOf(points, rule, baseThemes);
  return {
    ...{ rule, points, baseThemes, runs },
    state: stateOf(points, runs, rule, baseThemes),
    leftOut: leftOutOf(facts),
  };
}

function pointsOf(held: readonly InterviewFacts[], codebook: Codebook): SaturationPoint[] {
  const known = new Set<string>();
  return held.map((f) => {
    const before = known.size;
    for (const theme of themesIn(f, codebook)) known.add(theme);
    return { interview: f.interview, fresh: known.size - before, total: known.size };
  });
}

function runsOf(
  points: readonly SaturationPoint[],
  { base, run }: SaturationRule,
  of: number,
): SaturationRun[] {
  const count = Math.max(0, points.length - base - run + 1);
  return Array.from({ length: count }, (_, i) => {
    const from = base + i;
    const fresh = freshIn(points.slice(from, from + run));
    return { from: from + 1, to: from + run, fresh, share: fresh / of };
  });
}

function stateOf(
  points: readonly SaturationPoint[],
  runs: readonly SaturationRun[],
  { base, run, threshold }: SaturationRule,
  baseThemes: number,
): SaturationState {
  if (points.length >= base && baseThemes === 0) return { kind: 'noThemes' };
  const latest = runs.at(-1);
  if (!latest) return { kind: 'tooFew', more: base + run - points.length };
  const first = runs.find((r) => r.share <= threshold);
  const { share } = latest;
  if (first && share <= threshold) {
    const before = runs.findLast((r) => r.share > threshold);
    const since = before && before.to > first.to ? before.from : first.from - 1;
    return { kind: 'reached', after: first.from - 1, since, share };
  }
  const more = fewestMore(points, run, (fresh) => fresh / baseThemes <= threshold);
  return first ? { kind: 'reopened', after: first.from - 1, more, share } : { kind: 'open', more, share };
}

/** How many interviews without a new theme bring the latest run down to little enough. */
function fewestMore(
  points: readonly SaturationPoint[],
  run: number,
  isLittle: (fresh: number) => boolean,
): number {
  for (let more = 1; more < run; more++) if (isLittle(freshIn(points.slice(more - run)))) return more;
  return run;
}

const freshIn = (points: readonly SaturationPoint[]): number =>
  points.reduce((sum, point) => sum + point.fresh, 0);

const byTime = (a: InterviewFacts, b: InterviewFacts): number =>
  a.startedAt - b.startedAt || (a.interview < b.interview ? -1 : 1);

/** The same for each value of a dimension, or for each band, largest first; each is measured by its own base. */
export function saturationBy(
  facts: readonly InterviewFacts[],
  codebook: Codebook,
  rule: SaturationRule,
  valueIn: (interview: InterviewFacts) => string,
): { value: string; saturation: Saturation }[] {
  const parts = Map.groupBy(facts, valueIn);
  return [...parts]
    .filter(([value]) => value !== '')
    .map(([value, part]) => ({ value, saturation: saturationOf(part, codebook, rule) }))
    .sort((a, b) => b.saturation.points.length - a.saturation.points.length || (a.value < b.value ? -1 : 1));
}
