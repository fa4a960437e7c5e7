import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { Doc } from 'yjs';
import { type RuleTest, ruleTest } from '#test/sync/ruleTest.ts';
import type { RawClient } from '#test/sync/testClient.ts';

let t: RuleTest;
beforeEach(async () => {
  t = await ruleTest();
});
afterEach(() => t.stop());

function sendAwareness(client: RawClient, update: Uint8Array): void {
  const encoder = createEncoder();
  writeVarString(encoder, t.name);
  writeVarUint(encoder, 1);
  writeVarUint8Array(encoder, update);
  client.bytes(toUint8Array(encoder));
}

test('awareness of Yjs reaches nobody, neither those who are there nor those who come', async () => {
  const [odd, other] = [await t.raw(t.workspace.member), await t.raw(t.workspace.member)];
  const awareness = new Awareness(new Doc());
  awareness.setLocalState({ name: 'x'.repeat(100_000) });
  sendAwareness(odd, encodeAwarenessUpdate(awareness, [awareness.clientID]));
  await odd.roundTrip();
  const late = await t.raw(t.workspace.member);
  await late.roundTrip();
  expect([...odd.heard, ...other.heard, ...late.heard].filter((one) => one.kind === 'other')).toEqual([]);
  awareness.destroy();
});

test('bytes that are no awareness end the document for whoever sent them, and the server stays up', async () => {
  const [odd, other] = [await t.raw(t.workspace.member), await t.raw(t.workspace.member)];
  sendAwareness(odd, new Uint8Array([9, 255, 255, 255]));
  await odd.waitFor('closed');
  await other.roundTrip();
  expect(other.closed()).toBe(0);
  expect(await t.readsNow()).toEqual({});
});
