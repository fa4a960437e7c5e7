import { severalSign, valuesInCell } from './cellValues.ts';
import { crossName } from './cross.ts';
import type { SegmentEdits } from './edits.ts';
import { partName } from './made.ts';

/** Somebody's segments as they were kept when they were drawn: one text a dimension. */
export type Cells = Readonly<Record<string, string>>;

/** The values of somebody by dimension. None: known in that dimension, and none of the values that are told apart in it. */
export type Several = Readonly<Record<string, readonly string[]>>;

/** Somebody's segments once it is known of which dimensions they may have several values. */
export interface ReadCells {
  /** Without dimensions that only repeat one value of another, and without cells that hold nothing but signs. */
  cells: Cells;
  /** Only dimensions of which people may have several values, or that are made of such. */
  several: Several;
}

/**
 * How people's segments are read with the team's edits. A dimension that is split at a sign has its single values, whether
 * somebody was drawn before it was split or after. "Product: Ledger", made so that it could be chosen, says nothing that
 * Product does not and is left out; a cross with it has everyone whose product and other value are known on one of its
 * sides. Null where nothing is to be read otherwise than it was kept. Limit: a value whose own name holds the sign is told
 * apart only where it was renamed so, and never where its name holds "; ".
 */
export function severalReader(edits: SegmentEdits): (kept: Cells) => ReadCells | null {
  const split = [...edits.dimensions].filter(([, { separator }]) => separator !== '');
  const parts = new Map(
    edits.made
      .filter(({ by }) => by === '')
      .map(({ of, value }) => [partName(of, value), { dimension: of, value }]),
  );
  const crosses = edits.made.filter(({ of, by }) => by !== '' && (parts.has(of) || parts.has(by)));
  const readers = new Map(
    split.map(([name, { separator }]) => [
      name,
      cellReader(separator, [...(edits.values.get(name)?.values() ?? [])]),
    ]),
  );
  return (kept) => {
    const several: Record<string, readonly string[]> = Object.create(null);
    const cellOf = (dimension: string) => (Object.hasOwn(kept, dimension) ? kept[dimension] : undefined);
    for (const [dimension, read] of readers) {
      const cell = cellOf(dimension);
      const values = cell ? read(cell) : [];
      if (values.length > 0) several[dimension] = values;
    }
    const valuesAt = (dimension: string): readonly string[] | null => {
      const part = parts.get(dimension);
      if (part) return valuesAt(part.dimension)?.filter((value) => value === part.value) ?? null;
      const cell = cellOf(dimension);
      return several[dimension] ?? (cell ? [cell] : null);
    };
    for (const { of, by } of crosses) {
      const [ones, others] = [valuesAt(of), valuesAt(by)];
      if (ones && others)
        several[crossName(of, by)] = ones.flatMap((one) => others.map((other) => crossName(one, other)));
    }
    const repeats = (name: string) => cellOf(parts.get(name)?.dimension ?? '') !== undefined;
    const entries = Object.entries(kept);
    const isEmpty = (name: string) => readers.has(name) && !several[name];
    const left = entries.filter(([name]) => !repeats(name) && !isEmpty(name));
    if (left.length === entries.length && Object.keys(several).length === 0) return null;
    return { cells: Object.fromEntries(left), several };
  };
}

/** Reads the cells of one dimension, each text once. */
function cellReader(separator: string, renamed: readonly string[]): (cell: string) => readonly string[] {
  const whole = new Set(renamed);
  const known = new Map<string, readonly string[]>();
  const read = (cell: string) =>
    valuesInCell(cell, [severalSign]).flatMap((piece) =>
      whole.has(piece) ? [piece] : valuesInCell(piece, [separator]),
    );
  return (cell) => {
    const values = known.get(cell) ?? [...new Set(read(cell))];
    known.set(cell, values);
    return values;
  };
}
