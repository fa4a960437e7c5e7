import { withPseudoCounts } from '../stats/netShare.ts';
import { overlappingNetShares } from '../stats/overlappingNetShares.ts';
import type { YesNoPairs } from '../stats/overlappingShares.ts';
import { pairedNetShare } from '../stats/pairedNetShare.ts';
import { type Transitions, withPseudoPairs } from '../stats/transitions.ts';
import { type Band, bands } from '../waves/index.ts';
import { answersIn, type BandCounts } from './bands.ts';
import { type NpsDifference, npsDifference, type ShareChange, shareChange } from './compare.ts';
import { netCounts, type TooFew } from './nps.ts';

/** Where those who answered both waves went: `moves.detractor.promoter` were detractors and are promoters now. */
export type Moves = Readonly<Record<Band, BandCounts>>;

/** What the same people said before, by band. */
export function beforeIn(moves: Moves): BandCounts {
  const [detractor = 0, passive = 0, promoter = 0] = bands.map((band) => answersIn(moves[band]));
  return { detractor, passive, promoter };
}

/** What the same people say now, by band. */
export function nowIn(moves: Moves): BandCounts {
  const of = (to: Band) => bands.reduce((sum, from) => sum + moves[from][to], 0);
  return { detractor: of('detractor'), passive: of('passive'), promoter: of('promoter') };
}

/** How many answered both waves. */
export const pairsCounted = (moves: Moves): number => answersIn(beforeIn(moves));

/** The change of the same people from one wave to the next. */
export interface PairedChange extends Omit<NpsDifference, 'kind'> {
  kind: 'pairs';
  moves: Moves;
  /** Of the pairs: went to a better band, to a worse one, stayed. */
  better: number;
  worse: number;
  same: number;
  bands: Readonly<Record<Band, ShareChange>>;
}

/**
 * The change of those who answered both waves, each compared with themselves: mean of the paired differences with three
 * pseudo-pairs added (`pairedNetShare` on `withPseudoPairs`), and for each band the mid-p McNemar test with Newcombe's
 * paired interval. Finds smaller changes than comparing strangers; says nothing of those who answered once.
 */
export function comparePairs(moves: Moves): PairedChange | TooFew {
  const n = pairsCounted(moves);
  const plain = pairedNetShare(transitionsOf(moves));
  const adjusted = pairedNetShare(withPseudoPairs(transitionsOf(moves)));
  const changes = bandChanges(beforeIn(moves), nowIn(moves), moves);
  const score = npsDifference(plain, adjusted, [n, n]);
  if (score.kind === 'tooFew' || !changes) return { kind: 'tooFew', n, need: 1 };
  const better = moves.detractor.passive + moves.detractor.promoter + moves.passive.promoter;
  const worse = moves.promoter.passive + moves.promoter.detractor + moves.passive.detractor;
  return { ...score, kind: 'pairs', moves, better, worse, same: n - better - worse, bands: changes };
}

/** The change from one wave to the next where some people answered both. */
export interface OverlappingChange {
  kind: 'overlapping';
  /** Of the whole waves: the difference on screen. */
  score: NpsDifference;
  bands: Readonly<Record<Band, ShareChange>>;
  /** How many are compared with themselves, and how many as strangers on either side. */
  pairs: number;
  onlyBefore: number;
  onlyNow: number;
}

/**
 * The change between two waves that share some people: the difference of the two scores as they stand, with a variance
 * that knows who answered twice (`overlappingNetShares`); bands likewise. Without pairs it is `compareNps`, with nothing
 * but pairs `comparePairs`. `before` and `now` count everyone, those in `moves` too.
 */
export function compareOverlapping(
  before: BandCounts,
  now: BandCounts,
  moves: Moves,
): OverlappingChange | TooFew {
  const n = [answersIn(before), answersIn(now)] as const;
  const [first, second, pairs] = [netCounts(before), netCounts(now), transitionsOf(moves)];
  const plain = overlappingNetShares(first, second, pairs);
  const adjusted = overlappingNetShares(
    withPseudoCounts(first),
    withPseudoCounts(second),
    withPseudoPairs(pairs),
  );
  if (plain.kind === 'morePairsThanTrials' || adjusted.kind === 'morePairsThanTrials')
    throw new Error(`${pairsCounted(moves)} pairs among ${n[0]} and ${n[1]} answers`);
  const score = npsDifference(plain, adjusted, n);
  const changes = bandChanges(before, now, moves);
  if (score.kind === 'tooFew' || !changes) return { kind: 'tooFew', n: Math.min(...n), need: 1 };
  const shared = pairsCounted(moves);
  return {
    kind: 'overlapping',
    score,
    bands: changes,
    pairs: shared,
    onlyBefore: n[0] - shared,
    onlyNow: n[1] - shared,
  };
}

function bandChanges(before: BandCounts, now: BandCounts, moves: Moves): Record<Band, ShareChange> | null {
  const change = (band: Band) =>
    shareChange(
      { successes: before[band], trials: answersIn(before) },
      { successes: now[band], trials: answersIn(now) },
      yesNoOf(moves, band),
    );
  const [detractor, passive, promoter] = bands.map(change);
  return detractor && passive && promoter ? { detractor, passive, promoter } : null;
}

function yesNoOf(moves: Moves, band: Band): YesNoPairs {
  const both = moves[band][band];
  const onlyFirst = answersIn(moves[band]) - both;
  const onlySecond = nowIn(moves)[band] - both;
  return { both, onlyFirst, onlySecond, neither: pairsCounted(moves) - both - onlyFirst - onlySecond };
}

/** The moves as the statistics know them. */
export function transitionsOf(moves: Moves): Transitions {
  return {
    against: netCounts(moves.detractor),
    neither: netCounts(moves.passive),
    inFavour: netCounts(moves.promoter),
  };
}
