import { type Doc, type YEvent, type Map as YMap, Text as YText } from 'yjs';
import type { Change } from '../model/change.ts';
import type { Fields, Json } from '../model/json.ts';
import { spliceBetween } from '../model/splice.ts';

/**
 * How records lie in a Y.Doc: `doc.getMap(collection)` maps `<id>/<field>` to one value. Flat on purpose: two devices
 * that create the same record offline merge field by field, where nested maps would drop one of them whole.
 * A field is plain JSON (last writer wins) or, under `editText`, a Y.Text that merges by character.
 * A removed record keeps its fields and a tombstone, so an edit made elsewhere meanwhile is not lost for ever.
 */
const removed = '_removed';
/** What the text read when the record was removed: the field and a mark of the text, both plain. */
const seen = '_seen';

/** One record as it lies in the map: what can be read of it, and whether and how it was removed. */
interface Laid {
  fields: Record<string, Json>;
  isRemoved: boolean;
  /** What its text read then; null where that was not written down. */
  mark: string | null;
}

const nothing: Laid = { fields: {}, isRemoved: false, mark: null };

/** Stored fields of every record of a collection that is not removed, by id. */
export const readCollection = (doc: Doc, collection: string): ReadonlyMap<string, Fields> =>
  shown(laidIn(doc.getMap<unknown>(collection)));

/**
 * A collection of a document that is open, as it reads now. Only what changed is read again: a record that was not touched
 * is the very same object as before, and so is the whole where none was, so that nobody need compare it. A note is written during a
 * call, and no key may wait for the forty before it.
 */
export class CollectionReader {
  readonly #map: YMap<unknown>;
  readonly #changed = new Set<string>();
  #laid: Map<string, Laid> | null = null;
  #records: ReadonlyMap<string, Fields> = new Map();

  constructor(doc: Doc, collection: string) {
    this.#map = doc.getMap<unknown>(collection);
    this.#map.observeDeep(this.#note);
  }

  readonly #note = (events: readonly YEvent<YMap<unknown>>[]): void => {
    // Of the map itself, or of a text in it.
    for (const { target, path, keys } of events)
      if (target === this.#map) for (const key of keys.keys()) this.#changed.add(key);
      else this.#changed.add(String(path[0]));
  };

  read(): ReadonlyMap<string, Fields> {
    if (this.#laid && this.#changed.size === 0) return this.#records;
    this.#laid ??= laidIn(this.#map);
    const fresh = new Set<string>();
    for (const key of this.#changed) {
      const at = placeOf(key);
      if (!at) continue;
      const before = this.#laid.get(at.id) ?? nothing;
      const record = fresh.has(at.id) ? before : { ...before, fields: { ...before.fields } };
      fresh.add(at.id);
      lay(record, at.field, this.#map.get(key));
      this.#laid.set(at.id, record);
    }
    this.#changed.clear();
    this.#records = shown(this.#laid);
    return this.#records;
  }

  close(): void {
    this.#map.unobserveDeep(this.#note);
  }
}

/** Whose field lies under a key; null for what no version of ours has put there. */
function placeOf(key: string): { id: string; field: string } | null {
  const cut = key.lastIndexOf('/');
  return cut < 0 ? null : { id: key.slice(0, cut), field: key.slice(cut + 1) };
}

function laidIn(map: YMap<unknown>): Map<string, Laid> {
  const records = new Map<string, Laid>();
  for (const [key, value] of map.entries()) {
    const at = placeOf(key);
    if (!at) continue;
    const record = records.get(at.id) ?? { ...nothing, fields: {} };
    records.set(at.id, record);
    lay(record, at.field, value);
  }
  return records;
}

/** Puts what lies under a field where it is read; undefined for nothing. */
function lay(record: Laid, field: string, value: unknown): void {
  if (field === removed) record.isRemoved = value === true;
  else if (field === seen) record.mark = typeof value === 'string' ? value : null;
  // A hostile update could name it, and assigning it would change the record's prototype.
  else if (field === '__proto__') return;
  else if (value === undefined) delete record.fields[field];
  else record.fields[field] = value instanceof YText ? value.toString() : (value as Json);
}

function shown(laid: ReadonlyMap<string, Laid>): ReadonlyMap<string, Fields> {
  const records = new Map<string, Fields>();
  for (const [id, { fields, isRemoved, mark }] of laid) {
    if (isRemoved && (mark === null || markOf(fields, mark.slice(0, mark.indexOf(' '))) === mark)) continue;
    for (const _ in fields) {
      records.set(id, fields);
      break;
    }
  }
  return records;
}

/** "text 12 9f3a": the field, its length in UTF-16 units and a 32-bit FNV-1a of it. Only told apart, never trusted. */
function markOf(record: Fields, field: string): string {
  const text = record[field];
  if (typeof text !== 'string') return `${field} 0 0`;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${field} ${text.length} ${(hash >>> 0).toString(16)}`;
}

/** Applies changes in one transaction; `origin` marks it for undo and for the writers that listen. */
export function applyChanges(doc: Doc, changes: readonly Change[], origin: unknown): void {
  doc.transact(() => {
    for (const change of changes) applyOne(doc.getMap<unknown>(change.collection), change);
  }, origin);
}

function applyOne(records: YMap<unknown>, change: Change): void {
  const tombstone = `${change.id}/${removed}`;
  if (change.kind === 'remove') {
    records.set(tombstone, true);
    const field = change.unlessEdited;
    if (field !== undefined) {
      const text = records.get(`${change.id}/${field}`);
      setField(records, `${change.id}/${seen}`, markOf({ [field]: text?.toString() ?? '' }, field));
    }
    return;
  }
  if (records.get(tombstone) === true) records.delete(tombstone);
  if (records.has(`${change.id}/${seen}`)) records.delete(`${change.id}/${seen}`);
  if (change.kind === 'editText') {
    setText(records, `${change.id}/${change.field}`, change.text);
    return;
  }
  for (const [field, value] of Object.entries(change.fields))
    setField(records, `${change.id}/${field}`, value);
}

function setText(records: YMap<unknown>, key: string, text: string): void {
  const now = records.get(key);
  if (now instanceof YText) editText(now, text);
  else records.set(key, new YText(text));
}

function setField(records: YMap<unknown>, key: string, value: Json): void {
  const now = records.get(key);
  if (value === null) {
    if (records.has(key)) records.delete(key);
  } else if (now instanceof YText && typeof value === 'string') editText(now, value);
  else if (JSON.stringify(now) !== JSON.stringify(value)) records.set(key, value);
}

/** Replaces only the words that differ, so that two writers in one text merge. */
function editText(text: YText, next: string): void {
  const { from, to, text: words } = spliceBetween(text.toString(), next);
  if (to > from) text.delete(from, to - from);
  if (words !== '') text.insert(from, words);
}
