import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RuleTest, ruleTest, until, updateSetting } from '#test/sync/ruleTest.ts';

let t: RuleTest;
beforeEach(async () => {
  t = await ruleTest();
  const member = await t.raw(t.workspace.member);
  member.send(2, updateSetting('price', 'Price'));
  await member.waitFor('acknowledged');
});
afterEach(() => t.stop());

test.each([1, 2] as const)(
  'an update that does not decode (message %i) is refused and not logged',
  async (type) => {
    const member = await t.raw(t.workspace.member);
    member.send(type, new Uint8Array([1, 2, 255, 255, 255, 255]));
    expect(await member.waitFor('closed')).toEqual({ kind: 'closed', reason: 'undecodable' });
    expect(await t.logged()).toBe(1);
    await t.server.restart();
    expect(await t.readsNow()).toEqual({ price: 'Price' });
  },
);

test('whatever bytes come, the document loads afterwards and the server stays up', async () => {
  const good = updateSetting('speed', 'Speed');
  const damaged = fc
    .tuple(fc.integer({ min: 0, max: good.length - 1 }), fc.integer({ min: 0, max: 255 }))
    .map(([at, value]) => good.with(at, value));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 60 }), damaged), async (bytes) => {
      const member = await t.raw(t.workspace.member);
      member.send(2, bytes);
      await until('an answer', () =>
        member.heard.some((one) => one.kind === 'closed' || one.kind === 'acknowledged'),
      );
      member.close();
    }),
    { numRuns: 150, seed: 7 },
  );
  await t.server.restart();
  expect(await t.readsNow()).toMatchObject({ price: 'Price' });
  expect(await t.server.storage.quarantined()).toBe(0);
  expect(t.server.faults).toEqual([]);
});

test('bytes that are no message at all end the connection and nothing else', async () => {
  const member = await t.raw(t.workspace.member);
  member.bytes(new Uint8Array([200, 200, 200, 200, 200, 200, 200, 200, 200, 200]));
  await until('the socket is closed', () => member.closed() !== 0);
  expect(await t.readsNow()).toEqual({ price: 'Price' });
});
