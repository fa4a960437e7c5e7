import type { Band } from '../waves/index.ts';
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
   * What the total hides. `drained`: promoters and detractors both grew while passives shrank by more than noise;
   * `gathered`: the reverse, both ends shrank while passives grew by more than noise.
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
  const bands = compareBands(before, now);
  if (score.kind === 'tooFew') return score;
  if (bands.kind === 'tooFew') return bands;
  return movementIn(score, bands);
}

/** The movement in a change already computed, of whole waves or of pairs. */
export function movementIn(score: NpsDifference, bands: Movement['bands']): Movement {
  return { kind: 'movement', score, bands, direction: directionOf(score), hidden: hiddenIn(bands) };
}

function directionOf({ beyondNoise, value }: NpsDifference): Movement['direction'] {
  if (!beyondNoise || value === 0) return 'withinNoise';
  return value > 0 ? 'rose' : 'fell';
}

function hiddenIn(bands: Readonly<Record<Band, ShareChange>>): Movement['hidden'] {
  const moved = ({ now, before }: ShareChange): number => Math.sign(now - before);
  const ends = moved(bands.promoter);
  if (ends !== moved(bands.detractor) || !bands.passive.beyondNoise) return null;
  if (ends === 1) return 'drained';
  return ends === -1 ? 'gathered' : null;
}
