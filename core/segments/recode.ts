import { noSegment, type SegmentColumn, type WaveColumns } from '../waves/index.ts';
import { severalSign, valuesInCell } from './cellValues.ts';
import type { DimensionReading, SegmentEdits } from './edits.ts';
import { isEdited } from './edits.ts';
import { numberReader, rangeLabels, rangeOf } from './ranges.ts';

/** Name of the value that takes all those that do not stand for themselves. */
export const otherValue = 'Other';

/**
 * The single values of a dimension of which a person may have several. Its column codes stand for combinations
 * ("Ledger; Reports"); `of[code]` are the places in `values` of the values that combination holds.
 */
export interface SegmentParts {
  values: readonly string[];
  of: readonly (readonly number[])[];
}

/** A dimension as it is read after edits: like the wave's, but a combination may stand for several values. */
export type ReadColumn = SegmentColumn & {
  parts?: SegmentParts;
  /** Made of other dimensions: no segment of its own on the map. */
  made?: true;
};

/** What counting reads of a wave. */
export type ReadColumns = Pick<WaveColumns, 'score'> & { segments: readonly ReadColumn[] };

/** The values of a dimension as they are shown. */
export const valuesOf = (column: ReadColumn): readonly string[] => column.parts?.values ?? column.values;

/**
 * The dimensions of a wave with the edits applied, in the same order: cells with several values are split, numbers put
 * into ranges, rare values into "Other", values renamed and merged, in that order. Dimensions without an edit are handed
 * through as they are; of others only the codes are written anew, one pass over the rows.
 */
export function editedSegments(segments: readonly ReadColumn[], edits: SegmentEdits): ReadColumn[] {
  return segments.map((column) => (isEdited(edits, column.name) ? editedColumn(column, edits) : column));
}

function editedColumn({ name, codes, values }: ReadColumn, edits: SegmentEdits): ReadColumn {
  const reading = edits.dimensions.get(name);
  const shownAs = shownIn(values, reading, edits.values.get(name) ?? new Map());
  const shown = new Names(reading?.edges ? rangeLabels(reading.edges) : []);
  const lists = values.map((value) => [...new Set(shownAs(value))].map((text) => shown.place(text)));
  if (lists.every((list) => list.length <= 1)) {
    const kept = shown.used();
    const to = lists.map(([place]) => (place === undefined ? noSegment : (kept.at[place] as number)));
    return { name, codes: recoded(codes, to), values: kept.values };
  }
  return combined(name, codes, lists, shown.used());
}

/** The values a cell stands for, by its text; `cells` are all there are. */
function shownIn(
  cells: readonly string[],
  reading: DimensionReading | undefined,
  names: ReadonlyMap<string, string>,
): (text: string) => string[] {
  const { separator = '', edges = null, keep = null } = reading ?? {};
  const stays = keep && new Set(keep);
  const ranged = edges ? rangesOver(cells, separator, edges) : (part: string) => part;
  return (cell) =>
    valuesInCell(cell, [separator]).map((part) => {
      const range = ranged(part);
      const before = stays && !stays.has(range) ? otherValue : range;
      return names.get(before) ?? before;
    });
}

/** The range a text's number lies in, by name; the text itself where it is no number. */
function rangesOver(
  cells: readonly string[],
  separator: string,
  edges: readonly number[],
): (part: string) => string {
  const numberOf = numberReader(cells.flatMap((cell) => valuesInCell(cell, [separator])));
  return (part) => {
    const number = numberOf(part);
    return number === null ? part : rangeOf(number, edges);
  };
}

/** Names in the order they were first needed; those given at the start come first, where they are needed at all. */
class Names {
  private readonly places = new Map<string, number>();
  private readonly needed: boolean[];

  constructor(first: readonly string[]) {
    for (const name of first) this.places.set(name, this.places.size);
    this.needed = first.map(() => false);
  }

  place(name: string): number {
    const at = this.places.get(name) ?? this.places.size;
    this.places.set(name, at);
    this.needed[at] = true;
    return at;
  }

  /** The names that were needed, and where each place has gone among them. */
  used(): { values: string[]; at: number[] } {
    const values: string[] = [];
    const at: number[] = [];
    for (const [name, place] of this.places) if (this.needed[place]) at[place] = values.push(name) - 1;
    return { values, at };
  }
}

function combined(
  name: string,
  codes: Uint16Array,
  lists: readonly (readonly number[])[],
  kept: { values: string[]; at: number[] },
): ReadColumn {
  const combinations = new Map<string, { code: number; of: number[] }>();
  const to = lists.map((list) => {
    if (list.length === 0) return noSegment;
    const of = list.map((place) => kept.at[place] as number).sort((a, b) => a - b);
    const known = combinations.get(of.join());
    const combination = known ?? { code: combinations.size, of };
    combinations.set(of.join(), combination);
    return combination.code;
  });
  const all = [...combinations.values()].map(({ of }) => of);
  return {
    name,
    codes: recoded(codes, to),
    values: all.map((of) => of.map((place) => kept.values[place]).join(severalSign)),
    parts: { values: kept.values, of: all },
  };
}

function recoded(codes: Uint16Array, to: readonly number[]): Uint16Array {
  // a place for every code there can be: the loop then asks nothing
  const table = new Uint16Array(noSegment + 1).fill(noSegment);
  table.set(to);
  const out = new Uint16Array(codes.length);
  for (let row = 0; row < codes.length; row++) out[row] = table[codes[row] as number] as number;
  return out;
}
