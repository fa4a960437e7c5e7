import { afterEach, expect, test, vi } from 'vitest';
import type { RunningLink } from '#core/browser/sync/index.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import type { SyncState } from '#core/ports/sync.ts';
import { MemoryReplica } from '#core/replica/index.ts';
import { localStorageOf } from '#test/fixtures/localStorage.ts';
import { idOf } from '#test/fixtures/waves.ts';
import { makeSyncSwitch } from './syncSwitch.ts';

afterEach(() => vi.unstubAllGlobals());

const state: SyncState = { kind: 'upToDate', at: 1 };
const link = { state, watch: () => () => {}, hurry: vi.fn() } as unknown as RunningLink;
const interview = (id: string) => docName(idOf<'workspace'>('w'), 'interview', id);

/** A switch whose link cannot be fetched `times` times. */
function switched(times: number) {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', localStorageOf(stored));
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  const replica = new MemoryReplica();
  const sync = makeSyncSwitch('a database', replica);
  let tried = 0;
  let early: DocName[] = [];
  const done = sync.connect(async (opened) => {
    if (++tried <= times) throw new Error('not fetched');
    early = [...opened];
    return link;
  });
  return { sync, replica, stored, page, done, tried: () => tried, early: () => early };
}

/** Names of the locks that the tabs of the database hold. */
const living = async () =>
  ((await navigator.locks.query()).held ?? []).filter(({ name }) => name?.includes('a database')).length;

test('a tab whose link cannot be fetched says that nobody notes what it edits, until the network is back', async () => {
  const { sync, replica, stored, page, done, tried, early } = switched(2);
  await vi.waitFor(() => expect(sync.state).toEqual({ kind: 'failed', error: 'notLoaded' }));
  await vi.waitFor(() => expect(stored.size).toBe(1));
  expect(await living()).toBe(1);
  (await replica.open(interview('i1'))).close();
  page.dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(tried()).toBe(2));
  await vi.waitFor(() => expect(sync.state.kind).toBe('failed'));
  (await replica.open(interview('i2'))).close();
  sync.hurry();
  await done;
  expect(sync.state).toEqual(state);
  expect(early()).toEqual([interview('i1'), interview('i2')]);
  // Left to whoever leads: what was written before this tab could note it is compared.
  await vi.waitFor(async () => expect([stored.size, await living()]).toEqual([1, 0]));
  sync.hurry();
  expect(link.hurry).toHaveBeenCalledOnce();
});

test('a tab whose link is fetched at once raises no alarm', async () => {
  const { sync, stored, done } = switched(0);
  expect(sync.state.kind).toBe('connecting');
  await done;
  expect([sync.state, stored.size, await living()]).toEqual([state, 0, 0]);
});
