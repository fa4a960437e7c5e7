import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WorkspaceDatabase } from '#core/browser/database.ts';
import { makeOverlayLink } from '#core/browser/overlay/link.ts';
import type { Wire } from '#core/browser/overlay/wire.ts';
import { makeLookup, makeWaveStore } from '#core/browser/waves/index.ts';
import { seededChance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import type { OverlayLink, OverlayState } from '#core/ports/overlay.ts';
import { MemoryReplica } from '#core/replica/index.ts';
import { sessionMemory } from '#test/fixtures/sessionStorage.ts';
import { usualColumns, waveFrom } from '#test/fixtures/waves.ts';
import { wirePair } from '#test/fixtures/wires.ts';
import { closeShards, findPerson } from './answers.ts';
import { converse } from './door.ts';
import { forgetPairing } from './intake.ts';
import { readCode, showCode } from './pairing.ts';
import { store } from './store.ts';

const origin = 'http://127.0.0.1:4600';
const now = Date.UTC(2026, 10, 22, 14, 2);
let database: WorkspaceDatabase;
let link: OverlayLink;
let isInstalled: boolean;

beforeEach(async () => {
  vi.stubGlobal('chrome', { ...sessionMemory(), runtime: {} });
  vi.spyOn(Date, 'now').mockReturnValue(now);
  isInstalled = true;
  await store.open();
  const workspace = newId<'workspace'>(seededChance('workspace'));
  database = new WorkspaceDatabase(workspace);
  link = await makeOverlayLink({
    workspace,
    database,
    waves: makeWaveStore(database),
    replica: new MemoryReplica(),
    clock: { now: () => now, steady: () => 0 },
    origin,
    call,
    oneTab: (work) => work(),
  });
});

afterEach(async () => {
  await link.unpair();
  closeShards();
  store.close();
  database.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A line to the real other side; closed at once where it is not installed, as the browser does. */
function call(): Wire {
  const [appEnd, extensionEnd] = wirePair();
  if (isInstalled) void converse(extensionEnd, origin, { changed() {} }).finally(() => extensionEnd.close());
  else extensionEnd.close();
  return appEnd;
}

async function pair(): Promise<void> {
  await showCode(now);
  expect(await link.pair((await readCode(now))?.text ?? '')).toEqual({ ok: true, value: undefined });
}

const until = (kind: OverlayState['kind']) =>
  vi.waitFor(() => expect(link.state.kind).toBe(kind), { timeout: 5_000 });

test('paired, it feeds by itself, and again when the survey changed', async () => {
  expect(link.state).toEqual({ kind: 'notPaired' });
  await pair();
  await until('fed');
  expect(link.state).toEqual({ kind: 'fed', holds: { asOf: now, waves: 0, answers: 0, interviewed: 0 } });
  const csv =
    'nps,email,name,company,date,comment,tier,speed\n4,jane@acme.example,Jane Doe,,2026-10-12,,Enterprise,';
  const wave = waveFrom({ id: 'q4', columns: usualColumns, csv });
  await makeWaveStore(database).save(wave);
  await makeLookup(database).add(wave);
  await vi.waitFor(async () => expect((await findPerson('jane@acme.example'))?.name).toBe('Jane Doe'), {
    timeout: 5_000,
  });
  await vi.waitFor(() => expect(link.state).toMatchObject({ kind: 'fed', holds: { waves: 1, answers: 1 } }), {
    timeout: 5_000,
  });
});

test('the wrong code, no extension, and a code that is gone are told apart', async () => {
  await showCode(now);
  expect(await link.pair('BCDF-GHJK')).toEqual({ ok: false, why: { kind: 'wrongCode', triesLeft: 4 } });
  isInstalled = false;
  expect(await link.pair('BCDF-GHJK')).toEqual({ ok: false, why: { kind: 'noExtension' } });
  isInstalled = true;
  await chrome.storage.session.remove('code');
  expect(await link.pair('BCDF-GHJK')).toEqual({ ok: false, why: { kind: 'codeGone' } });
});

test('an extension that is switched off is said to be away, and is fed when it is back', async () => {
  await pair();
  await until('fed');
  isInstalled = false;
  await database.facts.clear();
  await database.waves.clear();
  await until('noExtension');
  expect(link.state).toEqual({ kind: 'noExtension', paired: true });
  isInstalled = true;
  await until('fed');
});

test('unpaired in the extension, the app forgets its key', async () => {
  await pair();
  await until('fed');
  await forgetPairing();
  await database.facts.clear();
  await until('notPaired');
  expect(await database.kept.get('overlayPairing')).toBeUndefined();
});
