import { opensQuote } from './quotes.ts';
import type { TagSign } from './tag.ts';
import { type NamedTheme, nameSlug, type ThemeIndex, themeSlug, typedName } from './themeIndex.ts';

/** The theme or person being typed: from the `#` or `@` to where its letters end. Positions count UTF-16 units, as an input does. */
export interface OpenTag {
  from: number;
  to: number;
  /** What was typed behind the sign up to the caret. */
  text: string;
}

/** A theme that fits what was typed. */
export interface ThemeMatch extends NamedTheme {
  /** The whole name, its start, or the start of a later word in it. */
  fits: 'exact' | 'start' | 'word';
}

const mostShown = 6;

/**
 * The theme (or, with `@`, the person) that stands at the caret, or null. It may hold spaces as long as a known theme goes on that way
 * ("#report exp"), and have its severity glued to it as long as it is not whole ("#sp!!"); behind a backslash, a letter or
 * an address there is none.
 */
export function openTagAt(
  line: string,
  caret: number,
  themes: ThemeIndex,
  sign: TagSign = '#',
): OpenTag | null {
  const from = line.lastIndexOf(sign, caret - 1);
  if (from < 0 || caret <= from) return null;
  const before = line.slice(Math.max(0, from - 1), from);
  if (!(before === '' || /[\s([{‘']/.test(before) || opensQuote(before))) return null;
  const typed = line.slice(from + 1, caret);
  const mark = sign === '#' ? (/!{0,3}$/.exec(typed)?.[0] ?? '') : '';
  const text = typed.slice(0, typed.length - mark.length);
  if (mark !== '' && (text === '' || themes.byName.has(typedName(text)))) return null;
  if (!/^[\p{L}\p{N}]?[\p{L}\p{M}\p{N}\s\-_'’&/.+·\u200c\u200d]*$/u.test(text)) return null;
  if (/\s/.test(text) && !goesOn(text, themes)) return null;
  const behind = /^[\p{L}\p{M}\p{N}\-_·\u200c\u200d]*/u.exec(line.slice(caret))?.[0] ?? '';
  return { from, to: mark === '' ? caret + behind.length : caret - mark.length, text };
}

function goesOn(text: string, themes: ThemeIndex): boolean {
  const typed = typedName(text);
  if (typed === '') return false;
  const start = /\s$/.test(text) ? `${typed} ` : typed;
  return [...themes.byName.keys()].some((name) => name.startsWith(start));
}

/**
 * Themes that fit what was typed, at most six: the exact name first, then names that start so, then names in which a
 * later word does. Within each, those used most recently first (`recent`: theme ids, newest first), then the shorter
 * name. For nothing typed yet: the recent ones, then the rest by name.
 */
export function rankThemes(text: string, themes: ThemeIndex, recent: readonly string[]): ThemeMatch[] {
  const typed = typedName(text);
  const found: (ThemeMatch & { rank: number; used: number })[] = [];
  for (const [name, theme] of themes.byName) {
    const fits = fitOf(typed, name);
    if (fits === null) continue;
    const used = recent.indexOf(theme.id);
    found.push({ ...theme, fits, rank: ranks.indexOf(fits), used: used < 0 ? recent.length : used });
  }
  const byLength = (a: ThemeMatch, b: ThemeMatch) => (typed === '' ? 0 : a.name.length - b.name.length);
  found.sort((a, b) => a.rank - b.rank || a.used - b.used || byLength(a, b) || (a.name < b.name ? -1 : 1));
  return found.slice(0, mostShown).map(({ id, name, fits }) => ({ id, name, fits }));
}

const ranks = ['exact', 'start', 'word'] as const;

function fitOf(typed: string, name: string): ThemeMatch['fits'] | null {
  if (name === typed) return 'exact';
  if (name.startsWith(typed)) return 'start';
  return ` ${name}`.includes(` ${typed}`) ? 'word' : null;
}

/**
 * The line with the theme or person written in and a space behind it, and where the caret then stands. A severity glued to
 * it stays glued. A new theme is called as it is written here, so it keeps its capitals.
 */
export function withTheme(
  line: string,
  at: Pick<OpenTag, 'from' | 'to'>,
  name: string,
  sign: TagSign = '#',
  isNew = false,
): { line: string; caret: number } {
  const [mark = ''] = /^!{0,3}(?=\s|$)/.exec(line.slice(at.to)) ?? [];
  const tag = `${sign}${sign === '#' && !isNew ? themeSlug(name) : nameSlug(name)}${mark} `;
  const behind = line.slice(at.to + mark.length).replace(/^\s/, '');
  return { line: line.slice(0, at.from) + tag + behind, caret: at.from + tag.length };
}
