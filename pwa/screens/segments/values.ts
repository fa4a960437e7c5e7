import type { ReadonlySignal } from '@preact/signals-core';
import { ok } from '#core/model/result.ts';
import {
  type DimensionReading,
  type EditRefusal,
  edgesFor,
  edgesFrom,
  isEdited,
  keepOnly,
  mergeValues,
  numbersOf,
  renameValue,
  type Segment,
  separateValue,
  setEdges,
  setSeparator,
  sourcesOf,
  usualSigns,
  valuesInCell,
} from '#core/segments/index.ts';
import type { Done, SegmentsBook } from './codebook.ts';
import type { Counted } from './counted.ts';
import { valuesWords } from './valuesWords.ts';

/** One value of a dimension as it is edited. */
export interface ValueLine {
  segment: Segment;
  /** Names it had before renames and merges; empty when it is as the file has it. */
  from: readonly string[];
}

/** A dimension and what is done to its values. */
export interface DimensionLines {
  name: string;
  /** By answers, the largest first. */
  lines: readonly ValueLine[];
  /** Values there are; more than `lines` when only the largest were sent. */
  values: number;
  reading: DimensionReading;
  edited: boolean;
  /** Nearly all values are numbers: these edges would cut them into about equal parts. */
  edges: readonly number[] | null;
  /** A sign that stands in many values: cells may hold several values each. */
  separator: string | null;
}

export interface ValuesModel {
  of(dimension: string): DimensionLines | null;
  rename(dimension: string, value: string, to: string): Promise<Done | EditRefusal>;
  merge(dimension: string, values: readonly string[], into: string): Promise<Done | EditRefusal>;
  separate(dimension: string, value: string): Promise<Done | EditRefusal>;
  /** Edges as they were typed; null takes the ranges away. */
  range(dimension: string, edges: string | null): Promise<Done | EditRefusal>;
  split(dimension: string, separator: string): Promise<Done | EditRefusal>;
  /** Puts values with fewer answers into "Other"; null keeps all. */
  gather(dimension: string, fewerThan: number | null): Promise<Done | EditRefusal>;
}

const asFile: DimensionReading = { separator: '', edges: null, keep: null };

export function makeValues(book: SegmentsBook, counted: ReadonlySignal<Counted | null>): ValuesModel {
  const sample = () => counted.peek()?.head.sample ?? false;
  const shownIn = (dimension: string) =>
    counted.peek()?.map.dimensions.find((d) => d.name === dimension)?.segments ?? [];
  const edit = (
    dimension: string,
    why: string,
    make: Parameters<SegmentsBook['edit']>[2],
  ): Promise<Done | EditRefusal> => book.edit(sample(), dimension, make, why);
  return {
    of(dimension) {
      const found = counted.value?.map.dimensions.find((d) => d.name === dimension);
      const edits = book.edits(counted.value?.head.sample ?? false);
      if (!found || !edits) return null;
      const values = found.segments.map((s) => s.value);
      const reading = edits.dimensions.get(dimension) ?? asFile;
      return {
        name: dimension,
        lines: found.segments
          .filter((s) => s.n > 0)
          .toSorted((a, b) => b.n - a.n)
          .map((segment) => ({ segment, from: sourcesOf(edits, dimension, segment.value) })),
        values: found.values,
        reading,
        edited: isEdited(edits, dimension),
        edges: reading.edges ? null : numbersIn(values),
        separator: reading.separator ? null : signIn(values),
      };
    },
    rename: (dimension, value, to) =>
      edit(dimension, 'rename a segment', (place) =>
        renameValue(
          place,
          shownIn(dimension).map((s) => s.value),
          value,
          to,
        ),
      ),
    merge: (dimension, values, into) =>
      edit(dimension, 'merge segments', (place) => mergeValues(place, values, into)),
    separate: (dimension, value) =>
      edit(dimension, 'separate segments', (place) => ok(separateValue(place, value))),
    range: (dimension, edges) =>
      edit(dimension, 'put numbers into ranges', (place) =>
        setEdges(place, edges === null ? null : (edgesFrom(edges, valuesWords.ranges.commaIsDecimal) ?? [])),
      ),
    split: (dimension, separator) =>
      edit(dimension, 'split values', (place) => ok(setSeparator(place, separator))),
    gather: (dimension, fewerThan) =>
      edit(dimension, 'gather rare values', (place) =>
        keepOnly(
          place,
          fewerThan === null
            ? null
            : shownIn(dimension)
                .filter((s) => s.n >= fewerThan)
                .map((s) => s.value),
        ),
      ),
  };
}

function numbersIn(values: readonly string[]): number[] | null {
  const numbers = numbersOf(values).filter((n) => n !== null);
  if (values.length < 5 || numbers.length < 0.9 * values.length) return null;
  const edges = edgesFor(numbers);
  return edges.length > 0 ? edges : null;
}

/** A sign in a good part of the values whose pieces come back in others: "Ledger; Reports" beside "Ledger". */
function signIn(values: readonly string[]): string | null {
  for (const sign of usualSigns) {
    const lists = values.filter((value) => value.includes(sign));
    if (lists.length < 2) continue;
    const pieces = values.flatMap((value) => [...new Set(valuesInCell(value, [sign]))]);
    const back = pieces.length - new Set(pieces).size;
    if (back >= lists.length) return sign;
  }
  return null;
}
