import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type Because, because, becauseId, inOrderStated } from './mechanism.ts';

/** A surface driver and the one beneath it. */
export type Link = Pick<Because, 'theme' | 'root'>;

/** Why one theme cannot stand beneath another. */
export type BecauseRefusal =
  | { kind: 'sameTheme' }
  /** The theme stands beneath the root already, directly or through others. */
  | { kind: 'ring' };

/**
 * For each theme the drivers beneath it, merges followed, each once. A statement that would close a ring with those before
 * it is left out: two people may state A because of B and B because of A at once, and every device then keeps the same one.
 */
export function rootsOf(
  stated: readonly Link[],
  resolve: (theme: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const roots = new Map<string, string[]>();
  for (const link of stated) {
    const [theme, root] = [resolve(link.theme), resolve(link.root)];
    const known = roots.get(theme) ?? [];
    if (theme === root || known.includes(root) || leadsTo(root, theme, roots)) continue;
    roots.set(theme, [...known, root]);
  }
  return roots;
}

function leadsTo(from: string, to: string, roots: ReadonlyMap<string, readonly string[]>): boolean {
  // each once, however many ways lead to it: what is added while going through is gone through as well
  const reached = new Set([from]);
  for (const at of reached) {
    if (at === to) return true;
    for (const next of roots.get(at) ?? []) reached.add(next);
  }
  return false;
}

/** States "`theme` because of `root`", `at` seconds into the call. Refused where it would make a ring. */
export function stateBecause(
  doc: DocName,
  stated: readonly Because[],
  resolve: (theme: string) => string,
  said: Link & Pick<Because, 'at' | 'by'>,
): Result<Change[], BecauseRefusal> {
  const [theme, root] = [resolve(said.theme), resolve(said.root)];
  if (theme === root) return fail({ kind: 'sameTheme' });
  const roots = rootsOf(inOrderStated(stated), resolve);
  if (leadsTo(root, theme, roots)) return fail({ kind: 'ring' });
  if (roots.get(theme)?.includes(root)) return ok([]);
  return ok([because.put(doc, becauseId(theme, root), { ...said, theme, root })]);
}

/** Takes the statement back, under whatever merged themes it was made. */
export function takeBackBecause(
  doc: DocName,
  stated: readonly Because[],
  resolve: (theme: string) => string,
  { theme, root }: Link,
): Change[] {
  return stated
    .filter((b) => resolve(b.theme) === theme && resolve(b.root) === root)
    .map((b) => because.remove(doc, b.id));
}
