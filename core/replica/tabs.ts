import { applyUpdate, type Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import type { DocName } from '../model/docName.ts';
import { type DocObserver, FromOutside } from './observed.ts';
import { type Channel, readDocName } from './storage.ts';

type Message =
  /** A document was opened (or looked at again after a pause): this is what we have. */
  | { kind: 'hello'; doc: string; have: Uint8Array }
  /** What the greeter lacks, and what we have, so that it can send what we lack. */
  | { kind: 'answer'; doc: string; update: Uint8Array; have: Uint8Array }
  | { kind: 'update'; doc: string; update: Uint8Array }
  | { kind: 'forget'; doc: string };

/**
 * Keeps the same document in several tabs of one browser alike, at once. What arrives carries `FromOutside('tab')`:
 * each tab writes to disk whatever it shows, its own or not, so that "saved" is true in every tab even when the tab
 * where it was typed is killed before its own write completed. The double record is trimmed with the log.
 */
export class TabLink implements DocObserver {
  readonly #channel: Channel;
  readonly #docs = new Map<DocName, Doc>();
  readonly #origin = new FromOutside('tab');
  readonly #forget: (name: DocName) => void;

  constructor(channel: Channel, forget: (name: DocName) => void) {
    this.#channel = channel;
    this.#forget = forget;
    channel.listen((message) => this.#hear(message as Message));
  }

  opened(name: DocName, doc: Doc, whenLoaded: Promise<void>): () => void {
    const send = (update: Uint8Array, origin: unknown) => {
      if (origin !== this.#origin) this.#post({ kind: 'update', doc: name, update });
    };
    let open = true;
    void whenLoaded.then(() => {
      if (!open) return;
      this.#docs.set(name, doc);
      doc.on('update', send);
      this.#greet(name, doc);
    });
    return () => {
      open = false;
      this.#docs.delete(name);
      doc.off('update', send);
    };
  }

  /** Tells the other tabs to let go of a document that is being deleted. */
  postForget(name: DocName): void {
    this.#post({ kind: 'forget', doc: name });
  }

  /** Asks the other tabs what this one missed, e.g. after it was frozen. */
  greetAll(): void {
    for (const [name, doc] of this.#docs) this.#greet(name, doc);
  }

  #greet(name: DocName, doc: Doc): void {
    this.#post({ kind: 'hello', doc: name, have: encodeStateVector(doc) });
  }

  #hear(message: Message): void {
    const name = readDocName(message.doc);
    if (!name) return;
    if (message.kind === 'forget') {
      this.#forget(name);
      return;
    }
    const doc = this.#docs.get(name);
    if (!doc) return;
    if (message.kind === 'hello') {
      const update = encodeStateAsUpdate(doc, message.have);
      this.#post({ kind: 'answer', doc: name, update, have: encodeStateVector(doc) });
      return;
    }
    applyUpdate(doc, message.update, this.#origin);
    if (message.kind === 'answer') this.#sendWhatIsMissing(name, doc, message.have);
  }

  /** Deletions do not show in a state vector, so they are always sent along; two bytes mean there is nothing. */
  #sendWhatIsMissing(name: DocName, doc: Doc, have: Uint8Array): void {
    const update = encodeStateAsUpdate(doc, have);
    if (update.length > 2) this.#post({ kind: 'update', doc: name, update });
  }

  #post(message: Message): void {
    this.#channel.post(message);
  }
}
