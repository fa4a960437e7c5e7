import { signal } from '@preact/signals-core';
import { expect, test, vi } from 'vitest';
import { makeMemoryWaves } from '#core/browser/waves/memory.ts';
import { weekEntry, writeWeek } from '#core/cycles/index.ts';
import { docName } from '#core/model/docName.ts';
import { ok } from '#core/model/result.ts';
import type { ListReader } from '#core/ports/lists.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { cycleEntry, rosterEntry } from '#core/sample/index.ts';
import { invitedFigures, type SkewOfValue } from '#core/waves/index.ts';
import { ListsSession } from '#pwa/workers/listsSession.ts';
import { sourceOf } from '#test/fixtures/directImporter.ts';
import { digest, idOf, waveFrom } from '#test/fixtures/waves.ts';
import { skewFinding } from './listWords.ts';
import { makeQuarterModel, type QuarterModel } from './model.ts';
import type { QuarterNeeds } from './needs.ts';
import { finding, lede, nextText, standingText, stepNote } from './words.ts';

const workspace = idOf<'workspace'>('w');
const doc = docName(workspace, 'cycle', idOf('cycle-q4'));
const survey = waveFrom({
  id: 'q4',
  csv: [
    'nps,email,date',
    ...Array.from({ length: 30 }, (_, i) => `${i % 11},p${i}@x.example,2026-10-09`),
    ',p.0@x.example,2026-10-09',
  ].join('\n'),
  columns: { nps: { role: 'score' }, email: { role: 'email' }, date: { role: 'date' } },
});

/** The lists' own session without its worker. */
function directLists(waves: ReturnType<typeof makeMemoryWaves>['waves']): ListReader {
  const session = new ListsSession({ waves, digest, steady: () => performance.now() });
  const quiet = () => {};
  return {
    async open(kind, file) {
      const opened = await session.open(kind, await file.bytes(), file.name, quiet);
      if (!opened.ok) return opened;
      const join = (mapping: typeof opened.value.mapping, ids: readonly ReturnType<typeof idOf<'wave'>>[]) =>
        session.join(mapping, ids, quiet);
      return ok({ kind, ...opened.value, join, close: quiet });
    },
    samePeople: (ids) => session.samePeople(ids, quiet),
  };
}

async function open(today = '2026-10-29T12:00:00') {
  const { waves } = makeMemoryWaves();
  await waves.save(survey);
  const replica = new MemoryReplica(memoryWorld());
  const save = vi.fn();
  const needs: QuarterNeeds = {
    clock: { now: () => Date.parse(today), steady: () => 0 },
    session: { workspace, member: idOf('me'), memberName: 'Ada' },
    replica,
    facts: {
      ofCycle: async () => [],
      ofPerson: async () => [],
      watch: () => () => {},
      whenCaughtUp: async () => {},
    },
    files: { save },
    lists: directLists(waves),
    state: {
      cycles: signal([{ id: 'cycle-q4', name: 'Q4 2026', startsOn: '2026-10-01', sample: false }]),
      cycle: signal('cycle-q4'),
      waves: signal([survey.head]),
      save: signal({ kind: 'saved' }),
      sync: signal({ kind: 'alone' }),
    },
  };
  const model = makeQuarterModel(needs);
  await vi.waitFor(() => expect(model.view.value.kind).toBe('ready'));
  return { model, replica, needs, save };
}

const ready = (model: QuarterModel) => {
  const view = model.view.value;
  if (view.kind !== 'ready') throw new Error(view.kind);
  return view;
};
const said = (model: QuarterModel) => finding(ready(model).calendar, ready(model).facts);

test('the sentence follows the data: answers, then interviews', async () => {
  const { model, replica } = await open();
  expect(said(model)).toBe('Week 5 of 12: 30 answers are in; setting targets is next.');
  expect(nextText(ready(model).calendar.next!)).toEqual({
    strong: 'Still open from week 1: targets set.',
    text: 'Insights lead.',
  });
  await model.tick('targetsSet');
  expect(said(model)).toBe('Week 5 of 12: 30 answers are in; choosing segments is next.');
  const person = (i: number, state: 'held' | 'selected' | 'declined') =>
    rosterEntry.put(doc, `mail:p${i}@x.example`, {
      name: `P ${i}`,
      email: '',
      phone: '',
      role: '',
      accountName: '',
      accountManager: '',
      timeZone: '',
      language: '',
      band: 'passive',
      score: 7,
      comment: '',
      answeredOn: '',
      segments: {},
      wave: 'q4',
      row: i,
      reason: '',
      state,
    });
  const roster = Array.from({ length: 24 }, (_, i) => person(i, i < 9 ? 'held' : 'selected'));
  await replica.apply(roster, { who: idOf('me'), why: 'test' });
  expect(said(model)).toBe(
    'Week 5 of 12: 9 of 24 interviews held; the first half of the interviews is next.',
  );
  expect(lede(ready(model).calendar)).toContain(
    '20 days since the last answer; the plan is not granted yet.',
  );
  const third = ready(model).calendar.weeks[2]!;
  expect(standingText(third, '2026-10-29')).toBe('8 days late');
  // who said no is neither held nor to be held
  await replica.apply([person(23, 'declined'), person(22, 'declined')], { who: idOf('me'), why: 'test' });
  expect(said(model)).toContain('9 of 22 interviews held;');
  const counted = ready(model).calendar.weeks[3]!.standings[0]!;
  expect(counted.reading?.count).toEqual({ have: 9, need: 22 });
});

test('a step is called done by hand, and undo opens it again', async () => {
  const { model } = await open();
  const targets = () => ready(model).calendar.weeks[0]?.standings.find(({ id }) => id === 'targetsSet');
  const done = await model.tick('targetsSet');
  expect(targets()).toMatchObject({ done: true, by: 'hand' });
  expect(stepNote(targets()!, ready(model).facts)).toBe('called done by Ada on 29 October');
  await done?.undo();
  expect(targets()).toMatchObject({ done: false });
  await model.tick('targetsSet');
  const open_ = await model.untick('targetsSet');
  await open_?.undo();
  expect(targets()).toMatchObject({ done: true });
});

test('an owner is named and given back, a note is kept, and what is the same writes nothing', async () => {
  const { model, replica } = await open();
  const week = () => ready(model).calendar.weeks[6]!;
  const named = await model.write(week(), { owner: '  Ines ' });
  await model.write(week(), { note: 'with finance' });
  expect(week()).toMatchObject({ ownerName: 'Ines', note: 'with finance' });
  expect(await model.write(week(), { owner: 'Ines' })).toBeNull();
  await named?.undo();
  expect(week()).toMatchObject({ ownerName: '', note: 'with finance' });
  const stored = await replica.open(doc);
  expect([...stored.read(weekEntry.collection).keys()]).toEqual(['7']);
});

test('a note that somebody else wrote meanwhile stays beside mine, and undo takes only mine back', async () => {
  const { model, replica } = await open();
  const week = () => ready(model).calendar.weeks[6]!;
  await model.write(week(), { note: 'with finance' });
  const theirs = writeWeek(doc, 7, { note: 'on Monday with finance' });
  await replica.apply(theirs, { who: idOf('other'), why: 'test' });
  const done = await model.write(week(), { note: 'with finance, in short', from: 'with finance' });
  expect(week().note).toBe('on Monday with finance, in short');
  await done?.undo();
  expect(week().note).toBe('on Monday with finance');
});

test('two who are called one person count as one who answered both, at once and until it is taken back', async () => {
  const { model } = await open();
  const { pairs } = model.lists;
  await pairs.look();
  const counts = () => (pairs.pairs.value.kind === 'found' ? pairs.pairs.value.counts : null);
  expect(counts()).toMatchObject({ people: 31, bySaid: 0 });
  const [pair] = pairs.pairs.value.kind === 'found' ? pairs.pairs.value.people.possible : [];
  if (!pair) throw new Error('a possible pair');
  await pairs.say(pair, true);
  await vi.waitFor(() => expect(counts()).toMatchObject({ people: 30 }));
  await pairs.say(pair, false);
  await vi.waitFor(() => expect(counts()).toMatchObject({ people: 31 }));
});

test('a list is looked at, kept as figures alone, kept again to no effect, and taken back', async () => {
  const { model, replica } = await open();
  const { lists } = model;
  const lines = Array.from({ length: 60 }, (_, i) => `p${i}@x.example,${i % 2 ? 'Small' : 'Enterprise'}`);
  const file = sourceOf('invited.csv', ['E-mail,Tier', ...lines].join('\n'));
  const review = async () => {
    await lists.open('invited', file);
    const coming = lists.coming.value;
    if (coming.kind !== 'review') throw new Error(coming.kind);
    return coming;
  };
  const first = await review();
  expect(first).toMatchObject({ same: false, outcome: { report: { invited: 60, answered: 30 } } });
  const kept = await lists.keep();
  expect(lists.parts.value?.invited).toMatchObject({ invited: 60, answered: 30, byName: 'Ada', wave: 'q4' });
  const stored = await replica.open(doc);
  const text = JSON.stringify([...stored.read(invitedFigures.collection)]);
  expect(text).not.toContain('@');
  expect(await review()).toMatchObject({ same: true });
  lists.leave();
  await kept?.undo();
  expect(lists.parts.value?.invited).toBeNull();
});

test('a list that is left while it is read leaves nothing behind, and a refusal says why', async () => {
  const { model } = await open();
  const { lists } = model;
  const opening = lists.open('invited', sourceOf('a.csv', 'E-mail\np1@x.example\n'));
  lists.leave();
  await opening;
  expect(lists.coming.value).toEqual({ kind: 'none' });
  await lists.open('renewals', sourceOf('empty.csv', ''));
  expect(lists.coming.value).toMatchObject({ kind: 'refused', text: 'This file is empty.' });
});

test('the first day moves and comes back; the calendar goes as a table', async () => {
  const { model, replica, save } = await open();
  await replica.apply(
    [
      cycleEntry.put(docName(workspace, 'workspace'), 'cycle-q4', {
        name: 'Q4 2026',
        startsOn: '2026-10-01',
      }),
    ],
    { who: idOf('me'), why: 'test' },
  );
  expect(await model.moveStart('never')).toMatchObject({ kind: 'noDay' });
  expect(await model.moveStart('2026-10-01')).toBeNull();
  expect(await model.moveStart('2026-10-05')).toMatchObject({ kind: 'done' });
  const workspaceDoc = await replica.open(docName(workspace, 'workspace'));
  expect(workspaceDoc.read(cycleEntry.collection).get('cycle-q4')).toMatchObject({ startsOn: '2026-10-05' });
  model.downloadCsv();
  const [name, , csv] = save.mock.calls[0] as [string, string, string];
  expect(name).toBe('Q4 2026 calendar.csv');
  expect(csv.split('\r\n')).toHaveLength(14);
  expect(csv).not.toMatch(/undefined|NaN/);
  model.dispose();
});

test('an invitation that leaned is said as too often or too rarely', () => {
  const skew = (invited: number, everybody: number, beyondNoise = true) =>
    skewFinding([
      { dimension: 'Tier', skews: [{ name: 'Small', invited, everybody, beyondNoise } as SkewOfValue] },
    ]);
  expect(skew(0.67, 1)).toBe('Small was invited too rarely: 67% of those invited, 100% of all contacts.');
  expect(skew(0.5, 0.3)).toBe('Small was invited too often: 50% of those invited, 30% of all contacts.');
  expect(skew(0.5, 0.49, false)).toBe('No segment was invited too often or too rarely, beyond noise.');
});
