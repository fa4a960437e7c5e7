import type { Fields } from '../model/json.ts';
import type { RecordKind } from '../model/record.ts';
import { type Mention, mention, type Note, note, type Visit, visit } from './records.ts';

/** One note with the themes it is tagged with, in a steady order. */
export interface TaggedNote extends Note {
  readonly mentions: readonly Mention[];
}

/** The notes of an interview document in their order, each with its mentions. Unreadable records are left out. */
export type ReadNotes = (
  notes: ReadonlyMap<string, Fields>,
  mentions: ReadonlyMap<string, Fields>,
) => TaggedNote[];

/**
 * For whoever reads the same document again and again, as it is typed into: a note whose fields, and those of its mentions,
 * are the very same objects (see `OpenDoc.read`) is the very same object again, read once.
 */
export function makeNotesReader(): ReadNotes {
  const [noteOnce, mentionOnce] = [parseOnce(note), parseOnce(mention)];
  let before = new Map<Note, TaggedNote>();
  return (notes, mentions) => {
    const byNote = Map.groupBy(mentionOnce(mentions), (m) => m.note);
    const now = noteOnce(notes)
      .sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id))
      .map((n): [Note, TaggedNote] => {
        const tags = (byNote.get(n.id) ?? []).sort((a, b) => compare(a.theme, b.theme));
        const known = before.get(n);
        const isSame =
          known?.mentions.length === tags.length && known.mentions.every((m, i) => m === tags[i]);
        return [n, isSame ? known : { ...n, mentions: tags }];
      });
    before = new Map(now);
    return now.map(([, tagged]) => tagged);
  };
}

/** A single reading. */
export const notesOf: ReadNotes = (notes, mentions) => makeNotesReader()(notes, mentions);

/** The visits of an interview document, by time. */
export function visitsOf(visits: ReadonlyMap<string, Fields>): Visit[] {
  return parseOnce(visit)(visits).sort((a, b) => a.at - b.at || compare(a.id, b.id));
}

/** Records of a kind, each parsed once for as long as its fields are the same object. */
function parseOnce<T extends object>(kind: RecordKind<T>) {
  const known = new WeakMap<Fields, ReturnType<RecordKind<T>['parse']>>();
  return (stored: ReadonlyMap<string, Fields>) =>
    [...stored].flatMap(([id, fields]) => {
      const parsed = known.get(fields) ?? kind.parse(id, fields);
      known.set(fields, parsed);
      return parsed.ok ? [parsed.value] : [];
    });
}

/** By code unit, never by locale: the same order on every device. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
