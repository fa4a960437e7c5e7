import type { Codebook } from './codebook.ts';

/** How themes nest, with merges followed. Any id has an answer. */
export interface ThemeTree {
  /** Broader themes that a theme is a part of, nearest first; none for one at the top. */
  above(id: string): readonly string[];
}

/**
 * Reads which theme is a part of which. A merged theme's place is that of the theme it was merged into; a parent nobody
 * has here is ignored until it arrives. Two people who put A under B and B under A at once make a ring: its theme with
 * the smallest id then stands at the top, on every device the same.
 */
export function themeTree(codebook: Codebook): ThemeTree {
  const parents = new Map<string, string>();
  for (const { id, parent } of codebook.all.values()) {
    const over = codebook.resolve(parent);
    if (codebook.resolve(id) === id && over !== id && codebook.all.has(over)) parents.set(id, over);
  }
  for (const top of ringTops(parents)) parents.delete(top);
  return {
    above(id) {
      const way: string[] = [];
      for (let at = parents.get(codebook.resolve(id)); at !== undefined; at = parents.get(at)) way.push(at);
      return way;
    },
  };
}

/**
 * The rows without broader themes that one part of theirs accounts for whole: such a row would say the same as its part, less
 * precisely. `countOf` gives the interviews a row counts; a part's are always among its broader theme's.
 */
export function withoutWholes<T extends { readonly theme: string }>(
  rows: readonly T[],
  countOf: (row: T) => number,
  tree: ThemeTree,
): T[] {
  const counts = new Map(rows.map((row) => [row.theme, countOf(row)]));
  const whole = new Set(
    rows.flatMap((row) => tree.above(row.theme).filter((over) => counts.get(over) === countOf(row))),
  );
  return rows.filter(({ theme }) => !whole.has(theme));
}

/** The smallest id of each ring. */
function ringTops(parents: ReadonlyMap<string, string>): Set<string> {
  const [tops, done] = [new Set<string>(), new Set<string>()];
  for (const start of parents.keys()) {
    const way: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at)) {
      done.add(at);
      way.push(at);
      at = parents.get(at);
    }
    if (at === undefined || !way.includes(at)) continue;
    tops.add(way.slice(way.indexOf(at)).reduce((least, id) => (id < least ? id : least)));
  }
  return tops;
}
