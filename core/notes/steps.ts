import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { removeNote, restoreNote, untagNote } from './capture.ts';
import type { TaggedNote } from './read.ts';
import { type Mention, mention, mentionId, note } from './records.ts';
import { withoutSplice } from './splice.ts';

/** One note before and after something was done; null where there was, or is, none. */
export interface NoteTurn {
  before: TaggedNote | null;
  after: TaggedNote | null;
}

/** One thing somebody did to notes, as plain data: it can be kept over a reload and taken back at any time. */
export type NoteStep = readonly NoteTurn[];

/** What changed between two readings of the notes. */
export function stepBetween(before: readonly TaggedNote[], after: readonly TaggedNote[]): NoteStep {
  const was = new Map(before.map((n) => [n.id, n]));
  const is = new Map(after.map((n) => [n.id, n]));
  const turns: NoteTurn[] = [];
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const turn = { before: was.get(id) ?? null, after: is.get(id) ?? null };
    // Most are the very same: a call reads again only what changed.
    if (turn.before === turn.after) continue;
    if (JSON.stringify(turn.before) !== JSON.stringify(turn.after)) turns.push(turn);
  }
  return turns;
}

/** The same step in the other direction. */
export const reversed = (step: NoteStep): NoteStep =>
  step.map(({ before, after }) => ({ before: after, after: before }));

/** What taking a step back comes to now. */
export interface TakenBack {
  changes: readonly Change[];
  /** The step as it was taken back: reversed, and carried out the same way, it brings back all that went. */
  step: NoteStep;
}

/**
 * The changes that take a step back from the notes as they are now, own changes only: what others changed since stays.
 * A field goes back where it still is as the step left it, a text loses what the step put in and gets back what it took
 * out, a tag goes where the step set it. `theirs`: it cannot be done without taking somebody's words, so a note that
 * others have reworded is not removed, very words that they have changed stay, and so does a tag that they graded or set anew.
 * `nothing`: nothing of it is left.
 */
export function takeBack(
  doc: DocName,
  step: NoteStep,
  now: readonly TaggedNote[],
): TakenBack | 'theirs' | 'nothing' {
  const notes = new Map(now.map((n) => [n.id, n]));
  const changes: Change[] = [];
  const taken: NoteTurn[] = [];
  for (const { before, after } of step) {
    const id = (before ?? after)?.id ?? '';
    const here = notes.get(id) ?? null;
    if (after === null) {
      // It came back by another hand: nothing of this turn is left to do.
      if (before === null || here) continue;
      changes.push(...restoreNote(doc, before));
      taken.push({ before, after });
    } else if (before === null) {
      if (!here) continue;
      if (here.text !== after.text) return 'theirs';
      changes.push(...removeNote(doc, id));
      taken.push({ before, after: here });
    } else {
      // Taken away by somebody: there is nothing to turn back, and it is not for undo to bring it back.
      if (!here) return 'nothing';
      const back = turnedBack(doc, before, after, here);
      if (!back) return 'theirs';
      changes.push(...back);
      taken.push({ before, after });
    }
  }
  return changes.length > 0 ? { changes, step: taken } : 'nothing';
}

const kept = [
  'order',
  'at',
  'area',
  'question',
  'verbatim',
  'valence',
  'severity',
  'people',
  'depth',
] as const;

function turnedBack(doc: DocName, before: TaggedNote, after: TaggedNote, here: TaggedNote): Change[] | null {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const fields = Object.fromEntries(
    kept
      .filter((f) => !same(before[f], after[f]) && same(here[f], after[f]))
      .map((f) => [f, before[f] ?? null] as const),
  );
  const changes: Change[] = Object.keys(fields).length > 0 ? [note.put(doc, here.id, fields)] : [];
  if (before.text !== after.text) {
    const text = withoutSplice(here.text, before.text, after.text);
    if (text === null) return null;
    if (text !== here.text)
      changes.push({ kind: 'editText', doc, collection: note.collection, id: here.id, field: 'text', text });
  }
  const tags = tagsTurnedBack(doc, before, after, here);
  if (tags === null && changes.length === 0) return null;
  return [...changes, ...(tags ?? [])];
}

/** Null where all that is left to turn back was graded or set anew by somebody: it is theirs as well. */
function tagsTurnedBack(
  doc: DocName,
  before: TaggedNote,
  after: TaggedNote,
  here: TaggedNote,
): Change[] | null {
  const [was, left, is] = [before, after, here].map((n) => new Map(n.mentions.map((m) => [m.theme, m])));
  const themes = new Set([...(was?.keys() ?? []), ...(left?.keys() ?? [])]);
  let isTheirs = false;
  const changes = [...themes].flatMap((theme) => {
    const [old, mine, now] = [was?.get(theme), left?.get(theme), is?.get(theme)];
    if (old && !mine) return now ? [] : [putMention(doc, old)];
    if (!now || !mine) return [];
    const isMine = now.severity === mine.severity && now.by === mine.by;
    if (!old) {
      isTheirs ||= !isMine;
      return isMine ? [untagNote(doc, here.id, theme)] : [];
    }
    return old.severity !== mine.severity && isMine ? [putMention(doc, old)] : [];
  });
  return isTheirs && changes.length === 0 ? null : changes;
}

const putMention = (doc: DocName, m: Mention): Change =>
  mention.put(doc, mentionId(m.note, m.theme), {
    note: m.note,
    theme: m.theme,
    severity: m.severity,
    by: m.by,
  });
