import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WorkspaceDatabase } from '#core/browser/database.ts';
import { Sessions } from '#core/browser/session.ts';
import { awaitServer } from '#core/browser/sync/alone.ts';
import { makeTeam } from '#core/browser/sync/index.ts';
import { sayUnnoted } from '#core/browser/sync/unnoted.ts';
import { seededChance } from '#core/model/chance.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { newId, type WorkspaceId } from '#core/model/ids.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { localStorageOf } from '#test/fixtures/localStorage.ts';
import { until } from './testClient.ts';
import { type TestServer, testChance, testServer } from './testServer.ts';
import { type TestBrowser, type TestTab, testTab } from './testTab.ts';

let server: TestServer;
let sessions: Sessions;
let workspace: WorkspaceId;
let browser: TestBrowser;
let stored: Map<string, string>;
const open: TestTab[] = [];
const ends: (() => void)[] = [];

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  stored = new Map();
  vi.stubGlobal('localStorage', localStorageOf(stored));
  server = await testServer();
  sessions = await Sessions.open(seededChance('here'));
  workspace = sessions.session.workspace;
  browser = { world: memoryWorld(), db: new WorkspaceDatabase(workspace), workspace };
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  for (const one of open.splice(0)) await one.close();
  vi.unstubAllGlobals();
  await server.stop();
});

/** Another tab shares the workspace and starts again, and everything that is on disk by then is sent. */
async function shareInAnotherTab(): Promise<TestTab> {
  const theirs = await Sessions.open(seededChance('there'));
  const parts = { sessions: theirs, db: browser.db, origin: server.url, restart: () => {}, tryNow: () => {} };
  const team = await makeTeam(parts);
  expect((await team.share(server.ownerKey, false)).ok).toBe(true);
  return connected(theirs);
}

async function connected({ current }: Sessions, replica?: MemoryReplica): Promise<TestTab> {
  const made = testTab(server, browser, current.secret, replica && { replica });
  open.push(made);
  await made.is('upToDate');
  return made;
}

/** A tab that knows of no server, from its start on. */
function aloneTab() {
  const replica = new MemoryReplica(browser.world);
  const noted = sayUnnoted(browser.db.name);
  ends.push(noted);
  return { replica, noted };
}

const listen = (replica: MemoryReplica, noted: () => void) =>
  awaitServer({ sessions, db: browser.db }, async () => void (await connected(sessions, replica)), noted);

const write = (replica: MemoryReplica, doc: DocName) =>
  replica.apply([{ kind: 'put', doc, collection: 'notes', id: 'n1', fields: { text: 'in a call' } }], {
    who: newId<'member'>(testChance),
    why: 'test',
  });
const isSent = (doc: DocName) => async () => (await server.storage.logSize(doc)).entries > 0;

test('what a tab writes after another one has shared the workspace is sent, and what it had open before', async () => {
  const { replica, noted } = aloneTab();
  const before = docName(workspace, 'interview', 'before');
  const after = docName(workspace, 'interview', 'after');
  const held = await replica.open(before);
  await listen(replica, noted);
  const other = await shareInAnotherTab();
  await write(replica, before);
  await until('the tab knows', () => sessions.current.server === server.url);
  await write(replica, after);
  await until('the server has what was open', isSent(before));
  await until('the server has what was opened later', isSent(after));
  await until('no alarm is left', () => stored.size === 0);
  await other.is('upToDate');
  held.close();
});

test('what a tab wrote that heard nothing is sent by the next start, however it ended', async () => {
  const { replica, noted } = aloneTab();
  const other = await shareInAnotherTab();
  const doc = docName(workspace, 'interview', 'i1');
  await write(replica, doc);
  await other.close();
  const while_ = await connected(await Sessions.open(seededChance('while')));
  expect([await isSent(doc)(), stored.size]).toEqual([false, 1]);
  await while_.close();
  noted();
  await connected(await Sessions.open(seededChance('next')));
  await until('the server has it', isSent(doc));
  expect(stored.size).toBe(0);
});

test('a tab that missed the word looks for itself when it begins to listen', async () => {
  const { replica, noted } = aloneTab();
  await shareInAnotherTab();
  await listen(replica, noted);
  expect(sessions.current.server).toBe(server.url);
});

test('while the workspace is alone, alarms of tabs that are gone are cleared away and those of others stay', async () => {
  const gone = aloneTab();
  gone.noted();
  aloneTab();
  const { replica, noted } = aloneTab();
  await until('all are raised', () => stored.size === 3);
  await listen(replica, noted);
  expect(stored.size).toBe(2);
});
