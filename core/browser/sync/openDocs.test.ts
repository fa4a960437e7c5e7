import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { seededChance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import { FromOutside } from '#core/replica/index.ts';
import { interview } from '#test/conformance/replica.ts';
import { WorkspaceDatabase } from '../database.ts';
import { OpenDocs } from './openDocs.ts';
import { Owed } from './owed.ts';

const nothing = () => {};
const chance = seededChance('open documents');

/** An interview that opens, and what is owed of it. */
function opening(whenWhole: Promise<void>) {
  const db = new WorkspaceDatabase(newId<'workspace'>(chance));
  const alarm = { raise: nothing, lower: nothing, left: async () => [], drop: nothing };
  const events = { onChange: nothing, onWritten: nothing, onMended: nothing };
  const times = { now: () => 1, retryFirst: 5, retryMost: 20 };
  const owed = new Owed({ table: db.unsent, tab: 'a', alarm, ...events, ...times });
  let asked = 0;
  const docs = new OpenDocs(owed, () => asked++);
  const doc = new Doc();
  const unload = docs.opened(interview, doc, Promise.resolve(), whenWhole);
  return { owed, docs, doc, unload, asked: () => asked };
}
const turn = () => new Promise((done) => setImmediate(done));

function edit(): Uint8Array {
  const made = new Doc();
  made.getMap('note').set('a/text', 'x');
  return encodeStateAsUpdate(made);
}

test.each([
  ['disk', ['i1']],
  ['backup', ['i1']],
  ['paired', ['i1']],
  ['tab', []],
  ['server', []],
] as const)('what comes by %s into an open document is owed: %j', async (via, expected) => {
  const { owed, doc, unload } = opening(Promise.resolve());
  await turn();
  applyUpdate(doc, edit(), new FromOutside(via));
  expect(owed.toCheck.map((name) => name.slice(-2))).toEqual(expected);
  unload();
});

test('a document that the disk brings late is not whole before, and then compared again if something of it is owed', async () => {
  const whole = Promise.withResolvers<void>();
  const { owed, docs, doc, unload, asked } = opening(whole.promise);
  await turn();
  expect(docs.isWhole(interview)).toBe(false);
  applyUpdate(doc, edit(), new FromOutside('disk'));
  whole.resolve();
  await turn();
  expect([docs.isWhole(interview), owed.dirty, asked()]).toEqual([true, 1, 1]);
  unload();
});

test('one that was there at once is compared no more than needed', async () => {
  const { owed, docs, unload, asked } = opening(Promise.resolve());
  owed.doubt(interview);
  await turn();
  expect([docs.isWhole(interview), asked()]).toEqual([true, 0]);
  unload();
});
