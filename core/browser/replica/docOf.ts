import { applyUpdate, Doc } from 'yjs';

/** A document from updates, applied as one. Throws on the first that does not decode. */
export function docOf(updates: readonly Uint8Array[]): Doc {
  const doc = new Doc();
  doc.transact(() => {
    for (const update of updates) applyUpdate(doc, update);
  });
  return doc;
}
