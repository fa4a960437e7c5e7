import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { idOf } from '#test/fixtures/waves.ts';
import { docName } from '../model/docName.ts';
import { applyChanges, readCollection } from '../replica/document.ts';
import { weekEntry, writeWeek } from './index.ts';

const cycle = docName(idOf<'workspace'>('w'), 'cycle', idOf('q4'));
const write = (doc: Doc, entry: { owner?: string; note?: string }) =>
  applyChanges(doc, writeWeek(cycle, 7, entry), null);
const read = (doc: Doc) => readCollection(doc, weekEntry.collection).get('7');

test('a note that two write on devices without a network merges, and the owner stays', () => {
  const [here, there] = [new Doc(), new Doc()];
  write(here, { owner: 'Ines', note: 'with finance' });
  applyUpdate(there, encodeStateAsUpdate(here));
  write(here, { note: 'on Monday with finance' });
  write(there, { note: 'with finance, in short' });
  applyUpdate(there, encodeStateAsUpdate(here));
  applyUpdate(here, encodeStateAsUpdate(there));
  for (const doc of [here, there])
    expect(read(doc)).toMatchObject({ owner: 'Ines', note: 'on Monday with finance, in short' });
});

test('an owner alone leaves the note as it is, and the other way round', () => {
  const doc = new Doc();
  write(doc, { note: 'with finance' });
  write(doc, { owner: 'Ines' });
  expect(read(doc)).toMatchObject({ owner: 'Ines', note: 'with finance' });
  write(doc, { note: '' });
  expect(read(doc)).toMatchObject({ owner: 'Ines', note: '' });
});
