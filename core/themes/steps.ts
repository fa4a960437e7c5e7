import * as v from 'valibot';
import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import type { Fields, Json } from '../model/json.ts';
import { defineRecord, type RecordOf, type Stored } from '../model/record.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { codebookOf, nameHolder } from './codebook.ts';
import { takeBackTheme } from './edit.ts';
import { theme } from './records.ts';

/** Steps kept in the document. Older ones go: the history is for working, not for audit. */
export const mostSteps = 200;

const anyFields = v.custom<Fields>((f) => typeof f === 'object' && f !== null && !Array.isArray(f));

/** What a step did to one record. A field that was not stored is null. */
const write = v.object({
  collection: v.string(),
  id: v.string(),
  was: anyFields,
  now: anyFields,
  /** The record came with this step, or went with it. */
  made: v.fallback(v.boolean(), false),
  gone: v.fallback(v.boolean(), false),
});
export type Write = v.InferOutput<typeof write>;

/** One change of the codebook: who did what when, and enough to take it back. Document `codebook`, collection `step`. */
export const bookStep = defineRecord(
  'step',
  v.object({
    /** Milliseconds since 1970 UTC, as the clock of whoever did it said. */
    at: v.number(),
    by: v.string(),
    byName: v.fallback(v.string(), ''),
    /** What was done, in one word that screens know: "merged". */
    did: v.string(),
    writes: v.fallback(v.array(write), []),
    /** The step that this one takes back; empty for any other. */
    undoes: v.fallback(v.string(), ''),
  }),
);
export type BookStep = RecordOf<typeof bookStep>;

/** Who did it, when, and what it is called. */
export type StepNote = Pick<BookStep, 'at' | 'by' | 'byName' | 'did'> & { undoes?: string };

/** Steps of the document, the latest first. */
export function stepsOf(stored: ReadonlyMap<string, Fields>): BookStep[] {
  return [...stored]
    .flatMap(([id, fields]) => {
      const parsed = bookStep.parse(id, fields);
      return parsed.ok ? [parsed.value] : [];
    })
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** The step that records these changes, made in the same transaction; steps beyond `mostSteps` are really deleted. */
export function recordStep(
  stored: Stored,
  doc: DocName,
  id: string,
  changes: readonly Change[],
  note: StepNote,
): Change[] {
  const records = stored.read(bookStep.collection);
  const steps = stepsOf(records);
  // Whoever's clock runs ahead must not push out what others have just done.
  const mine = new Set(steps.filter((s) => s.by === note.by).slice(0, mostSteps / 4));
  const old = steps.slice(mostSteps - 1).filter((s) => !mine.has(s));
  // Undo goes by this: one's own steps keep their order, whatever the clock says.
  const at = Math.max(note.at, 1 + (steps.find((s) => s.by === note.by)?.at ?? 0));
  const step = { ...note, at, undoes: note.undoes ?? '', writes: writesOf(stored, changes) };
  return [bookStep.put(doc, id, step), ...old.map((s) => cleared(doc, s.id, records.get(s.id) ?? {}))];
}

/** Every field set to null leaves nothing of a record in the document, unlike removing it. */
const cleared = (doc: DocName, id: string, fields: Fields): Change => ({
  kind: 'put',
  doc,
  collection: bookStep.collection,
  id,
  fields: Object.fromEntries(Object.keys(fields).map((field) => [field, null])),
});

/** What the changes do to each record, told before they are made: what `takeBackWrites` needs. */
export function writesOf(stored: Stored, changes: readonly Change[]): Write[] {
  const writes = new Map<string, Write>();
  for (const change of changes) {
    const { collection, id } = change;
    const before = stored.read(collection).get(id);
    const key = `${collection} ${id}`;
    const known = writes.get(key) ?? { collection, id, was: {}, now: {}, made: !before, gone: false };
    const now = change.kind === 'put' ? Object.entries(change.fields) : [];
    const next = { ...known, was: { ...known.was }, now: { ...known.now }, gone: change.kind === 'remove' };
    for (const [field, value] of now.filter(([field]) => field !== '_v')) {
      next.was[field] ??= before?.[field] ?? null;
      next.now[field] = value;
    }
    writes.set(key, next);
  }
  return [...writes.values()];
}

/** Why a step cannot be taken back: somebody changed all of it since. */
export type UndoRefusal = { kind: 'changedSince' };

/**
 * The changes that take a step back. Field by field, and only where the field still says what the step made it say: what
 * somebody else wrote since stays. A theme that came with the step is never removed, only taken back, and not where
 * somebody else has worked on it; one that was split off counts for the theme it came from again, with whatever was
 * tagged with it meanwhile.
 */
export function takeBack(stored: Stored, doc: DocName, step: BookStep): Result<Change[], UndoRefusal> {
  const changes = takeBackWrites(stored, doc, step.writes, step.by);
  return changes.length > 0 ? ok(changes) : fail({ kind: 'changedSince' });
}

/** The same of any writes to a document, as `writesOf` told them; `by` made them. Empty where all of it was changed since. */
export const takeBackWrites = (
  stored: Stored,
  doc: DocName,
  writes: readonly Write[],
  by: string,
): Change[] => writes.flatMap((w) => undone(stored, doc, w, by));

function undone(stored: Stored, doc: DocName, done: Write, by: string): Change[] {
  const { collection, id, was, now } = done;
  const current = stored.read(collection).get(id);
  const put = (fields: Fields): Change => ({ kind: 'put', doc, collection, id, fields });
  if (done.gone) return current ? [] : [put({})];
  if (!current) return [];
  const mine = Object.keys(now)
    .filter((field) => same(current[field] ?? null, now[field] ?? null))
    .filter((field) => !isNameTaken(stored, done, field));
  if (isNewTheme(done)) return isTakenUp(stored, id, by) ? [] : takenBack(doc, done);
  if (done.made && collection !== theme.collection)
    return isTakenUp(stored, id, by) ? [] : [{ kind: 'remove', doc, collection, id }];
  return mine.length > 0 ? [put(Object.fromEntries(mine.map((f) => [f, was[f] ?? null])))] : [];
}

/** A starter theme is in the document from its first change on, but does not come with it. */
const isNewTheme = ({ collection, made, now }: Write): boolean =>
  made && collection === theme.collection && now.starter === false;

/** The field's value before the step would give the theme a name, or its name back, which another theme has by now. */
function isNameTaken(stored: Stored, { collection, id, was }: Write, field: string): boolean {
  if (collection !== theme.collection) return false;
  const isNamed = field === 'name' && typeof was.name === 'string';
  const standsAgain = (field === 'mergedInto' || field === 'takenBack') && !was[field];
  if (!isNamed && !standsAgain) return false;
  const book = codebookOf(stored.read(theme.collection));
  const now = book.all.get(id);
  return now !== undefined && nameHolder(book, now, isNamed ? String(was.name) : now.name) !== undefined;
}

/** A theme was merged into it, or somebody other than who made it has worked on it, put one beneath it or said something of it. */
function isTakenUp(stored: Stored, id: string, by: string): boolean {
  if ([...stored.read(theme.collection).values()].some((fields) => fields.mergedInto === id)) return true;
  // What is said of a competitor is kept under its id: "competitor:interview".
  const isOfIt = (w: Write) => w.id === id || w.id.startsWith(`${id}:`) || w.now.parent === id;
  return stepsOf(stored.read(bookStep.collection)).some((s) => s.by !== by && s.writes.some(isOfIt));
}

function takenBack(doc: DocName, { id, now }: Write): Change[] {
  const whole = typeof now.splitFrom === 'string' ? now.splitFrom : '';
  return [takeBackTheme(doc, id), ...(whole === '' ? [] : [theme.put(doc, id, { mergedInto: whole })])];
}

const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);
