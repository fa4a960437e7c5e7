import { type Band, bands } from '../waves/index.ts';
import type { BandCounts } from './bands.ts';
import { compareBands, compareNps, type NpsDifference, type ShareChange } from './compare.ts';
import type { TooFew } from './nps.ts';
import { compareOverlapping, type Moves } from './pairs.ts';

/** What a sentence about two waves may say; the screen finds the words. */
export interface Movement {
  kind: 'movement';
  score: NpsDifference;
  bands: Readonly<Record<Band, ShareChange>>;
  /** Which way the score went, where it is more than noise. */
  direction: 'rose' | 'fell' | 'withinNoise';
  /**
   * What a total cannot say. `drained`: promoters and detractors both grew while passives shrank, each by more than noise;
   * `gathered`: the reverse. Where the score itself moved (`direction`), it is said beside that: the total hides it only
   * where it stands still.
   */
  hidden: 'drained' | 'gathered' | null;
}

/**
 * The facts behind "NPS fell 9 points to 31": score and bands of two waves, and what the total hides. With `moves`, those
 * who answered both are compared with themselves.
 */
export function movementOf(before: BandCounts, now: BandCounts, moves?: Moves): Movement | TooFew {
  if (moves) {
    const change = compareOverlapping(before, now, moves);
    return change.kind === 'tooFew' ? change : movementIn(change.score, change.bands);
  }
  const score = compareNps(before, now);
  const shares = compareBands(before, now);
  if (score.kind === 'tooFew') return score;
  if (shares.kind === 'tooFew') return shares;
  return movementIn(score, shares);
}

/** The movement in a change already computed, of whole waves or of pairs. */
export function movementIn(score: NpsDifference, shares: Movement['bands']): Movement {
  return {
    kind: 'movement',
    score,
    bands: shares,
    direction: directionOf(score),
    hidden: hiddenIn(shares),
  };
}

function directionOf({ beyondNoise, value }: NpsDifference): Movement['direction'] {
  if (!beyondNoise || value === 0) return 'withinNoise';
  return value > 0 ? 'rose' : 'fell';
}

function hiddenIn(shares: Readonly<Record<Band, ShareChange>>): Movement['hidden'] {
  if (!bands.every((band) => shares[band].beyondNoise)) return null;
  const grew = ({ now, before }: ShareChange): boolean => now > before;
  if (grew(shares.promoter) !== grew(shares.detractor)) return null;
  return grew(shares.promoter) ? 'drained' : 'gathered';
}
