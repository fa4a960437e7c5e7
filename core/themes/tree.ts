import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Codebook } from './codebook.ts';
import type { ThemeRefusal } from './edit.ts';
import { theme } from './records.ts';

/** How the open themes lie within each other. Every open theme stands in it once. Made by `treeOf`. */
export interface ThemeTree {
  /** The open theme that this one is a part of; empty at the top. */
  parentOf(id: string): string;
  /** Open themes directly beneath; those at the top for the empty id. In the order of the codebook. */
  partsOf(id: string): readonly string[];
  /** The theme and everything beneath it. */
  under(id: string): readonly string[];
  /** Themes that stand at the top only because people put them into each other at once. */
  readonly loosened: ReadonlySet<string>;
}

/**
 * Reads the tree from what each theme says its parent is. A parent that was merged stands for the theme it counts for, a
 * retired one for the next above it, an unknown one for none. Where themes are each other's parts (put so by two people
 * at once) the one with the smallest id goes to the top, on every device the same, and keeps the others beneath it.
 */
export function treeOf(codebook: Codebook): ThemeTree {
  const open = new Set(codebook.open.map((t) => t.id as string));
  const parents = new Map([...open].map((id) => [id, parentIn(codebook, open, id)]));
  const loosened = new Set<string>();
  const free = new Set<string>();
  for (const id of [...open].sort()) {
    // The smallest of a ring comes first: the ring is open by the time the others are looked at.
    if (!ringFrom(parents, id, free)) continue;
    parents.set(id, '');
    loosened.add(id);
  }
  const parts = Map.groupBy(open, (id) => parents.get(id) ?? '');
  const partsOf = (id: string): readonly string[] => parts.get(id) ?? [];
  const under = (id: string): readonly string[] => {
    const found: string[] = [];
    const open = [id];
    // no recursion: nested as deep as anybody likes
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      found.push(at);
      for (const part of partsOf(at).toReversed()) open.push(part);
    }
    return found;
  };
  return { parentOf: (id) => parents.get(id) ?? '', partsOf, under, loosened };
}

/** The nearest open theme above, as stored, rings not yet looked for. */
function parentIn(codebook: Codebook, open: ReadonlySet<string>, id: string): string {
  const seen = new Set<string>([id]);
  let at = codebook.all.get(id)?.parent ?? '';
  while (codebook.all.has(at) && !seen.has(at)) {
    seen.add(at);
    const end = codebook.resolve(at);
    if (open.has(end) && end !== id) return end;
    // It counts for this very theme, or is retired: what lies above it is asked.
    if (end !== id) seen.add(end);
    at = codebook.all.get(end === id ? at : end)?.parent ?? '';
  }
  return '';
}

/** Whether going up from a theme comes back to it. `free`: themes known to lead to the top, so that each way is walked once. */
function ringFrom(parents: ReadonlyMap<string, string>, id: string, free: Set<string>): boolean {
  const seen = new Set<string>();
  let at = parents.get(id) ?? '';
  while (at !== '' && at !== id && !seen.has(at) && !free.has(at)) {
    seen.add(at);
    at = parents.get(at) ?? '';
  }
  if (at === '' || free.has(at)) for (const passed of [id, ...seen]) free.add(passed);
  return at === id;
}

/** Why a theme cannot be put beneath another. */
export type NestRefusal =
  | Extract<ThemeRefusal, { kind: 'unknownTheme' }>
  /** The other theme is this one or lies beneath it. */
  | { kind: 'ownPart'; of: string };

/**
 * Makes a theme a part of another, with all its own parts; for the empty id it goes to the top. It takes the category of
 * what it becomes a part of. Themes that stand at the top because of a ring are written down as standing there, so that
 * nothing jumps when the ring is undone.
 */
export function nestTheme(
  codebook: Codebook,
  doc: DocName,
  id: string,
  parent: string,
): Result<Change[], NestRefusal> {
  const tree = treeOf(codebook);
  const into = codebook.resolve(parent);
  const above = codebook.all.get(into);
  if (!codebook.all.has(id)) return fail({ kind: 'unknownTheme', id });
  if (parent !== '' && !above) return fail({ kind: 'unknownTheme', id: parent });
  if (tree.under(id).includes(into)) return fail({ kind: 'ownPart', of: id });
  const settled = [...tree.loosened].filter((t) => t !== id).map((t) => theme.put(doc, t, { parent: '' }));
  const { parent: before } = codebook.all.get(id) ?? { parent: '' };
  const to = above ? { parent: into, category: above.category, fresh: false } : { parent: '' };
  return ok(
    before === to.parent && tree.parentOf(id) === to.parent ? [] : [...settled, theme.put(doc, id, to)],
  );
}
