import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { fail, ok } from '#core/model/result.ts';
import { interviewHead, note } from '#core/notes/index.ts';
import type { CopyFolder, CopyTrouble } from '#core/ports/copies.ts';
import { MemoryReplica } from '#core/replica/index.ts';
import { me } from '#test/conformance/replica.ts';
import { CopyKeeper, keeperTimings } from './keeper.ts';
import type { CopyRecord } from './record.ts';

const workspace = parseId<'workspace'>('w1');
if (!workspace.ok) throw new Error('w1 is an id');
const call = docName(workspace.value, 'interview', 'i1');
const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-26T14:02:33') });
});
afterEach(() => vi.useRealTimers());

/** One browser: a folder, a record and a lock that its windows share. */
function world() {
  const files = new Map<string, string>();
  const shared = {
    files,
    open: true,
    trouble: null as CopyTrouble | null,
    record: null as CopyRecord | null,
    content: 'work',
    whole: true,
    held: false,
    windows: new Set<() => void>(),
    asked: 0,
  };
  const folder: CopyFolder = {
    name: 'Sounding',
    isOpen: async () => shared.open,
    async ask() {
      shared.asked++;
      shared.open = true;
      return true;
    },
    files: async () => ok([...files].map(([name, text]) => ({ name, bytes: text.length }))),
    async write(name, bytes) {
      if (shared.trouble) return fail(shared.trouble);
      files.set(name, new TextDecoder().decode(bytes));
      return ok(null);
    },
    async remove(name) {
      files.delete(name);
    },
  };
  const openWindow = async (onScreen = '') => {
    const replica = new MemoryReplica();
    let wavesChanged = () => {};
    const keeper = await CopyKeeper.open({
      records: {
        read: async () => shared.record,
        async write(record) {
          shared.record = record;
        },
      },
      replica,
      watchWaves(onChange) {
        wavesChanged = onChange;
        return () => {};
      },
      pick: async () => 'a folder',
      folderOf: (stored) => (stored ? folder : null),
      make: async () => ({ bytes: new TextEncoder().encode(shared.content), isWhole: shared.whole }),
      newTag: () => 'k3f9',
      clock: { now: () => Date.now(), steady: () => 0 },
      async alone(work) {
        if (shared.held) return false;
        shared.held = true;
        await work();
        shared.held = false;
        return true;
      },
      onScreen: () => onScreen,
      tell: () => {
        for (const heard of shared.windows) heard();
      },
      heard(onChange) {
        shared.windows.add(onChange);
        return () => shared.windows.delete(onChange);
      },
    });
    return { replica, keeper, importWave: () => wavesChanged() };
  };
  return { shared, openWindow };
}

const aNote = (text: string) =>
  note.put(call, text, { text, order: 'a', at: 3, area: 'scoreDrivers', author: 'm' });
const aHead = (endedAt: number) =>
  interviewHead.put(call, 'head', {
    ...{ cycle: 'c1', person: 'p', name: 'Ann', band: 'detractor', score: 3, interviewer: 'm' },
    ...{ guide: 'g', guideVersion: 1, startedAt: 1, endedAt },
  });
const on = (keeper: CopyKeeper) => {
  if (keeper.state.kind !== 'on') throw new Error(keeper.state.kind);
  return keeper.state;
};

describe('copies in a folder', () => {
  test('the first is written when the folder is chosen, the next a minute after the last change', async () => {
    const { shared, openWindow } = world();
    const { keeper, replica } = await openWindow();
    expect(keeper.state).toEqual({ kind: 'off' });
    await replica.apply([aNote('before')], me);
    await keeper.choose();
    expect([...shared.files.keys()]).toEqual(['sounding-copy-2026-11-26-140233-k3f9.zip']);
    expect(on(keeper)).toMatchObject({ folder: 'Sounding', lastAt: Date.now(), trouble: null });
    await vi.advanceTimersByTimeAsync(60 * minute);
    expect(shared.files.size, 'nothing has changed').toBe(1);
    shared.content = 'more work';
    await replica.apply([aNote('a')], me);
    await vi.advanceTimersByTimeAsync(0.9 * minute);
    await replica.apply([aNote('b')], me);
    await vi.advanceTimersByTimeAsync(0.9 * minute);
    expect([...shared.files.values()]).toEqual(['work']);
    await vi.advanceTimersByTimeAsync(0.2 * minute);
    expect([...shared.files.values()]).toEqual(['more work']);
    expect(shared.record).toMatchObject({ owed: false });
  });

  test('a survey counts as a change', async () => {
    const { shared, openWindow } = world();
    const { keeper, importWave } = await openWindow();
    await keeper.choose();
    shared.content = 'work and a survey';
    importWave();
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect([...shared.files.values()]).toEqual(['work and a survey']);
  });

  test('while a call is held on screen nothing is written; soon after its end it is', async () => {
    const { shared, openWindow } = world();
    const { keeper, replica } = await openWindow('i1');
    const doc = await replica.open(call);
    await keeper.choose();
    await replica.apply([aHead(0), aNote('a')], me);
    shared.content = 'the call';
    await vi.advanceTimersByTimeAsync(45 * minute);
    expect([...shared.files.values()]).toEqual(['work']);
    await replica.apply([aHead(9)], me);
    // as the roster does, which says that the person was held
    await replica.apply([{ ...aNote('b'), doc: docName(workspace.value, 'codebook') }], me);
    await vi.advanceTimersByTimeAsync(keeperTimings.afterCall);
    expect([...shared.files.values()]).toEqual(['the call']);
    doc.close();
  });

  test('of two windows one writes; a window that was closed before it could is made up for by the next', async () => {
    const { shared, openWindow } = world();
    const [one, two] = [await openWindow(), await openWindow()];
    await one.keeper.choose();
    expect(on(two.keeper).lastAt).toBe(on(one.keeper).lastAt);
    let writes = 0;
    shared.windows.add(() => void writes++);
    for (const { replica } of [one, two]) await replica.apply([aNote('a')], me);
    await vi.advanceTimersByTimeAsync(5 * minute);
    expect(writes).toBe(1);
    shared.content = 'the last words';
    await one.replica.apply([aNote('b')], me);
    one.keeper.close();
    two.keeper.close();
    await openWindow();
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect([...shared.files.values()]).toEqual(['the last words']);
  });

  test('when the browser asks again, so is said; one click gives leave and writes', async () => {
    const { shared, openWindow } = world();
    const first = await openWindow();
    await first.keeper.choose();
    first.keeper.close();
    shared.open = false;
    const { keeper, replica } = await openWindow();
    expect(on(keeper).trouble).toBe('leave');
    shared.content = 'more';
    await replica.apply([aNote('a')], me);
    await vi.advanceTimersByTimeAsync(5 * minute);
    expect([on(keeper).trouble, shared.asked, [...shared.files.values()]]).toEqual(['leave', 0, ['work']]);
    await keeper.copyNow();
    expect([on(keeper).trouble, shared.asked, [...shared.files.values()]]).toEqual([null, 1, ['more']]);
  });

  test.each(['gone', 'full', 'failed'] as const)(
    'a folder that is %s is said, keeps its copies, and is tried again',
    async (why) => {
      const { shared, openWindow } = world();
      const { keeper, replica } = await openWindow();
      await keeper.choose();
      shared.trouble = why;
      await replica.apply([aNote('a')], me);
      await vi.advanceTimersByTimeAsync(2 * minute);
      expect([on(keeper).trouble, on(keeper).copying, [...shared.files.values()]]).toEqual([
        why,
        false,
        ['work'],
      ]);
      shared.trouble = null;
      shared.content = 'written after all';
      await vi.advanceTimersByTimeAsync(keeperTimings.afterTrouble);
      expect([on(keeper).trouble, [...shared.files.values()]]).toEqual([null, ['written after all']]);
    },
  );

  test('a copy that lacks what could not be read stands beside the complete ones, is said, stays owed and is tried again', async () => {
    const { shared, openWindow } = world();
    const { keeper, replica } = await openWindow();
    await keeper.choose();
    const lastAt = on(keeper).lastAt;
    shared.whole = false;
    shared.content = 'half of it, more than before';
    await vi.advanceTimersByTimeAsync(1000);
    await keeper.copyNow();
    expect([...shared.files.values()]).toEqual(['work', shared.content]);
    expect([on(keeper).trouble, on(keeper).lastAt, shared.record?.owed]).toEqual(['partial', lastAt, true]);
    await replica.apply([aNote('a')], me);
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect([...shared.files.keys()], 'of the incomplete the last').toEqual([
      expect.stringMatching(/-k3f9\.zip$/),
      expect.stringMatching(/-k3f9-incomplete\.zip$/),
    ]);
    shared.whole = true;
    shared.content = 'all of it';
    await vi.advanceTimersByTimeAsync(keeperTimings.afterPartial);
    expect([...shared.files.values()]).toEqual(['all of it']);
    expect([on(keeper).trouble, shared.record?.owed]).toEqual([null, false]);
  });

  test('a workspace that lost its work takes the place of no fuller copy, and it is said', async () => {
    const { shared, openWindow } = world();
    const { keeper } = await openWindow();
    shared.content = 'a year of interviews';
    await keeper.choose();
    shared.content = 'little';
    await vi.advanceTimersByTimeAsync(1000);
    await keeper.copyNow();
    expect([...shared.files.values()]).toEqual(['a year of interviews', 'little']);
    expect(on(keeper).fuller).toBe('2026-11-26');
  });

  test('paused it writes nothing; gone on with, at once; stopped, it leaves what is there', async () => {
    const { shared, openWindow } = world();
    const { keeper, replica } = await openWindow();
    await keeper.choose();
    await keeper.pause(true);
    shared.content = 'more';
    await replica.apply([aNote('a')], me);
    await vi.advanceTimersByTimeAsync(30 * minute);
    expect([...shared.files.values()]).toEqual(['work']);
    await keeper.pause(false);
    expect([...shared.files.values()]).toEqual(['more']);
    await keeper.stop();
    expect([keeper.state, shared.record, shared.files.size]).toEqual([{ kind: 'off' }, null, 1]);
  });
});
