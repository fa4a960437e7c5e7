import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { speak } from '#core/model/language.ts';
import { FromOutside, MemoryReplica } from '#core/replica/index.ts';
import { interview, me, put } from '#test/conformance/replica.ts';
import type { Standing } from './deps.ts';
import { makeTroubles } from './troubles.ts';

let memory: Map<string, string>;
beforeEach(() => {
  memory = new Map();
});
afterEach(() => speak('en'));

/** A window of one browser whose interview is held with Ann. */
async function openWindow(replica = new MemoryReplica()) {
  const troubles = signal<readonly Standing[]>([]);
  const tell = makeTroubles({
    replica,
    troubles,
    memory: { read: (key) => memory.get(key) ?? '', write: (key, text) => void memory.set(key, text) },
  });
  const head = {
    kind: 'put',
    doc: interview,
    collection: 'interview',
    id: 'head',
    fields: { name: 'Ann' },
  } as const;
  await replica.apply([head, put('a', { text: '1' })], me);
  return {
    replica,
    tell,
    lines: () => troubles.value.map(({ text }) => text),
    first: () => troubles.value[0],
  };
}

const unread = (updates: number) => ({ kind: 'quarantined', doc: interview, updates }) as const;

test('what could not be read is said with whom it is about, what is safe and what to do', async () => {
  const { tell, lines } = await openWindow();
  await tell(unread(1));
  expect(lines()).toEqual([
    expect.stringMatching(/^Some changes of the interview with Ann cannot be read.*kept.*backup.*Settings/),
  ]);
  await tell({ ...unread(2), doc: interview.replace('interview/i1', 'codebook') as typeof interview });
  expect(lines()).toEqual([expect.stringContaining('of 2 interviews and other documents')]);
});

test('a registry or surveys that do not answer are said with what to do, unless nothing is stored at all', async () => {
  const { replica, tell, lines } = await openWindow();
  await tell({ kind: 'surveys' });
  await tell({ kind: 'surveys' });
  await tell(unread(1));
  expect(lines()).toEqual([
    expect.stringMatching(/^The surveys .*close other tabs.*reload/),
    expect.stringMatching(/^Some changes/),
  ]);
  replica.failWith('unavailable');
  await replica.apply([put('b', { text: '2' })], me);
  await expect.poll(() => replica.save.kind).toBe('onlyInMemory');
  await tell({ kind: 'workspaces' });
  expect(lines()).toHaveLength(2);
});

test('it is said in German', async () => {
  await speak('de');
  const { tell, lines } = await openWindow();
  await tell(unread(1));
  expect(lines()).toEqual([expect.stringMatching(/^Einige Änderungen am Interview mit Ann lassen sich/)]);
});

test('put away it stays away in every window, until there is more of it', async () => {
  const { tell, lines, first } = await openWindow();
  await tell(unread(1));
  first()?.action.run();
  await expect.poll(lines).toEqual([]);
  const later = await openWindow();
  await later.tell(unread(1));
  expect(later.lines()).toEqual([]);
  await later.tell(unread(2));
  expect(later.lines()).toHaveLength(1);
});

test('changes that wait for a missing one are told of until it comes', async () => {
  const source = new Doc();
  const updates: Uint8Array[] = [];
  source.on('update', (u: Uint8Array) => updates.push(u));
  for (const [id, text] of ['one', 'two'].entries()) source.getMap('note').set(`${id}/text`, text);
  const { replica, tell, lines } = await openWindow();
  const open = await replica.open(interview);
  const gap = { kind: 'gap', doc: interview } as const;
  await tell(gap);
  expect(lines(), 'nothing waits').toEqual([]);
  await replica.merge(interview, updates[1] as Uint8Array, new FromOutside('server'));
  await tell(gap);
  expect(lines()).toHaveLength(1);
  await replica.merge(interview, encodeStateAsUpdate(source), new FromOutside('server'));
  await expect.poll(lines).toEqual([]);
  expect(open.read('note').size).toBe(3);
  open.close();
});
