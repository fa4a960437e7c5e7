import { expect, test } from 'vitest';
import { interview, me, put, replicaConformance } from '#test/conformance/replica.ts';
import { MemoryReplica, memoryWorld } from './memory.ts';

replicaConformance('memory', async () => {
  const world = memoryWorld();
  return { open: async () => new MemoryReplica(world) };
});

test('a memory replica can pretend that the disk fails, and mends', async () => {
  const replica = new MemoryReplica();
  const doc = await replica.open(interview);
  replica.failWith('quota');
  await replica.apply([put('a', { text: 'x' })], me);
  expect(await doc.whenSaved()).toEqual({ kind: 'onlyInMemory', waiting: 1, why: 'quota' });
  expect(replica.save).toEqual({ kind: 'onlyInMemory', waiting: 1, why: 'quota' });
  replica.failWith(null);
  expect(doc.save).toEqual({ kind: 'saved' });
});
