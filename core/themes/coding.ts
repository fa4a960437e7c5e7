import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { recordIn, recordsIn, type Stored } from '../model/record.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type Mention, mention, note, type Severity, tagNote, untagNote } from '../notes/index.ts';
import { type CodedTag, type Coding, codedTag, coding, settlement } from './codingRecords.ts';

/** Who codes. */
export interface Coder {
  id: string;
  name: string;
}

/** Why a coding cannot be changed as asked. */
export type CodingRefusal =
  /** It was handed in: what two people said apart must not be mended after they compared. */
  | { kind: 'handedIn' }
  | { kind: 'notStarted' }
  /** No note can be tagged. */
  | { kind: 'noNotes' };

/**
 * Begins somebody's own coding of an interview. Who tagged in the call starts from their own tags, anybody else from
 * nothing: tags of others are never copied. Starting twice changes nothing.
 */
export function startCoding(
  doc: Stored,
  name: DocName,
  coder: Coder,
  at: number,
): Result<Change[], CodingRefusal> {
  if (recordIn(doc, coding, coder.id)) return ok([]);
  const notes = new Set(recordsIn(doc, note).map((n) => n.id));
  if (notes.size === 0) return fail({ kind: 'noNotes' });
  const own = ownTagsOf(doc, coder.id).filter((m) => notes.has(m.note));
  return ok([
    coding.put(name, coder.id, { coder: coder.id, coderName: coder.name, startedAt: at, doneAt: 0 }),
    ...own.map((m) => tagOf(name, coder.id, m)),
  ]);
}

/** Tags a note in one's own coding, or changes how grave it is. */
export function codeNote(
  doc: Stored,
  name: DocName,
  coder: string,
  tag: { note: string; theme: string; severity: Severity },
): Result<Change[], CodingRefusal> {
  return whileOpen(doc, coder, () => [tagOf(name, coder, tag)]);
}

/** Takes a tag out of one's own coding. */
export function uncodeNote(
  doc: Stored,
  name: DocName,
  coder: string,
  tag: { note: string; theme: string },
): Result<Change[], CodingRefusal> {
  return whileOpen(doc, coder, () => [codedTag.remove(name, codedTagId(coder, tag.note, tag.theme))]);
}

/** Hands the coding in: from now on it can be compared and no longer changed. */
export function handInCoding(
  doc: Stored,
  name: DocName,
  coder: string,
  at: number,
): Result<Change[], CodingRefusal> {
  return whileOpen(doc, coder, () => [coding.put(name, coder, { doneAt: at })]);
}

/** Throws a coding away that was not handed in. */
export function dropCoding(doc: Stored, name: DocName, coder: string): Result<Change[], CodingRefusal> {
  return whileOpen(doc, coder, () => [
    ...codedTagsOf(doc, coder).map((tag) => codedTag.remove(name, tag.id)),
    coding.remove(name, coder),
  ]);
}

/** A difference that was talked over: what both now say, and the notes that either tagged with it. */
export interface Settled {
  theme: string;
  holds: boolean;
  notes: readonly string[];
}

/**
 * Writes down what two coders agreed on, and makes the interview's own tags follow: where the theme holds, the notes that
 * a coder tagged with it get it; where it does not, it comes off every note, under all its merged names (`named`). The two
 * codings stay as they were handed in, so agreement is not made better by talking.
 */
export function settle(
  doc: Stored,
  name: DocName,
  { theme, holds, notes }: Settled,
  by: Coder,
  named: (theme: string) => string,
): Change[] {
  const tags = recordsIn(doc, mention).filter((m) => named(m.theme) === theme);
  const there = new Set(recordsIn(doc, note).map((n) => n.id));
  const bare = notes.filter((id) => there.has(id) && !tags.some((m) => m.note === id));
  return [
    settlement.put(name, theme, { theme, holds, by: by.id, byName: by.name }),
    ...(holds
      ? bare.map((id) => tagNote(name, { id, severity: severityIn(doc, id) }, theme, by.id))
      : tags.map((m: Mention) => untagNote(name, m.note, m.theme))),
  ];
}

/** What a coder tagged in the call, which their coding starts from; what came of settling a difference is not theirs. */
export function ownTagsOf(doc: Stored, coder: string): Mention[] {
  const settled = new Set(recordsIn(doc, settlement).map((s) => s.theme));
  return recordsIn(doc, mention).filter((m) => m.by === coder && !settled.has(m.theme));
}

/** The tags of one coder. */
export const codedTagsOf = (doc: Stored, coder: string): CodedTag[] =>
  recordsIn(doc, codedTag).filter((tag) => tag.coder === coder);

/** A coding of somebody, or null where they have not begun. */
export const codingOf = (doc: Stored, coder: string): Coding | null => recordIn(doc, coding, coder);

const codedTagId = (coder: string, noteId: string, theme: string): string => `${coder}:${noteId}:${theme}`;

const tagOf = (
  name: DocName,
  coder: string,
  tag: { note: string; theme: string; severity: Severity },
): Change =>
  codedTag.put(name, codedTagId(coder, tag.note, tag.theme), {
    coder,
    note: tag.note,
    theme: tag.theme,
    severity: tag.severity,
  });

const severityIn = (doc: Stored, id: string): Severity => recordIn(doc, note, id)?.severity ?? 0;

function whileOpen(doc: Stored, coder: string, changes: () => Change[]): Result<Change[], CodingRefusal> {
  const mine = codingOf(doc, coder);
  if (!mine) return fail({ kind: 'notStarted' });
  return mine.doneAt > 0 ? fail({ kind: 'handedIn' }) : ok(changes());
}
