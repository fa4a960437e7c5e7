import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';

/**
 * A scratch copy of each open document, on which an update is tried before it is logged: one that throws half-way
 * spoils the copy and not the document. Kept from update to update, since making one costs the whole document.
 */
export class Trials {
  readonly #copies = new Map<string, Doc>();

  /** Applies an update to the copy; tells whether it brought anything. Throws what Yjs throws. */
  try(name: string, live: Doc, update: Uint8Array): boolean {
    const copy = this.#copies.get(name) ?? this.#copyOf(name, live);
    let changed = false;
    const note = () => {
      changed = true;
    };
    copy.on('update', note);
    try {
      applyUpdate(copy, update);
    } catch (error) {
      this.forget(name);
      throw error;
    } finally {
      copy.off('update', note);
    }
    // What waits for an earlier update changes nothing yet and must be kept all the same.
    return changed || copy.store.pendingStructs !== null || copy.store.pendingDs !== null;
  }

  /** To be called when what was tried did not come to be, and when the document unloads. */
  forget(name: string): void {
    this.#copies.get(name)?.destroy();
    this.#copies.delete(name);
  }

  #copyOf(name: string, live: Doc): Doc {
    const copy = new Doc();
    applyUpdate(copy, encodeStateAsUpdate(live));
    this.#copies.set(name, copy);
    return copy;
  }
}
