import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RuleTest, ruleTest, updateSetting } from '#test/sync/ruleTest.ts';

let t: RuleTest;
beforeEach(async () => {
  t = await ruleTest();
});
afterEach(() => t.stop());

test('an entry that cannot be read is put aside and reported; the rest loads', async () => {
  const { storage } = t.server;
  await storage.append(t.workspace.id, t.name, updateSetting('price', 'Price'));
  await storage.append(t.workspace.id, t.name, new Uint8Array([1, 2, 255, 255, 255]));
  await storage.append(t.workspace.id, t.name, updateSetting('speed', 'Speed'));
  expect(await t.readsNow()).toEqual({ price: 'Price', speed: 'Speed' });
  expect(await storage.quarantined()).toBe(1);
  expect(await t.logged()).toBe(2);
  expect(t.server.faults).toMatchObject([{ hook: 'load', document: t.name }]);
  const health = await (await fetch(`${t.server.url}healthz`)).json();
  expect(health).toMatchObject({ quarantined: 1 });
});

test('a snapshot that cannot be read is put aside too', async () => {
  const { storage } = t.server;
  await storage.append(t.workspace.id, t.name, updateSetting('price', 'Price'));
  await storage.compact(t.name, () => new Uint8Array([1, 2, 255, 255, 255]));
  await storage.append(t.workspace.id, t.name, updateSetting('speed', 'Speed'));
  expect(await t.readsNow()).toEqual({ speed: 'Speed' });
  expect(await storage.quarantined()).toBe(1);
});

test('when loading fails the client is turned away and may try again; the server stays up', async () => {
  await t.server.storage.append(t.workspace.id, t.name, updateSetting('price', 'Price'));
  t.failing.add('load');
  const member = await t.raw(t.workspace.member);
  expect(await member.waitFor('permissionDenied')).toEqual({ kind: 'permissionDenied', reason: 'failed' });
  expect(t.server.faults).toMatchObject([{ hook: 'load', document: t.name }]);
  t.failing.clear();
  expect(await t.readsNow()).toEqual({ price: 'Price' });
});
