import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type Codebook, nameHolder } from './codebook.ts';
import type { ThemeRefusal } from './edit.ts';
import { theme } from './records.ts';

/** Why two themes cannot be merged. */
export type MergeRefusal =
  | { kind: 'unknownTheme'; id: string }
  /** They are one theme already, directly or through earlier merges. */
  | { kind: 'sameTheme' };

/**
 * Makes mentions of `from` count for `into` from now on. No mention is touched: figures follow the merge when they
 * are made (Codebook.resolve), so a note tagged on another device meanwhile follows too, and `unmergeTheme` gives
 * everything back. Merges already made into `from` come along. Refused where it would make a ring.
 */
export function mergeThemes(
  codebook: Codebook,
  doc: DocName,
  from: string,
  into: string,
): Result<Change[], MergeRefusal> {
  for (const id of [from, into]) if (!codebook.all.has(id)) return fail({ kind: 'unknownTheme', id });
  const [start, end] = [codebook.resolve(from), codebook.resolve(into)];
  if (start === end) return fail({ kind: 'sameTheme' });
  return ok([theme.put(doc, start, { mergedInto: end })]);
}

/**
 * Makes many themes count for one. Those that count for it already are passed over; refused only where nothing is left
 * to merge.
 */
export function mergeMany(
  codebook: Codebook,
  doc: DocName,
  from: readonly string[],
  into: string,
): Result<Change[], MergeRefusal> {
  const changes: Change[] = [];
  for (const id of from) {
    const made = mergeThemes(codebook, doc, id, into);
    if (made.ok) changes.push(...made.value);
    else if (made.why.kind !== 'sameTheme') return made;
  }
  return changes.length > 0 ? ok(changes) : fail({ kind: 'sameTheme' });
}

/**
 * Takes a merge back: the theme stands for itself again, with every mention it ever had. Refused where another theme has its
 * name by now. Of themes merged into each other at once one stands though it is merged itself: that merge goes too, or it
 * would follow the one that is taken out.
 */
export function unmergeTheme(
  codebook: Codebook,
  doc: DocName,
  id: string,
): Result<Change[], MergeRefusal | ThemeRefusal> {
  const now = codebook.all.get(id);
  if (!now) return fail({ kind: 'unknownTheme', id });
  if (now.mergedInto === '') return ok([]);
  const holder = nameHolder(codebook, now);
  if (holder) return fail({ kind: 'nameTaken', by: holder.id, retired: holder.retired });
  const end = codebook.resolve(id);
  const opensRing = end !== id && codebook.all.has(codebook.all.get(end)?.mergedInto ?? '');
  return ok([id, ...(opensRing ? [end] : [])].map((t) => theme.put(doc, t, { mergedInto: '' })));
}
