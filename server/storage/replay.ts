import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { StoredDocument } from './storage.ts';

export interface Replayed {
  /** The document's state as one update, of everything that could be read. */
  state: Uint8Array;
  /** Places in the log that could not be read; 0 for the snapshot. */
  unreadable: { seq: number; why: string }[];
}

/**
 * Plays a snapshot and a log into one state. An entry that throws may have left half of itself behind, so the play
 * starts afresh without it.
 */
export function replay(stored: StoredDocument): Replayed {
  const unreadable: Replayed['unreadable'] = [];
  for (;;) {
    const doc = new Doc();
    const bad = firstUnreadable(doc, stored, new Set(unreadable.map(({ seq }) => seq)));
    if (bad === null) {
      const state = encodeStateAsUpdate(doc);
      doc.destroy();
      return { state, unreadable };
    }
    doc.destroy();
    unreadable.push(bad);
  }
}

function firstUnreadable(doc: Doc, { snapshot, log }: StoredDocument, without: ReadonlySet<number>) {
  const entries = snapshot ? [{ seq: 0, update: snapshot }, ...log] : log;
  for (const { seq, update } of entries) {
    if (without.has(seq)) continue;
    try {
      applyUpdate(doc, update);
    } catch (error) {
      return { seq, why: error instanceof Error ? error.message : String(error) };
    }
  }
  return null;
}
