import { type MechanismPart, mechanismParts, type PartIs, type PartSaid } from '../guide/index.ts';
import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { type Cover, cover, coverId } from './mechanism.ts';
import type { TaggedNote } from './read.ts';

/** What coverage is read from. */
export interface Talk {
  /** In their order. */
  notes: readonly TaggedNote[];
  covers: readonly Cover[];
  /** The theme that mentions of an id count for, merges followed. */
  resolve(theme: string): string;
  /** Which parts a note's wording seems to tell. */
  listen(text: string): readonly PartSaid[];
}

/** Where one part of a theme's mechanism stands. */
export interface PartStanding {
  part: MechanismPart;
  is: PartIs;
  /** The newest note that tells it; null when it is missing. */
  note: TaggedNote | null;
  /** The words a guess rests on; empty for anything else. */
  words: string;
}

/** The notes a theme was raised in, in their order. */
export const notesUnder = (
  theme: string,
  { notes, resolve }: Pick<Talk, 'notes' | 'resolve'>,
): TaggedNote[] => notes.filter((n) => n.mentions.some((m) => resolve(m.theme) === theme));

/**
 * The five parts of a theme's mechanism in one interview, over all its notes there. Known is what somebody said is; a guess
 * comes from a note's wording and stands until somebody takes it up or away.
 */
export function coverageOf(theme: string, talk: Talk): PartStanding[] {
  const own = notesUnder(theme, talk);
  const said = own.map((note) => ({ note, parts: talk.listen(note.text) }));
  const all = marksOf(theme, talk);
  return mechanismParts.map((part) => {
    const marks = all.filter((m) => m.part === part);
    const known = own.findLast((n) => marks.some((m) => m.note === n.id && m.is === 'known'));
    if (known) return { part, is: 'known', note: known, words: '' };
    const guess = said.findLast(
      ({ note, parts }) => parts.some((p) => p.part === part) && !marks.some((m) => m.note === note.id),
    );
    if (!guess) return { part, is: 'missing', note: null, words: '' };
    const words = guess.parts.findLast((p) => p.part === part)?.words ?? '';
    return { part, is: 'guessed', note: guess.note, words };
  });
}

/** Marks that count: on a note that is there and has the theme still. */
function marksOf(theme: string, { notes, covers, resolve }: Talk): Cover[] {
  const byId = new Map(notes.map((n) => [n.id, n]));
  return covers.filter(
    (c) => resolve(c.theme) === theme && byId.get(c.note)?.mentions.some((m) => m.theme === c.theme),
  );
}

/** A part that somebody marks. */
export interface PartMark {
  doc: DocName;
  theme: string;
  part: MechanismPart;
  by: string;
}

/**
 * Says that a part is known: on the note that seems to tell it, else on `answer`, a note about to be given the theme, else
 * on the theme's newest. Empty where there is none, and where it is known already.
 */
export function knowPart(talk: Talk, mark: PartMark, answer?: TaggedNote): Change[] {
  const standing = coverageOf(mark.theme, talk).find((s) => s.part === mark.part);
  const note = standing?.note ?? answer ?? notesUnder(mark.theme, talk).at(-1);
  return note && standing?.is !== 'known' ? put(talk, mark, note, 'known') : [];
}

/** Says that a part is not known: every mark and every guess of it so far is taken away. Later notes may bring a new guess. */
export function dropPart(talk: Talk, mark: PartMark): Change[] {
  const marks = marksOf(mark.theme, talk).filter((m) => m.part === mark.part);
  const tells = (note: TaggedNote) => {
    const own = marks.filter((m) => m.note === note.id);
    if (own.length > 0) return own.some((m) => m.is === 'known');
    return talk.listen(note.text).some((p) => p.part === mark.part);
  };
  return notesUnder(mark.theme, talk)
    .filter(tells)
    .flatMap((note) => put(talk, mark, note, 'not'));
}

/** What a note that is joined to another was known to say, said of that one from now on. */
export function coversJoined(covers: readonly Cover[], doc: DocName, into: string, from: string): Change[] {
  return covers
    .filter((c) => c.note === from && c.is === 'known')
    .map(({ theme, part, by }) =>
      cover.put(doc, coverId(into, theme, part), { note: into, theme, part, is: 'known', by }),
    );
}

/** What a note was marked to say or not, said of a part of it as well, under the themes that the part has. */
export function coversSplit(
  covers: readonly Cover[],
  doc: DocName,
  from: string,
  into: string,
  themes: readonly string[],
): Change[] {
  return covers
    .filter((c) => c.note === from && themes.includes(c.theme))
    .map((c) => cover.put(doc, coverId(into, c.theme, c.part), { ...fieldsOf(c), note: into }));
}

/** What a mention's note was marked to say or not, under the theme that the mention goes to. What is said there stays. */
export function coversMoved(
  covers: readonly Cover[],
  doc: DocName,
  { note, theme }: { note: string; theme: string },
  to: string,
): Change[] {
  const there = new Set(covers.map((c) => c.id));
  return covers
    .filter((c) => c.note === note && c.theme === theme && !there.has(coverId(note, to, c.part)))
    .map((c) => cover.put(doc, coverId(note, to, c.part), { ...fieldsOf(c), theme: to }));
}

const fieldsOf = ({ id, ...fields }: Cover): Omit<Cover, 'id'> => fields;

/** The changes that put the marks back as `covers` has them, after `changes`. */
export function coversBack(covers: readonly Cover[], changes: readonly Change[]): Change[] {
  return changes.map(({ doc, id }) => {
    const before = covers.find((c) => c.id === id);
    return before ? cover.put(doc, id, { is: before.is, by: before.by }) : cover.remove(doc, id);
  });
}

/** Under the theme as it is mentioned on the note, so that a merge taken back takes the mark along. */
function put({ resolve }: Talk, mark: PartMark, note: TaggedNote, is: Cover['is']): Change[] {
  const { doc, part, by } = mark;
  const mentioned = note.mentions.filter((m) => resolve(m.theme) === mark.theme).map((m) => m.theme);
  return (mentioned.length > 0 ? mentioned : [mark.theme]).map((theme) =>
    cover.put(doc, coverId(note.id, theme, part), { note: note.id, theme, part, is, by }),
  );
}
