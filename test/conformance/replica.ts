import { afterEach, describe, expect, test } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import type { Change, ChangeNote } from '#core/model/change.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { type Id, parseId } from '#core/model/ids.ts';
import type { Fields } from '#core/model/json.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import { applyChanges, FromOutside, type ObservableReplica, readCollection } from '#core/replica/index.ts';

/** A device on which replicas can be opened: one after the other (a restart) or together (tabs). */
export interface Device {
  open(): Promise<ObservableReplica>;
}

const id = <K extends string>(text: string): Id<K> => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(`no id: ${text}`);
  return parsed.value;
};
const workspace = id<'workspace'>('w1');
export const interview: DocName = docName(workspace, 'interview', 'i1');
export const other: DocName = docName(workspace, 'interview', 'i2');
export const me: ChangeNote = { who: id<'member'>('me'), why: 'test' };

export const put = (name: string, fields: Fields, doc = interview): Change => ({
  kind: 'put',
  doc,
  collection: 'note',
  id: name,
  fields,
});

/** What a document holds, as plain objects. */
export const notesOf = (doc: OpenDoc): Record<string, Fields> => Object.fromEntries(doc.read('note'));

/** Resolves when `holds` is true, looking after every change. Fails by the test's own time limit. */
export function until(doc: OpenDoc, holds: () => boolean): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (!holds()) return;
      stop();
      done();
    };
    const stop = doc.watch(look);
    look();
  });
}

/** The contract of core/ports/replica.ts; every implementation runs it. */
export function replicaConformance(name: string, newDevice: () => Promise<Device>): void {
  const started: ObservableReplica[] = [];
  const start = async (device: Device) => {
    const replica = await device.open();
    started.push(replica);
    return replica;
  };
  afterEach(async () => {
    for (const replica of started.splice(0)) await replica.destroy();
  });

  describe(`replica: ${name}`, () => {
    test('a document that was never written is empty, saved and not listed', async () => {
      const replica = await start(await newDevice());
      const doc = await replica.open(interview);
      expect(notesOf(doc)).toEqual({});
      expect(doc.save).toEqual({ kind: 'saved' });
      expect(await replica.list('w1/')).toEqual([]);
    });

    test('what was applied to the disk is saved in all its documents', async () => {
      const device = await newDevice();
      const replica = await start(device);
      const held = await replica.open(other);
      const state = await replica.applyToDisk([put('a', { text: 'x' }), put('b', { text: 'y' }, other)], me);
      expect(state).toEqual({ kind: 'saved' });
      expect(held.save).toEqual({ kind: 'saved' });
      expect(replica.save).toEqual({ kind: 'saved' });
      expect(await replica.list('w1/')).toEqual([interview, other]);
    });

    test('what was saved is there after a restart', async () => {
      const device = await newDevice();
      const first = await start(device);
      const doc = await first.open(interview);
      await first.apply([put('a', { text: 'the export fails' })], me);
      expect(await doc.whenSaved()).toEqual({ kind: 'saved' });
      await first.destroy();
      const again = await (await start(device)).open(interview);
      expect(notesOf(again)).toEqual({ a: { text: 'the export fails' } });
    });

    test('an edit shows before apply returns when the document is open, and is waiting until it is saved', async () => {
      const replica = await start(await newDevice());
      const doc = await replica.open(interview);
      const states: string[] = [];
      doc.watchSave((state) => states.push(state.kind));
      const applied = replica.apply([put('a', { text: 'x' })], me);
      expect(notesOf(doc)).toEqual({ a: { text: 'x' } });
      expect(doc.save).toEqual({ kind: 'saving', waiting: 1 });
      expect(replica.save).toEqual({ kind: 'saving', waiting: 1 });
      await applied;
      expect(await doc.whenSaved()).toEqual({ kind: 'saved' });
      expect(doc.save).toEqual({ kind: 'saved' });
      expect(states[0]).toBe('saving');
      expect(states.at(-1)).toBe('saved');
      expect(replica.save).toEqual({ kind: 'saved' });
    });

    test('a change of two documents reaches both, opened or not', async () => {
      const replica = await start(await newDevice());
      const doc = await replica.open(interview);
      await replica.apply([put('a', { text: '1' }), put('b', { text: '2' }, other)], me);
      expect(notesOf(doc)).toEqual({ a: { text: '1' } });
      expect(notesOf(await replica.open(other))).toEqual({ b: { text: '2' } });
    });

    test('a watcher is called once a transaction, and not after it was stopped', async () => {
      const replica = await start(await newDevice());
      const doc = await replica.open(interview);
      let called = 0;
      const stop = doc.watch(() => called++);
      await replica.apply([put('a', { text: '1' }), put('b', { text: '2' })], me);
      expect(called).toBe(1);
      await replica.apply([put('a', { text: '1' })], me);
      expect(called, 'nothing changed').toBe(1);
      stop();
      await replica.apply([put('a', { text: '3' })], me);
      expect(called).toBe(1);
    });

    test('a put leaves other fields, a remove hides the record, a text edit merges', async () => {
      const replica = await start(await newDevice());
      const doc = await replica.open(interview);
      await replica.apply([put('a', { text: 'one', at: 3 }), put('b', { text: 'two' })], me);
      await replica.apply([put('a', { at: 4 })], me);
      await replica.apply([{ kind: 'remove', doc: interview, collection: 'note', id: 'b' }], me);
      await replica.apply(
        [{ kind: 'editText', doc: interview, collection: 'note', id: 'c', field: 'text', text: 'new' }],
        me,
      );
      expect(notesOf(doc)).toEqual({ a: { text: 'one', at: 4 }, c: { text: 'new' } });
    });

    test('undo takes back one apply of mine at a time, never what came from elsewhere; redo brings it again', async () => {
      const replica = await start(await newDevice());
      const doc = await replica.open(interview);
      expect(doc.undo()).toBe(false);
      await replica.apply([put('a', { text: 'first' })], me);
      await replica.apply([put('a', { text: 'second' })], me);
      const peer = new Doc();
      applyChanges(peer, [put('b', { text: 'theirs' })], 'peer');
      await replica.merge(interview, encodeStateAsUpdate(peer), new FromOutside('server'));
      expect(doc.undo()).toBe(true);
      expect(notesOf(doc)).toEqual({ a: { text: 'first' }, b: { text: 'theirs' } });
      expect(doc.undo()).toBe(true);
      expect(notesOf(doc)).toEqual({ b: { text: 'theirs' } });
      expect(doc.undo()).toBe(false);
      expect(doc.redo()).toBe(true);
      expect(notesOf(doc)).toEqual({ a: { text: 'first' }, b: { text: 'theirs' } });
    });

    test('what was undone stays undone after a restart', async () => {
      const device = await newDevice();
      const first = await start(device);
      const doc = await first.open(interview);
      await first.apply([put('a', { text: 'kept' })], me);
      await first.apply([put('b', { text: 'taken back' })], me);
      doc.undo();
      await doc.whenSaved();
      await first.destroy();
      expect(notesOf(await (await start(device)).open(interview))).toEqual({ a: { text: 'kept' } });
    });

    test('two tabs see each other at once, and each can be closed without losing what it saw', async () => {
      const device = await newDevice();
      const [here, there] = [await start(device), await start(device)];
      const [mine, theirs] = [await here.open(interview), await there.open(interview)];
      await here.apply([put('a', { text: 'from here' })], me);
      await until(theirs, () => theirs.read('note').size === 1);
      await there.apply([put('b', { text: 'from there' })], me);
      await until(mine, () => mine.read('note').size === 2);
      expect(notesOf(mine)).toEqual(notesOf(theirs));
      expect(theirs.undo()).toBe(true);
      await until(mine, () => mine.read('note').size === 1);
      expect(theirs.undo(), "another tab's edit is not mine to undo here").toBe(false);
      await Promise.all([mine.whenSaved(), theirs.whenSaved()]);
      await here.destroy();
      await there.destroy();
      expect(notesOf(await (await start(device)).open(interview))).toEqual({ a: { text: 'from here' } });
    });

    test('a tab that opens later gets what another one holds, and both writing at once lose nothing', async () => {
      const device = await newDevice();
      const here = await start(device);
      const mine = await here.open(interview);
      await here.apply([put('a', { text: '1' })], me);
      const there = await start(device);
      const theirs = await there.open(interview);
      await until(theirs, () => theirs.read('note').size === 1);
      const both = Array.from({ length: 20 }, (_, i) => [
        here.apply([put(`h${i}`, { text: 'h' })], me),
        there.apply([put(`t${i}`, { text: 't' })], me),
      ]);
      await Promise.all(both.flat());
      await until(mine, () => mine.read('note').size === 41);
      await until(theirs, () => theirs.read('note').size === 41);
      await Promise.all([mine.whenSaved(), theirs.whenSaved()]);
      await Promise.all([here.destroy(), there.destroy()]);
      expect((await (await start(device)).open(interview)).read('note').size).toBe(41);
    });

    test('a document stays while one still holds it, and closing twice counts once', async () => {
      const replica = await start(await newDevice());
      const [one, two] = [await replica.open(interview), await replica.open(interview)];
      let unloaded = 0;
      replica.observe({ opened: () => () => unloaded++ });
      one.close();
      one.close();
      await replica.apply([put('a', { text: 'x' })], me);
      expect(notesOf(two)).toEqual({ a: { text: 'x' } });
      await two.whenSaved();
      expect(unloaded).toBe(0);
      two.close();
      await replica.list('w1/');
      expect(unloaded).toBe(1);
    });

    test('a document closed before its edit was saved is saved all the same', async () => {
      const device = await newDevice();
      const replica = await start(device);
      const doc = await replica.open(interview);
      void replica.apply([put('a', { text: 'last word' })], me);
      doc.close();
      await replica.destroy();
      expect(notesOf(await (await start(device)).open(interview))).toEqual({ a: { text: 'last word' } });
    });

    test('list names the documents of one workspace, also what is not on disk yet', async () => {
      const replica = await start(await newDevice());
      const far = docName(id('w10'), 'codebook');
      await replica.apply([put('a', {}, other), put('a', { text: 'x' }), put('a', {}, far)], me);
      await replica.apply([put('b', { text: '1' }, other), put('b', { text: '1' }, far)], me);
      await replica.open(interview);
      expect(await replica.list('w1')).toEqual([interview, other]);
      expect(await replica.list('w1/interview/')).toEqual([interview, other]);
      expect(await replica.list('w10')).toEqual([far]);
    });

    test('a forgotten document is gone: from the disk, from whoever looks at it, and in every tab', async () => {
      const device = await newDevice();
      const [here, there] = [await start(device), await start(device)];
      const [mine, theirs] = [await here.open(interview), await there.open(interview)];
      await here.apply([put('a', { text: 'x' })], me);
      await until(theirs, () => theirs.read('note').size === 1);
      await Promise.all([mine.whenSaved(), theirs.whenSaved()]);
      const told: DocName[] = [];
      here.observe({ opened: () => () => {}, forgotten: (doc) => told.push(doc) });
      await here.forget(interview);
      expect(notesOf(mine)).toEqual({});
      expect(told).toEqual([interview]);
      await until(theirs, () => theirs.read('note').size === 0);
      expect(await here.list('w1/')).toEqual([]);
      expect(notesOf(await here.open(interview))).toEqual({});
    });

    test('an observer sees every open document, loaded, and is told when it unloads', async () => {
      const device = await newDevice();
      const before = await start(device);
      await before.apply([put('a', { text: 'stored' })], me);
      await before.destroy();
      const replica = await start(device);
      const log: string[] = [];
      const stop = replica.observe({
        opened(doc, yDoc, whenLoaded) {
          void whenLoaded.then(() => log.push(`loaded ${yDoc.getMap('note').size}`));
          return () => log.push(`unloaded ${doc}`);
        },
      });
      const doc = await replica.open(interview);
      expect(log).toEqual(['loaded 1']);
      doc.close();
      await replica.list('w1/');
      expect(log).toEqual(['loaded 1', `unloaded ${interview}`]);
      stop();
    });

    test('a look shows what is open or lies on disk, holds nothing and is heard by nobody', async () => {
      const device = await newDevice();
      const replica = await start(device);
      const shown: DocName[] = [];
      replica.observe({
        opened(name) {
          shown.push(name);
          return () => {};
        },
      });
      const textIn = async (from: ObservableReplica) => {
        const seen = await from.look(interview);
        return seen && readCollection(seen, 'note').get('a')?.text;
      };
      expect(await textIn(replica), 'there is none').toBe(null);
      const doc = await replica.open(interview);
      await replica.apply([put('a', { text: 'not on disk yet' })], me);
      expect(await textIn(replica)).toBe('not on disk yet');
      expect((await doc.whenSaved()).kind).toBe('saved');
      const fresh = await start(device);
      expect(await textIn(fresh)).toBe('not on disk yet');
      expect(await fresh.list('w1/')).toEqual([interview]);
      expect(shown).toEqual([interview]);
      await fresh.forget(interview);
      expect(await textIn(fresh)).toBe(null);
    });

    test('a state carried as bytes is the same document elsewhere, and bytes that are none are refused', async () => {
      const replica = await start(await newDevice());
      await replica.apply([put('a', { text: '=SUM(A1)' }), put('b', { text: '2' })], me);
      const state = await replica.stateOf(interview);
      const elsewhere = await start(await newDevice());
      await elsewhere.merge(interview, state, new FromOutside('backup'));
      const doc = await elsewhere.open(interview);
      expect(notesOf(doc)).toEqual({ a: { text: '=SUM(A1)' }, b: { text: '2' } });
      expect(doc.undo(), 'an import is not an edit of mine').toBe(false);
      const noise = new Uint8Array([9, 9, 255, 3, 7, 200, 1]);
      await expect(elsewhere.merge(interview, noise, new FromOutside('backup'))).rejects.toThrow();
      expect(doc.read('note').size).toBe(2);
    });

    test('a watcher that closes its document while it is told is told no more, and the edit is saved', async () => {
      const device = await newDevice();
      const replica = await start(device);
      const doc = await replica.open(interview);
      let told = 0;
      doc.watch(() => {
        if (told++ === 0) doc.close();
      });
      await replica.apply([put('a', { text: 'x' })], me);
      await replica.destroy();
      expect(told).toBe(1);
      expect(notesOf(await (await start(device)).open(interview))).toEqual({ a: { text: 'x' } });
    });
  });
}
