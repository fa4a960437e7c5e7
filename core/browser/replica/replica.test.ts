import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { DocName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { FromOutside, type ObservableReplica, type ReplicaFault, Unlisted } from '#core/replica/index.ts';
import { interview, me, notesOf, other, put, replicaConformance, until } from '#test/conformance/replica.ts';
import { databaseOf, resultOf, strictly } from './log.ts';
import { openReplica } from './openReplica.ts';

const parsed = parseId<'workspace'>('w1');
if (!parsed.ok) throw new Error('w1 is an id');
const workspace = parsed.value;
const quick = {
  patience: 60,
  lastPatience: 120,
  firstPause: 5,
  longestPause: 20,
  grace: 20,
  trimAt: 10,
  trimAfter: 5,
};
/** Where no disk is held up, a busy machine must not be taken for one that is: the document would open empty. */
const patient = { ...quick, patience: 30_000, lastPatience: 30_000 };

let devices = 0;
replicaConformance('durable, on fake-indexeddb', async () => {
  const indexedDB = new IDBFactory();
  const tabs = `device ${devices++}`;
  return { open: () => openReplica({ workspace, indexedDB, tabs, timings: patient }) };
});

const started: ObservableReplica[] = [];
afterEach(async () => {
  for (const replica of started.splice(0)) await replica.destroy();
});
async function start(indexedDB: IDBFactory | null, onFault?: (fault: ReplicaFault) => void) {
  const replica = await openReplica({ workspace, indexedDB, timings: quick, onFault });
  started.push(replica);
  return replica;
}

async function openRaw(factory: IDBFactory, doc: DocName): Promise<IDBDatabase> {
  return resultOf(factory.open(databaseOf(doc)));
}
async function records(factory: IDBFactory, doc: DocName): Promise<Uint8Array[]> {
  const db = await openRaw(factory, doc);
  const all = await resultOf(db.transaction('updates').objectStore('updates').getAll());
  db.close();
  return all as Uint8Array[];
}
/** Polls a condition that has no event of its own. */
async function eventually(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 2));
}

describe('the durable writer', () => {
  test('uses strict transactions, and one for what came in one turn', async () => {
    const factory = new IDBFactory();
    const asked: (string | undefined)[] = [];
    const replica = await start(factory);
    const doc = await replica.open(interview);
    await replica.apply([put('a', { text: '0' })], me);
    await doc.whenSaved();
    const db = await openRaw(factory, interview);
    const proto = IDBDatabase.prototype;
    const real = proto.transaction;
    proto.transaction = function (this: IDBDatabase, stores, mode, options) {
      if (mode === 'readwrite') asked.push(options?.durability);
      return real.call(this, stores, mode, options);
    };
    try {
      for (let i = 0; i < 5; i++) void replica.apply([put(`n${i}`, { text: String(i) })], me);
      await doc.whenSaved();
    } finally {
      proto.transaction = real;
      db.close();
    }
    expect(asked).toEqual(['strict']);
    expect(await records(factory, interview)).toHaveLength(2);
  });

  test('says saved after the transaction is complete, never before', async () => {
    const replica = await start(new IDBFactory());
    const doc = await replica.open(interview);
    const order: string[] = [];
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
      const transaction = real.call(this, stores, mode, options);
      if (mode !== 'readwrite') return transaction;
      transaction.addEventListener('complete', () => order.push('complete'));
      // Left to complete by itself, a turn later, as in a browser.
      transaction.commit = () => {};
      return transaction;
    };
    doc.watchSave((save) => order.push(save.kind));
    try {
      await replica.apply([put('a', { text: '0' })], me);
      await doc.whenSaved();
    } finally {
      IDBDatabase.prototype.transaction = real;
    }
    expect(order).toEqual(['saving', 'complete', 'saved']);
  });

  test('never says saved for what an aborted transaction took along, and tries until it is on disk', async () => {
    const factory = new IDBFactory();
    const replica = await start(factory);
    const doc = await replica.open(interview);
    await replica.apply([put('a', { text: '0' })], me);
    await doc.whenSaved();
    const states: string[] = [];
    doc.watchSave((s) => states.push(s.kind === 'onlyInMemory' ? s.why : s.kind));
    const restore = abortNext(3, 'QuotaExceededError');
    await replica.apply([put('b', { text: '1' })], me);
    expect(await doc.whenSaved()).toMatchObject({ kind: 'onlyInMemory', why: 'quota' });
    await replica.apply([put('c', { text: '2' })], me);
    expect(doc.save).toMatchObject({ kind: 'onlyInMemory', waiting: 2 });
    await eventually(() => doc.save.kind === 'saved');
    restore();
    expect(states).toContain('quota');
    expect(states.indexOf('saved')).toBe(states.length - 1);
    await replica.destroy();
    expect(notesOf(await (await start(factory)).open(interview))).toEqual({
      a: { text: '0' },
      b: { text: '1' },
      c: { text: '2' },
    });
  });

  test('writes everything anew when its database is deleted under it', async () => {
    const factory = new IDBFactory();
    const replica = await start(factory);
    const doc = await replica.open(interview);
    await replica.apply([put('a', { text: '0' })], me);
    await doc.whenSaved();
    const states: string[] = [];
    doc.watchSave((s) => states.push(s.kind === 'onlyInMemory' ? s.why : s.kind));
    await resultOf(factory.deleteDatabase(databaseOf(interview)));
    await eventually(() => states.includes('saved'));
    expect(states[0]).toBe('closed');
    await replica.destroy();
    expect(notesOf(await (await start(factory)).open(interview))).toEqual({ a: { text: '0' } });
  });

  test('writes everything anew when the browser closes its connection', async () => {
    const factory = new IDBFactory();
    const connections: IDBDatabase[] = [];
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
      connections.push(this);
      return real.call(this, stores, mode, options);
    };
    try {
      const replica = await start(factory);
      const doc = await replica.open(interview);
      await replica.apply([put('a', { text: '0' })], me);
      await doc.whenSaved();
      forceCloseDatabase(connections.at(-1) as unknown as Parameters<typeof forceCloseDatabase>[0]);
      await eventually(() => doc.save.kind === 'onlyInMemory' && doc.save.why === 'closed');
      await replica.apply([put('b', { text: '1' })], me);
      await eventually(() => doc.save.kind === 'saved');
      await replica.destroy();
      expect((await (await start(factory)).open(interview)).read('note').size).toBe(2);
    } finally {
      IDBDatabase.prototype.transaction = real;
    }
  });

  test('lets go at once of a database whose version a later app raises, and goes on in it', async () => {
    const factory = new IDBFactory();
    const replica = await start(factory);
    const doc = await replica.open(interview);
    await replica.apply([put('a', { text: '0' })], me);
    await doc.whenSaved();
    const request = factory.open(databaseOf(interview), 9);
    let blocked = false;
    request.onblocked = () => {
      blocked = true;
    };
    request.onupgradeneeded = () => request.result.createObjectStore('later');
    await replica.apply([put('b', { text: '1' })], me);
    (await resultOf(request)).close();
    expect(blocked).toBe(false);
    await replica.apply([put('c', { text: '2' })], me);
    await eventually(() => doc.save.kind === 'saved');
    await replica.destroy();
    const raised = await openRaw(factory, interview);
    expect(raised.version).toBe(9);
    raised.close();
    expect(notesOf(await (await start(factory)).open(interview))).toEqual({
      a: { text: '0' },
      b: { text: '1' },
      c: { text: '2' },
    });
  });

  test('trims a long log to one record that holds all of it, whatever other tabs wrote', async () => {
    const factory = new IDBFactory();
    const replica = await start(factory);
    const doc = await replica.open(interview);
    const write = async (i: number) => {
      await replica.apply([put(`n${i}`, { text: String(i) })], me);
      await doc.whenSaved();
    };
    for (let i = 1; i < quick.trimAt; i++) await write(i);
    const stranger = new Doc();
    stranger.getMap('note').set('x/text', 'from a tab nobody heard');
    const db = await openRaw(factory, interview);
    await strictly(db, ['updates'], (t) => {
      t.objectStore('updates').add(encodeStateAsUpdate(stranger));
    });
    db.close();
    // The one that makes the log long: nothing is written after it.
    await write(quick.trimAt);
    await eventually(async () => (await records(factory, interview)).length === 1);
    const [only] = await records(factory, interview);
    const read = new Doc();
    applyUpdate(read, only as Uint8Array);
    expect(read.getMap('note').size).toBe(quick.trimAt + 1);
  });
});

describe('loading', () => {
  test('puts unreadable records aside, says how many, and loads the rest; the next load says so again', async () => {
    const factory = new IDBFactory();
    const first = await start(factory);
    const doc = await first.open(interview);
    for (const name of ['a', 'b', 'c']) {
      await first.apply([put(name, { text: name })], me);
      await doc.whenSaved();
    }
    await first.destroy();
    const db = await openRaw(factory, interview);
    const noise = [new Uint8Array([1, 1, 200, 7, 99, 255, 255, 3]), 'no bytes at all'];
    await strictly(db, ['updates'], (t) => {
      for (const bad of noise) t.objectStore('updates').add(bad);
    });
    const faults: ReplicaFault[] = [];
    const again = await start(factory, (fault) => faults.push(fault));
    const reopened = await again.open(interview);
    expect(reopened.read('note').size).toBe(3);
    expect(faults).toEqual([{ kind: 'quarantined', doc: interview, updates: 2 }]);
    expect(reopened.save).toEqual({ kind: 'saved' });
    const kept = await resultOf(db.transaction('custom').objectStore('custom').getAll());
    expect(kept).toHaveLength(2);
    db.close();
    await again.destroy();
    const third = await start(factory, (fault) => faults.push(fault));
    expect((await third.open(interview)).read('note').size).toBe(3);
    expect(faults.slice(1), 'said as long as they lie there').toEqual(faults.slice(0, 1));
    expect((await third.copyOf(interview)).aside).toEqual([noise[0]]);
  });

  test('says so when an edit on disk waits for one that is missing, and loads when a peer brings it', async () => {
    const factory = new IDBFactory();
    const source = new Doc();
    const updates: Uint8Array[] = [];
    source.on('update', (u: Uint8Array) => updates.push(u));
    source.getMap('note').set('a/text', '1');
    source.getMap('note').set('b/text', '2');
    const first = await start(factory);
    const doc = await first.open(interview);
    await first.apply([put('mine', { text: 'x' })], me);
    await doc.whenSaved();
    await first.destroy();
    const db = await openRaw(factory, interview);
    await strictly(db, ['updates'], (t) => {
      t.objectStore('updates').add(updates[1]);
    });
    db.close();
    const faults: ReplicaFault[] = [];
    const again = await start(factory, (fault) => faults.push(fault));
    const reopened = await again.open(interview);
    expect(faults).toEqual([{ kind: 'gap', doc: interview }]);
    await again.merge(interview, encodeStateAsUpdate(source), new FromOutside('server'));
    expect(reopened.read('note').size).toBe(3);
    await reopened.whenSaved();
    await again.destroy();
    expect((await (await start(factory)).open(interview)).read('note').size).toBe(3);
  });

  test('without IndexedDB everything goes on in memory, said at once', async () => {
    const replica = await start(null);
    expect(replica.save).toEqual({ kind: 'onlyInMemory', waiting: 0, why: 'unavailable' });
    const doc = await replica.open(interview);
    expect(doc.save).toEqual({ kind: 'onlyInMemory', waiting: 0, why: 'unavailable' });
    await replica.apply([put('a', { text: 'typed' })], me);
    expect(await doc.whenSaved()).toEqual({ kind: 'onlyInMemory', waiting: 1, why: 'unavailable' });
    doc.close();
    expect(notesOf(await replica.open(interview)), 'kept while it cannot be saved').toEqual({
      a: { text: 'typed' },
    });
    expect(await replica.list('w1/')).toEqual([interview]);
  });

  test('a disk that does not say what it holds is never taken for an empty one; what is open is named', async () => {
    const factory = new IDBFactory();
    const replica = await start(factory);
    await replica.apply([put('a', { text: 'stored' }, other)], me);
    const doc = await replica.open(interview);
    await replica.apply([put('a', { text: 'open' })], me);
    await doc.whenSaved();
    factory.databases = () => Promise.reject(new DOMException('full disk', 'UnknownError'));
    const said = await replica.list('w1/').catch((fault: unknown) => fault);
    expect(said).toBeInstanceOf(Unlisted);
    expect(said).toMatchObject({ open: [interview] });
    expect(await replica.list('w2/').catch((fault: Unlisted) => fault.open)).toEqual([]);
  });

  test('a database that answers late joins what was typed meanwhile, and all of it is saved', async () => {
    const factory = new IDBFactory();
    const first = await start(factory);
    const doc = await first.open(interview);
    await first.apply([put('old', { text: 'from yesterday' })], me);
    await doc.whenSaved();
    await first.destroy();
    // Another tab in a transaction that goes on and on.
    const holder = await openRaw(factory, interview);
    const long = holder.transaction('updates', 'readwrite');
    let held = true;
    const hold = () => {
      if (held) long.objectStore('updates').count().onsuccess = hold;
    };
    hold();
    const replica = await start(factory);
    const said: string[] = [];
    replica.watchSave((save) => said.push(save.kind));
    let isWhole = false;
    replica.observe({
      opened(_name, doc, _loaded, whenWhole) {
        void whenWhole.then(() => {
          isWhole = doc.getMap('note').size === 2;
        });
        return () => {};
      },
    });
    const late = await replica.open(interview);
    expect((await replica.copyOf(interview)).aside, 'not known yet').toBe(null);
    expect(said, 'before it was given up').toEqual(['onlyInMemory']);
    expect(late.save).toMatchObject({ kind: 'onlyInMemory', why: 'blocked' });
    await replica.apply([put('new', { text: 'typed meanwhile' })], me);
    expect([notesOf(late), isWhole]).toEqual([{ new: { text: 'typed meanwhile' } }, false]);
    held = false;
    holder.close();
    await until(late, () => late.read('note').size === 2);
    await eventually(() => late.save.kind === 'saved');
    expect((await replica.copyOf(interview)).aside).toEqual([]);
    expect(isWhole).toBe(true);
    await replica.destroy();
    expect((await (await start(factory)).open(interview)).read('note').size).toBe(2);
  });
});

/** Makes the next `times` strict transactions abort with the given error. Returns what undoes it. */
function abortNext(times: number, name: string): () => void {
  const proto = IDBDatabase.prototype;
  const real = proto.transaction;
  let left = times;
  proto.transaction = function (this: IDBDatabase, stores, mode, options) {
    const transaction = real.call(this, stores, mode, options);
    if (mode === 'readwrite' && options?.durability === 'strict' && left-- > 0) {
      Object.defineProperty(transaction, 'error', { get: () => new DOMException('full', name) });
      Object.defineProperty(transaction, 'commit', { value: () => transaction.abort() });
    }
    return transaction;
  };
  return () => {
    proto.transaction = real;
  };
}
