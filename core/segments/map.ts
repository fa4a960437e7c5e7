import {
  answersIn,
  type BandCounts,
  bandCountsOf,
  histogramOf,
  type Movement,
  movementOf,
  type Nps,
  type NpsDifference,
  npsOf,
  sharesOf,
  without,
} from '../scores/index.ts';
import type { Band, WaveColumns } from '../waves/index.ts';
import { type OneWayTable, oneWayTables, scoresOf } from './count.ts';
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

/** One value of a dimension (tier = Enterprise) with everything that is said about it. */
export interface Segment {
  dimension: string;
  value: string;
  /** Answers. */
  n: number;
  counts: BandCounts;
  /** 0 to 1; null without answers. */
  shares: Readonly<Record<Band, number>> | null;
  nps: Nps;
  reading: Reading;
  labels: readonly SegmentLabel[];
}

/** Every value of one dimension, tested together. */
export interface DimensionMap {
  name: string;
  /** In the order of the wave's dictionary; sorting is the screen's. */
  segments: readonly Segment[];
  /** Answers without a value in this dimension. */
  unknown: number;
  /** Segments with enough answers to be read: so many were tested together. */
  readable: number;
}

/** The segmentation map of one wave: every one-way segment. */
export interface SegmentMap {
  everyone: { n: number; counts: BandCounts; nps: Nps; movement: Movement | null };
  dimensions: readonly DimensionMap[];
}

/**
 * The segmentation map. Each segment of 30 answers or more is tested against everyone else and, where an earlier wave is
 * given, against itself then (same dimension, same value); p values are corrected by Benjamini-Hochberg over all readable
 * segments of the dimension, levels and changes apart, so that a filter on screen changes no label.
 */
export function segmentsOf(columns: WaveColumns, earlier?: WaveColumns): SegmentMap {
  const counts = bandCountsOf(histogramOf(columns));
  const before = earlier ? bandCountsOf(histogramOf(earlier)) : null;
  const movement = before ? movementOf(before, counts) : null;
  const tablesThen = earlier ? oneWayTables(earlier) : null;
  return {
    everyone: {
      n: answersIn(counts),
      counts,
      nps: npsOf(counts),
      movement: movement?.kind === 'movement' ? movement : null,
    },
    dimensions: oneWayTables(columns).map((table) => dimensionMap(table, counts, tablesThen)),
  };
}

function dimensionMap(
  table: OneWayTable,
  everyone: BandCounts,
  tablesThen: readonly OneWayTable[] | null,
): DimensionMap {
  const counts = table.values.map((_, code) => bandCountsOf(scoresOf(table, code)));
  const isReadable = counts.map((c) => answersIn(c) >= readableFrom);
  const levels = testTogether(
    counts.map((c, i) => (isReadable[i] ? readableDifference(without(everyone, c), c) : null)),
  );
  const then = table.values.map((value) => countsThen(tablesThen, table.name, value));
  const changes = testTogether(
    counts.map((c, i) => (isReadable[i] ? changeSince(then[i] ?? null, c) : null)),
  );
  const segments = table.values.map((value, i) => {
    const mine = counts[i] as BandCounts;
    const reading: Reading = isReadable[i]
      ? {
          kind: 'read',
          level: levels[i] ?? null,
          change: changeOf(changes[i] ?? null, then[i] ?? null, tablesThen !== null),
        }
      : { kind: 'tooFew', n: answersIn(mine), need: readableFrom };
    return segmentOf(table.name, value, mine, reading);
  });
  return {
    name: table.name,
    segments,
    unknown: answersIn(bandCountsOf(scoresOf(table, table.values.length))),
    readable: isReadable.filter(Boolean).length,
  };
}

function segmentOf(dimension: string, value: string, counts: BandCounts, reading: Reading): Segment {
  return {
    dimension,
    value,
    n: answersIn(counts),
    counts,
    shares: sharesOf(counts),
    nps: npsOf(counts),
    reading,
    labels: labelsOf(reading),
  };
}

/** Counts of the same value in the earlier wave; null where it was not there. */
function countsThen(
  tables: readonly OneWayTable[] | null,
  dimension: string,
  value: string,
): BandCounts | null {
  const table = tables?.find((t) => t.name === dimension);
  const code = table?.values.indexOf(value) ?? -1;
  return table && code >= 0 ? bandCountsOf(scoresOf(table, code)) : null;
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
