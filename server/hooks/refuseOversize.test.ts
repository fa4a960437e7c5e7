import { afterEach, beforeEach, expect, test } from 'vitest';
import { maxUpdateBytes } from '#core/model/protocol.ts';
import { type RuleTest, ruleTest, until, updateSetting } from '#test/sync/ruleTest.ts';

let t: RuleTest;
beforeEach(async () => {
  t = await ruleTest();
});
afterEach(() => t.stop());

test('an update larger than the limit is refused by name; the document goes on', async () => {
  const member = await t.raw(t.workspace.member);
  member.send(2, updateSetting('big', 'x'.repeat(maxUpdateBytes)));
  expect(await member.waitFor('closed')).toEqual({ kind: 'closed', reason: 'tooLarge' });
  expect(await t.logged()).toBe(0);
  const next = await t.raw(t.workspace.member);
  next.send(2, updateSetting('small', 'x'));
  await next.waitFor('acknowledged');
  expect(await t.readsNow()).toEqual({ small: 'x' });
});

test('a frame larger than any update ends the socket, not the server', async () => {
  const member = await t.raw(t.workspace.member);
  member.bytes(new Uint8Array(maxUpdateBytes * 2));
  await until('the socket is closed', () => member.closed() === 1009);
  expect(await t.readsNow()).toEqual({});
});
