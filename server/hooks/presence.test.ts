import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PresenceDesk } from '#core/browser/sync/presence.ts';
import { maxHereLength } from '#core/model/protocol.ts';
import type { Present } from '#core/ports/presence.ts';
import { type RuleTest, ruleTest, until } from '#test/sync/ruleTest.ts';
import type { RawClient } from '#test/sync/testClient.ts';
import { testBrowser, testTab } from '#test/sync/testTab.ts';

let t: RuleTest;
beforeEach(async () => {
  t = await ruleTest();
});
afterEach(() => t.stop());

function say(client: RawClient, text: string): void {
  const encoder = createEncoder();
  writeVarString(encoder, t.name);
  writeVarUint(encoder, 5);
  writeVarString(encoder, text);
  client.bytes(toUint8Array(encoder));
}
const ana = { member: 'ana', name: 'Ana', area: 'experience', typing: false };
const here = (client: RawClient, who: object | null) => say(client, JSON.stringify({ here: who }));
const told = (client: RawClient): unknown[] =>
  client.heard.flatMap((one) => (one.kind === 'stateless' ? [JSON.parse(one.text)] : []));
const lastTold = (client: RawClient) => told(client).at(-1) as { present: Present[] } | undefined;

test('those who say that they are here hear of each other; the server says who only watches, and who is gone', async () => {
  const [member, reader, silent] = [
    await t.raw(t.workspace.member),
    await t.raw(t.workspace.reader),
    await t.raw(t.workspace.member),
  ];
  here(member, ana);
  here(reader, { member: 'mara', name: '<b>Mara</b>', area: '', typing: false, watches: false, key: 'ana' });
  await until('Ana hears of Mara', () => lastTold(member)?.present.length === 1);
  expect(lastTold(member)?.present).toMatchObject([{ member: 'mara', name: '<b>Mara</b>', watches: true }]);
  await until('Mara hears of Ana', () => lastTold(reader)?.present.length === 1);
  expect(lastTold(reader)?.present).toMatchObject([{ ...ana, watches: false }]);
  here(member, { ...ana, typing: true });
  await until('Mara sees Ana type', () => lastTold(reader)?.present[0]?.typing === true);
  reader.close();
  await until('Mara is gone', () => lastTold(member)?.present.length === 0);
  here(member, null);
  await silent.roundTrip();
  expect(told(silent)).toEqual([]);
  expect(await t.logged()).toBe(0);
});

test('however fast a client talks, the others are told of the last it said, a few times', async () => {
  const [loud, quiet] = [await t.raw(t.workspace.member), await t.raw(t.workspace.member)];
  here(quiet, { ...ana, member: 'tom' });
  for (let i = 0; i < 500; i++) here(loud, { ...ana, area: `a${i}` });
  await until('the last is heard', () => lastTold(quiet)?.present[0]?.area === 'a499');
  expect(told(quiet).length).toBeLessThan(50);
});

test.each([
  '{',
  '{"here":7}',
  JSON.stringify({ here: { ...ana, name: 'x'.repeat(81) } }),
  JSON.stringify({ here: ana, pad: 'x'.repeat(maxHereLength) }),
  '{"here":{"__proto__":{"typing":true}}}',
])('what is no short word of presence is not heard: %.40s', async (text) => {
  const [odd, other] = [await t.raw(t.workspace.member), await t.raw(t.workspace.member)];
  say(odd, text);
  here(other, ana);
  await until('there is an answer', () => lastTold(other) !== undefined);
  expect(lastTold(other)).toEqual({ present: [] });
  expect(odd.closed()).toBe(0);
});

test('the link says again who is here after a new connection, and knows nobody without one', async () => {
  const [desks, tabs] = [[new PresenceDesk(), new PresenceDesk()], [] as ReturnType<typeof testTab>[]];
  for (const [i, presence] of desks.entries()) {
    const secret = i === 0 ? t.workspace.member : t.workspace.reader;
    tabs.push(testTab(t.server, testBrowser(t.workspace.id), secret, { presence }));
  }
  const [first, second] = tabs;
  if (!first || !second) throw new Error('no tabs');
  const name = first.name('interview', 'i1');
  const [mine, theirs] = desks.map((desk) => desk.attend(name));
  mine?.say(ana);
  theirs?.say({ ...ana, member: 'mara', name: 'Mara' });
  const docs = await Promise.all(tabs.map((tab) => tab.replica.open(name)));
  await until('they know of each other', () => mine?.others.length === 1 && theirs?.others.length === 1);
  expect(mine?.others).toMatchObject([{ name: 'Mara', watches: true }]);
  second.cable.cut();
  await until('she is gone', () => mine?.others.length === 0 && theirs?.others.length === 0);
  second.cable.mend();
  await until('she is back', () => mine?.others.length === 1 && theirs?.others.length === 1);
  theirs?.leave();
  await until('she left', () => mine?.others.length === 0);
  for (const doc of docs) doc.close();
  for (const tab of tabs) await tab.close();
});
