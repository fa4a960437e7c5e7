import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { makeMemoryWaves } from '#core/browser/waves/index.ts';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import { because, cover, transcriptHead } from '#core/notes/index.ts';
import type { FactsStore } from '#core/ports/facts.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { type CycleEntry, cycleEntry, interviewEntry, rosterEntry } from '#core/sample/index.ts';
import { competitor, driverText, sighting, theme } from '#core/themes/index.ts';
import type { AppState } from './deps.ts';
import { removeInvented } from './invented.ts';
import { presentOf } from './inventedMark.ts';

const chance = seededChance('invented');

/** One invented cycle with a person and an interview, one of your own, and themes of both. */
async function workspaceWithBoth() {
  const replica = new MemoryReplica(memoryWorld());
  const workspace = newId<'workspace'>(chance);
  const session = { workspace, member: newId<'member'>(chance), memberName: '' };
  const [theirs, mine] = [newId<'cycle'>(chance), newId<'cycle'>(chance)];
  const interview = newId<'interview'>(chance);
  const root = docName(workspace, 'workspace');
  const codebook = docName(workspace, 'codebook');
  const theirDoc = docName(workspace, 'cycle', theirs);
  const entries: CycleEntry[] = [
    { id: theirs, name: 'Q4', startsOn: '2026-10-01', sample: true },
    { id: mine, name: 'Q3', startsOn: '2026-07-01', sample: false },
  ];
  const named = (name: string, sample: boolean) => ({ name, category: 'product' as const, sample });
  await replica.apply(
    [
      ...entries.map(({ id, ...fields }) => cycleEntry.put(root, id, fields)),
      rosterEntry.put(theirDoc, 'p1', { name: 'Ines', sample: true }),
      interviewEntry.put(theirDoc, interview, { person: 'p1', sample: true }),
      theme.put(codebook, 'unused', named('speed', true)),
      theme.put(codebook, 'used', named('export', true)),
      theme.put(codebook, 'own', named('price', false)),
    ],
    { who: session.member, why: 'test' },
  );
  const state: AppState = {
    cycles: signal(entries),
    cycle: signal<string>(theirs),
    waves: signal([]),
    save: signal(replica.save),
    sync: signal({ kind: 'alone' }),
  };
  const facts = {
    ofCycle: async (cycle: string) =>
      cycle === mine ? [{ mentions: [{ theme: 'used' }], rivals: [{ competitor: 'ours' }] }] : [],
  } as unknown as FactsStore;
  const lookup = { byEmail: async () => null, add: async () => true, remove: async () => {} };
  const needs = { replica, waves: makeMemoryWaves().waves, lookup, facts, session, state };
  return { needs, root, codebook, theirDoc, mine, interviewDoc: docName(workspace, 'interview', interview) };
}

test('it is present while a cycle or a wave of it is', async () => {
  const { needs } = await workspaceWithBoth();
  const present = presentOf(needs.state);
  expect(present.value).toBe('Quillon');
  needs.state.cycles.value = needs.state.cycles.value.filter((c) => !c.sample);
  expect(present.value).toBe('');
});

test('removing takes all of it and none of yours', async () => {
  const { needs, root, mine, theirDoc, interviewDoc } = await workspaceWithBoth();
  await removeInvented(needs);
  const doc = await needs.replica.open(root);
  expect([...doc.read(cycleEntry.collection).keys()]).toEqual([mine]);
  const left = await needs.replica.list(`${needs.session.workspace}/`);
  expect(left).not.toContain(theirDoc);
  expect(left).not.toContain(interviewDoc);
});

test('with a server its documents stay, and hold nothing any more', async () => {
  const { needs, theirDoc, interviewDoc } = await workspaceWithBoth();
  needs.state.sync.value = { kind: 'upToDate', at: 0 };
  const transcript = docName(needs.session.workspace, 'transcript', interviewDoc.split('/')[2] ?? '');
  const by = { who: needs.session.member, why: 'test' };
  await needs.replica.apply(
    [
      cover.put(interviewDoc, 'c', { note: 'n', theme: 't', part: 'episode', is: 'known', by: 'm' }),
      because.put(interviewDoc, 'b', { theme: 't', root: 'u', by: 'm' }),
      driverText.put(theirDoc, 'd', { theme: 't', text: 'Why it matters.' }),
      transcriptHead.put(transcript, 'x', { name: 'call.vtt' }),
    ],
    by,
  );
  await removeInvented(needs);
  for (const name of [theirDoc, interviewDoc, transcript]) {
    const doc = await needs.replica.open(name);
    const kinds = [rosterEntry, interviewEntry, cover, because, driverText, transcriptHead];
    expect(kinds.flatMap((kind) => [...doc.read(kind.collection).keys()])).toEqual([]);
    doc.close();
  }
});

test('a theme of it that your own interviews mention becomes yours', async () => {
  const { needs, codebook } = await workspaceWithBoth();
  await removeInvented(needs);
  const themes = (await needs.replica.open(codebook)).read(theme.collection);
  expect([...themes.keys()].sort()).toEqual(['own', 'used']);
  expect(themes.get('used')?.sample).toBe(false);
});

test('so does a competitor of it that they name; how far its customers went goes with them', async () => {
  const { needs, codebook } = await workspaceWithBoth();
  const sample = { sample: true };
  const went = { competitor: 'ours', interview: 'theirs', standing: 'used' } as const;
  await needs.replica.apply(
    [
      ...['ours', 'theirs'].map((id) => competitor.put(codebook, id, { name: id, ...sample })),
      sighting.put(codebook, 'ours:theirs', { ...went, ...sample }),
      sighting.put(codebook, 'ours:mine', { ...went, interview: 'mine' }),
    ],
    { who: needs.session.member, why: 'test' },
  );
  await removeInvented(needs);
  const doc = await needs.replica.open(codebook);
  expect([...doc.read(competitor.collection)]).toMatchObject([['ours', { sample: false }]]);
  expect([...doc.read(sighting.collection).keys()]).toEqual(['ours:mine']);
});
