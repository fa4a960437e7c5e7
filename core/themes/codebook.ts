import type { Fields } from '../model/json.ts';
import type { RecordFault } from '../model/record.ts';
import { typedName } from '../notes/index.ts';
import { broaderOf } from './broader.ts';
import { type Category, categories, type Theme, theme } from './records.ts';
import { starterThemes } from './starter.ts';
import { treeOf } from './tree.ts';

/** All themes of a workspace, with merges followed. Made by `codebookOf`; never changed in place. */
export interface Codebook {
  /** Every theme that was ever defined, merged and retired ones too, by id. */
  readonly all: ReadonlyMap<string, Theme>;
  /** Themes to choose from: neither merged, retired nor taken back, by category, then by name. */
  readonly open: readonly Theme[];
  /** Stored themes that could not be read; their mentions still count, under the bare id. */
  readonly faults: readonly RecordFault[];
  /** The theme that mentions of `id` count for: the end of its merges, or `id` itself. Any id has an answer. */
  resolve(id: string): string;
}

/**
 * Reads the collection `theme` of the codebook document over the starter themes: a stored field wins, fields that
 * nobody changed come from the starter. A theme that is a part of another has the category of the broadest, whatever is
 * stored with it: so it stays with its whole when that is moved, also by somebody else meanwhile. Two people merging A into B and B into A at once make a ring; the theme
 * with the smallest id then survives (one that was taken back only where all were), on every device the same.
 */
export function codebookOf(stored: ReadonlyMap<string, Fields>): Codebook {
  const all = new Map<string, Theme>();
  const faults: RecordFault[] = [];
  for (const starter of starterThemes) all.set(starter.id, starter);
  for (const [id, fields] of stored) {
    const parsed = theme.parse(id, { ...starterFields.get(id), ...fields });
    if (parsed.ok) all.set(id, parsed.value);
    else faults.push(parsed.why);
  }
  const ends = endsOf(all);
  const resolve = (id: string): string => ends.get(id) ?? id;
  const open = [...all.values()].filter((t) => !t.retired && !t.takenBack && resolve(t.id) === t.id);
  for (const t of withCategoryOfWhole({ all, open, faults, resolve })) all.set(t.id, t);
  return { all, open: open.map((t) => all.get(t.id) ?? t).sort(byCategoryAndName), faults, resolve };
}

/** Parts whose own category is not that of the broadest theme they lie in, with that one. */
function withCategoryOfWhole(read: Codebook): Theme[] {
  const tree = treeOf(read);
  // Down from the top: a long chain of parts is walked once. Retired ones stand in no tree.
  const parts = tree.partsOf('').flatMap((top) => tree.under(top).map((id) => [id, top] as const));
  const broader = broaderOf(read, tree);
  const closed = [...read.all.values()].filter((t) => t.parent !== '' && (t.retired || t.takenBack));
  const all = [...parts, ...closed.map((t) => [t.id, broader.above(t.id).at(-1) ?? ''] as const)];
  return all.flatMap(([id, top]) => {
    const [part, whole] = [read.all.get(id), read.all.get(top)];
    return part && whole && part.category !== whole.category ? [{ ...part, category: whole.category }] : [];
  });
}

const starterFields: ReadonlyMap<string, Fields> = new Map(
  starterThemes.map(({ id, ...fields }): [string, Fields] => [id, fields]),
);

/** Where each merged theme ends. A merge into a theme nobody has is ignored until that theme arrives. */
function endsOf(all: ReadonlyMap<string, Theme>): ReadonlyMap<string, string> {
  const ends = new Map<string, string>();
  for (const id of all.keys()) {
    if (ends.has(id)) continue;
    const { way, end } = wayFrom(all, id, ends);
    // all on the way end where it does: a long chain of merges is walked once
    for (const passed of way) ends.set(passed, end);
  }
  return ends;
}

function wayFrom(all: ReadonlyMap<string, Theme>, from: string, ends: ReadonlyMap<string, string>) {
  const way = new Set<string>();
  let at = from;
  while (!way.has(at)) {
    const known = ends.get(at);
    if (known !== undefined) return { way, end: known };
    way.add(at);
    const next = all.get(at)?.mergedInto ?? '';
    if (!all.has(next)) return { way, end: at };
    at = next;
  }
  return { way, end: endOfRing(all, [...way].slice([...way].indexOf(at))) };
}

/** Themes merged into each other at once: the smallest id stays, of those not taken back where there are any. */
function endOfRing(all: ReadonlyMap<string, Theme>, whole: readonly string[]): string {
  const kept = whole.filter((id) => !all.get(id)?.takenBack);
  const ring = kept.length > 0 ? kept : whole;
  return ring.reduce((least, id) => (id < least ? id : least));
}

function byCategoryAndName(a: Theme, b: Theme): number {
  return (
    place(a.category) - place(b.category) || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1)
  );
}

const place = (category: Category): number => categories.indexOf(category);

/** The theme typed by that name on the capture line, open ones first, then retired ones; never merged or taken back. */
export function themeNamed(codebook: Codebook, name: string): Theme | undefined {
  const wanted = typedName(name);
  const same = [...codebook.all.values()].filter(
    (t) => typedName(t.name) === wanted && codebook.resolve(t.id) === t.id && !t.takenBack,
  );
  return same.find((t) => !t.retired) ?? same[0];
}

/**
 * Who has a theme's name (or `name`) where it would stand for itself; undefined where nobody else does. The theme it counts
 * for now may be called the same: two that were named alike are merged for that.
 */
export function nameHolder(
  codebook: Codebook,
  { id, name: own }: Pick<Theme, 'id' | 'name'>,
  name = own,
): Theme | undefined {
  const holder = themeNamed(codebook, name);
  return holder && holder.id !== id && holder.id !== codebook.resolve(id) ? holder : undefined;
}

/** A theme of that name whose making was undone. Something may be tagged with it all the same. */
export function takenBackNamed(codebook: Codebook, name: string): Theme | undefined {
  const wanted = typedName(name);
  return [...codebook.all.values()].find(
    (t) => t.takenBack && typedName(t.name) === wanted && codebook.resolve(t.id) === t.id,
  );
}

/** Whether a theme that was named in a call is as it was then: nobody has sorted or reworded it, or put anything to it. */
export function isAsNamed(codebook: Codebook, { id, name }: Pick<Theme, 'id' | 'name'>): boolean {
  const now = codebook.all.get(id);
  const all = [...codebook.all.values()];
  return (
    now?.fresh === true &&
    typedName(now.name) === typedName(name) &&
    [now.definition, now.parent, now.mergedInto, now.owner, now.trigger].every((said) => said === '') &&
    !all.some((t) => t.parent === id || t.mergedInto === id)
  );
}
