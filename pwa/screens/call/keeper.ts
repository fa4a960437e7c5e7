import type { ReadonlySignal } from '@preact/signals-core';
import type { Chance } from '#core/model/chance.ts';
import type { Change } from '#core/model/change.ts';
import type { DocName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import {
  captureNote,
  editNote,
  orderBetween,
  type ReadLine,
  removeNote,
  restoreNote,
  type TagRead,
  tagNote,
  untagNote,
} from '#core/notes/index.ts';
import type { Session } from '#core/ports/session.ts';
import { addTheme, type Codebook, theme } from '#core/themes/index.ts';
import type { MadeTheme, PendingLine } from './draft.ts';
import { makeHistory } from './history.ts';
import type { NoteView } from './noteView.ts';
import { resolveTags } from './tags.ts';

export interface KeeperNeeds {
  doc: DocName;
  bookDoc: DocName;
  session: Session;
  chance: Chance;
  notes: ReadonlySignal<readonly NoteView[]>;
  codebook: ReadonlySignal<Codebook>;
  apply(changes: readonly Change[], why: string): void;
}

/** Turns what was read from lines into notes, edits and tags, each of which can be taken back. */
export interface Keeper {
  /** Gives the themes that the line created; so does `rewrite`. */
  store(line: Omit<PendingLine, 'made'>, read: ReadLine): readonly MadeTheme[];
  /** Writes what differs between two readings of a note's line. */
  rewrite(view: NoteView, before: ReadLine, after: ReadLine): readonly MadeTheme[];
  /** Creates the themes of a line again that did not reach the disk, though its note may have. */
  putBack(line: PendingLine): void;
  takeAway(view: NoteView): void;
  tag(noteId: string, themeId: string): void;
  untag(noteId: string, themeId: string): void;
  /** Does it and remembers how to take it back. */
  carryOut(why: string, changes: readonly Change[], undo: () => readonly Change[]): void;
  undo(): boolean;
  redo(): boolean;
}

export function makeKeeper(needs: KeeperNeeds): Keeper {
  const { doc, bookDoc, notes, apply } = needs;
  const { member, memberName } = needs.session;
  const history = makeHistory();

  const viewOf = (noteId: string) => notes.peek().find((n) => n.note.id === noteId);
  const carryOut = (why: string, changes: readonly Change[], undo: () => readonly Change[]) => {
    if (changes.length === 0) return;
    apply(changes, why);
    history.did({ undo, redo: () => changes });
  };
  /** A name that cannot be a theme's stays in the text: it was typed. */
  const resolved = (read: ReadLine) => {
    const tags = resolveTags(read.themes, needs.codebook.peek(), bookDoc, needs.chance);
    const words = [read.text, ...tags.refused].join(' ').trim();
    return { ...tags, read: { ...read, text: words } };
  };
  /** Themes that a line created go with it when it is taken back, unless another note has taken them up. */
  const withoutMade = (made: readonly MadeTheme[], noteId: string): Change[] => {
    const others = notes.peek().filter((n) => n.note.id !== noteId);
    const elsewhere = new Set(others.flatMap((n) => n.note.mentions.map((m) => m.theme)));
    return made.filter(({ id }) => !elsewhere.has(id)).map(({ id }) => theme.remove(bookDoc, id));
  };
  const tag = (noteId: string, themeId: string) => {
    const view = viewOf(noteId);
    if (!view || view.chips.some((c) => c.id === themeId)) return;
    carryOut('tag', [tagNote(doc, view.note, themeId, member)], () => [untagNote(doc, noteId, themeId)]);
  };
  const untag = (noteId: string, themeId: string) => {
    const chip = viewOf(noteId)?.chips.find((c) => c.id === themeId);
    if (!chip) return;
    const back = { id: noteId, severity: chip.severity };
    carryOut(
      'untag',
      chip.mentioned.map((t) => untagNote(doc, noteId, t)),
      () => chip.mentioned.map((t) => tagNote(doc, back, t, member)),
    );
  };

  return {
    store(line, read) {
      const id = parseId<'note'>(line.note);
      if (!id.ok) return [];
      const { ids, made, changes, read: said } = resolved(read);
      const order = orderBetween(notes.peek().at(-1)?.note.order ?? null, null, needs.chance);
      const { at, area, question } = line;
      const author = { author: member, authorName: memberName };
      const note = captureNote({
        doc,
        id: id.value,
        read: said,
        themes: ids,
        order,
        at,
        area,
        question,
        ...author,
      });
      carryOut('note', [...changes, ...note], () => {
        const tagged = viewOf(line.note)?.note.mentions.map((m) => m.theme) ?? ids;
        return [...removeNote(doc, line.note, tagged), ...withoutMade(made, line.note)];
      });
      return made;
    },
    rewrite(view, before, after) {
      const { ids, made, changes, read: said } = resolved(after);
      const had = idsOf(before.themes);
      const dropped = had.filter((t) => !ids.includes(t));
      const drop = view.chips.filter((c) => dropped.includes(c.id)).flatMap((c) => c.mentioned);
      const add = ids.filter((t) => !had.includes(t));
      const tagged = view.note.mentions.map((m) => m.theme);
      const same = { doc, note: view.note, by: member };
      const edit = editNote({ ...same, tagged, before, after: said, add, drop });
      carryOut('edit', [...changes, ...edit], () => [
        ...editNote({
          ...same,
          tagged: [...tagged, ...add],
          before: said,
          after: before,
          add: drop,
          drop: add,
        }),
        ...withoutMade(made, view.note.id),
      ]);
      return made;
    },
    putBack(line) {
      for (const { id, name } of line.made) {
        const themeId = parseId<'theme'>(id);
        if (!themeId.ok || needs.codebook.peek().all.has(id)) continue;
        const as = { name, category: 'product', fresh: true } as const;
        const added = addTheme(needs.codebook.peek(), bookDoc, themeId.value, as);
        if (added.ok) apply(added.value, 'note');
        else if (added.why.kind === 'nameTaken') {
          // Somebody else has made it meanwhile.
          tag(line.note, added.why.by);
          untag(line.note, id);
        }
      }
    },
    takeAway({ note }) {
      const tagged = note.mentions.map((m) => m.theme);
      carryOut('note taken away', removeNote(doc, note.id, tagged), () => restoreNote(doc, note));
    },
    tag,
    untag,
    carryOut,
    undo: () => took(history.undo(), 'undo'),
    redo: () => took(history.redo(), 'redo'),
  };

  function took(changes: readonly Change[] | null, why: string): boolean {
    if (changes) apply(changes, why);
    return changes !== null;
  }
}

const idsOf = (themes: readonly TagRead[]): string[] => themes.flatMap((t) => (t.id === null ? [] : [t.id]));
