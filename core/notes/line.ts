import { gradedBy, type Severity, sizeOf } from './graded.ts';
import { rivalNamed } from './people.ts';
import { closingQuote, opensQuote, withoutQuoteEscapes } from './quotes.ts';
import { looksTagged, type TagFound, type Token, tagAt } from './tag.ts';
import { noNames, type ThemeIndex, typedName } from './themeIndex.ts';

export type Valence = 'good' | 'bad' | 'none';

/** A theme named on the line; `id` is null when the codebook does not have it yet. */
export interface TagRead {
  id: string | null;
  name: string;
}

/** A theme with how grave the line says it is. */
export interface ThemeRead extends TagRead {
  severity: Severity;
}

/** A person or competitor named on the line; `id` is null for a name that stands for itself. */
export type PersonRead = TagRead;

/** One stretch of the line and what it was taken for. */
export interface Piece {
  kind: 'said' | 'tag' | 'person' | 'mark' | 'quote' | 'gap';
  raw: string;
}

/** What one captured line says. */
export interface ReadLine {
  /** What was said, without the marks around it. Empty when the line holds marks alone. */
  text: string;
  /** All of it is in the customer's own words. */
  verbatim: boolean;
  /** In the order of the line, each once. */
  themes: readonly ThemeRead[];
  /** In the order of the line, each once. */
  people: readonly PersonRead[];
  /** The gravest that it states. */
  severity: Severity;
  /** Of a theme of the note that the line does not name: as if it had been named first. */
  unnamed: Severity;
  valence: Valence;
  /** The whole line in order: joined, their `raw` is the line again, so nothing typed can get lost unseen. */
  pieces: readonly Piece[];
}

/**
 * Reads a captured line. The grammar, where a "word" is what stands between white space:
 *
 * - A word `#name` is a theme: `#` at the word's start (brackets and quotes may precede) and a letter behind it. So
 *   `C#`, `#1`, `##`, "# of users" and an address with `#part` are plain text. A name of several words is written
 *   with hyphens (`#time-to-value`, which is what picking one writes); a known one is also read with spaces, the
 *   longest known name first. A new theme's hyphens become spaces.
 * - A word `@name` is a person or a competitor, by the same rules; so "a@b.org" and "@ 5 pm" are plain text. A
 *   competitor is also read behind `#`, where no theme has its name.
 * - `!`, `!!` or `!!!` is the severity, low, medium, high. Glued to a theme (`#price!!`) it is that theme's own. As a word
 *   it grades all themes named since the one before it that have none of their own: `#speed #price !!` is both medium,
 *   `#speed !!! #price !` is each its own. Themes behind the last one take that one, and of two side by side the last wins.
 * - `+` or `-` as a word is the valence, good or bad. The last wins.
 * - Severity and valence count only in the run of marks that ends the line (severity also as its very first word), so
 *   "it broke! again - twice" is said. A theme or a person counts anywhere; in the run it is taken out of the text, in
 *   mid-sentence its words stay, since they were said.
 * - A leading quotation mark makes the line a verbatim; the mark that closes it is dropped, before or after the run.
 *   Where the quotation ends in mid-line (`"no" she said`) only part is theirs: it stays a note, marks and all.
 * - A backslash before any of these makes it plain and goes away; before anything else it stays (`C:\new`).
 */
export function readLine(line: string, themes: ThemeIndex, people: ThemeIndex = noNames): ReadLine {
  const known: Names = { themes, people };
  const head = headOf(line);
  const opening = /^\s*["“”„«»‟＂]?/u.exec(head.rest)?.[0] ?? '';
  const plainly = () => readBody(head, '', head.rest, null, known);
  if (!opensQuote(opening.trimStart())) return plainly();
  const rest = head.rest.slice(opening.length);
  const ended = rest.trimEnd();
  const close = closingQuote(ended);
  const inside = close >= 0 && close === ended.length - 1 ? rest.slice(0, close) : rest;
  const quoted = readBody(head, opening, inside, rest.slice(inside.length), known);
  return quoted.verbatim ? quoted : plainly();
}

interface Names {
  themes: ThemeIndex;
  people: ThemeIndex;
}

interface Head {
  pieces: readonly Piece[];
  severity: Severity;
  rest: string;
}

function headOf(line: string): Head {
  const [found = '', gap = '', mark = ''] = /^(\s*)(!{1,3})(?=\s+\S)/.exec(line) ?? [];
  if (mark === '') return { pieces: [], severity: 0, rest: line };
  return {
    pieces: [piece('gap', gap), piece('mark', mark)],
    severity: sizeOf(mark),
    rest: line.slice(found.length),
  };
}

/** `opening` is the quotation mark the line leads with, `outside` its closing one ("" while it is open, null without). */
function readBody(head: Head, opening: string, body: string, outside: string | null, names: Names): ReadLine {
  const items = itemsOf(body, names);
  const cut = tailOf(items);
  const [said, marks] = [items.slice(0, cut), items.slice(cut)];
  const start = outside !== null ? 'quoted' : head.pieces.length > 0 ? 'behindMark' : 'plain';
  const text = saidText(said, start);
  const end = outside === '' ? closingQuote(text) : -1;
  const { severity, severityOf, unnamed } = gradedBy(
    items.map((item, i) => ({
      name: item.tag && typedName(item.tag.name),
      own: i < cut ? 0 : sizeOf(item.tag?.behind ?? ''),
      alone: i < cut ? 0 : aloneOf(item),
    })),
    head.severity,
  );
  const verbatim = outside !== null && (end < 0 || end === text.length - 1);
  return {
    text: (verbatim ? withoutQuoteEscapes(end < 0 ? text : text.slice(0, end)) : text).trim(),
    verbatim,
    themes: namedIn(items.map((item) => item.tag)).map((tag) => ({
      ...tag,
      severity: severityOf(typedName(tag.name)),
    })),
    severity,
    unnamed,
    people: namedIn(items.map((item) => item.person)),
    valence: marks.map(valenceOf).findLast((v) => v !== 'none') ?? 'none',
    pieces: [
      ...head.pieces,
      piece('quote', opening),
      piece('gap', said[0]?.gap ?? ''),
      piece('said', said.map((item, i) => (i > 0 ? item.gap : '') + item.raw).join('')),
      ...marks.flatMap((item) => [piece('gap', item.gap), piece(markKind(item), item.raw)]),
      piece('gap', body.slice(body.trimEnd().length)),
      piece('quote', outside ?? ''),
    ].filter((p) => p.raw !== ''),
  };
}

const markKind = (item: Item): Piece['kind'] => (item.tag ? 'tag' : item.person ? 'person' : 'mark');
const piece = (kind: Piece['kind'], raw: string): Piece => ({ kind, raw });

/** A word, or a tag over several words. */
interface Item {
  gap: string;
  raw: string;
  tag: TagFound | null;
  person: TagFound | null;
  /** How it reads in the text, wherever it stands. */
  said: string;
}

function itemsOf(body: string, { themes, people }: Names): Item[] {
  const tokens: Token[] = [...body.trimEnd().matchAll(/(\s*)(\S+)/g)].map(([, gap = '', raw = '']) => ({
    gap,
    raw,
  }));
  const items: Item[] = [];
  for (let i = 0; i < tokens.length; ) {
    const plain = tokens[i];
    // Nearly every word: a pasted page of them must not be felt under the next key.
    if (plain && !/[#@\\]/.test(plain.raw)) {
      items.push({ ...plain, tag: null, person: null, said: plain.raw });
      i++;
      continue;
    }
    const hash = tagAt(tokens, i, themes);
    const rival = hash?.id === null ? rivalNamed(hash.name, people) : null;
    const tag = rival ? null : hash;
    const person = hash ? rival && { ...hash, ...rival } : tagAt(tokens, i, people, '@');
    const named = tag ?? person;
    const own = tokens.slice(i, i + (named?.tokens ?? 1));
    const gap = own[0]?.gap ?? '';
    const raw = own
      .map((t) => t.gap + t.raw)
      .join('')
      .slice(gap.length);
    const escaped = raw.startsWith('\\') && looksTagged(withoutSlashes(raw), themes, people);
    items.push({ gap, raw, tag, person, said: named?.said ?? (escaped ? raw.slice(1) : raw) });
    i += own.length;
  }
  return items;
}

/** Where the run of marks at the end begins. */
function tailOf(items: readonly Item[]): number {
  let cut = items.length;
  while (cut > 0 && isMark(items[cut - 1])) cut--;
  return cut;
}

const isMark = (item: Item | undefined): boolean =>
  item !== undefined &&
  ((item.tag ?? item.person) ? (item.tag ?? item.person)?.bare === true : isSign(item.raw));

function saidText(said: readonly Item[], start: 'plain' | 'behindMark' | 'quoted'): string {
  const words = said.map((item, i) => {
    if (item.said !== item.raw || !item.raw.startsWith('\\')) return item.said;
    const bare = withoutSlashes(item.raw);
    const first = i === 0 && leads(bare, start);
    return first || (i === said.length - 1 && isSign(bare)) ? item.raw.slice(1) : item.raw;
  });
  return said.map((item, i) => item.gap + words[i]).join('');
}

/** Whether this word at the start of a line would be taken for a mark. */
export function leads(word: string, start: 'plain' | 'behindMark' | 'quoted'): boolean {
  if (start === 'quoted') return false;
  return opensQuote(word) || (start === 'plain' && /^!{1,3}$/.test(word));
}

/** Whether this word in the run at the end of a line is a severity or a valence. */
export const isSign = (word: string): boolean => /^(!{1,3}|[+\-−–])$/.test(word);

export const withoutSlashes = (word: string): string => word.replace(/^\\+/, '');

function namedIn(tags: readonly (TagFound | null)[]): TagRead[] {
  const found = new Map<string, TagRead>();
  for (const tag of tags)
    if (tag && !found.has(typedName(tag.name)))
      found.set(typedName(tag.name), { id: tag.id, name: tag.name });
  return [...found.values()];
}

/** What a mark that stands alone says; a theme's own is none. Glued to a person it is one, since people have none. */
const aloneOf = ({ tag, person, raw }: Item): Severity => (tag ? 0 : sizeOf(person?.behind ?? raw));

function valenceOf(item: Item): Valence {
  if (item.raw === '+') return 'good';
  return item.tag === null && item.person === null && /^[-−–]$/.test(item.raw) ? 'bad' : 'none';
}
