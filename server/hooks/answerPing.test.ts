import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ping } from '#core/model/protocol.ts';
import { type RuleTest, ruleTest } from '#test/sync/ruleTest.ts';
import { following } from './guard.ts';

let t: RuleTest;
beforeEach(async () => {
  t = await ruleTest();
});
afterEach(() => t.stop());

function stateless(text: string): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, t.name);
  writeVarUint(encoder, 5);
  writeVarString(encoder, text);
  return toUint8Array(encoder);
}

test('a sign of life is answered; other words are not', async () => {
  const reader = await t.raw(t.workspace.reader);
  reader.bytes(stateless('who is there'));
  reader.bytes(stateless(ping));
  expect(await reader.waitFor('stateless')).toEqual({ kind: 'stateless', text: 'pong' });
  expect(reader.heard.filter((one) => one.kind === 'stateless')).toHaveLength(1);
});

test('what a following hook throws is reported and goes no further', async () => {
  const faults: unknown[] = [];
  const hook = following(
    'answerPing',
    (fault) => faults.push(fault),
    async () => {
      throw new Error('broken');
    },
  );
  await hook({ documentName: 'w/codebook' });
  expect(faults).toMatchObject([{ hook: 'answerPing', document: 'w/codebook' }]);
});
