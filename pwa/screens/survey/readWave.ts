import type { SamePeopleFound } from '#core/ports/samePeople.ts';
import {
  type Break,
  bandCountsOf,
  breaksBetween,
  type CsatChange,
  compareCsat,
  csatOf,
  type Movement,
  type Moves,
  movementOf,
  movesIn,
  npsOf,
  pairsCounted,
  satisfiedIn,
  type TrendWave,
} from '#core/scores/index.ts';
import type { WaveHead } from '#core/waves/index.ts';

/** A figure of either metric in points, with its interval. */
export interface Figure {
  value: number;
  low: number;
  high: number;
  n: number;
  isSmall: boolean;
}

/** What changed since the survey before; null where there is none, or where it measured something else. */
export interface Change {
  before: WaveHead;
  was: Figure;
  breaks: readonly Break[];
  nps: Movement | null;
  csat: CsatChange | null;
  /** How many are compared with themselves. */
  pairs: number;
}

/** The figure of a wave by its own metric; null without answers. */
export function figureIn(wave: Pick<TrendWave, 'metric' | 'histogram'>): Figure | null {
  const figure = wave.metric === 'csat' ? csatOf(wave.histogram) : npsOf(bandCountsOf(wave.histogram));
  return figure.kind === 'tooFew' ? null : figure;
}

/** Where those who answered both waves went; null where nobody did or nobody is known to have. */
export function movesFound(found: SamePeopleFound | null): Moves | null {
  const moves = found && movesIn(found.scores);
  return moves && pairsCounted(moves) > 0 ? moves : null;
}

/** The change since the survey before, those who answered both compared as pairs once they are `found`. */
export function changeOf(
  head: WaveHead,
  before: WaveHead | null,
  found: SamePeopleFound | null,
): Change | null {
  const was = before && figureIn(before);
  if (!before || !was || before.metric !== head.metric) return null;
  const breaks = breaksBetween(before, head);
  if (head.metric === 'csat') {
    const csat = compareCsat(before.histogram, head.histogram, found ? satisfiedIn(found.scores) : undefined);
    if (csat.kind === 'tooFew') return null;
    return { before, was, breaks, nps: null, csat, pairs: csat.pairs };
  }
  const moves = movesFound(found);
  const counts = [bandCountsOf(before.histogram), bandCountsOf(head.histogram)] as const;
  const nps = movementOf(...counts, moves ?? undefined);
  if (nps.kind === 'tooFew') return null;
  return { before, was, breaks, nps, csat: null, pairs: moves ? pairsCounted(moves) : 0 };
}
