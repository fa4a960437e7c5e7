import {
  type Category,
  type Codebook,
  categories,
  categoryNames,
  type InterviewFacts,
  inPlace,
  type OwnerReading,
  ownerOf,
  type Theme,
  taggedOf,
} from '#core/themes/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { BookReading } from './book.ts';

/** k of the n tagged interviews of a band. */
export type ByBand = Readonly<Record<Band, { k: number; n: number }>>;

/** A theme as the codebook lists it. */
export interface Row {
  theme: Theme;
  /** Interviews of the cycle on screen that raise it or one of its parts, themes merged into them included. */
  calls: number;
  /** Those that raise it itself. */
  own: number;
  byBand: ByBand;
  /** Themes that count for this one; those that only an undone split left behind are not listed. */
  merged: readonly Theme[];
  owner: OwnerReading;
  /** Broader themes it lies in, the broadest first. */
  path: readonly string[];
  parts: readonly Row[];
  /** What a search goes through, without case and accents. */
  text: string;
  /** It fits what is searched for itself; else it is shown for what lies in it. */
  fits: boolean;
}

export interface Group {
  category: Category;
  rows: readonly Row[];
}

/** Who raised what in the interviews of a cycle: counted once, not with every key of a search. */
export interface Heard {
  /** Tagged interviews of each band. */
  held: Readonly<Record<Band, number>>;
  /** For each theme the interviews that raise it, merges followed, with their bands. */
  from: ReadonlyMap<string, ReadonlyMap<string, Band>>;
  /** The same with those that raise a part of it, retired parts too. */
  whole: ReadonlyMap<string, ReadonlyMap<string, Band>>;
}

/** Counts the interviews that are tagged; see taggedOf. */
export function heardOf(facts: readonly InterviewFacts[], { book, broader }: BookReading): Heard {
  const tagged = taggedOf(facts);
  const from = new Map<string, Map<string, Band>>();
  const whole = new Map<string, Map<string, Band>>();
  const count = (into: typeof from, theme: string, interview: string, band: Band) =>
    into.set(theme, (into.get(theme) ?? new Map<string, Band>()).set(interview, band));
  for (const { interview, band, mentions } of tagged)
    for (const theme of new Set(mentions.map((m) => book.resolve(m.theme)))) {
      count(from, theme, interview, band);
      for (const at of [theme, ...broader.above(theme)]) count(whole, at, interview, band);
    }
  return { held: counts(tagged.map((f) => f.band)), from, whole };
}

/** Every open theme, by category and in its place, and those no longer offered. */
export interface Listing {
  groups: readonly Group[];
  retired: readonly Row[];
}

/** Made when the codebook or an interview changes, not with every key of a search. */
export function listingOf(on: BookReading, heard: Heard): Listing {
  const { book, tree } = on;
  const merged = mergedOf(book);
  const rowOf = (theme: Theme, path: readonly string[]): Row => {
    const parts = tree.partsOf(theme.id).flatMap((id) => {
      const part = book.all.get(id);
      return part ? [rowOf(part, [...path, theme.name])] : [];
    });
    const reached = counts([...(heard.whole.get(theme.id)?.values() ?? [])]);
    const mine = merged.get(theme.id) ?? [];
    const owner = ownerOf(book, tree, on.owners, theme.id);
    const text = [
      theme.name,
      theme.definition,
      categoryNames[theme.category],
      owner.owner,
      ...mine.map((m) => m.name),
    ];
    return {
      theme,
      calls: heard.whole.get(theme.id)?.size ?? 0,
      own: heard.from.get(theme.id)?.size ?? 0,
      byBand: byBand((b) => ({ k: reached[b], n: heard.held[b] })),
      merged: mine.filter((m) => !m.takenBack),
      owner,
      path,
      parts: sorted(book, parts),
      text: plain(text.join(' ')),
      fits: true,
    };
  };
  const rowsIn = (themes: Iterable<Theme | undefined>) =>
    [...themes].flatMap((t) => (t ? [rowOf(t, [])] : []));
  const tops = rowsIn(tree.partsOf('').map((id) => book.all.get(id)));
  // A theme that was taken back is listed while something counts for it: else that could be found nowhere.
  const isCountedFor = (id: string) => heard.from.has(id) || merged.get(id)?.some((m) => !m.takenBack);
  const closed = [...book.all.values()].filter(
    (t) => book.resolve(t.id) === t.id && (t.retired || (t.takenBack && isCountedFor(t.id))),
  );
  return {
    groups: categories.map((category) => ({
      category,
      rows: sorted(
        book,
        tops.filter((r) => r.theme.category === category),
      ),
    })),
    retired: rowsIn(closed).sort(byCallsThenName),
  };
}

/** What fits a search, with the broader themes that it lies in; categories without any are left out. */
export function fitting({ groups, retired }: Listing, search: string): Listing {
  const wanted = wordsOf(search);
  const those = (rows: readonly Row[]): Row[] =>
    rows.flatMap((row) => {
      const fits = wanted.every((word) => row.text.includes(word));
      const parts = those(row.parts);
      return fits || parts.length > 0 ? [{ ...row, fits, parts }] : [];
    });
  return {
    groups: groups.map((g) => ({ ...g, rows: those(g.rows) })).filter((g) => g.rows.length > 0),
    retired: those(retired),
  };
}

function mergedOf(book: Codebook): ReadonlyMap<string, readonly Theme[]> {
  const away = [...book.all.values()].filter((t) => book.resolve(t.id) !== t.id);
  return Map.groupBy(away, (t) => book.resolve(t.id));
}

/** In the order people gave them; those nobody placed by how often they were raised. */
function sorted(book: Codebook, rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((r) => [r.theme.id as string, r]));
  const ids = rows.toSorted(byCallsThenName).map((r) => r.theme.id as string);
  return inPlace(book, ids).flatMap((id) => byId.get(id) ?? []);
}

const byName = new Intl.Collator('en');

function byCallsThenName(a: Row, b: Row): number {
  return (
    b.calls - a.calls || byName.compare(a.theme.name, b.theme.name) || (a.theme.id < b.theme.id ? -1 : 1)
  );
}

/** Without case and accents, so that "zurich" finds "Zürich". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const wordsOf = (search: string): string[] => plain(search).split(/\s+/).filter(Boolean);

/** Every word that is searched for stands in the text. */
export function fitsWords(text: string, wanted: readonly string[]): boolean {
  const from = plain(text);
  return wanted.every((word) => from.includes(word));
}

function byBand<T>(make: (band: Band) => T): Record<Band, T> {
  return Object.fromEntries(bands.map((b) => [b, make(b)])) as Record<Band, T>;
}

function counts(of: readonly Band[]): Record<Band, number> {
  const found = byBand(() => 0);
  for (const band of of) found[band]++;
  return found;
}
