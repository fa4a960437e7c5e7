/** A theme as the capture line knows it. */
export interface NamedTheme {
  id: string;
  name: string;
}

/** Themes, or people, by the name they are typed by. Made once per codebook, not per key. */
export interface ThemeIndex {
  readonly byName: ReadonlyMap<string, NamedTheme>;
  /** Words in the longest name. */
  readonly mostWords: number;
}

/**
 * A name as it is compared on the line: without case, with every run of other characters than letters and digits as
 * one space. So "Report-export reliability", "report_export-reliability" and "#Report export reliability" agree.
 */
export function typedName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** How a theme is written on the line behind its `#`: "report-export-reliability". Empty for a name without letters. */
export const themeSlug = (name: string): string => typedName(name).replaceAll(' ', '-');

/** How a person is written behind the `@`, capitals and apostrophes kept: "Tom-Reyes". */
export const nameSlug = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}'’&/.+·\u200c\u200d]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .split(' ')
    .map((word) => /^.*[\p{L}\p{M}\p{N}]/u.exec(word)?.[0] ?? '')
    .filter((word) => word !== '')
    .join('-');

/** Nobody and nothing. */
export const noNames: ThemeIndex = { byName: new Map(), mostWords: 1 };

/** Of two themes (or people) that are typed alike the first wins. */
export function themeIndex(themes: readonly NamedTheme[]): ThemeIndex {
  const byName = new Map<string, NamedTheme>();
  let mostWords = 1;
  for (const { id, name } of themes) {
    const typed = typedName(name);
    if (typed === '' || byName.has(typed)) continue;
    byName.set(typed, { id, name });
    mostWords = Math.max(mostWords, typed.split(' ').length);
  }
  return { byName, mostWords };
}
