import { type NamedTheme, nameSlug, type ThemeIndex, typedName } from './themeIndex.ts';

/** One word of the line and the white space before it. */
export interface Token {
  gap: string;
  raw: string;
}

/** A `#theme` or an `@person` standing in the line, over one or more tokens. */
export interface TagFound {
  tokens: number;
  /** Null when no such name is known yet. */
  id: string | null;
  name: string;
  /** The words as a sentence says them: without the `#`, hyphens of a typed name as spaces. */
  said: string;
  /** Nothing is glued to it but, at most, `!` to `!!!`. */
  bare: boolean;
  /** Glued behind the name: "!!". */
  behind: string;
}

/** Inside a word, between its letters; the joiners of Persian, of Malayalam and of Catalan among them. */
const word = String.raw`[\p{L}\p{N}](?:[-_'’&/.+·\u200c\u200d]*[\p{L}\p{M}\p{N}])*`;
/** `#` names a theme, `@` a person. */
export type TagSign = '#' | '@';
const startOf = (sign: TagSign) => new RegExp(`^([([{"“”„«»‟＂‘']*)${sign}(${word})(.*)$`, 'su');
const tagged = { '#': startOf('#'), '@': startOf('@') };
// Not beginning with what a word may end with: else every place in a long run of it would be tried.
const ending = new RegExp(`^(${word})((?!\\p{M})[^\\p{L}\\p{N}]*)$`, 'su');

/** Whether a word standing alone would be read as a tag of either kind. */
export const looksTagged = (raw: string, themes: ThemeIndex, people: ThemeIndex): boolean =>
  tagAt([{ gap: '', raw }], 0, themes) !== null || tagAt([{ gap: '', raw }], 0, people, '@') !== null;

/** The tag that starts at token `at`, the longest known name first; null when there is none. */
export function tagAt(
  tokens: readonly Token[],
  at: number,
  themes: ThemeIndex,
  sign: TagSign = '#',
): TagFound | null {
  const [, before = '', first = '', behind = ''] = tagged[sign].exec(tokens[at]?.raw ?? '') ?? [];
  if (first === '') return null;
  const spread = behind === '' ? spreadTag(tokens, at, first, themes) : null;
  if (spread) return { ...spread, said: before + spread.said, bare: spread.bare && before === '' };
  const known = themes.byName.get(typedName(first));
  if (!known && /^\p{N}/u.test(first)) return null; // "#1 in their list", "gate #42b": said, not tagged
  const spaced = first.replace(/[-_]+/g, ' ');
  const asTyped = known && known.name.toLowerCase() === first.toLowerCase();
  return {
    tokens: 1,
    id: known?.id ?? null,
    name: known?.name ?? (sign === '@' ? nameSlug(spaced).replaceAll('-', ' ') : spaced),
    said: before + (asTyped ? first : spaced) + behind,
    bare: before === '' && /^!{0,3}$/.test(behind),
    behind,
  };
}

/** A known name of several words typed with spaces: "#time to value". */
function spreadTag(tokens: readonly Token[], at: number, first: string, themes: ThemeIndex): TagFound | null {
  for (let n = Math.min(themes.mostWords, tokens.length - at); n > 1; n--) {
    const rest = tokens.slice(at + 1, at + n);
    const [, core = '', behind = ''] = ending.exec(rest.at(-1)?.raw ?? '') ?? [];
    if (core === '' || rest.some((t) => /^[#@]/.test(t.raw))) continue;
    const known = themes.byName.get(
      typedName([first, ...rest.slice(0, -1).map((t) => t.raw), core].join(' ')),
    );
    if (known) return foundAcross(known, first + rest.map((t) => t.gap + t.raw).join(''), n, behind);
  }
  return null;
}

function foundAcross(known: NamedTheme, said: string, tokens: number, behind: string): TagFound {
  return { tokens, id: known.id, name: known.name, said, bare: /^!{0,3}$/.test(behind), behind };
}
