import type { DocName } from './docName.ts';
import type { MemberId } from './ids.ts';
import type { Fields } from './json.ts';

/**
 * The only thing a replica accepts. Every record lives in a document under a collection and an id.
 * `put` sets the named fields and leaves all others, known or not, as they are (a field set to null is cleared);
 * `remove` drops the record; `editText` changes one text field in place, so that two writers merge. With `unlessEdited`
 * a removal gives way to an edit of that text field made elsewhere without knowing of it: the record is back, edit and all.
 */
export type Change =
  | { kind: 'put'; doc: DocName; collection: string; id: string; fields: Fields }
  | { kind: 'remove'; doc: DocName; collection: string; id: string; unlessEdited?: string }
  | { kind: 'editText'; doc: DocName; collection: string; id: string; field: string; text: string };

/** Who changes something and why; kept with the transaction for undo and history. */
export interface ChangeNote {
  who: MemberId;
  why: string;
}
