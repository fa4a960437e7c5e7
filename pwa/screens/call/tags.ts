import type { Chance } from '#core/model/chance.ts';
import type { Change } from '#core/model/change.ts';
import type { DocName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import type { Severity, Tags, ThemeRead } from '#core/notes/index.ts';
import { addTheme, type Codebook, restoreTheme, takenBackNamed, theme } from '#core/themes/index.ts';
import type { MadeTheme } from './draft.ts';

/** The themes a line names, by id, and what the codebook needs for it. */
export interface ResolvedTags {
  tags: Tags;
  changes: readonly Change[];
  /** Themes that this line creates or brings back. */
  made: readonly MadeTheme[];
  /** Names that cannot be a theme's (too long); they stay in the text. */
  refused: readonly string[];
}

/**
 * A theme nobody has yet is created at once, as `product` until somebody says otherwise; a retired one comes back. `usesOf`: how
 * often a theme is mentioned besides.
 */
export function resolveTags(
  named: readonly ThemeRead[],
  codebook: Codebook,
  doc: DocName,
  chance: Chance,
  usesOf: (theme: string) => number,
): ResolvedTags {
  const tags = new Map<string, Severity>();
  const put = (id: string, severity: Severity) => {
    const known = tags.get(id) ?? 0;
    tags.set(id, severity > known ? severity : known);
  };
  const changes: Change[] = [];
  const made: MadeTheme[] = [];
  const refused: string[] = [];
  for (const tag of named) {
    if (tag.id !== null) {
      put(tag.id, tag.severity);
      continue;
    }
    const gone = takenBackNamed(codebook, tag.name);
    const again = gone && restoreTheme(codebook, doc, gone.id);
    if (gone && again?.ok) {
      // Not a second one: a colleague may have tagged with it before it was taken back.
      put(gone.id, tag.severity);
      made.push({ id: gone.id, name: tag.name });
      changes.push(...again.value);
      continue;
    }
    const id = newId<'theme'>(chance);
    const added = addTheme(codebook, doc, id, { name: tag.name, category: 'product' });
    if (added.ok) {
      put(id, tag.severity);
      made.push({ id, name: tag.name });
      changes.push(...added.value, theme.put(doc, id, { fresh: true }));
    } else if (added.why.kind === 'nameTaken') {
      const id = added.why.by;
      const back = added.why.retired ? restoreTheme(codebook, doc, id) : null;
      put(id, tag.severity);
      if (!back?.ok) continue;
      made.push({ id, name: tag.name, uses: usesOf(id) });
      changes.push(...back.value);
    } else refused.push(tag.name);
  }
  return { tags, changes, made, refused };
}
