import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RuleTest, ruleTest, updateSetting } from '#test/sync/ruleTest.ts';
import { stockClient, until } from '#test/sync/testClient.ts';

let t: RuleTest;
beforeEach(async () => {
  t = await ruleTest();
});
afterEach(() => t.stop());

test('nothing is acknowledged before it is in the log', async () => {
  const order: string[] = [];
  const { storage } = t.server;
  const append = storage.append.bind(storage);
  Object.assign(storage, {
    append: async (...args: Parameters<typeof append>) => {
      const seq = await append(...args);
      // Long enough for an acknowledgement that did not wait to arrive first.
      await new Promise((next) => setTimeout(next, 50));
      order.push('logged');
      return seq;
    },
  });
  const member = await t.raw(t.workspace.member);
  member.send(2, updateSetting('price', 'Price'));
  await member.waitFor('acknowledged');
  order.push('acknowledged');
  expect(order).toEqual(['logged', 'acknowledged']);
});

test('an update that the log would not take is not acknowledged and not applied, and health counts it', async () => {
  const other = stockClient(t.server, t.name, t.workspace.member);
  await other.settled();
  t.failing.add('append');
  const member = await t.raw(t.workspace.member);
  member.send(2, updateSetting('price', 'Price'));
  expect(await member.waitFor('closed')).toEqual({ kind: 'closed', reason: 'notStored' });
  expect(member.heard).not.toContainEqual({ kind: 'acknowledged', applied: true });
  expect(other.doc.getMap('themes').size).toBe(0);
  expect(t.server.faults).toMatchObject([{ hook: 'appendToLog', document: t.name }]);
  const ill = await fetch(`${t.server.url}healthz`);
  expect([ill.status, await ill.json()]).toMatchObject([503, { ok: false, unsaved: 1 }]);

  t.failing.clear();
  const again = await t.raw(t.workspace.member);
  again.send(2, updateSetting('price', 'Price'));
  await again.waitFor('acknowledged');
  await until('the other client sees it', () => other.doc.getMap('themes').get('price') === 'Price');
  const well = await fetch(`${t.server.url}healthz`);
  expect([well.status, await well.json()]).toMatchObject([200, { ok: true, unsaved: 0 }]);
  other.close();
});

test('what the log already has is acknowledged and not logged twice', async () => {
  const member = await t.raw(t.workspace.member);
  const update = updateSetting('price', 'Price');
  member.send(2, update);
  member.send(2, update);
  member.send(1, update);
  await until('three answers', () => member.heard.filter((one) => one.kind === 'acknowledged').length === 3);
  expect(await t.logged()).toBe(1);
});

test('a copy of an update whose own append fails is not acknowledged either', async () => {
  const { storage } = t.server;
  const held = Promise.withResolvers<number>();
  let asked = 0;
  Object.assign(storage, {
    append: () => {
      asked++;
      return held.promise;
    },
  });
  const [first, second] = [await t.raw(t.workspace.member), await t.raw(t.workspace.member)];
  const update = updateSetting('price', 'Price');
  first.send(2, update);
  await until('the first is being appended', () => asked === 1);
  second.send(2, update);
  await second.roundTrip();
  held.reject(new Error('the disk is gone'));
  await first.waitFor('closed');
  await second.waitFor('closed');
  for (const { heard } of [first, second])
    expect(heard.some((one) => one.kind === 'acknowledged')).toBe(false);
});
