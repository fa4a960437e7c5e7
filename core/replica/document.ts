import { type Doc, type Map as YMap, Text as YText } from 'yjs';
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

/** Stored fields of every record of a collection that is not removed, by id. */
export function readCollection(doc: Doc, collection: string): ReadonlyMap<string, Fields> {
  const records = new Map<string, Record<string, Json>>();
  const gone: string[] = [];
  const marks = new Map<string, string>();
  for (const [key, value] of doc.getMap<unknown>(collection).entries()) {
    const cut = key.lastIndexOf('/');
    const [id, field] = [key.slice(0, cut), key.slice(cut + 1)];
    // A hostile update could name it, and assigning it would change the record's prototype.
    if (field === '__proto__') continue;
    if (field === removed) {
      if (value === true) gone.push(id);
      continue;
    }
    if (field === seen) {
      if (typeof value === 'string') marks.set(id, value);
      continue;
    }
    const record = records.get(id) ?? {};
    records.set(id, record);
    record[field] = value instanceof YText ? value.toString() : (value as Json);
  }
  for (const id of gone) {
    const mark = marks.get(id);
    const record = records.get(id);
    if (mark === undefined || !record || markOf(record, mark.slice(0, mark.indexOf(' '))) === mark)
      records.delete(id);
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
