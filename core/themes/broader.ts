import type { Codebook } from './codebook.ts';
import { type ThemeTree, treeOf } from './tree.ts';

/** What each theme is a part of, for counting: any id has an answer, retired themes and unknown ones too. */
export interface Broader {
  /** Broader themes that mentions of a theme count for, nearest first; none for one at the top. */
  above(id: string): readonly string[];
}

/**
 * Reads the codebook's tree (`treeOf`) for figures. A retired theme stands in no tree, but its mentions go on counting for
 * what it was a part of: retiring it changes no figure of the theme above.
 */
export function broaderOf(codebook: Codebook, tree: ThemeTree = treeOf(codebook)): Broader {
  const open = new Set<string>(codebook.open.map((t) => t.id));
  const firstAbove = (id: string): string => {
    if (open.has(id)) return tree.parentOf(id);
    const seen = new Set<string>();
    let at = id;
    while (at !== '' && !seen.has(at) && !(open.has(at) && at !== id)) {
      seen.add(at);
      at = codebook.resolve(codebook.all.get(at)?.parent ?? '');
    }
    return open.has(at) && at !== id ? at : '';
  };
  return {
    above(id) {
      const way: string[] = [];
      for (let at = firstAbove(codebook.resolve(id)); at !== ''; at = tree.parentOf(at)) way.push(at);
      return way;
    },
  };
}

/**
 * The rows without broader themes that one part of theirs accounts for whole: such a row would say the same as its part, less
 * precisely. `countOf` gives the interviews a row counts; a part's are always among its broader theme's. A row that
 * `isKept`, because somebody wrote about it or tagged it itself, stays.
 */
export function withoutWholes<T extends { readonly theme: string }>(
  rows: readonly T[],
  countOf: (row: T) => number,
  broader: Broader,
  isKept: (row: T) => boolean = () => false,
): T[] {
  const counts = new Map(rows.map((row) => [row.theme, countOf(row)]));
  const whole = new Set(
    rows.flatMap((row) => broader.above(row.theme).filter((over) => counts.get(over) === countOf(row))),
  );
  return rows.filter((row) => !whole.has(row.theme) || isKept(row));
}
