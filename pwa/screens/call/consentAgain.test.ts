import { afterEach, beforeEach, expect, test } from 'vitest';
import { callWindows } from '#test/fixtures/callWindows.ts';
import type { CallModel } from './model.ts';

let world: Awaited<ReturnType<typeof callWindows>>;
beforeEach(async () => {
  world = await callWindows();
});
afterEach(() => world.end());

const yes = { consentRecord: true, consentQuote: 'withName', consentContact: true } as const;
async function both(): Promise<{ ana: CallModel; tom: CallModel }> {
  const [ana, tom] = [await world.ana.open(), await world.tom.open()];
  ana.answer(yes);
  await world.meet();
  return { ana, tom };
}

test('whoever leads asks again in the middle, and the call goes on at the question it was at', async () => {
  const { ana } = await both();
  expect(ana.mayAskAgain.value).toBe(true);
  ana.toArea('competition');
  const at = ana.asked.value?.text;
  ana.askAgain();
  expect([ana.step.value, ana.mayAskAgain.value]).toEqual(['consent', false]);
  expect(ana.afterConsent.value).toBe(at);
  ana.answer({ ...yes, consentQuote: 'no' });
  expect(ana.asked.value?.text).toBe(at);
});

test('before the first question that one comes next', async () => {
  const ana = await world.ana.open();
  expect(ana.afterConsent.value).toContain('You answered 4');
});

test('somebody beside them asks nothing: the answers stand and the question stays on their screen', async () => {
  const { ana, tom } = await both();
  expect(tom.mayAskAgain.value).toBe(false);
  tom.askAgain();
  await world.meet();
  expect(ana.step.value).toBe('ask');
  expect(ana.head.value).toMatchObject({ ...yes, consentAsked: true });
});

test('after the call an answer is changed by another, never taken away', async () => {
  const { ana } = await both();
  ana.end();
  expect(ana.mayAskAgain.value).toBe(false);
  ana.askAgain();
  expect(ana.head.value).toMatchObject({ ...yes, consentAsked: true });
  ana.answer({ ...yes, consentQuote: 'no' });
  expect(ana.head.value).toMatchObject({ consentAsked: true, consentQuote: 'no' });
});
