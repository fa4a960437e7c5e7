import { effect, signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { steadyList } from './steadyList.ts';

test('what says the same is the same object, and nobody hears of a list that says the same', () => {
  const areas = signal([
    { name: 'a', notes: 0 },
    { name: 'b', notes: 0 },
  ]);
  const steady = steadyList(() => areas.value.map((area) => ({ ...area })));
  const seen: (typeof areas.value)[] = [];
  effect(() => void seen.push([...steady.value]));
  const say = (...notes: number[]) => {
    areas.value = notes.map((n, i) => ({ name: 'ab'[i] ?? '', notes: n }));
  };
  say(0, 0);
  say(0, 1);
  say(0);
  expect(seen).toHaveLength(3);
  const [first, second, third] = seen;
  expect(second?.map((area, i) => area === first?.[i])).toEqual([true, false]);
  expect(second?.[1]?.notes).toBe(1);
  expect(third?.map((area, i) => area === first?.[i])).toEqual([true]);
  say(0, 1);
  expect(seen.at(-1)?.map(({ notes }) => notes)).toEqual([0, 1]);
});
