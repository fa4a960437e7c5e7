import {
  type BandCounts,
  bandCountsOf,
  compareOverlapping,
  comparePairs,
  type Moves,
  movesOf,
  type NpsDifference,
  type ShareChange,
} from '#core/scores/index.ts';
import {
  type MorePairsThanTrials,
  type NetShareDifference,
  type NoTrials,
  overlappingNetShares,
  pairedNetShare,
  type ThreeCounts,
  type Transitions,
  withPseudoCounts,
  withPseudoPairs,
} from '#core/stats/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { Ours } from './ours.ts';
import type { Tree } from './vectorFile.ts';

/** Two waves that share people, from the scores of each and the places of the same person: test/vectors/r/pairedNps.R. */
export function pairedScore(input: { readonly [key: string]: Tree }): Ours {
  const { before, now, pairs } = input as unknown as WavesInput;
  const rows = { before: Uint32Array.from(pairs.before), now: Uint32Array.from(pairs.now) };
  const moves = movesOf(Uint8Array.from(before), Uint8Array.from(now), rows);
  const [first, second] = [countsOf(before), countsOf(now)];
  return { ...overlapping(first, second, moves), ...(pairs.before.length > 0 ? paired(moves) : {}) };
}

interface WavesInput {
  before: number[];
  now: number[];
  pairs: { before: number[]; now: number[] };
}

function overlapping(before: BandCounts, now: BandCounts, moves: Moves): Ours {
  const change = compareOverlapping(before, now, moves);
  if (change.kind === 'tooFew') return { 'overlapping.plain.difference': { refused: change.kind } };
  const [first, second, pairs] = [three(before), three(now), transitions(moves)];
  const plain = overlappingNetShares(first, second, pairs);
  const adjusted = overlappingNetShares(
    withPseudoCounts(first),
    withPseudoCounts(second),
    withPseudoPairs(pairs),
  );
  return {
    ...difference('overlapping.plain', plain),
    ...difference('overlapping.adjusted', adjusted),
    ...shown('overlapping', change.score),
    ...shares('overlapping.bands', change.bands),
  };
}

function paired(moves: Moves): Ours {
  const change = comparePairs(moves);
  if (change.kind === 'tooFew') return { 'paired.n': { refused: change.kind } };
  const net = (of: (band: Band) => number) => (of('promoter') - of('detractor')) / change.n[0];
  return {
    'paired.n': change.n[0],
    ...Object.fromEntries(
      bands.flatMap((from, i) => bands.map((to, j) => [`paired.moves.${i}.${j}`, moves[from][to]])),
    ),
    'paired.before': net((band) => change.bands[band].before * change.n[0]),
    'paired.now': net((band) => change.bands[band].now * change.n[0]),
    'paired.better': change.better,
    'paired.worse': change.worse,
    'paired.same': change.same,
    ...difference('paired.plain', pairedNetShare(transitions(moves))),
    ...difference('paired.adjusted', pairedNetShare(withPseudoPairs(transitions(moves)))),
    ...shown('paired', change),
    ...shares('paired.bands', change.bands),
  };
}

/** What the screen says: the plain difference and the adjusted test, in points. */
function shown(path: string, score: Pick<NpsDifference, 'value' | 'p' | 'low' | 'high'>): Ours {
  return {
    [`${path}.plain.difference`]: score.value / 100,
    [`${path}.adjusted.p`]: score.p,
    [`${path}.adjusted.lower`]: score.low / 100,
    [`${path}.adjusted.upper`]: score.high / 100,
  };
}

function difference(path: string, found: NetShareDifference | NoTrials | MorePairsThanTrials): Ours {
  if (found.kind !== 'difference') return { [`${path}.difference`]: { refused: found.kind } };
  const { value, standardError, low, high, test } = found;
  const refused = { refused: test.kind };
  return {
    [`${path}.difference`]: value,
    [`${path}.se`]: standardError,
    [`${path}.lower`]: low,
    [`${path}.upper`]: high,
    [`${path}.z`]: test.kind === 'z' ? test.z : refused,
    [`${path}.p`]: test.kind === 'z' ? test.p : refused,
  };
}

function shares(path: string, changes: Readonly<Record<Band, ShareChange>>): Ours {
  return Object.fromEntries(
    bands.flatMap((band) => {
      const { before, now, low, high, test } = changes[band];
      const p = test.kind === 'p' ? test.p : { refused: test.kind };
      return Object.entries({ before, now, lower: low, upper: high, p }).map(([key, value]) => [
        `${path}.${band}.${key}`,
        value,
      ]);
    }),
  );
}

function countsOf(scores: readonly number[]): BandCounts {
  const histogram = new Array<number>(11).fill(0);
  for (const score of scores) histogram[score] = (histogram[score] ?? 0) + 1;
  return bandCountsOf(histogram);
}

const three = (counts: BandCounts): ThreeCounts => ({
  against: counts.detractor,
  neither: counts.passive,
  inFavour: counts.promoter,
});

const transitions = (moves: Moves): Transitions => ({
  against: three(moves.detractor),
  neither: three(moves.passive),
  inFavour: three(moves.promoter),
});
