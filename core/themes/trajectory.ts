import { benjaminiHochberg, cochranArmitage, fisherTwoSided } from '../stats/index.ts';
import type { Codebook } from './codebook.ts';
import { codedOf } from './coded.ts';
import { noiseAt } from './concentration.ts';
import type { InterviewFacts } from './facts.ts';
import { raisedWithBroader } from './raised.ts';

/** Least interviews of a band in a cycle before it is compared with another. */
export const leastInCycle = 5;

/** How many interviews of a cycle raise each theme. Themes nobody raised are absent. */
export interface CycleTally {
  cycle: string;
  /** As shown: "Q4 2026". */
  name: string;
  n: number;
  raised: ReadonlyMap<string, number>;
}

/** Counts one cycle's calls that are tagged and over; `facts` are its interviews of one band (and segment, where one is on screen). */
export function tallyOf(
  cycle: { id: string; name: string },
  facts: readonly InterviewFacts[],
  codebook: Codebook,
): CycleTally {
  const coded = codedOf(facts);
  const raised = raisedWithBroader(coded, codebook);
  const counts = [...raised].map(([theme, here]) => [theme, here.length] as const);
  return { cycle: cycle.id, name: cycle.name, n: coded.length, raised: new Map(counts) };
}

/** One cycle of a theme. */
export interface CyclePoint {
  cycle: string;
  name: string;
  k: number;
  n: number;
}

/**
 * How a theme moved. `first`: no earlier cycle to compare with; `tooFew`: fewer than five interviews in this cycle; `new`:
 * raised now, never before; `back`: raised now and before, but not in the last cycle; `gone`: raised in the last cycle, not
 * now; `rising`, `falling`: beyond noise; `persistent`: raised in both, with no change beyond noise.
 */
export interface Trajectory {
  kind: 'first' | 'tooFew' | 'new' | 'back' | 'gone' | 'rising' | 'falling' | 'persistent';
  /** Corrected for all themes of the table. Always so for `rising` and `falling`, never for `persistent`. */
  beyondNoise: boolean;
  /** The cycle it is compared with, null for `first` and `tooFew`. */
  since: CyclePoint | null;
  /** Every cycle with an interview of the band, oldest first, this one last. */
  points: readonly CyclePoint[];
}

/**
 * Compares each theme with the earlier cycles of the same band: the share now against that of the last cycle with at least
 * five interviews (Fisher's exact test) and, from three such cycles on, the straight line over all of them (Cochran-
 * Armitage); the smaller of the two p values counts, doubled where both were asked. The step is asked where its counts could
 * have shown a change, the line where they are enough for its test (Cochran's rule). Corrected over all themes whose counts
 * could have shown a change (Benjamini-Hochberg). `cycles` oldest first, the one on screen last. Assumes that the same kinds
 * of people were called in each; it cannot know.
 */
export function trajectoriesOf(cycles: readonly CycleTally[]): ReadonlyMap<string, Trajectory> {
  const [now, since] = [cycles.at(-1), cycles.slice(0, -1).findLast((c) => c.n >= leastInCycle)];
  const themes = new Set([...(now?.raised.keys() ?? []), ...(since?.raised.keys() ?? [])]);
  const found = [...themes].map((theme) => ({ theme, ...moveOf(theme, cycles) }));
  const tested = found.filter((f) => f.p !== null);
  const adjusted = benjaminiHochberg(tested.map((f) => f.p ?? 1));
  const beyond = new Set(tested.filter((_, i) => (adjusted[i] ?? 1) < noiseAt));
  return new Map(found.map((f) => [f.theme, trajectoryOf(f, beyond.has(f))]));
}

/** What is known of a theme before it is known what is noise. */
interface Move {
  points: readonly CyclePoint[];
  kind: Exclude<Trajectory['kind'], 'rising' | 'falling'>;
  since: CyclePoint | null;
  p: number | null;
  rises: boolean;
}

function moveOf(theme: string, cycles: readonly CycleTally[]): Move {
  const points = cycles
    .map(({ cycle, name, n, raised }) => ({ cycle, name, k: raised.get(theme) ?? 0, n }))
    .filter((point, i) => point.n > 0 || i === cycles.length - 1);
  const now = points.at(-1);
  const earlier = points.slice(0, -1);
  const read = earlier.filter((point) => point.n >= leastInCycle);
  const since = read.at(-1) ?? null;
  const none = { points, since: null, p: null, rises: false };
  if (!now || now.n < leastInCycle) return { ...none, kind: 'tooFew' };
  if (!since) return { ...none, kind: 'first' };
  const kind = kindOf(now, since, earlier);
  return { points, kind, since, ...testOf([...read, now], kind === 'persistent') };
}

function kindOf(now: CyclePoint, since: CyclePoint, earlier: readonly CyclePoint[]) {
  if (now.k === 0) return 'gone';
  if (earlier.every((point) => point.k === 0)) return 'new';
  return since.k === 0 ? 'back' : 'persistent';
}

function testOf(read: readonly CyclePoint[], asksLine: boolean): { p: number | null; rises: boolean } {
  const [since, now] = [read.at(-2), read.at(-1)];
  if (!since || !now) return { p: null, rises: false };
  const step = fisherTwoSided([
    [now.k, now.n - now.k],
    [since.k, since.n - since.k],
  ]);
  const line =
    asksLine && read.length > 2 && areEnoughForLine(read)
      ? cochranArmitage(read.map(({ k, n }) => ({ successes: k, trials: n })))
      : null;
  const asked = [
    ...(step.least < noiseAt ? [{ p: step.p, rises: now.k * since.n > since.k * now.n }] : []),
    ...(line?.kind === 'z' ? [{ p: line.p, rises: line.z > 0 }] : []),
  ];
  const [first, second] = asked.sort((a, b) => a.p - b.p);
  if (!first) return { p: null, rises: false };
  return second ? { ...first, p: Math.min(1, 2 * first.p) } : first;
}

/**
 * Whether the normal distribution stands in for the counts: of those expected without any change at least one in each place,
 * and five in four of five. Cochran (1954), Biometrics 10, 420.
 */
function areEnoughForLine(read: readonly CyclePoint[]): boolean {
  const all = read.reduce((sum, { n }) => sum + n, 0);
  const share = read.reduce((sum, { k }) => sum + k, 0) / all;
  const expected = read.flatMap(({ n }) => [n * share, n * (1 - share)]);
  return expected.every((e) => e >= 1) && expected.filter((e) => e >= 5).length >= 0.8 * expected.length;
}

function trajectoryOf({ kind, since, points, rises }: Move, beyondNoise: boolean): Trajectory {
  const moved = kind === 'persistent' && beyondNoise;
  return { kind: moved ? (rises ? 'rising' : 'falling') : kind, beyondNoise, since, points };
}
