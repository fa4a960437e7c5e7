import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { Change } from '#core/model/change.ts';
import { docName } from '#core/model/docName.ts';
import { defineRecord } from '#core/model/record.ts';
import { editNote, notesOf } from '#core/notes/index.ts';
import { applyChanges, readCollection } from '#core/replica/index.ts';
import {
  codebookOf,
  mergeThemes,
  nestTheme,
  ownTheme,
  recordStep,
  renameTheme,
  splitTheme,
  starterId,
  stepsOf,
  takeBack,
} from '#core/themes/index.ts';
import { bookDoc, got, idOf } from '#test/fixtures/book.ts';

/** A theme as the first version of Sounding knew it. */
const olderTheme = defineRecord(
  'theme',
  v.object({
    name: v.string(),
    category: v.picklist(['product', 'service', 'value', 'competitive']),
    definition: v.fallback(v.string(), ''),
    parent: v.fallback(v.string(), ''),
    mergedInto: v.fallback(v.string(), ''),
    retired: v.fallback(v.boolean(), false),
    starter: v.fallback(v.boolean(), false),
    sample: v.fallback(v.boolean(), false),
  }),
);
/** A note and a mention as it knew them. */
const olderNote = defineRecord(
  'note',
  v.object({ text: v.string(), order: v.string(), at: v.number(), area: v.string(), author: v.string() }),
);
const olderMention = defineRecord(
  'mention',
  v.object({ note: v.string(), theme: v.string(), by: v.string() }),
);

/** Two devices with one document each, which meet when told to. */
function pair() {
  const [older, newer] = [new Doc(), new Doc()];
  const write = (doc: Doc, changes: readonly Change[]) => applyChanges(doc, changes, 'test');
  const read = (doc: Doc) => (collection: string) => readCollection(doc, collection);
  return {
    older: { write: (c: readonly Change[]) => write(older, c), read: read(older) },
    newer: { write: (c: readonly Change[]) => write(newer, c), read: read(newer) },
    meet() {
      applyUpdate(newer, encodeStateAsUpdate(older));
      applyUpdate(older, encodeStateAsUpdate(newer));
    },
  };
}

const speed = starterId('product', 'speed');
const reliability = starterId('product', 'reliability');

describe('an older client beside a newer one, in the codebook', () => {
  const olderRead = (fields: ReadonlyMap<string, object>, id: string) =>
    got(olderTheme.parse(id, (fields.get(id) ?? {}) as Record<string, string>));

  test('what the older one wrote is read with what was added since at its defaults', () => {
    const { older, newer, meet } = pair();
    older.write([olderTheme.put(bookDoc, 't', { name: 'Exports', category: 'product', starter: false })]);
    meet();
    expect(codebookOf(newer.read('theme')).all.get('t')).toMatchObject({
      name: 'Exports',
      owner: '',
      order: '',
      trigger: '',
      splitFrom: '',
      takenBack: false,
    });
  });

  test('what the newer one wrote is read by the older, which changes its part and leaves the rest', () => {
    const { older, newer, meet } = pair();
    const book = () => codebookOf(newer.read('theme'));
    older.write([olderTheme.put(bookDoc, 't', { name: 'Exports', category: 'product', starter: false })]);
    meet();
    newer.write(got(ownTheme(book(), bookDoc, 't', 'Ada')));
    newer.write(got(nestTheme(book(), bookDoc, 't', reliability)));
    newer.write(got(splitTheme(book(), bookDoc, idOf('part'), 't', { name: 'PDF', category: 'product' })));
    // Before it has heard of that, the older one writes to the same theme.
    older.write([olderTheme.put(bookDoc, 't', { definition: 'Files that do not open.' })]);
    meet();
    expect(olderRead(older.read('theme'), 't')).toMatchObject({ name: 'Exports', parent: reliability });
    expect(olderRead(older.read('theme'), 'part')).toMatchObject({ name: 'PDF', mergedInto: '' });
    older.write([olderTheme.put(bookDoc, 'part', { name: 'PDF exports' })]);
    meet();
    expect(book().all.get('t')).toMatchObject({ owner: 'Ada', definition: 'Files that do not open.' });
    expect(book().all.get('part')).toMatchObject({
      name: 'PDF exports',
      splitFrom: 't',
      parent: reliability,
    });
  });

  test('a merge made by the older one counts, and what the newer one takes back spares it', () => {
    const { older, newer, meet } = pair();
    const book = () => codebookOf(newer.read('theme'));
    const renamed = got(renameTheme(book(), bookDoc, speed, 'Slow screens'));
    const note = { at: 1, by: 'm', byName: '', did: 'renamed' };
    newer.write([...renamed, ...recordStep(newer, bookDoc, 's', renamed, note)]);
    meet();
    older.write([olderTheme.put(bookDoc, speed, { mergedInto: reliability })]);
    meet();
    const [step] = stepsOf(newer.read('step'));
    newer.write(got(takeBack(newer, bookDoc, step!)));
    meet();
    expect(book().resolve(speed)).toBe(reliability);
    expect(book().all.get(speed)?.name).toBe('Speed');
    expect(mergeThemes(book(), bookDoc, speed, reliability)).toMatchObject({ why: { kind: 'sameTheme' } });
  });

  test('two older ones put into each other are a tree for the newer one', () => {
    const { older, newer, meet } = pair();
    older.write([
      olderTheme.put(bookDoc, speed, { parent: reliability }),
      olderTheme.put(bookDoc, reliability, { parent: speed }),
    ]);
    meet();
    const book = codebookOf(newer.read('theme'));
    expect(nestTheme(book, bookDoc, speed, '')).toMatchObject({ ok: true });
    expect(book.open.filter((t) => t.id === speed || t.id === reliability)).toHaveLength(2);
  });
});

describe('an older client beside a newer one, in an interview', () => {
  const doc = docName(idOf<'workspace'>('w'), 'interview', 'i1');
  const first = { text: 'exports fail', order: '8', at: 3, area: 'scoreDrivers', author: 'm' };

  test('its notes and tags are read with defaults, edited, and both keep what they do not know', () => {
    const { older, newer, meet } = pair();
    older.write([
      olderNote.put(doc, 'n', first),
      olderMention.put(doc, 'n:t', { note: 'n', theme: 't', by: 'm' }),
      { kind: 'put', doc, collection: 'note', id: 'n', fields: { mood: 'from a version that never was' } },
    ]);
    meet();
    const read = () => notesOf(newer.read('note'), newer.read('mention'));
    const [note] = read();
    expect(note).toMatchObject({ text: 'exports fail', verbatim: false, valence: 'none', severity: 0 });
    expect(note?.mentions).toMatchObject([{ theme: 't', severity: 0 }]);
    const before = { text: note!.text, verbatim: false, severity: 0, valence: 'none' } as const;
    const after = { ...before, text: 'exports often fail', severity: 3 } as const;
    newer.write(
      editNote({ doc, note: note!, before, after, tagged: ['t'], put: new Map(), drop: [], by: 'm' }),
    );
    older.write([olderNote.put(doc, 'n', { at: 4 })]);
    meet();
    expect(read()[0]).toMatchObject({ text: 'exports often fail', severity: 3, at: 4 });
    expect(older.read('note').get('n')).toMatchObject({ mood: 'from a version that never was', severity: 3 });
    expect(got(olderNote.parse('n', older.read('note').get('n') ?? {})).text).toBe('exports often fail');
  });
});
