import type { Chance } from '#core/model/chance.ts';
import type { Change } from '#core/model/change.ts';
import type { DocName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import type { TagRead } from '#core/notes/index.ts';
import { addTheme, type Codebook, restoreTheme, takenBackNamed, theme } from '#core/themes/index.ts';
import type { MadeTheme } from './draft.ts';

/** The themes a line names, as ids, and what the codebook needs for it. */
export interface ResolvedTags {
  ids: readonly string[];
  changes: readonly Change[];
  /** Themes that this line creates. */
  made: readonly MadeTheme[];
  /** Names that cannot be a theme's (too long); they stay in the text. */
  refused: readonly string[];
}

/** A theme nobody has yet is created at once, as `product` until somebody says otherwise. */
export function resolveTags(
  tags: readonly TagRead[],
  codebook: Codebook,
  doc: DocName,
  chance: Chance,
): ResolvedTags {
  const ids: string[] = [];
  const changes: Change[] = [];
  const made: MadeTheme[] = [];
  const refused: string[] = [];
  for (const tag of tags) {
    if (tag.id !== null) {
      ids.push(tag.id);
      continue;
    }
    const gone = takenBackNamed(codebook, tag.name);
    const again = gone && restoreTheme(codebook, doc, gone.id);
    if (gone && again?.ok) {
      // Not a second one: a colleague may have tagged with it before it was taken back.
      ids.push(gone.id);
      made.push({ id: gone.id, name: tag.name });
      changes.push(...again.value);
      continue;
    }
    const id = newId<'theme'>(chance);
    const added = addTheme(codebook, doc, id, { name: tag.name, category: 'product' });
    if (added.ok) {
      ids.push(id);
      made.push({ id, name: tag.name });
      changes.push(...added.value, theme.put(doc, id, { fresh: true }));
    } else if (added.why.kind === 'nameTaken') {
      const back = added.why.retired ? restoreTheme(codebook, doc, added.why.by) : null;
      ids.push(added.why.by);
      if (back?.ok) changes.push(...back.value);
    } else refused.push(tag.name);
  }
  return { ids: [...new Set(ids)], changes, made, refused };
}
