import { signal } from '@preact/signals-core';
import { expect, test, vi } from 'vitest';
import { type DocName, docName } from '#core/model/docName.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { cycleHead } from '#core/sample/index.ts';
import { idOf } from '#test/fixtures/waves.ts';
import { followCycleDoc, followDoc } from './followDoc.ts';

const workspace = idOf<'workspace'>('w');
const cycleDoc = (id: string) => docName(workspace, 'cycle', idOf(id));
const by = { who: idOf<'member'>('me'), why: 'test' };

/** A replica that counts who holds what. */
function counting() {
  const replica = new MemoryReplica(memoryWorld());
  const held = new Map<DocName, number>();
  const open = async (name: DocName): Promise<OpenDoc> => {
    const doc = await replica.open(name);
    held.set(name, (held.get(name) ?? 0) + 1);
    const close = () => {
      held.set(name, (held.get(name) ?? 0) - 1);
      doc.close();
    };
    return new Proxy(doc, {
      get: (of, key) => {
        const value: unknown = key === 'close' ? close : Reflect.get(of, key);
        return typeof value === 'function' ? value.bind(of) : value;
      },
    });
  };
  const write = (id: string, seed: string) =>
    replica.apply([cycleHead.put(cycleDoc(id), 'head', { seed })], by);
  return { open, write, held: (id: string) => held.get(cycleDoc(id)) ?? 0 };
}

const seedIn = (doc: OpenDoc) => String(doc.read(cycleHead.collection).get('head')?.seed ?? '');

test('the document of the cycle on screen is followed, and the one before let go of', async () => {
  const replica = counting();
  await replica.write('q3', 'three');
  await replica.write('q4', 'four');
  const cycle = signal('q3');
  const into = { value: null as string | null };
  const leave = followCycleDoc({ replica, session: { workspace }, state: { cycle } }, into, seedIn);
  expect(into.value).toBeNull();
  await vi.waitFor(() => expect(into.value).toBe('three'));
  await replica.write('q3', 'changed');
  expect(into.value).toBe('changed');
  cycle.value = 'q4';
  expect(into.value).toBeNull();
  await vi.waitFor(() => expect(into.value).toBe('four'));
  await replica.write('q3', 'unseen');
  expect([into.value, replica.held('q3'), replica.held('q4')]).toEqual(['four', 0, 1]);
  cycle.value = '';
  expect([into.value, replica.held('q4')]).toEqual([null, 0]);
  leave();
});

test('who leaves before it is open hears nothing of it and holds nothing', async () => {
  const replica = counting();
  const read = vi.fn();
  followDoc(replica, cycleDoc('q4'), read)();
  await replica.write('q4', 'four');
  await vi.waitFor(() => expect(replica.held('q4')).toBe(0));
  expect(read).not.toHaveBeenCalled();
});

test('a document that does not open is said', async () => {
  const fail = vi.fn();
  const broken = { open: async () => Promise.reject(new Error('blocked')) };
  followDoc(broken, cycleDoc('q4'), () => {}, fail);
  await vi.waitFor(() => expect(fail).toHaveBeenCalledOnce());
});
