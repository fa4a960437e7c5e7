import {
  answersIn,
  type BandCounts,
  bandCountsOf,
  histogramOf,
  type Movement,
  type Moves,
  movementOf,
  type Nps,
  npsOf,
} from '../scores/index.ts';
import { readTogether, type Segment } from './cells.ts';
import { type OneWayTable, oneWayTables } from './count.ts';
import { shownScores } from './fold.ts';
import { type ReadColumn, type ReadColumns, valuesOf } from './recode.ts';

/** Every value of one dimension, tested together. */
export interface DimensionMap {
  name: string;
  /** In the order of the wave's dictionary; sorting is the screen's. */
  segments: readonly Segment[];
  /** Values there are; more than `segments` after `trimmedMap`. */
  values: number;
  /** Answers without a value in this dimension. */
  unknown: number;
  /** Segments with enough answers to be read: so many were tested together. */
  readable: number;
  /** People may have several of its values: the segments overlap and add up to more than everyone. */
  several: boolean;
}

/** All answers of a wave, and how they moved. */
export interface Everyone {
  n: number;
  counts: BandCounts;
  nps: Nps;
  /** Of the earlier wave; null where there is none. */
  before: BandCounts | null;
  movement: Movement | null;
}

/** The segmentation map of one wave: every one-way segment. */
export interface SegmentMap {
  everyone: Everyone;
  dimensions: readonly DimensionMap[];
}

/** A dimension as it was counted. */
export interface CountedDimension {
  column: ReadColumn;
  table: OneWayTable;
}

/**
 * The segmentation map. Each segment of 30 answers or more is tested against everyone else and, where an earlier wave is
 * given, against itself then (same dimension, same value); p values are corrected by Benjamini-Hochberg over all readable
 * segments of the dimension, levels and changes apart, so that a filter on screen changes no label. Changes of segments
 * are tested as between different people, also where the same ones answered twice, which errs to the careful side; only
 * everyone's may be paired (`everyoneOf`). Made dimensions are left out: their segments stand in a cross.
 */
export function segmentsOf(columns: ReadColumns, earlier?: ReadColumns): SegmentMap {
  const everyone = everyoneIn(columns, earlier);
  return mapOf(everyone, countedDimensions(columns), earlier ? countedDimensions(earlier) : null);
}

/** Everyone's score, and its movement where an earlier wave is given. */
export function everyoneIn(
  columns: Pick<ReadColumns, 'score'>,
  earlier?: Pick<ReadColumns, 'score'>,
): Everyone {
  return everyoneOf(bandCountsOf(histogramOf(columns)), earlier ? bandCountsOf(histogramOf(earlier)) : null);
}

/**
 * Everyone's score and movement from counts. With `moves`, those who answered both waves are compared with themselves, by
 * the same test as wherever else the two waves are compared as a whole.
 */
export function everyoneOf(counts: BandCounts, before: BandCounts | null, moves?: Moves): Everyone {
  const movement = before && movementOf(before, counts, moves);
  return {
    n: answersIn(counts),
    counts,
    nps: npsOf(counts),
    before,
    movement: movement?.kind === 'movement' ? movement : null,
  };
}

function countedDimensions({ score, segments }: ReadColumns): CountedDimension[] {
  const own = segments.filter(({ made }) => !made);
  const tables = oneWayTables({ score, segments: own });
  return own.map((column, at) => ({ column, table: tables[at] as OneWayTable }));
}

/** The map from tables that were counted already. */
export function mapOf(
  everyone: Everyone,
  now: readonly CountedDimension[],
  then: readonly CountedDimension[] | null,
): SegmentMap {
  const earlier = new Map(then?.map((d) => [d.column.name, d]));
  return {
    everyone,
    dimensions: now.map((dimension) =>
      dimensionMap(dimension, everyone.counts, earlier.get(dimension.column.name) ?? null, then !== null),
    ),
  };
}

function dimensionMap(
  { column, table }: CountedDimension,
  everyone: BandCounts,
  then: CountedDimension | null,
  hasEarlierWave: boolean,
): DimensionMap {
  const values = valuesOf(column);
  const now = shownScores(table, column);
  const before = then && earlierCounts(then);
  const cells = values.map((value, at) => ({
    dimension: column.name,
    value,
    now: bandCountsOf(now(at)),
    before: before?.(value) ?? null,
  }));
  const segments = readTogether(cells, everyone, hasEarlierWave);
  return {
    name: column.name,
    segments,
    values: segments.length,
    unknown: answersIn(bandCountsOf(now(values.length))),
    readable: segments.filter(({ reading }) => reading.kind === 'read').length,
    several: column.parts !== undefined,
  };
}

/** Counts of a value in the earlier wave by its name; null where it was not there. */
function earlierCounts({ column, table }: CountedDimension): (value: string) => BandCounts | null {
  const places = new Map(valuesOf(column).map((value, at) => [value, at]));
  const scores = shownScores(table, column);
  return (value) => {
    const at = places.get(value);
    return at === undefined ? null : bandCountsOf(scores(at));
  };
}
