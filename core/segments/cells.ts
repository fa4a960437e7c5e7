import {
  answersIn,
  type BandCounts,
  type Nps,
  type NpsDifference,
  npsOf,
  sharesOf,
  without,
} from '../scores/index.ts';
import type { Band } from '../waves/index.ts';
import {
  labelsOf,
  type Reading,
  readableDifference,
  readableFrom,
  type SegmentChange,
  type SegmentLabel,
  type TestedDifference,
  testTogether,
} from './reading.ts';

/** One value of one dimension. */
export interface ValueOf {
  dimension: string;
  value: string;
}

/** One value of a dimension (tier = Enterprise), or two together, with everything that is said about it. */
export interface Segment extends ValueOf {
  /** Where two values stand together: both; `dimension` and `value` then name the pair. */
  crossed?: readonly [ValueOf, ValueOf];
  /** Answers. */
  n: number;
  counts: BandCounts;
  /** 0 to 1; null without answers. */
  shares: Readonly<Record<Band, number>> | null;
  nps: Nps;
  reading: Reading;
  labels: readonly SegmentLabel[];
}

/** A segment before it is read: its answers now and, where there is an earlier wave with it, then. */
export interface Cell extends ValueOf {
  crossed?: readonly [ValueOf, ValueOf];
  now: BandCounts;
  /** Null where the earlier wave has no such value. */
  before: BandCounts | null;
}

/**
 * Reads segments that are looked at together: each of 30 answers or more is tested against everyone else and against
 * itself in the earlier wave, there as if different people had answered. Levels are corrected together, changes together, over all readable cells given, so hand in
 * a dimension or cross whole: what a screen hides or sorts then changes no label.
 */
export function readTogether(
  cells: readonly Cell[],
  everyone: BandCounts,
  hasEarlierWave: boolean,
): Segment[] {
  const isReadable = cells.map(({ now }) => answersIn(now) >= readableFrom);
  const levels = testTogether(
    cells.map(({ now }, i) => (isReadable[i] ? readableDifference(without(everyone, now), now) : null)),
  );
  const changes = testTogether(
    cells.map(({ now, before }, i) => (isReadable[i] ? changeSince(before, now) : null)),
  );
  return cells.map((cell, i) =>
    segmentOf(
      cell,
      isReadable[i]
        ? {
            kind: 'read',
            level: levels[i] ?? null,
            change: changeOf(changes[i] ?? null, cell.before, hasEarlierWave),
          }
        : { kind: 'tooFew', n: answersIn(cell.now), need: readableFrom },
    ),
  );
}

function segmentOf({ dimension, value, crossed, now }: Cell, reading: Reading): Segment {
  return {
    dimension,
    value,
    ...(crossed && { crossed }),
    n: answersIn(now),
    counts: now,
    shares: sharesOf(now),
    nps: npsOf(now),
    reading,
    labels: labelsOf(reading),
  };
}

function changeSince(then: BandCounts | null, now: BandCounts): NpsDifference | null {
  return then && answersIn(then) >= readableFrom ? readableDifference(then, now) : null;
}

function changeOf(
  tested: TestedDifference | null,
  then: BandCounts | null,
  hasEarlierWave: boolean,
): SegmentChange {
  if (!hasEarlierWave) return { kind: 'noEarlierWave' };
  if (!then || answersIn(then) === 0) return { kind: 'new' };
  if (!tested) return { kind: 'tooFewThen', n: answersIn(then), need: readableFrom };
  return { kind: 'change', before: then, ...tested };
}
