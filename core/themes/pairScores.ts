import { studentZ, weightedMean } from '../stats/index.ts';
import { type Band, bands } from '../waves/index.ts';
import type { InterviewFacts } from './facts.ts';

/** The share of each band among the survey's answers, 0 to 1. */
export type BandShares = Readonly<Record<Band, number>>;

/** Least interviews before a mean score is said. */
export const leastForMean = 5;

/** The scores of some interviews. */
export interface ScoreGroup {
  n: number;
  /** Mean score, 0 to 10, with its 95 % interval; null below `leastForMean`, and without the survey's bands. */
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
 * its band (share in the survey / interviews of the band). Student's interval around a linearised error. The scores were
 * given before the call and are no effect of what was said in it; nothing is claimed of a difference.
 */
export function pairScores(
  interviews: readonly InterviewFacts[],
  one: readonly boolean[],
  other: readonly boolean[],
  shares: BandShares | null,
): PairScores {
  const held = new Map(bands.map((b) => [b, interviews.filter((f) => f.band === b).length]));
  const weightOf = (f: InterviewFacts) => (shares ? shares[f.band] / (held.get(f.band) ?? 1) : 0);
  const [neither, either, both] = [new Map(), new Map(), new Map()] as [Scores, Scores, Scores];
  interviews.forEach((f, i) => {
    const where = one[i] ? (other[i] ? both : either) : other[i] ? either : neither;
    const at = where.get(`${f.band} ${f.score}`) ?? { value: f.score, n: 0, weight: weightOf(f) };
    where.set(`${f.band} ${f.score}`, { ...at, n: at.n + 1 });
  });
  return { both: groupOf(both), one: groupOf(either), neither: groupOf(neither) };
}

/** By band and score: how many, and the weight of one of them. */
type Scores = Map<string, { value: number; n: number; weight: number }>;

function groupOf(scores: Scores): ScoreGroup {
  const all = [...scores.values()];
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
