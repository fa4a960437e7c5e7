import { effect, signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { makeOffered } from './offered.ts';

const command = (name: string) => ({ name, run: () => {} });
const namesIn = ({ offered }: ReturnType<typeof makeOffered>) => offered.value.map((c) => c.name);

test('the latest offer comes first, and each is taken back alone', () => {
  const one = makeOffered();
  const takeBack = one.offer([command('a'), command('b')]);
  one.offer([command('c')]);
  expect(namesIn(one)).toEqual(['c', 'a', 'b']);
  takeBack();
  expect(namesIn(one)).toEqual(['c']);
});

test('an effect that offers runs once for each thing it reads, not because of its own offer', () => {
  const one = makeOffered();
  const step = signal(1);
  let runs = 0;
  const stop = effect(() => {
    runs++;
    return one.offer([command(`step ${step.value}`)]);
  });
  one.offer([command('from elsewhere')]);
  expect(runs).toBe(1);
  step.value = 2;
  expect(runs).toBe(2);
  expect(namesIn(one)).toEqual(['step 2', 'from elsewhere']);
  stop();
  expect(namesIn(one)).toEqual(['from elsewhere']);
});
