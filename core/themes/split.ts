import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import type { ThemeId } from '../model/ids.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type Cover, coversMoved, type Mention, mention, mentionId } from '../notes/index.ts';
import type { Codebook } from './codebook.ts';
import { addTheme, type NewTheme, type ThemeRefusal } from './edit.ts';
import { theme } from './records.ts';

/**
 * Makes the theme that some mentions of `from` go to, beside it in the tree. It is written, and on disk, before any
 * mention is moved to it (`moveMention`): whatever breaks off in between, no mention is without its theme.
 */
export function splitTheme(
  codebook: Codebook,
  doc: DocName,
  id: ThemeId,
  from: string,
  as: NewTheme,
): Result<Change[], ThemeRefusal> {
  const whole = codebook.all.get(codebook.resolve(from));
  if (!whole) return fail({ kind: 'unknownTheme', id: from });
  const added = addTheme(codebook, doc, id, as);
  if (!added.ok) return added;
  return ok([...added.value, theme.put(doc, id, { splitFrom: whole.id, parent: whole.parent })]);
}

/**
 * Moves one mention to another theme: the note is tagged with that one, by whoever had tagged it and as gravely, and no
 * longer with this. Both in one transaction of the interview's document; a note that is taken away elsewhere meanwhile
 * takes the new mention with it, and a note tagged elsewhere meanwhile keeps its tag. What the note was marked to say of the
 * theme's mechanism (`covers` of the interview) is said of the other from then on.
 */
export function moveMention(doc: DocName, moved: Mention, to: string, covers: readonly Cover[]): Change[] {
  if (moved.theme === to) return [];
  return [
    mention.put(doc, mentionId(moved.note, to), {
      note: moved.note,
      theme: to,
      severity: moved.severity,
      by: moved.by,
    }),
    mention.remove(doc, moved.id),
    ...coversMoved(covers, doc, moved, to),
  ];
}
