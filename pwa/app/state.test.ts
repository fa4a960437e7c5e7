import { expect, test } from 'vitest';
import { makeMemoryWaves } from '#core/browser/waves/index.ts';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import type { SyncLink } from '#core/ports/sync.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { cycleEntry } from '#core/sample/index.ts';
import { directImporter, sourceOf } from '#test/fixtures/directImporter.ts';
import { makeState } from './state.ts';

const chance = seededChance('state');
const survey = 'Email,How likely are you to recommend us,Date\na@x.com,9,2026-10-12\nb@x.com,3,2026-10-13';
const alone: SyncLink = { state: { kind: 'alone' }, watch: () => () => {} };

/** A device on which a wave was written and nothing after it. */
async function afterTheKill(cycleName: string) {
  const { waves } = makeMemoryWaves();
  const opened = await directImporter(waves).open(sourceOf('q4.csv', survey));
  if (!opened.ok) throw new Error('the survey is not read');
  const cycle = newId<'cycle'>(chance);
  const { mapping } = opened.value.inspection;
  await opened.value.save({ mapping, cycle, cycleName });
  const replica = new MemoryReplica(memoryWorld());
  const session = { workspace: newId<'workspace'>(chance), member: newId<'member'>(chance), memberName: '' };
  const list = docName(session.workspace, 'workspace');
  const enter = (id: string, name: string, startsOn: string) =>
    replica.apply([cycleEntry.put(list, id, { name, startsOn, sample: false })], {
      who: session.member,
      why: 'test',
    });
  const start = (lastSeen = '') =>
    makeState({
      replica,
      waves,
      session,
      sync: alone,
      remembered: { read: () => lastSeen, write: () => {} },
      tell: () => {},
    });
  return { cycle, enter, start };
}

test('a wave whose cycle was not entered before a kill gets its cycle back', async () => {
  const { cycle, enter, start } = await afterTheKill('Autumn');
  const state = await start();
  expect(state.cycles.value).toMatchObject([{ id: cycle, name: 'Autumn', startsOn: '2026-10-12' }]);
  expect(state.cycle.value).toBe(cycle);
  await enter(cycle, 'Autumn, renamed', '2026-09-01');
  expect(state.cycles.value).toMatchObject([{ id: cycle, name: 'Autumn, renamed', startsOn: '2026-09-01' }]);
});

test('a wave that is just being written lists no cycle until its entry is there', async () => {
  const { waves } = makeMemoryWaves();
  const session = { workspace: newId<'workspace'>(chance), member: newId<'member'>(chance), memberName: '' };
  const state = await makeState({
    replica: new MemoryReplica(memoryWorld()),
    waves,
    session,
    sync: alone,
    remembered: { read: () => '', write: () => {} },
    tell: () => {},
  });
  const opened = await directImporter(waves).open(sourceOf('q4.csv', survey));
  if (!opened.ok) throw new Error('the survey is not read');
  const { mapping } = opened.value.inspection;
  await opened.value.save({ mapping, cycle: newId<'cycle'>(chance), cycleName: 'Autumn' });
  await expect.poll(() => state.waves.value.length).toBe(1);
  expect(state.cycles.value).toEqual([]);
});

test('a cycle that only a wave knows of stays on screen over a start, among newer ones', async () => {
  const { cycle, enter, start } = await afterTheKill('Q2 2025');
  const newer = newId<'cycle'>(chance);
  await enter(newer, 'Q4 2026', '2026-10-01');
  expect((await start()).cycle.value).toBe(newer);
  const again = await start(cycle);
  expect(again.cycle.value).toBe(cycle);
  expect(again.cycles.value.map((c) => c.name)).toEqual(['Q4 2026', 'Q2 2025']);
});

test('surveys that cannot be listed are told of and do not stand in the way of the start', async () => {
  const { waves } = makeMemoryWaves();
  const session = { workspace: newId<'workspace'>(chance), member: newId<'member'>(chance), memberName: '' };
  const replica = new MemoryReplica(memoryWorld());
  const entry = { name: 'Autumn', startsOn: '2026-10-12', sample: false };
  await replica.apply([cycleEntry.put(docName(session.workspace, 'workspace'), 'q4', entry)], {
    who: session.member,
    why: 'test',
  });
  const told: unknown[] = [];
  const state = await makeState({
    replica,
    waves: { ...waves, list: () => Promise.reject(new DOMException('no', 'UnknownError')) },
    session,
    sync: alone,
    remembered: { read: () => '', write: () => {} },
    tell: (trouble) => told.push(trouble),
  });
  expect(state.cycles.value).toMatchObject([{ id: 'q4' }]);
  expect(state.waves.value).toEqual([]);
  expect(told[0]).toEqual({ kind: 'surveys' });
});
