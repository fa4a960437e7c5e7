import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { visit, visitsOf } from '#core/notes/index.ts';
import { callWindows, interviewDoc } from '#test/fixtures/callWindows.ts';
import { callKey, lineKey } from './keys.ts';
import type { CallModel } from './model.ts';

let world: Awaited<ReturnType<typeof callWindows>>;
let call: CallModel;
beforeEach(async () => {
  world = await callWindows();
  call = await world.ana.open();
});
afterEach(() => world.end());

const unheld = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false };
const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({ ...unheld, key, code: key, ...more }) as KeyboardEvent;
const ways = [
  press('Enter', { ctrlKey: true }),
  press('Enter', { ctrlKey: true, shiftKey: true }),
  press('PageDown'),
  press('PageUp'),
  press('#', { code: 'Digit3', ctrlKey: true, shiftKey: true }),
];
const question = () => call.asked.value?.question.id;

describe('keys that lead from question to question', () => {
  test('wait until consent is behind: the first question is asked, and everybody sees it', async () => {
    expect(ways.map((way) => callKey(way, call))).toEqual(ways.map(() => false));
    call.later();
    expect(question()).toBe('score-reason');
    const doc = await world.ana.replica.open(interviewDoc);
    expect(visitsOf(doc.read(visit.collection)).map((v) => v.question)).toEqual(['score-reason']);
  });

  test('lead on during the call', () => {
    call.later();
    expect(callKey(press('PageDown'), call)).toBe(true);
    expect(question()).toBe('score-fell-short');
    expect(callKey(press('Enter', { ctrlKey: true, shiftKey: true }), call)).toBe(true);
    expect(question()).toBe('score-reason');
    expect(callKey(press('#', { code: 'Digit3', ctrlKey: true, shiftKey: true }), call)).toBe(true);
    expect(question()).toBe('competition-known');
  });

  test('are left to the browser once the call is over', () => {
    call.later();
    call.end();
    expect(ways.map((way) => callKey(way, call))).toEqual(ways.map(() => false));
    expect(question()).toBe('score-reason');
  });
});

test('when every question was on screen one still goes back, and forward again up to the last', () => {
  call.later();
  while (call.asked.value?.upNext) call.next();
  const last = question();
  expect(call.asked.value?.hasNext).toBe(false);
  call.previous();
  expect(question()).not.toBe(last);
  expect(call.asked.value).toMatchObject({ upNext: null, hasNext: true });
  call.next();
  expect(question()).toBe(last);
});

test('a jump by name while consent is asked is where the call goes on, for everybody', async () => {
  const tom = await world.tom.open();
  const line = '/weighed';
  call.line.typed(line, line.length);
  call.line.take(0);
  call.later();
  await world.meet();
  expect(question()).toBeDefined();
  expect(question()).not.toBe('score-reason');
  expect(tom.asked.value?.question.id).toBe(question());
});

describe('the Enter that ends a composition', () => {
  test.each([
    ['as browsers say it', { isComposing: true, keyCode: 229 }],
    ['as Safari says it, the composition being over already', { isComposing: false, keyCode: 229 }],
  ])('keeps no note and goes nowhere, %s', (_, how) => {
    call.later();
    call.line.typed('にほん', 3);
    expect(lineKey(press('Enter', how), call)).toBe(false);
    expect(callKey(press('Enter', { ctrlKey: true, ...how }), call)).toBe(false);
    expect(call.notes.value).toEqual([]);
    expect(question()).toBe('score-reason');
    expect(lineKey(press('Enter', { isComposing: false, keyCode: 13 }), call)).toBe(true);
    expect(call.notes.value.map((n) => n.note.text)).toEqual(['にほん']);
  });
});
