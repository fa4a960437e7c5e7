import type { Fields } from '../model/json.ts';
import type { RecordKind } from '../model/record.ts';
import { type Mention, mention, type Note, note, type Visit, visit } from './records.ts';

/** One note with the themes it is tagged with, in a steady order. */
export interface TaggedNote extends Note {
  readonly mentions: readonly Mention[];
}

/** The notes of an interview document in their order, each with its mentions. Unreadable records are left out. */
export function notesOf(
  notes: ReadonlyMap<string, Fields>,
  mentions: ReadonlyMap<string, Fields>,
): TaggedNote[] {
  const byNote = Map.groupBy(parsedOf(mention, mentions), (m) => m.note);
  return parsedOf(note, notes)
    .sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id))
    .map((n) => ({ ...n, mentions: (byNote.get(n.id) ?? []).sort((a, b) => compare(a.theme, b.theme)) }));
}

/** The visits of an interview document, by time. */
export function visitsOf(visits: ReadonlyMap<string, Fields>): Visit[] {
  return parsedOf(visit, visits).sort((a, b) => a.at - b.at || compare(a.id, b.id));
}

function parsedOf<T extends object>(kind: RecordKind<T>, stored: ReadonlyMap<string, Fields>) {
  return [...stored].flatMap(([id, fields]) => {
    const parsed = kind.parse(id, fields);
    return parsed.ok ? [parsed.value] : [];
  });
}

/** By code unit, never by locale: the same order on every device. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
