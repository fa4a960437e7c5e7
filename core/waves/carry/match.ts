import type { ColumnMapping } from '../mapping.ts';
import { type Likeness, likenessOf } from './near.ts';

/** A column of the last mapping found again: its place there and in the new file, and how when not by its exact header. */
export interface Match {
  last: number;
  column: number;
  why: Likeness | null;
}

/**
 * Finds the columns of a mapping in another file: by header, then by spelling, near names and question numbers. Of
 * several that are equally close none is taken, since a wrong guess is worse than a question.
 */
export function matchColumns(columns: readonly ColumnMapping[], headers: readonly string[]): Match[] {
  const lost = new Set(columns.keys());
  const free = new Set(headers.keys());
  const matches: Match[] = [];
  const settle = (last: number, column: number, why: Likeness | null): void => {
    matches.push({ last, column, why });
    lost.delete(last);
    free.delete(column);
  };
  for (const last of lost) {
    const column = [...free].find((at) => headers[at] === columns[last]!.header);
    if (column !== undefined) settle(last, column, null);
  }
  for (const why of ['spelling', 'near', 'number'] as const)
    for (const { last, column } of closest(columns, headers, { lost, free, why })) settle(last, column, why);
  return matches.sort((a, b) => a.column - b.column);
}

interface Search {
  lost: ReadonlySet<number>;
  free: ReadonlySet<number>;
  why: Likeness;
}

/** Pairs of which each is the other's only closest. */
function closest(columns: readonly ColumnMapping[], headers: readonly string[], { lost, free, why }: Search) {
  const pairs = [...lost].flatMap((last) =>
    [...free].flatMap((column) => {
      const likeness = likenessOf(columns[last]!.header, headers[column]!, why);
      return likeness ? [{ last, column, off: likeness.off }] : [];
    }),
  );
  return pairs.filter((pair) =>
    pairs.every(
      (other) =>
        other === pair || (other.last !== pair.last && other.column !== pair.column) || other.off > pair.off,
    ),
  );
}
