import {
  answersIn,
  type BandCounts,
  bandCountsOf,
  type NpsDifference,
  noiseLevel,
  without,
} from '../scores/index.ts';
import { benjaminiHochberg } from '../stats/benjaminiHochberg.ts';
import { type Cell, readTogether } from './cells.ts';
import { type CrossTable, type OneWayTable, tablesOf } from './count.ts';
import { canCross, crossCells, earlierCross } from './cross.ts';
import { shownScores } from './fold.ts';
import type { Pair } from './groups.ts';
import { type CountedDimension, everyoneIn, mapOf, type SegmentMap } from './map.ts';
import { type CrossFinding, reasonsFor } from './propose.ts';
import { readableDifference, readableFrom } from './reading.ts';
import { type ReadColumns, valuesOf } from './recode.ts';

/** The map of a wave and what its crosses add. */
export interface MapAndFindings {
  map: SegmentMap;
  found: readonly CrossFinding[];
  /** Crosses that were looked through, and how many there are. */
  crosses: { looked: number; all: number };
}

/** Crosses looked through for proposals: those with the fewest cells, which have the most answers in each. */
export const mostCrosses = 120;
/** Dimensions with more values than this are not crossed of our own accord. */
const mostValues = 30;

/**
 * The map and, from all crosses of not too wide dimensions, the cells worth calls: weak or fallen beyond noise after
 * correcting over all readable cells of all crosses looked through (searching is testing), and beyond noise below the rest
 * of both of their segments, so that no cell merely repeats what one of them says. Every table is counted once.
 */
export function mapAndFindings(columns: ReadColumns, earlier?: ReadColumns): MapAndFindings {
  const own = (of: ReadColumns) => ({ score: of.score, segments: of.segments.filter((c) => !c.made) });
  const [now, then] = [own(columns), earlier ? own(earlier) : null];
  const all = pairsIn(now);
  const pairs = all.slice(0, mostCrosses);
  const tables = tablesOf(now, pairs);
  const everyone = everyoneIn(now, then ?? undefined);
  const before = then && countedEarlier(now, then, pairs);
  const dimensions = countedOf(now, tables.oneWay);
  const map = mapOf(everyone, dimensions, before?.dimensions ?? null);
  const cells = pairs.flatMap((pair, at) =>
    crossCells(tables.crosses[at] as CrossTable, columnsAt(now, pair), before?.crosses[at] ?? null).flat(),
  );
  return {
    map,
    found: findingsIn(cells, everyone.counts, before !== null, partsIn(dimensions)),
    crosses: { looked: pairs.length, all: all.length },
  };
}

/** Pairs that can be crossed, fewest cells first. */
function pairsIn({ segments }: ReadColumns): Pair[] {
  const sizes = segments.map((c) => valuesOf(c).length);
  const narrow = sizes.flatMap((size, at) => (size >= 2 && size <= mostValues ? [at] : []));
  const cellsOf = ([a, b]: Pair) => (sizes[a] as number) * (sizes[b] as number);
  return narrow
    .flatMap((a) => narrow.filter((b) => b > a).map((b): Pair => [a, b]))
    .filter((pair) => canCross(...columnsAt({ segments }, pair)))
    .sort((p, q) => cellsOf(p) - cellsOf(q) || p[0] - q[0] || p[1] - q[1]);
}

const columnsAt = ({ segments }: Pick<ReadColumns, 'segments'>, [a, b]: Pair) =>
  [segments[a], segments[b]] as [ReadColumns['segments'][number], ReadColumns['segments'][number]];

function countedOf({ segments }: ReadColumns, tables: readonly OneWayTable[]): CountedDimension[] {
  return segments.map((column, at) => ({ column, table: tables[at] as OneWayTable }));
}

/** The earlier wave's tables: its own dimensions, and the same crosses where it has both. */
function countedEarlier(now: ReadColumns, then: ReadColumns, pairs: readonly Pair[]) {
  const places = new Map(then.segments.map(({ name }, at) => [name, at]));
  const there = pairs.map((pair): Pair | null => {
    const [a, b] = columnsAt(now, pair).map(({ name }) => places.get(name));
    return a !== undefined && b !== undefined && canCross(...columnsAt(then, [a, b])) ? [a, b] : null;
  });
  const tables = tablesOf(
    then,
    there.filter((pair) => pair !== null),
  );
  let next = 0;
  return {
    dimensions: countedOf(then, tables.oneWay),
    crosses: there.map(
      (pair) => pair && earlierCross(tables.crosses[next++] as CrossTable, columnsAt(then, pair)),
    ),
  };
}

/** Histograms of one-way segments by dimension and value: the parents of the cells. */
function partsIn(dimensions: readonly CountedDimension[]): (dimension: string, value: string) => BandCounts {
  const byName = new Map(
    dimensions.map(({ column, table }) => {
      const places = new Map(valuesOf(column).map((value, at) => [value, at]));
      return [column.name, { places, scores: shownScores(table, column) }];
    }),
  );
  return (dimension, value) => {
    const found = byName.get(dimension);
    const at = found?.places.get(value);
    if (!found || at === undefined) throw new Error(`no segment ${dimension} ${value}`);
    return bandCountsOf(found.scores(at));
  };
}

function findingsIn(
  cells: readonly Cell[],
  everyone: BandCounts,
  hasEarlierWave: boolean,
  partOf: (dimension: string, value: string) => BandCounts,
): CrossFinding[] {
  const candidates = readTogether(cells, everyone, hasEarlierWave).flatMap((segment) => {
    const reasons = reasonsFor(segment).filter(({ kind }) => kind !== 'rose');
    const [a, b] = segment.crossed ?? [];
    if (reasons.length === 0 || !a || !b) return [];
    const rests = [a, b].map((part) => restDifference(partOf(part.dimension, part.value), segment.counts));
    const [one, other] = rests;
    return one && other ? [{ segment, reasons, belowRest: [one, other] as const }] : [];
  });
  // every cell asks twice whether it is below the rest: these questions are corrected together too
  const adjusted = benjaminiHochberg(candidates.flatMap(({ belowRest }) => belowRest.map(({ p }) => p)));
  return candidates.filter(
    ({ belowRest: [one, other] }, i) =>
      one.value < 0 &&
      other.value < 0 &&
      (adjusted[2 * i] as number) < noiseLevel &&
      (adjusted[2 * i + 1] as number) < noiseLevel,
  );
}

/** The cell minus the rest of the segment it lies in; null where hardly anybody is left to compare with. */
function restDifference(part: BandCounts, cell: BandCounts): NpsDifference | null {
  const rest = without(part, cell);
  return answersIn(rest) >= readableFrom ? readableDifference(rest, cell) : null;
}
