import type { ReadonlySignal } from '@preact/signals-core';
import type { Chance } from '#core/model/chance.ts';
import type { Change } from '#core/model/change.ts';
import type { DocName } from '#core/model/docName.ts';
import { type NoteId, parseId } from '#core/model/ids.ts';
import type { Fields } from '#core/model/json.ts';
import {
  type Cover,
  captureNote,
  coversBack,
  coversJoined,
  coversSplit,
  editNote,
  fileNote,
  gravest,
  type Half,
  joinNotes,
  moveNote,
  type NotePlace,
  orderBetween,
  type ReadLine,
  removeNote,
  splitNote,
  stepBetween,
  type TaggedNote,
  tagNote,
  untagNote,
} from '#core/notes/index.ts';
import type { Session } from '#core/ports/session.ts';
import {
  addTheme,
  type Codebook,
  isAsNamed,
  restoreTheme,
  retireTheme,
  takeBackTheme,
} from '#core/themes/index.ts';
import type { MadeTheme, PendingLine } from './draft.ts';
import { type Marks, makeHistory, noMarks, type Turned } from './history.ts';
import { idsOf, onNote, regrades, unnamed, unsaid } from './lineTags.ts';
import type { NoteView } from './noteView.ts';
import { resolveTags } from './tags.ts';

export interface KeeperNeeds {
  doc: DocName;
  bookDoc: DocName;
  session: Session;
  chance: Chance;
  notes: ReadonlySignal<readonly NoteView[]>;
  codebook: ReadonlySignal<Codebook>;
  covers: ReadonlySignal<readonly Cover[]>;
  /** How often other interviews are tagged with a theme. */
  usedElsewhere: ReadonlySignal<ReadonlyMap<string, number>>;
  /** The record that a change is about, as it is now. */
  recordOf(change: Change): Fields | null;
  apply(changes: readonly Change[], why: string): void;
}

/** Turns what was read from lines into notes, edits, moves and tags, each of which can be taken back. */
export interface Keeper {
  /** Gives the themes that the line created; so does `rewrite`. */
  store(line: Omit<PendingLine, 'made'>, read: ReadLine): readonly MadeTheme[];
  /** Writes what differs between two readings of a note's line. */
  rewrite(view: NoteView, before: ReadLine, after: ReadLine): readonly MadeTheme[];
  /** Creates the themes of a line again, or brings them back, that did not reach the disk, though its note may have. */
  putBack(line: PendingLine): void;
  takeAway(view: NoteView): void;
  /** The note goes on as two; the second half gets this id and stands behind it. Gives the themes created. */
  split(view: NoteView, before: ReadLine, halves: readonly [Half, Half], id: NoteId): readonly MadeTheme[];
  /** Joins a note to the one before it. */
  join(into: NoteView, from: NoteView): void;
  /** Puts a note before another, or last with null. */
  move(noteId: string, before: string | null): void;
  /** Files a note under another question or area. */
  file(noteId: string, to: NotePlace): void;
  tag(noteId: string, themeId: string): void;
  untag(noteId: string, themeId: string): void;
  /** Does something to notes with what it does to their marks; both are taken back in one step. */
  mark(why: string, changes: readonly Change[], marks: Marks): void;
  undo(): Turned;
  redo(): Turned;
  /** What can be taken back, as text for the same window after a reload. */
  memory(): string;
  recall(memory: string): void;
}

export function makeKeeper(needs: KeeperNeeds): Keeper {
  const { doc, bookDoc, notes, apply, chance } = needs;
  const { member, memberName } = needs.session;
  const viewOf = (noteId: string) => notes.peek().find((n) => n.note.id === noteId);
  const stored = (): readonly TaggedNote[] => notes.peek().map((n) => n.note);
  /** Mentions of a theme in any interview, but for those of some notes. */
  const usesOf = (theme: string, own: readonly string[]): number => {
    const others = notes.peek().filter((n) => !own.includes(n.note.id));
    const here = others.flatMap((n) => n.note.mentions).filter((m) => m.theme === theme);
    return here.length + (needs.usedElsewhere.peek().get(theme) ?? 0);
  };
  /** Themes that a line created go with it when it is taken back, and those it brought back retire again, unless somebody has taken them up. */
  const withoutMade = (made: readonly MadeTheme[], own: readonly string[]): Change[] => {
    const book = needs.codebook.peek();
    return made.flatMap((one) => {
      if (usesOf(one.id, own) > (one.uses ?? 0)) return [];
      if (one.uses === undefined) return isAsNamed(book, one) ? [takeBackTheme(bookDoc, one.id)] : [];
      const retired = retireTheme(book, bookDoc, one.id);
      return retired.ok ? retired.value : [];
    });
  };
  const history = makeHistory({ doc, notes: stored, stored: needs.recordOf, withoutMade, apply });
  /** Does it and remembers how to take it back. */
  const carryOut = (
    why: string,
    changes: readonly Change[],
    made: readonly MadeTheme[] = [],
    themes: readonly Change[] = [],
    marks: Marks = noMarks,
  ) => {
    const all = [...themes, ...changes, ...marks.redo];
    if (all.length === 0) return;
    const before = stored();
    apply(all, why);
    const step = stepBetween(before, stored());
    if (step.length > 0 || marks.undo.length > 0) history.did({ notes: step, made, themes, marks });
  };
  /** A name that cannot be a theme's stays in the text: it was typed. */
  const resolved = <R extends Half>(read: R, own: readonly string[] = []) => {
    const uses = (theme: string) => usesOf(theme, own);
    const tags = resolveTags(read.themes, needs.codebook.peek(), bookDoc, chance, uses);
    const words = [read.text, ...tags.refused].join(' ').trim();
    return { ...tags, read: { ...read, text: words } };
  };
  const tag = (noteId: string, themeId: string) => {
    const view = viewOf(noteId);
    if (!view || view.chips.some((c) => c.id === themeId)) return;
    carryOut('tag', [tagNote(doc, view.note, themeId, member)]);
  };
  const untag = (noteId: string, themeId: string) => {
    const mentioned = viewOf(noteId)?.chips.find((c) => c.id === themeId)?.mentioned ?? [];
    carryOut(
      'untag',
      mentioned.map((t) => untagNote(doc, noteId, t)),
    );
  };

  return {
    store(line, read) {
      const id = parseId<'note'>(line.note);
      if (!id.ok) return [];
      const { tags, made, changes, read: said } = resolved(read);
      const order = orderBetween(notes.peek().at(-1)?.note.order ?? null, null, chance);
      const { at, area, question } = line;
      const by = { author: member, authorName: memberName };
      const place = { order, at, area, question };
      const note = captureNote({
        doc,
        id: id.value,
        read: said,
        themes: [...tags.keys()],
        severities: tags,
        ...place,
        ...by,
      });
      carryOut('note', note, made, changes);
      return made;
    },
    rewrite(view, before, after) {
      const { tags, made, changes, read: said } = resolved(after, [view.note.id]);
      const dropped = idsOf(before.themes).filter((t) => !tags.has(t));
      const drop = view.chips.filter((c) => dropped.includes(c.id)).flatMap((c) => c.mentioned);
      const named = [...dropped, ...tags.keys()];
      const rest = unnamed(view, named);
      const restNow = regrades(before, after) ? unnamed(view, named, after.unnamed) : rest;
      const severity = (read: ReadLine, others: typeof rest) =>
        gravest([read.severity, ...others.map(([, of]) => of)]);
      const put = new Map([...restNow, ...onNote(view, before, tags)]);
      const stored = new Map(view.note.mentions.map((m) => [m.theme, m.severity]));
      for (const [theme, severity] of put) if (stored.get(theme) === severity) put.delete(theme);
      const people = (read: ReadLine) => [...read.people, ...unsaid(view.note, before.people)];
      const edit = editNote({
        doc,
        note: view.note,
        before: { ...before, people: people(before), severity: severity(before, rest) },
        after: { ...said, people: people(said), severity: severity(said, restNow) },
        tagged: [...stored.keys()],
        put,
        drop,
        by: member,
      });
      carryOut('edit', edit, made, changes);
      return made;
    },
    putBack(line) {
      for (const { id, name, uses } of line.made) {
        const themeId = parseId<'theme'>(id);
        const back = uses === undefined ? null : restoreTheme(needs.codebook.peek(), bookDoc, id);
        if (back?.ok) apply(back.value, 'note');
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
    takeAway: ({ note }) => carryOut('note taken away', removeNote(doc, note.id)),
    split(view, before, halves, id) {
      const [first, second] = halves.map((half) => resolved(half, [view.note.id]));
      if (!first || !second) return [];
      const made = [...first.made, ...second.made];
      const all = stored();
      const at = all.findIndex((n) => n.id === view.note.id);
      // A theme that no line can name stays with both: it was never said which half it belongs to.
      const rest = unnamed(view, idsOf(before.themes));
      const others = unsaid(view.note, before.people);
      const kept = new Map([...onNote(view, before, first.tags), ...rest]);
      const moved = new Map([...onNote(view, before, second.tags), ...rest]);
      const covers = needs.covers.peek();
      const redo = coversSplit(covers, doc, view.note.id, id, [...moved.keys()]);
      const changes = splitNote({
        doc,
        note: view.note,
        before: { ...before, people: [...before.people, ...others] },
        halves: [{ ...first.read, people: [...first.read.people, ...others] }, second.read],
        themes: [kept, moved],
        id,
        next: all[at + 1]?.order ?? null,
        by: member,
        chance,
      });
      const marks = { redo, undo: coversBack(covers, redo) };
      carryOut('split', changes, made, [...first.changes, ...second.changes], marks);
      return made;
    },
    join(into, from) {
      const covers = needs.covers.peek();
      const redo = coversJoined(covers, doc, into.note.id, from.note.id);
      const marks = { redo, undo: coversBack(covers, redo) };
      carryOut('join', joinNotes(doc, into.note, from.note), [], [], marks);
    },
    move: (noteId, before) => carryOut('move', moveNote(doc, stored(), noteId, before, chance)),
    file: (noteId, to) => carryOut('file', [fileNote(doc, noteId, to)]),
    tag,
    untag,
    mark: (why, changes, marks) => carryOut(why, changes, [], [], marks),
    undo: history.undo,
    redo: history.redo,
    memory: history.text,
    recall: history.recall,
  };
}
