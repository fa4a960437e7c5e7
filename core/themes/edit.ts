import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import type { ThemeId } from '../model/ids.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { typedName } from '../notes/index.ts';
import { type Codebook, themeNamed } from './codebook.ts';
import { type Category, type Theme, theme } from './records.ts';
import { treeOf } from './tree.ts';

/** Most characters a theme's name may have: it must fit a chip. */
export const longestName = 60;

/** Most characters of an owner's name: a person or a team. */
export const longestOwner = 80;

/** Why a theme cannot be changed as asked. */
export type ThemeRefusal =
  | { kind: 'noName' }
  | { kind: 'nameTooLong'; most: number; got: number }
  /** Another theme has the name; `retired` when it could be brought back instead. */
  | { kind: 'nameTaken'; by: string; retired: boolean }
  | { kind: 'unknownTheme'; id: string };

/** What a new theme begins with. */
export interface NewTheme {
  name: string;
  category: Category;
  definition?: string;
  fresh?: boolean;
}

/**
 * Adds a theme under a new id. Its name must be free, so that one driver is not counted under two themes.
 * `fresh`: named during a call, so the category is a guess.
 */
export function addTheme(
  codebook: Codebook,
  doc: DocName,
  id: ThemeId,
  as: NewTheme,
): Result<Change[], ThemeRefusal> {
  const name = nameFor(codebook, as.name, '');
  if (!name.ok) return name;
  return ok([
    theme.put(doc, id, {
      name: name.value,
      category: as.category,
      definition: (as.definition ?? '').trim(),
      starter: false,
      fresh: as.fresh ?? false,
      takenBack: false,
    }),
  ]);
}

/** Takes back the making of a theme. It is never removed: see `takenBack` of the record. */
export function takeBackTheme(doc: DocName, id: string): Change {
  return theme.put(doc, id, { takenBack: true });
}

/** Renames a theme; its mentions point to the id and stay. */
export function renameTheme(
  codebook: Codebook,
  doc: DocName,
  id: string,
  to: string,
): Result<Change[], ThemeRefusal> {
  if (!codebook.all.has(id)) return fail({ kind: 'unknownTheme', id });
  const name = nameFor(codebook, to, id);
  return name.ok ? changed(codebook, doc, id, { name: name.value }) : name;
}

/** Says what a theme means, so that two people tag alike. May be emptied. */
export function defineTheme(
  codebook: Codebook,
  doc: DocName,
  id: string,
  definition: string,
): Result<Change[], ThemeRefusal> {
  return changed(codebook, doc, id, { definition: definition.trim() });
}

/**
 * Moves a theme to another category, or says that the one guessed during a call is right. A part has the category of what it
 * is a part of: moved to another it stands at the top there. Its own parts come along.
 */
export function moveTheme(
  codebook: Codebook,
  doc: DocName,
  id: string,
  category: Category,
): Result<Change[], ThemeRefusal> {
  const isPart = treeOf(codebook).parentOf(id) !== '';
  const leaves = isPart && category !== codebook.all.get(id)?.category;
  return changed(codebook, doc, id, { category, fresh: false, ...(leaves && { parent: '' }) });
}

/** Takes a theme out of the choice. Its mentions stay and still count. */
export function retireTheme(codebook: Codebook, doc: DocName, id: string): Result<Change[], ThemeRefusal> {
  return changed(codebook, doc, id, { retired: true });
}

/** Puts a retired theme back into the choice, unless its name was given away meanwhile. */
export function restoreTheme(codebook: Codebook, doc: DocName, id: string): Result<Change[], ThemeRefusal> {
  const name = nameFor(codebook, codebook.all.get(id)?.name ?? '', id);
  return name.ok || name.why.kind === 'noName'
    ? changed(codebook, doc, id, { retired: false, takenBack: false })
    : name;
}

/** Says what is thought to have set a driver off. May be emptied. */
export function triggerTheme(
  codebook: Codebook,
  doc: DocName,
  id: string,
  trigger: string,
): Result<Change[], ThemeRefusal> {
  return changed(codebook, doc, id, { trigger: trigger.trim() });
}

/** Names who answers for a theme; empty: whoever answers for the one above it, or for its category. */
export function ownTheme(
  codebook: Codebook,
  doc: DocName,
  id: string,
  owner: string,
): Result<Change[], ThemeRefusal> {
  return changed(codebook, doc, id, { owner: owner.trim().replace(/\s+/g, ' ').slice(0, longestOwner) });
}

/** One change made to many themes: of all of them or, where one is refused, of none. */
export function toEach<W>(
  ids: readonly string[],
  make: (id: string) => Result<Change[], W>,
): Result<Change[], W> {
  const changes: Change[] = [];
  for (const id of ids) {
    const made = make(id);
    if (!made.ok) return made;
    changes.push(...made.value);
  }
  return ok(changes);
}

function changed(
  codebook: Codebook,
  doc: DocName,
  id: string,
  fields: Partial<Theme>,
): Result<Change[], ThemeRefusal> {
  const now = codebook.all.get(id);
  if (!now) return fail({ kind: 'unknownTheme', id });
  const differs = Object.entries(fields).some(([field, value]) => now[field as keyof Theme] !== value);
  return ok(differs ? [theme.put(doc, id, fields)] : []);
}

/** The name as it will be stored, or why not. `own` may keep its name. */
function nameFor(codebook: Codebook, text: string, own: string): Result<string, ThemeRefusal> {
  const name = text.trim().replace(/\s+/g, ' ');
  if (typedName(name) === '') return fail({ kind: 'noName' });
  if (name.length > longestName) return fail({ kind: 'nameTooLong', most: longestName, got: name.length });
  const by = themeNamed(codebook, name);
  if (by && by.id !== own) return fail({ kind: 'nameTaken', by: by.id, retired: by.retired });
  return ok(name);
}
