import { afterEach, beforeEach, expect, test } from 'vitest';
import { mention, mentionId } from '#core/notes/index.ts';
import { codebookOf, theme } from '#core/themes/index.ts';
import { bookDoc, callWindows, interviewDoc } from '#test/fixtures/callWindows.ts';
import type { CallModel } from './model.ts';

let world: Awaited<ReturnType<typeof callWindows>>;
let call: CallModel;
let speed = '';
beforeEach(async () => {
  world = await callWindows();
  call = await world.ana.open();
  call.later();
  enter('nothing is quick #speed');
  speed = call.notes.value[0]?.chips[0]?.id ?? '';
  const retired = theme.put(bookDoc, speed, { retired: true });
  await world.ana.replica.apply([retired], { who: world.ana.member, why: 'test' });
});
afterEach(() => world.end());

function enter(line: string) {
  call.line.typed(line, line.length);
  return call.line.enter();
}
const isRetired = async () => {
  const open = await world.ana.replica.open(bookDoc);
  const { all } = codebookOf(open.read(theme.collection));
  open.close();
  return all.get(speed)?.retired;
};

test('a retired theme that is typed comes back, and retires again with the note', async () => {
  expect([call.isRetired('speed'), call.isRetired('price'), call.isRetired('Nimbus')]).toEqual([
    true,
    false,
    false,
  ]);
  enter('slow #speed');
  expect(await isRetired()).toBe(false);
  expect(call.isRetired('speed')).toBe(false);
  call.line.undo();
  expect(call.notes.value).toHaveLength(1);
  expect(await isRetired()).toBe(true);
  call.line.redo();
  expect(call.notes.value[1]?.chips.map((c) => c.name)).toEqual(['Speed']);
  expect(await isRetired()).toBe(false);
});

test('so does one that marks alone brought back', async () => {
  enter('slow');
  enter('#speed !!');
  expect(await isRetired()).toBe(false);
  call.line.undo();
  expect(call.notes.value[1]?.chips).toEqual([]);
  expect(await isRetired()).toBe(true);
});

test('it stays open where somebody has taken it up meanwhile', async () => {
  enter('late');
  const other = call.notes.value[1]?.note.id ?? '';
  enter('slow #speed');
  const taken = mention.put(interviewDoc, mentionId(other, speed), { note: other, theme: speed, by: 'tom' });
  await world.ana.replica.apply([taken], { who: world.tom.member, why: 'test' });
  call.line.undo();
  expect(call.notes.value.map((n) => n.note.text)).toEqual(['nothing is quick', 'late']);
  expect(await isRetired()).toBe(false);
});
