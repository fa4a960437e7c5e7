import { npsOf } from '#core/scores/index.ts';
import {
  choiceOf,
  type Made,
  type MapOrder,
  type Segment,
  type SegmentMap,
  type ValueOf,
} from '#core/segments/index.ts';

/** One segment as the map draws it. */
export interface Row {
  /** Of `ref`. */
  key: string;
  segment: Segment;
  /** The dimension and value under which the selection finds its people, and what must be made for that. */
  ref: ValueOf;
  needs: readonly Made[];
  /** Enough answers to be read. */
  readable: boolean;
  /** Differs from everyone else by more than noise. */
  beyondNoise: boolean;
  /** Since the wave before; null where nothing can be compared, with the reason in `segment.reading`. */
  change: { was: number; by: number; beyondNoise: boolean } | null;
}

export const keyOf = (s: ValueOf): string => JSON.stringify([s.dimension, s.value]);

/** Whether people may have several values of a dimension. */
export type IsSeveral = (dimension: string) => boolean;
export const severalIn = (map: SegmentMap): IsSeveral => {
  const names = new Set(map.dimensions.filter((d) => d.several).map((d) => d.name));
  return (dimension) => names.has(dimension);
};

/** Every segment with at least one answer. */
export function rowsOf(map: SegmentMap): Row[] {
  const isSeveral = severalIn(map);
  return map.dimensions
    .flatMap((d) => d.segments)
    .filter((segment) => segment.n > 0)
    .map((segment) => rowOf(segment, isSeveral));
}

/** One segment, of the map or of a cross, as a row. */
export function rowOf(segment: Segment, isSeveral: IsSeveral): Row {
  const { reading } = segment;
  const readable = reading.kind === 'read';
  const { ref, needs } = choiceOf(segment, isSeveral);
  return {
    key: keyOf(ref),
    segment,
    ref,
    needs,
    readable,
    beyondNoise: readable && reading.level?.beyondNoise === true,
    change: changeOf(segment),
  };
}

function changeOf({ reading }: Segment): Row['change'] {
  if (reading.kind !== 'read' || reading.change.kind !== 'change') return null;
  const { before, difference, beyondNoise } = reading.change;
  const was = npsOf(before);
  return was.kind === 'estimate' ? { was: was.value, by: difference.value, beyondNoise } : null;
}

/** Rows in the order asked for; those too few to read always come last, by answers. */
export function ordered(rows: readonly Row[], order: MapOrder, dimensions: readonly string[]): Row[] {
  const places = new Map(dimensions.map((name, at) => [name, at]));
  const place = (r: Row) => places.get(r.segment.dimension) ?? -1;
  const lowest = (a: Row, b: Row) => scoreOf(a) - scoreOf(b) || (a.key < b.key ? -1 : 1);
  const by: Record<MapOrder, (a: Row, b: Row) => number> = {
    lowest,
    change: (a, b) => moved(b) - moved(a) || lowest(a, b),
    answers: (a, b) => b.segment.n - a.segment.n || lowest(a, b),
    dimension: (a, b) => place(a) - place(b) || lowest(a, b),
  };
  const few = (r: Row) => (r.readable ? 0 : 1);
  return rows.toSorted(
    (a, b) => few(a) - few(b) || (a.readable ? by[order](a, b) : b.segment.n - a.segment.n),
  );
}

export const scoreOf = ({ segment: { nps } }: Row): number => (nps.kind === 'estimate' ? nps.value : 0);
/** Points moved either way; changes beyond noise first, segments without a comparison last. */
const moved = ({ change }: Row): number =>
  change ? Math.abs(change.by) + (change.beyondNoise ? 1000 : 0) : -1;

/** A fitted axis: both ends and the places to label. */
export interface Axis {
  from: number;
  to: number;
  ticks: readonly number[];
}

/**
 * An axis over what can be read and no further: every interval and every earlier score of the readable rows, and
 * everyone's. Zero, where promoters and detractors balance, is its end when it is near. Intervals of rows too few to read
 * are cut at its ends.
 */
export function axisOf(rows: readonly Row[], everyone: number): Axis {
  const values = rows
    .filter((r) => r.readable)
    .flatMap(({ segment: { nps }, change }) => [
      ...(nps.kind === 'estimate' ? [nps.low, nps.value, nps.high] : []),
      ...(change ? [change.was] : []),
    ])
    .concat(everyone);
  let low = values.reduce((a, b) => Math.min(a, b), 100);
  let high = values.reduce((a, b) => Math.max(a, b), -100);
  const near = Math.max(10, (high - low) / 2);
  if (low > 0 && low <= near) low = 0;
  if (high < 0 && -high <= near) high = 0;
  const step = stepFor(high - low);
  // an end that is zero stands; others get a little air, so that no mark is cut by the edge
  const from = Math.max(-100, Math.floor((low === 0 ? 0 : low - 0.5) / step) * step);
  const to = Math.min(100, Math.ceil((high === 0 ? 0 : high + 0.5) / step) * step);
  const ticks: number[] = [];
  for (let at = from; at <= to; at += step) ticks.push(at);
  return { from, to: Math.max(to, from + step), ticks };
}

function stepFor(span: number): number {
  return [5, 10, 20, 25].find((step) => span / step <= 6) ?? 50;
}
