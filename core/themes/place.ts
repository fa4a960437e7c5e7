import type { Chance } from '../model/chance.ts';
import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { orderBetween } from '../notes/index.ts';
import type { Codebook } from './codebook.ts';
import { theme } from './records.ts';

/**
 * Themes of one place in the tree in the order that people gave them; those nobody has placed follow, in the order in
 * which they come (most raised first, say). The same on every device.
 */
export function inPlace(codebook: Codebook, ids: readonly string[]): string[] {
  const keyOf = (id: string) => codebook.all.get(id)?.order ?? '';
  const placed = ids.filter((id) => keyOf(id) !== '');
  placed.sort((a, b) => compare(keyOf(a), keyOf(b)) || compare(a, b));
  return [...placed, ...ids.filter((id) => keyOf(id) === '')];
}

/**
 * Moves a theme by one among its neighbours, listed as they are shown. Only it is written where the neighbours have
 * places already; else all above its new place get one, so that what is shown stays as it is. Empty at either end.
 */
export function moveInPlace(
  codebook: Codebook,
  doc: DocName,
  shown: readonly string[],
  id: string,
  by: -1 | 1,
  chance: Chance,
): Change[] {
  const from = shown.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= shown.length) return [];
  const next = shown.toSpliced(from, 1).toSpliced(to, 0, id);
  const keys = new Map(shown.map((t) => [t, codebook.all.get(t)?.order ?? '']));
  const changes: Change[] = [];
  const place = (at: number, before: string | null, after: string | null) => {
    const moved = next[at] ?? '';
    const order = orderBetween(before, after, chance);
    keys.set(moved, order);
    changes.push(theme.put(doc, moved, { order }));
  };
  keys.set(id, '');
  // From the top down to where it now stands, everything needs a key that sorts behind the one before.
  for (let at = 0; at <= to; at++) {
    const before = at === 0 ? null : (keys.get(next[at - 1] ?? '') ?? null);
    const own = keys.get(next[at] ?? '') ?? '';
    if (own !== '' && (before === null || own > before)) continue;
    const after = keys.get(next[at + 1] ?? '') || null;
    place(at, before, after !== null && after > (before ?? '') ? after : null);
  }
  return changes;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
