import type { Segment } from './cells.ts';
import type { DimensionMap, SegmentMap } from './map.ts';
import { proposalsIn, summaryIn } from './propose.ts';

/**
 * The map with a bounded number of segments a dimension, so that what is sent to a screen is bounded too: the `most` with
 * the most answers and, up to as many again, those that are spoken of, the proposed ones and both ends. All as they stood:
 * every label was given before, and proposals and summary come out as of the whole map.
 */
export function trimmedMap(map: SegmentMap, most: number): SegmentMap {
  return { ...map, dimensions: map.dimensions.map((dimension) => trimmed(dimension, most)) };
}

function trimmed(dimension: DimensionMap, most: number): DimensionMap {
  if (dimension.segments.length <= most) return dimension;
  const largest = dimension.segments.toSorted((a, b) => b.n - a.n).slice(0, most);
  const kept = new Set([...largest, ...spokenOf(dimension).slice(0, most)]);
  return { ...dimension, segments: dimension.segments.filter((segment) => kept.has(segment)) };
}

/** What sentences may name comes first, then what is proposed, the most urgent first. */
function spokenOf(dimension: DimensionMap): Segment[] {
  const { range, fellMost, roseMost } = summaryIn(dimension.segments);
  const named = [range?.lowest, range?.highest, fellMost, roseMost].filter((s) => s != null);
  return [...named, ...proposalsIn([dimension]).map(({ segment }) => segment)];
}
