import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RuleTest, ruleTest, updateSetting } from '#test/sync/ruleTest.ts';
import { stockClient, until } from '#test/sync/testClient.ts';

let t: RuleTest;
beforeEach(async () => {
  t = await ruleTest();
});
afterEach(() => t.stop());

const many = 250;

/** One client that edits more often than the log may grow, and leaves, which stores the document. */
async function editMuch(): Promise<void> {
  const client = stockClient(t.server, t.name, t.workspace.member);
  await client.settled();
  for (let i = 0; i < many; i++) client.doc.getMap('themes').set(`t${i}`, i);
  await client.settled();
  client.close();
}

test('a long log is folded into the snapshot when its last client leaves, and everything is still there', async () => {
  await editMuch();
  await until('the log is folded', async () => (await t.logged()) === 0);
  const { snapshot } = await t.server.storage.load(t.name);
  expect(snapshot).not.toBeNull();
  expect(Object.keys(await t.readsNow())).toHaveLength(many);
  await t.server.restart();
  expect(Object.keys(await t.readsNow())).toHaveLength(many);
});

test('what is appended after the fold stays in the log beside the snapshot', async () => {
  await editMuch();
  await until('the log is folded', async () => (await t.logged()) === 0);
  const member = await t.raw(t.workspace.member);
  member.send(2, updateSetting('price', 'Price'));
  await member.waitFor('acknowledged');
  expect(await t.logged()).toBe(1);
  expect(await t.readsNow()).toMatchObject({ price: 'Price', t0: 0 });
});

test('a fold that fails is reported and loses nothing; the server stays up', async () => {
  t.failing.add('compact');
  await editMuch();
  await until('the fault is reported', () => t.server.faults.length > 0);
  expect(t.server.faults).toMatchObject([{ hook: 'compact', document: t.name }]);
  expect(Object.keys(await t.readsNow())).toHaveLength(many);
});
