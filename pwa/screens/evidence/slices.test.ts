import { signal } from '@preact/signals-core';
import { expect, test, vi } from 'vitest';
import { inSlices } from './slices.ts';

/** Each step takes so many milliseconds; a turn ends when the test says so. */
function slowly(each: number) {
  let time = 0;
  const waiting: (() => void)[] = [];
  const turns = {
    now: () => time,
    next: () => new Promise<void>((done) => waiting.push(done)),
  };
  function* sum(numbers: readonly number[]): Generator<void, number, void> {
    let all = 0;
    for (const n of numbers) {
      yield;
      time += each;
      all += n;
    }
    return all;
  }
  return { turns, sum, waiting, go: () => waiting.shift()?.() };
}

test('what takes no longer than a slice is there at once', () => {
  const { turns, sum, waiting } = slowly(1);
  const { result } = inSlices(() => sum([1, 2, 3]), turns);
  expect(result.value).toBe(6);
  expect(waiting).toHaveLength(0);
});

test('what takes longer gives way after each slice, and the result before stands until the new one is there', async () => {
  const { turns, sum, waiting, go } = slowly(5);
  const numbers = signal([1, 2, 3]);
  const { result } = inSlices(() => sum(numbers.value), turns);
  expect(result.value).toBe(null);
  go();
  await vi.waitFor(() => expect(result.value).toBe(6));
  numbers.value = [10, 20, 30];
  expect(result.value).toBe(6);
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  go();
  await vi.waitFor(() => expect(result.value).toBe(60));
});

test('counting that is out of date, or not wanted any more, is not gone on with', async () => {
  const { turns, sum, waiting, go } = slowly(5);
  const numbers = signal<readonly number[] | null>([1, 2, 3, 4, 5]);
  const { result, stop } = inSlices(() => (numbers.value ? sum(numbers.value) : null), turns);
  numbers.value = [7];
  expect(result.value).toBe(7);
  go();
  await Promise.resolve();
  expect(waiting, 'the first one asks for no further turn').toHaveLength(0);
  expect(result.value).toBe(7);
  numbers.value = null;
  expect(result.value).toBe(null);
  numbers.value = [1, 2, 3];
  stop();
  go();
  await Promise.resolve();
  expect([result.value, waiting.length]).toEqual([null, 0]);
});
