import type { YesNoPairs } from '../stats/overlappingShares.ts';
import type { Band, PairedRows } from '../waves/index.ts';
import { bandOf } from './bands.ts';
import { isSatisfied } from './csat.ts';
import type { Moves } from './pairs.ts';

const scores = 11;

/** People by score before and now: `[11 * before + now]`, 121 long. Who gave no score either time is in none. */
export function scorePairsOf(before: Uint8Array, now: Uint8Array, rows: PairedRows): number[] {
  const pairs = new Uint32Array(scores * scores);
  eachPair(before, now, rows, 10, (was, is) => {
    const at = scores * was + is;
    pairs[at] = (pairs[at] as number) + 1;
  });
  return [...pairs];
}

/** The moves between bands in such counts. */
export function movesIn(scorePairs: readonly number[]): Moves {
  const row = (): Record<Band, number> => ({ detractor: 0, passive: 0, promoter: 0 });
  const moves = { detractor: row(), passive: row(), promoter: row() };
  for (const [at, people] of scorePairs.entries())
    moves[bandOf(Math.floor(at / scores))][bandOf(at % scores)] += people;
  return moves;
}

/** The moves of everyone who gave a score both times. */
export function movesOf(before: Uint8Array, now: Uint8Array, rows: PairedRows): Moves {
  return movesIn(scorePairsOf(before, now, rows));
}

/** Satisfied or not, before and now, in such counts of a 1 to 5 question; other scores are not read. */
export function satisfiedIn(scorePairs: readonly number[]): YesNoPairs {
  const pairs = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  const isAnswer = (score: number) => score >= 1 && score <= 5;
  for (const [at, people] of scorePairs.entries()) {
    const [was, is] = [Math.floor(at / scores), at % scores];
    if (!isAnswer(was) || !isAnswer(is)) continue;
    if (isSatisfied(was)) pairs[isSatisfied(is) ? 'both' : 'onlyFirst'] += people;
    else pairs[isSatisfied(is) ? 'onlySecond' : 'neither'] += people;
  }
  return pairs;
}

/** Calls with both scores of everyone who gave one both times, each 0 to `most`. */
function eachPair(
  before: Uint8Array,
  now: Uint8Array,
  rows: PairedRows,
  most: number,
  take: (was: number, is: number) => void,
): void {
  for (let i = 0; i < rows.before.length; i++) {
    const was = before[rows.before[i] as number];
    const is = now[rows.now[i] as number];
    if (was !== undefined && is !== undefined && was <= most && is <= most) take(was, is);
  }
}
