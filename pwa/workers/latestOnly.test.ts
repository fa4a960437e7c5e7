import { expect, test } from 'vitest';
import { latestOnly } from './latestOnly.ts';

test('while one question is answered only the newest waits', async () => {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const ask = latestOnly((question: string) => {
    asked.push(question);
    return new Promise<string>((resolve) => answers.push(() => resolve(question.toUpperCase())));
  });
  const [a, b, c] = [ask('a'), ask('b'), ask('c')];
  expect(await b).toBeNull();
  expect(asked).toEqual(['a']);
  answers.shift()?.();
  expect(await a).toBe('A');
  expect(asked).toEqual(['a', 'c']);
  answers.shift()?.();
  expect(await c).toBe('C');
});

test('a question that fails does not hold up the next', async () => {
  const ask = latestOnly((question: string) =>
    question === 'bad' ? Promise.reject(new Error(question)) : Promise.resolve(question),
  );
  const bad = ask('bad');
  const next = ask('next');
  await expect(bad).rejects.toThrow('bad');
  expect(await next).toBe('next');
});
