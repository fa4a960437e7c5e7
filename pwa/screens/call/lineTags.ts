import {
  type PersonRead,
  type ReadLine,
  rivalIn,
  type Severity,
  type TaggedNote,
  type TagRead,
  type Tags,
} from '#core/notes/index.ts';
import type { NoteView } from './noteView.ts';

export const idsOf = (themes: readonly TagRead[]): string[] =>
  themes.flatMap((t) => (t.id === null ? [] : [t.id]));

/**
 * The themes of a line under the ids that its note mentions them by. A mark that is as it was before says nothing anew: what
 * is stored stays, whoever graded it.
 */
export function onNote(view: NoteView, before: ReadLine, tags: Tags): Map<string, Severity> {
  const graded = [...tags].flatMap(([id, severity]): [string, Severity][] => {
    const chip = view.chips.find((c) => c.id === id);
    if (!chip) return [[id, severity]];
    const was = before.themes.find((t) => t.id === id)?.severity ?? 0;
    return view.note.mentions
      .filter((m) => chip.mentioned.includes(m.theme))
      .map((m) => [m.theme, severity === was ? m.severity : severity]);
  });
  return new Map(graded);
}

/** Themes of a note that its line did not name, with their severities, or all with the same. */
export function unnamed(view: NoteView, named: readonly string[], severity?: Severity): [string, Severity][] {
  const mentioned = view.chips.filter((c) => !named.includes(c.id)).flatMap((c) => c.mentioned);
  return view.note.mentions
    .filter((m) => mentioned.includes(m.theme))
    .map((m) => [m.theme, severity ?? m.severity]);
}

/** Whether an edit grades what the line does not name too: the mark for it came or is another, or no mark is left at all. */
export const regrades = (before: ReadLine, after: ReadLine): boolean =>
  before.unnamed !== after.unnamed && (after.unnamed > 0 || after.severity === 0);

/** People of a note whom its line could not name, e.g. since two are called alike: an edit leaves them, a split with the first half. */
export function unsaid(note: TaggedNote, said: readonly PersonRead[]): PersonRead[] {
  // A competitor may have been renamed since.
  const key = (ref: string, name: string) => (rivalIn(ref) === null ? `${ref} ${name}` : ref);
  const known = new Set(said.map(({ id, name }) => key(id ?? '', name)));
  return (note.people ?? [])
    .filter(({ ref, name }) => !known.has(key(ref, name)))
    .map(({ ref, name }) => ({ id: ref, name }));
}
