import { type Captured, type Nameable, rivalIn, type TaggedNote } from '#core/notes/index.ts';
import type { Category, Codebook, Rival } from '#core/themes/index.ts';

/** A theme on a note as it is shown: merges followed. */
export interface Chip {
  id: string;
  name: string;
  category: Category;
  severity: 0 | 1 | 2 | 3;
  /** Named in a call; nobody has given it a category yet. */
  fresh: boolean;
  /** Themes as mentioned, which merged into this one. */
  mentioned: readonly string[];
}

export interface NoteView {
  note: TaggedNote;
  chips: readonly Chip[];
  /** People and competitors named in it, a competitor by the name it has now. */
  people: readonly Nameable[];
  /** Taken by whoever sits here. */
  own: boolean;
}

export function noteView(
  note: TaggedNote,
  codebook: Codebook,
  member: string,
  rivals: readonly Rival[] = [],
): NoteView {
  const chips = new Map<string, Chip>();
  for (const m of note.mentions) {
    const id = codebook.resolve(m.theme);
    const known = codebook.all.get(id);
    const before = chips.get(id);
    chips.set(id, {
      id,
      name: known?.name ?? m.theme,
      category: known?.category ?? 'product',
      severity: before && before.severity > m.severity ? before.severity : m.severity,
      fresh: known?.fresh === true,
      mentioned: [...(before?.mentioned ?? []), m.theme],
    });
  }
  const people = (note.people ?? []).map(({ ref, name }) => {
    const id = rivalIn(ref);
    return { ref, name: (id !== null && rivals.find((r) => r.id === id)?.name) || name };
  });
  return { note, chips: [...chips.values()], people, own: note.author === member };
}

/**
 * Keeps views from one time to the next: one that says what it said before is the very same object, so that a new note has
 * no other drawn again. A note that is the same object, beside the same codebook, is not even looked at.
 */
export function makeNoteViews(member: string) {
  let before = new Map<string, NoteView>();
  let beside: readonly unknown[] = [];
  return (notes: readonly TaggedNote[], codebook: Codebook, rivals: readonly Rival[] = []) => {
    const isBesideSame = beside[0] === codebook && beside[1] === rivals;
    const views = notes.map((note) => {
      const known = before.get(note.id);
      if (known?.note === note && isBesideSame) return known;
      const view = noteView(note, codebook, member, rivals);
      return known && JSON.stringify(known) === JSON.stringify(view) ? known : view;
    });
    before = new Map(views.map((view) => [view.note.id, view]));
    beside = [codebook, rivals];
    return views;
  };
}

/** A note as the grammar sees it, for writing it into the line. */
export const capturedFrom = ({ note, chips, people }: NoteView): Captured => ({
  text: note.text,
  verbatim: note.verbatim,
  themes: chips.map(({ id, name, severity }) => ({ id, name, severity })),
  people: people.map(({ ref, name }) => ({ id: ref === '' ? null : ref, name })),
  severity: note.severity,
  valence: note.valence,
});
