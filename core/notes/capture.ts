import type { Area } from '../guide/index.ts';
import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import type { NoteId } from '../model/ids.ts';
import type { Severity } from './graded.ts';
import type { ReadLine } from './line.ts';
import { mergeWords } from './mergeWords.ts';
import { type Mention, mention, mentionId, type Note, note, type SaidPlace } from './records.ts';

/** What a note takes from its line. */
export type Said = Pick<ReadLine, 'text' | 'verbatim' | 'severity' | 'valence'> &
  Partial<Pick<ReadLine, 'people'>>;

/** Themes by id, each with how grave it is on a note. */
export type Tags = ReadonlyMap<string, Severity>;

/** A line as it becomes a note. */
export interface Capture {
  doc: DocName;
  id: NoteId;
  read: Said;
  /** Ids of its themes, new ones already given theirs. */
  themes: readonly string[];
  /** How grave each is; one that is not here is as grave as the line. */
  severities?: Tags;
  /** From `orderBetween`. */
  order: string;
  /** Seconds into the call. */
  at: number;
  area: Area;
  /** Id of the question on screen, empty for none. */
  question: string;
  author: string;
  authorName: string;
  /** Where its words stand in a transcript. */
  place?: SaidPlace;
}

/** One captured line: the note, its text as one that two people can edit at once, and a mention per theme. */
export function captureNote(line: Capture): Change[] {
  const { doc, id, read } = line;
  return [
    note.put(doc, id, {
      order: line.order,
      at: line.at,
      area: line.area,
      question: line.question,
      author: line.author,
      authorName: line.authorName,
      verbatim: read.verbatim,
      valence: read.valence,
      severity: read.severity,
      ...(line.place && { place: line.place }),
      ...((read.people ?? []).length > 0 && { people: storedPeople(read.people) }),
    }),
    textOf(doc, id, read.text),
    ...line.themes.map((theme) => {
      const severity = line.severities?.get(theme) ?? read.severity;
      return tagNote(doc, { id, severity }, theme, line.author);
    }),
  ];
}

/** People as a note keeps them. */
const storedPeople = (people: Said['people']): { name: string; ref: string }[] =>
  (people ?? []).map(({ id, name }) => ({ name, ref: id ?? '' }));

/** Tags a note with a theme; the mention takes the severity that the note was typed with. */
export function tagNote(
  doc: DocName,
  to: { id: string; severity: Severity },
  theme: string,
  by: string,
): Change {
  return mention.put(doc, mentionId(to.id, theme), { note: to.id, theme, severity: to.severity, by });
}

/** Says how grave a mention is; who tagged it stays who it was. */
export const gradeMention = (doc: DocName, noteId: string, theme: string, severity: Severity): Change =>
  mention.put(doc, mentionId(noteId, theme), { severity });

/** Takes one theme off a note. */
export function untagNote(doc: DocName, noteId: string, theme: string): Change {
  return mention.remove(doc, mentionId(noteId, theme));
}

/**
 * What editing a note's line came to. Only what differs is written, so that somebody else's edit stays; in the text too,
 * however long ago editing began.
 */
export interface LineEdit {
  doc: DocName;
  /** The note as it is now. */
  note: Note;
  /** Its line when editing began, and now. */
  before: Said;
  after: Said;
  /** Ids of the themes it has now, in the document. */
  tagged: readonly string[];
  /** Themes that it has from now on, and those that are graded anew. */
  put: Tags;
  drop: readonly string[];
  by: string;
}

/** The changes of an edited line; empty when nothing differs. */
export function editNote(edit: LineEdit): Change[] {
  const { doc, before, after } = edit;
  const id = edit.note.id;
  // Others may have made it lighter since.
  const isGraver = [...edit.put.values()].some((severity) => severity > edit.note.severity);
  const fields = {
    ...(before.verbatim !== after.verbatim && { verbatim: after.verbatim }),
    ...(before.valence !== after.valence && { valence: after.valence }),
    ...((isGraver || before.severity !== after.severity) && { severity: after.severity }),
    ...(!samePeople(before.people, after.people) && { people: storedPeople(after.people) }),
  };
  const text = mergeWords(before.text, after.text, edit.note.text);
  const tagsNow = edit.tagged.filter((t) => !edit.drop.includes(t));
  return [
    ...(Object.keys(fields).length > 0 ? [note.put(doc, id, fields)] : []),
    ...(text === edit.note.text ? [] : [textOf(doc, id, text)]),
    ...edit.drop.map((theme) => untagNote(doc, id, theme)),
    ...[...edit.put].map(([theme, severity]) =>
      tagsNow.includes(theme)
        ? gradeMention(doc, id, theme, severity)
        : tagNote(doc, { id, severity }, theme, edit.by),
    ),
  ];
}

const samePeople = (a: Said['people'], b: Said['people']): boolean =>
  JSON.stringify(storedPeople(a)) === JSON.stringify(storedPeople(b));

const textOf = (doc: DocName, id: string, text: string): Change => ({
  kind: 'editText',
  doc,
  collection: note.collection,
  id,
  field: 'text',
  text,
});

/**
 * Takes a note away. Its mentions stay where they are: none counts without its note. Somebody who rewords it elsewhere
 * without knowing keeps it, tags and all: words are never lost behind a removal.
 */
export function removeNote(doc: DocName, noteId: string): Change[] {
  return [{ kind: 'remove', doc, collection: note.collection, id: noteId, unlessEdited: 'text' }];
}

/** Brings a note back that was taken away, as it was, with its mentions by those who made them. */
export function restoreNote(doc: DocName, gone: Note & { mentions: readonly Mention[] }): Change[] {
  return [
    note.put(doc, gone.id, { order: gone.order }),
    ...gone.mentions.map((m) => tagNote(doc, { id: gone.id, severity: m.severity }, m.theme, m.by)),
  ];
}
