import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { docName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import { maxFrameBytes, protocolVersion } from '#core/model/protocol.ts';
import { MemoryReplica } from '#core/replica/index.ts';
import { localStorageOf } from '#test/fixtures/localStorage.ts';
import { stockClient, until } from './testClient.ts';
import { type TestServer, type TestWorkspace, testChance, testServer } from './testServer.ts';
import { type TestTab, testBrowser, testTab } from './testTab.ts';

let server: TestServer;
let workspace: TestWorkspace;
const open: TestTab[] = [];
const tab = (...args: Parameters<typeof testTab>) => {
  const made = testTab(...args);
  open.push(made);
  return made;
};
const newBrowser = () => testBrowser(workspace.id);

beforeEach(async () => {
  server = await testServer();
  workspace = await server.workspace();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  for (const one of open.splice(0)) await one.close();
  await server.stop();
});

/** What the server holds of a document, read by a client that has never seen it. */
async function onServer(name: string): Promise<Record<string, unknown>> {
  const fresh = stockClient(server, name, workspace.reader);
  await fresh.settled();
  fresh.close();
  return fresh.doc.getMap('notes').toJSON();
}

test('two browsers edit the same interview while both are offline, and both end with all of it', async () => {
  const a = tab(server, newBrowser(), workspace.member);
  const b = tab(server, newBrowser(), workspace.member);
  const doc = a.name('interview', 'i1');
  await a.is('upToDate');
  await b.is('upToDate');
  a.cable.cut();
  b.cable.cut();
  await a.put(doc, 'n1', { text: 'from a' });
  await b.put(doc, 'n2', { text: 'from b' });
  await a.put(doc, 'n3', { text: 'again a' });
  expect(a.link.state).toMatchObject({ unsent: 1 });
  a.cable.mend();
  b.cable.mend();
  await until(
    'both have three notes',
    async () => (await a.read(doc)).size === 3 && (await b.read(doc)).size === 3,
  );
  await a.is('upToDate');
  await b.is('upToDate');
  expect([...(await a.read(doc))]).toEqual([...(await b.read(doc))]);
});

test('up to date is said only when the server has every edit on its disk', async () => {
  const { storage } = server;
  const append = storage.append.bind(storage);
  let onDisk = 0;
  Object.assign(storage, {
    append: async (...args: Parameters<typeof append>) => {
      // Long enough for a word that did not wait for the disk to be said first.
      await new Promise((next) => setTimeout(next, 40));
      const seq = await append(...args);
      onDisk++;
      return seq;
    },
  });
  const a = tab(server, newBrowser(), workspace.member);
  await a.is('upToDate');
  const said: [string, number][] = [];
  a.link.watch(({ kind }) => said.push([kind, onDisk]));
  const held = await a.replica.open(a.name('codebook'));
  for (let i = 0; i < 6; i++) {
    await a.put(i % 2 === 0 ? a.name('codebook') : a.name('interview', `i${i}`), `n${i}`, { text: 'x' });
    expect(a.link.state).toMatchObject({ kind: 'behind', unsent: 1 });
    await a.is('upToDate');
  }
  held.close();
  expect(said.filter(([kind]) => kind === 'upToDate').map(([, n]) => n)).toEqual(
    expect.arrayContaining([1, 2, 3, 4, 5, 6]),
  );
  expect(said.find(([kind, n]) => kind === 'upToDate' && n === 0)).toBeUndefined();
  for (const [i, [kind, n]] of said.entries())
    if (kind === 'upToDate')
      expect(n).toBe(said.slice(0, i).filter(([before]) => before === 'behind').length);
});

test('a change that somebody else made arrives though nobody has the document open, and is asked for once', async () => {
  const browser = newBrowser();
  const a = tab(server, newBrowser(), workspace.member);
  const b = tab(server, browser, workspace.member);
  const doc = a.name('interview', 'i1');
  await b.is('upToDate');
  await a.put(doc, 'n1', { text: 'from a' });
  await until('it lies on the disk of b', () => browser.world.disk.has(doc));
  await b.is('upToDate');
  await b.close();
  const again = tab(server, browser, workspace.member);
  await again.is('upToDate');
  expect((await browser.db.kept.get('syncPlace'))?.value).toBe(
    (await server.storage.changesSince(workspace.id, 0, 9)).seq,
  );
});

test('an edit that was saved and not sent when the tab was killed is sent by the next one', async () => {
  const browser = newBrowser();
  const a = tab(server, browser, workspace.member);
  const doc = a.name('interview', 'i1');
  await a.is('upToDate');
  a.cable.cut();
  await a.put(doc, 'n1', { text: 'typed offline' });
  await a.replica.open(doc).then((held) => held.whenSaved());
  await a.kill();
  const next = tab(server, browser, workspace.member);
  await until('the server has it', async () => (await server.storage.logSize(doc)).entries > 0);
  await next.is('upToDate');
  expect(await onServer(doc)).toEqual({ 'n1/text': 'typed offline' });
  await next.close();
  expect(await browser.db.unsent.toArray()).toEqual([]);
});

test('an edit in a document that was opened and closed before the link began is sent', async () => {
  const browser = newBrowser();
  const first = tab(server, browser, workspace.member);
  await first.is('upToDate');
  await first.close();
  const before = new MemoryReplica(browser.world);
  const doc = first.name('interview', 'i1');
  await before.apply([{ kind: 'put', doc, collection: 'notes', id: 'n1', fields: { text: 'early' } }], {
    who: newId<'member'>(testChance),
    why: 'test',
  });
  await before.destroy();
  const next = tab(server, browser, workspace.member, { early: [doc] });
  await next.is('upToDate');
  expect(await onServer(doc)).toEqual({ 'n1/text': 'early' });
});

test('a reader who had documents open before the link began is up to date too', async () => {
  const browser = newBrowser();
  const replica = new MemoryReplica(browser.world);
  const doc = docName(workspace.id, 'workspace');
  const held = await replica.open(doc);
  const r = tab(server, browser, workspace.reader, { early: [doc], replica });
  await r.is('upToDate');
  held.close();
  await r.link.stop();
  await replica.destroy();
});

test('an edit that the disk would not note before the tab was killed is found by the next start all the same', async () => {
  const browser = newBrowser();
  const a = tab(server, browser, workspace.member);
  const doc = a.name('interview', 'i1');
  await a.is('upToDate');
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', localStorageOf(stored));
  const full = vi.spyOn(browser.db.unsent, 'bulkPut').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  a.cable.cut();
  await a.put(doc, 'n1', { text: 'typed offline' });
  await a.replica.open(doc).then((held) => held.whenSaved());
  await a.kill();
  full.mockRestore();
  expect(await browser.db.unsent.where('doc').startsWith(doc).count()).toBe(0);
  const next = tab(server, browser, workspace.member);
  await next.is('upToDate');
  expect(await onServer(doc)).toEqual({ 'n1/text': 'typed offline' });
  expect(stored.size).toBe(0);
});

test('while the disk does not note what is owed, up to date is never said', async () => {
  const browser = newBrowser();
  const a = tab(server, browser, workspace.member);
  await a.is('upToDate');
  const full = vi.spyOn(browser.db.unsent, 'bulkPut').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const doc = a.name('interview', 'i1');
  const said: string[] = [];
  await a.put(doc, 'n1', { text: 'x' });
  a.link.watch(({ kind }) => said.push(kind));
  await until('the server has it', async () => (await server.storage.logSize(doc)).entries === 1);
  // its word comes after the entry
  await until('the server has said so', () => a.link.state.kind === 'behind' && a.link.state.unsent === 0);
  await until('it was tried again', () => full.mock.calls.length > 3);
  expect(said).not.toContain('upToDate');
  full.mockRestore();
  await a.is('upToDate');
});

test('what was made before a workspace was shared is all sent', async () => {
  const browser = newBrowser();
  const before = tab({ url: 'http://127.0.0.1:9/' }, browser, 'nothing');
  const docs = Array.from({ length: 60 }, (_, i) => before.name('interview', `i${i}`));
  for (const doc of docs) await before.put(doc, 'n1', { text: doc });
  await before.kill();
  await browser.db.unsent.clear();
  const shared = tab(server, browser, workspace.member);
  await shared.is('upToDate');
  for (const doc of docs) expect(await server.storage.logSize(doc)).toMatchObject({ entries: 1 });
});

test('a server that lost what came after a backup is given it again', async () => {
  const browser = newBrowser();
  const a = tab(server, browser, workspace.member);
  const doc = a.name('codebook');
  await a.put(doc, 'n1', { text: 'one' });
  await a.is('upToDate');
  await a.close();
  await browser.db.kept.put({ key: 'syncPlace', value: 1000 });
  await server.storage.compact(doc, () => new Uint8Array([0, 0]));
  const again = tab(server, browser, workspace.member);
  await again.is('upToDate');
  expect(await onServer(doc)).toEqual({ 'n1/text': 'one' });
});

test('without a server the state is offline with the number of unsent documents, and work goes on', async () => {
  const a = tab(server, newBrowser(), workspace.member);
  await a.is('upToDate');
  await server.close();
  await a.is('offline');
  await a.put(a.name('codebook'), 'n1', { text: 'x' });
  await a.put(a.name('interview', 'i1'), 'n1', { text: 'x' });
  expect(a.link.state).toEqual({ kind: 'offline', unsent: 2 });
  await server.restart();
  await a.is('upToDate');
  expect(await onServer(a.name('interview', 'i1'))).toEqual({ 'n1/text': 'x' });
});

test('a connection that is frozen, not closed, is noticed in seconds', async () => {
  const a = tab(server, newBrowser(), workspace.member);
  await a.is('upToDate');
  a.cable.freeze();
  await a.put(a.name('codebook'), 'n1', { text: 'x' });
  expect(a.link.state).toEqual({ kind: 'behind', unsent: 1 });
  await a.is('offline');
  expect(a.link.state).toEqual({ kind: 'offline', unsent: 1 });
  a.cable.mend();
  await a.is('upToDate');
});

test('a wrong secret is said as such and work goes on', async () => {
  const a = tab(server, newBrowser(), 'x'.repeat(43));
  await a.is('refused');
  expect(a.link.state).toEqual({ kind: 'refused', why: 'wrongSecret' });
  await a.put(a.name('codebook'), 'n1', { text: 'x' });
  expect((await a.read(a.name('codebook'))).size).toBe(1);
});

test.each(['serverOlder', 'serverNewer'] as const)('a server that says %s is believed', async (why) => {
  const other = createServer((_, answer) => {
    answer.writeHead(409, { 'content-type': 'application/json' }).end(JSON.stringify({ reason: why }));
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  const a = tab({ url }, newBrowser(), workspace.member);
  await a.is('refused');
  expect(a.link.state).toEqual({ kind: 'refused', why });
  await a.put(a.name('codebook'), 'n1', { text: 'x' });
  expect((await a.read(a.name('codebook'))).size).toBe(1);
  other.close();
});

test('a reader receives everything, sends nothing and is told that own edits stay here', async () => {
  const a = tab(server, newBrowser(), workspace.member);
  const r = tab(server, newBrowser(), workspace.reader);
  const doc = a.name('codebook');
  await a.put(doc, 'n1', { text: 'one' });
  await r.is('upToDate');
  await until('it arrives', async () => (await r.read(doc)).size === 1);
  const held = await r.replica.open(doc);
  await r.put(doc, 'n2', { text: 'mine' });
  expect(r.link.state).toEqual({ kind: 'refused', why: 'readOnly' });
  await a.put(doc, 'n3', { text: 'three' });
  await until('later ones arrive too', () => held.read('notes').size === 3);
  held.close();
  expect(Object.keys(await onServer(doc)).sort()).toEqual(['n1/text', 'n3/text']);
  expect(server.faults).toEqual([]);
  // The server never had to turn it away.
  expect(r.cable.made).toBe(1);
});

test('a full server is said as such; nothing is counted as sent until there is room', async () => {
  const small = await testServer({ maxBytes: 160 * 1024 });
  const room = await small.workspace();
  const a = tab(small, testBrowser(room.id), room.member);
  await a.is('upToDate');
  for (let i = 0; i < 8; i++) await a.put(a.name('codebook'), `n${i}`, { text: 'x'.repeat(20_000) });
  await a.is('failed');
  expect(a.link.state).toEqual({ kind: 'failed', error: 'notStored' });
  const health = await fetch(`${small.url}healthz`);
  expect([health.status, await health.json()]).toMatchObject([503, { ok: false, unsaved: 1 }]);
  expect(await small.storage.load(a.name('codebook'))).toBeDefined();
  await a.close();
  open.splice(open.indexOf(a), 1);
  await small.stop();
});

test('one document that the server will not have does not hold up the others', async () => {
  const a = tab(server, newBrowser(), workspace.member);
  await a.is('upToDate');
  await a.put(a.name('codebook'), 'n1', { text: 'x'.repeat(4_300_000) });
  await a.is('failed');
  expect(a.link.state).toEqual({ kind: 'failed', error: 'tooLarge' });
  const doc = a.name('interview', 'i1');
  await a.put(doc, 'n1', { text: 'small' });
  await until('the other is sent', async () => (await server.storage.logSize(doc)).entries === 1);
  await until('only the large one is owed', async () => {
    const rows = await a.browser.db.unsent.toArray();
    const owed = rows.filter(({ since }) => since > 0).map((row) => row.doc.split(' ')[0]);
    return owed.length === 1 && owed[0] === a.name('codebook');
  });
  expect(a.link.state).toEqual({ kind: 'failed', error: 'tooLarge' });
});

test('a document too large for any frame is set aside by name; the socket lives and the others are sent', async () => {
  const a = tab(server, newBrowser(), workspace.member);
  await a.is('upToDate');
  const held = await a.replica.open(a.name('interview', 'i2'));
  await a.put(a.name('codebook'), 'n1', { text: 'x'.repeat(maxFrameBytes) });
  await a.put(a.name('interview', 'i2'), 'n1', { text: 'x'.repeat(maxFrameBytes) });
  await a.is('failed');
  expect(a.link.state).toEqual({ kind: 'failed', error: 'tooLarge' });
  const doc = a.name('interview', 'i1');
  await a.put(doc, 'n1', { text: 'small' });
  await until('the other is sent', async () => (await server.storage.logSize(doc)).entries === 1);
  await until('only the large ones are owed', async () => {
    const rows = await a.browser.db.unsent.toArray();
    return rows.filter(({ since }) => since > 0).length === 2;
  });
  expect(a.link.state).toEqual({ kind: 'failed', error: 'tooLarge' });
  expect(a.cable.made).toBe(1);
  expect(await onServer(a.name('codebook'))).toEqual({});
  held.close();
});

test('a document that grew large little by little is sent, and again after a reconnection', async () => {
  const a = tab(server, newBrowser(), workspace.member);
  const doc = a.name('codebook');
  const held = await a.replica.open(doc);
  for (let i = 0; i < 3; i++) {
    await a.put(doc, `n${i}`, { text: String(i).repeat(maxFrameBytes / 2) });
    await a.is('upToDate');
  }
  a.cable.cut();
  await a.put(doc, 'n3', { text: 'typed offline' });
  a.cable.mend();
  await a.is('upToDate');
  expect(Object.keys(await onServer(doc))).toHaveLength(4);
  held.close();
});

test('a socket that ends over the size of a frame is no lack of a network', async () => {
  const strict = createServer((_, answer) => {
    const greeting = { role: 'member', seq: 0, protocol: protocolVersion };
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(greeting));
  });
  const door = new WebSocketServer({ server: strict, maxPayload: 16 });
  door.on('connection', (socket) => socket.on('error', () => {}));
  await new Promise<void>((done) => strict.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(strict.address() as AddressInfo).port}/`;
  const a = tab({ url }, newBrowser(), workspace.member);
  await a.is('failed');
  expect(a.link.state).toEqual({ kind: 'failed', error: '1009 tooLarge' });
  for (const socket of door.clients) socket.terminate();
  door.close();
  strict.close();
});

test('of two tabs in a browser each sends its own edits, and the one that stays sends what the killed one left', async () => {
  const browser = newBrowser();
  const first = tab(server, browser, workspace.member);
  const second = tab(server, browser, workspace.member);
  const doc = first.name('interview', 'i1');
  await first.is('upToDate');
  await second.is('upToDate');
  await second.put(doc, 'n1', { text: 'from the second' });
  await second.is('upToDate');
  expect(await onServer(doc)).toEqual({ 'n1/text': 'from the second' });
  second.cable.cut();
  const left = second.name('interview', 'i2');
  await second.put(left, 'n1', { text: 'left behind' });
  await second.kill();
  await first.put(doc, 'n2', { text: 'x' });
  await until('the first sends it', async () => (await server.storage.logSize(left)).entries > 0);
  await first.is('upToDate');
});

test('what a killed tab owed of a document that is open here is settled here, without anybody doing anything', async () => {
  const browser = newBrowser();
  const first = tab(server, browser, workspace.member);
  const doc = first.name('codebook');
  const held = await first.replica.open(doc);
  await first.is('upToDate');
  const second = tab(server, browser, workspace.member);
  await second.is('upToDate');
  second.cable.cut();
  await second.put(doc, 'n1', { text: 'typed in the second' });
  await second.kill();
  await until('the first sends it', async () => (await server.storage.logSize(doc)).entries === 1);
  await until('nothing is owed any more', async () =>
    (await browser.db.unsent.toArray()).every(({ since }) => since === 0),
  );
  await first.is('upToDate');
  held.close();
});

test('a document of another workspace is never opened, whatever the server says changed', async () => {
  const browser = newBrowser();
  await server.storage.append(workspace.id, 'elsewhere/codebook', new Uint8Array([0, 0]));
  await server.storage.append(workspace.id, 'no name', new Uint8Array([0, 0]));
  const a = tab(server, browser, workspace.member);
  await a.is('upToDate');
  expect([...browser.world.disk.keys()].filter((name) => !name.startsWith(workspace.id))).toEqual([]);
  expect(await server.storage.logSize(a.name('codebook'))).toMatchObject({ entries: 0 });
});
