import { studentZ, weightedMean } from '../stats/index.ts';
import { type Band, bands } from '../waves/index.ts';
import type { InterviewFacts } from './facts.ts';
import { missingBands } from './pooled.ts';

/** The share of each band among the survey's answers, 0 to 1. */
export type BandShares = Readonly<Record<Band, number>>;

/** Least interviews before a mean score is said. */
export const leastForMean = 5;

/** The scores of some interviews. */
export interface ScoreGroup {
  n: number;
  /** Mean score, 0 to 10, with its 95 % interval; null below `leastForMean`, and where interviews cannot stand for the survey. */
  mean: { value: number; low: number; high: number } | null;
}

/** How the score looks where both themes of a pair came up, where one did, and where neither did. */
export interface PairScores {
  both: ScoreGroup;
  one: ScoreGroup;
  neither: ScoreGroup;
}

/**
 * Mean scores as the whole survey would have them: people were chosen by band, so each interview stands for the answers of
 * its band (share in the survey / interviews of the band). No mean without the survey's bands, or where one that answered has
 * fewer than `leastInBand` interviews. Student's interval around a linearised error. The scores were given before the call and
 * are no effect of what was said in it; nothing is claimed of a difference.
 */
export function pairScoresIn(interviews: readonly InterviewFacts[], shares: BandShares | null) {
  const held = new Map(bands.map((b) => [b, interviews.filter((f) => f.band === b).length]));
  const known = shares && missingBands(shares, (b) => held.get(b) ?? 0).length === 0 ? shares : null;
  const weightOf = (f: InterviewFacts) => (known ? known[f.band] / (held.get(f.band) ?? 1) : 0);
  // interviews of one band and score are all alike
  const kinds = new Map<string, Kind>();
  const kindOf = interviews.map((f) => {
    const name = `${f.band} ${f.score}`;
    const kind = kinds.get(name) ?? { value: f.score, weight: weightOf(f), place: kinds.size };
    kinds.set(name, kind);
    return kind.place;
  });
  return (one: readonly boolean[], other: readonly boolean[]): PairScores => {
    const counts = [0, 1, 2].map(() => new Uint32Array(kinds.size)) as [
      Uint32Array,
      Uint32Array,
      Uint32Array,
    ];
    for (let i = 0; i < kindOf.length; i++) {
      const [into, place] = [counts[Number(one[i]) + Number(other[i])], kindOf[i]];
      if (into && place !== undefined) into[place] = (into[place] ?? 0) + 1;
    }
    const [neither, either, both] = counts;
    const group = (n: Uint32Array) => groupOf([...kinds.values()], n);
    return { both: group(both), one: group(either), neither: group(neither) };
  };
}

/** Interviews of one band and score: what each of them stands for, and where they are counted. */
interface Kind {
  value: number;
  weight: number;
  place: number;
}

function groupOf(kinds: readonly Kind[], counts: Uint32Array): ScoreGroup {
  const all = kinds.flatMap(({ value, weight, place }) => {
    const n = counts[place] ?? 0;
    return n > 0 ? [{ value, n, weight }] : [];
  });
  const n = all.reduce((sum, at) => sum + at.n, 0);
  if (n < leastForMean) return { n, mean: null };
  const found = weightedMean(
    all.map(({ value, n: k, weight }) => ({ value, n: k, weight: k * weight, squares: k * weight * weight })),
  );
  // all of one score have no spread, which is no reason to be sure
  if (found.kind !== 'weighted' || found.standardError === 0) return { n, mean: null };
  const reach = studentZ(n - 1) * found.standardError;
  const { value } = found;
  return { n, mean: { value, low: Math.max(0, value - reach), high: Math.min(10, value + reach) } };
}
