import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WaveShelf } from '#core/browser/sync/index.ts';
import { makeLookup, makeWaveShelf, makeWaveStore } from '#core/browser/waves/index.ts';
import type { WaveId } from '#core/model/ids.ts';
import type { WaveStore } from '#core/ports/waves.ts';
import { usualColumns, waveFrom } from '#test/fixtures/waves.ts';
import { until } from './testClient.ts';
import { type TestServer, type TestWorkspace, testServer } from './testServer.ts';
import { type TestTab, testBrowser, testTab } from './testTab.ts';

let server: TestServer;
let workspace: TestWorkspace;
const open: TestTab[] = [];

beforeEach(async () => {
  server = await testServer();
  workspace = await server.workspace();
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await server.stop();
});

interface Device {
  tab: TestTab;
  store: WaveStore;
  lookup: ReturnType<typeof makeLookup>;
}

function device(secret = workspace.member, browser = testBrowser(workspace.id)): Device {
  const store = makeWaveStore(browser.db);
  const lookup = makeLookup(browser.db);
  const tab = testTab(server, browser, secret, { waves: makeWaveShelf(browser.db, store, lookup) });
  open.push(tab);
  return { tab, store, lookup };
}

const csv = [
  'nps,email,name,company,date,comment,tier,speed',
  '3,ann@example.com,Ann,Acme,2026-02-03,Slow,Enterprise,2',
  '10,bo@example.com,Bo,Birch,2026-02-04,,Small,5',
].join('\n');
const wave = waveFrom({ id: 'q4', columns: usualColumns, csv });
const listed = () => server.storage.waves(workspace.id);
const ids = async ({ store }: Device) => (await store.list()).map(({ id }) => id);

test('a survey imported in one browser is in the other, people and look-up included', async () => {
  const [a, b, reader] = [device(), device(), device(workspace.reader)];
  await a.tab.is('upToDate');
  await a.store.save(wave);
  for (const other of [b, reader]) {
    await until('the wave arrives', async () => (await ids(other)).includes(wave.head.id));
    const columns = await other.store.columns(wave.head.id);
    expect(columns.ok && [...columns.value.score]).toEqual([3, 10]);
    await until('Ann is found', async () => (await other.lookup.byEmail('ann@example.com'))?.score === 3);
  }
});

test('an import that was undone goes everywhere, also where nobody was connected', async () => {
  const browser = testBrowser(workspace.id);
  const [a, b] = [device(), device(workspace.member, browser)];
  await a.store.save(wave);
  await until('the wave arrives', async () => (await ids(b)).length === 1);
  await a.tab.is('upToDate');
  await b.tab.is('upToDate');
  await b.tab.close();
  open.splice(open.indexOf(b.tab), 1);
  await a.store.remove(wave.head.id);
  await until(
    'the server drops it',
    async () => (await server.storage.waves(workspace.id)).removed.length === 1,
  );
  const again = device(workspace.member, browser);
  await until('it goes', async () => (await ids(again)).length === 0);
});

for (const asked of ['parts', 'part'] as const)
  test(`a browser that throws everything away while it sends a survey (asked for its ${asked}) takes nothing from the server`, async () => {
    const browser = testBrowser(workspace.id);
    const a = device(workspace.member, browser);
    await a.store.save(wave);
    await a.tab.is('upToDate');
    await until('the server has it', async () => (await listed()).waves.length === 1);
    await a.tab.close();
    open.splice(open.indexOf(a.tab), 1);
    const store = makeWaveStore(browser.db);
    const shelf = makeWaveShelf(browser.db, store, makeLookup(browser.db));
    let isThere = true;
    const evicting: WaveShelf = {
      ...shelf,
      async [asked](id: WaveId, part: string) {
        if (isThere) await Promise.all(browser.db.tables.map((table) => table.clear()));
        isThere = false;
        return shelf[asked](id, part);
      },
    };
    const second = waveFrom({ id: 'q5', columns: usualColumns, csv: csv.replace('3,ann', '4,ann') });
    await store.save(second);
    open.push(testTab(server, browser, workspace.member, { waves: evicting }));
    await until('it is back', async () => !isThere && (await store.list()).length === 1);
    const b = device();
    await until('it is there for others', async () => (await ids(b)).length === 1);
    expect(await listed()).toMatchObject({ waves: [{ id: wave.head.id }], removed: [] });
  });

test('an import that is undone while it is being sent is taken back on the server too', async () => {
  const a = device();
  const { storage } = server;
  const real = storage.putWave.bind(storage);
  Object.assign(storage, {
    putWave: async (...args: Parameters<typeof real>) => {
      await a.store.remove(wave.head.id);
      return real(...args);
    },
  });
  await a.store.save(wave);
  await until('the server drops it', async () => (await listed()).removed.length === 1);
  await a.tab.is('upToDate');
  expect([await ids(a), await a.tab.browser.db.kept.where('key').startsWith('wave:').count()]).toEqual([
    [],
    0,
  ]);
});

test('an import that was undone before it could be sent leaves no trace', async () => {
  const browser = testBrowser(workspace.id);
  const store = makeWaveStore(browser.db);
  await store.save(wave);
  await store.remove(wave.head.id);
  const a = device(workspace.member, browser);
  await a.tab.is('upToDate');
  expect(await listed()).toEqual({ waves: [], removed: [] });
  expect(await browser.db.kept.where('key').startsWith('wave:').count()).toBe(0);
});

test('a wave whose bytes do not match is not taken, and the documents go on', async () => {
  const a = device();
  await a.store.save(wave);
  await until('the server has it', async () => (await server.storage.waves(workspace.id)).waves.length === 1);
  const { storage } = server;
  const real = storage.blob.bind(storage);
  Object.assign(storage, {
    blob: async (...args: Parameters<typeof real>) => (await real(...args))?.map((byte) => byte ^ 1) ?? null,
  });
  const b = device();
  await b.tab.is('upToDate');
  expect(await ids(b)).toEqual([]);
});

test('a survey for which there is no room here is not called here, and is fetched once there is', async () => {
  const a = device();
  await a.store.save(wave);
  await until('the server has it', async () => (await listed()).waves.length === 1);
  const browser = testBrowser(workspace.id);
  const full = vi.spyOn(browser.db.blobs, 'bulkAdd').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const b = device(workspace.member, browser);
  const said: string[] = [];
  b.tab.link.watch(({ kind }) => said.push(kind));
  await until('it was tried, and again by itself', () => full.mock.calls.length > 1);
  expect(said).not.toContain('upToDate');
  full.mockRestore();
  await b.tab.is('upToDate');
  expect(await ids(b)).toEqual([wave.head.id]);
});
