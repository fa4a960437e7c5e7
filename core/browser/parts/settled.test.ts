import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MemoryReplica } from '#core/replica/index.ts';
import { interview, me, other, put } from '#test/conformance/replica.ts';
import { applySettled, whenSettled } from './settled.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Applies while the disk fails this way, and gathers what came of it. */
async function applied(why: 'blocked' | 'quota') {
  const replica = new MemoryReplica();
  replica.failWith(why, interview);
  const came: string[] = [];
  void applySettled(replica, [put('a', { text: 'x' }), put('b', { text: 'y' }, other)], me).then((state) =>
    came.push(state.kind === 'onlyInMemory' ? state.why : state.kind),
  );
  await vi.advanceTimersByTimeAsync(20_000);
  return { replica, came };
}

test('a slow disk is waited for, and what came through is saved', async () => {
  const { replica, came } = await applied('blocked');
  expect(came).toEqual([]);
  replica.failWith(null);
  await vi.advanceTimersByTimeAsync(0);
  expect(came).toEqual(['saved']);
});

test('a slow disk that turns out to be full is answered at once', async () => {
  const { replica, came } = await applied('blocked');
  replica.failWith('quota', interview);
  await vi.advanceTimersByTimeAsync(0);
  expect(came).toEqual(['quota']);
});

test('a full disk is not waited for', async () => {
  expect((await applied('quota')).came).toEqual(['quota']);
});

test('a disk that never answers is given up', async () => {
  const { came } = await applied('blocked');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(came).toEqual(['blocked']);
});

test('nothing to wait for, no timer left', async () => {
  const replica = new MemoryReplica();
  const doc = await replica.open(interview);
  await replica.apply([put('a', { text: 'x' })], me);
  expect(await whenSettled(doc)).toEqual({ kind: 'saved' });
  expect(vi.getTimerCount()).toBe(0);
  doc.close();
});
