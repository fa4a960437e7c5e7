import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RuleTest, ruleTest, updateSetting } from '#test/sync/ruleTest.ts';

let t: RuleTest;
beforeEach(async () => {
  t = await ruleTest();
  const member = await t.raw(t.workspace.member);
  member.send(2, updateSetting('price', 'Price'));
  await member.waitFor('acknowledged');
});
afterEach(() => t.stop());

test.each([1, 2] as const)(
  'a forged update of a reader (message %i) is neither logged nor applied',
  async (type) => {
    const reader = await t.raw(t.workspace.reader);
    reader.send(type, updateSetting('price', 'Forged'));
    expect(await reader.waitFor('closed')).toEqual({ kind: 'closed', reason: 'readOnly' });
    expect(reader.heard).not.toContainEqual({ kind: 'acknowledged', applied: true });
    expect(await t.logged()).toBe(1);
    expect(await t.readsNow()).toEqual({ price: 'Price' });
    await t.server.restart();
    expect(await t.readsNow()).toEqual({ price: 'Price' });
  },
);

test('a reader who brings nothing new in the handshake is let through', async () => {
  const reader = await t.raw(t.workspace.reader);
  reader.send(1, new Uint8Array([0, 0]));
  expect(await reader.waitFor('acknowledged')).toEqual({ kind: 'acknowledged', applied: true });
});

test('bytes on which the rule itself fails are refused, and the server stays up', async () => {
  const reader = await t.raw(t.workspace.reader);
  reader.send(1, new Uint8Array([255, 255, 255]));
  expect(await reader.waitFor('closed')).toEqual({ kind: 'closed', reason: 'readOnly' });
  expect(t.server.faults).toMatchObject([{ hook: 'refuseReaders', document: t.name }]);
  expect(await t.readsNow()).toEqual({ price: 'Price' });
});
