import { signal } from '@preact/signals-core';
import { afterEach, expect, test, vi } from 'vitest';
import { makeMemoryWaves } from '#core/browser/waves/index.ts';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import type { ImportProgress } from '#core/ports/importer.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { cycleEntry, cycleHead } from '#core/sample/index.ts';
import { needsAnswer, type WaveHead } from '#core/waves/index.ts';
import type { AppState, Deps } from '#pwa/app/deps.ts';
import { directImporter, sourceOf } from '#test/fixtures/directImporter.ts';
import { makeImportModel } from './importModel.ts';
import { withKept, withMissing, withRole } from './mappingEdits.ts';
import { undoImport } from './undo.ts';

const chance = seededChance('survey screen');
const survey = [
  'Email,How likely are you to recommend us,Date,Tier',
  ...Array.from(
    { length: 40 },
    (_, i) =>
      `p${i}@x.com,${i === 3 ? 11 : i % 11},2026-10-${10 + (i % 9)},${i % 2 ? 'Small' : 'Enterprise'}`,
  ),
  'late@x.com,ten,2026-10-12,Small',
].join('\n');

/** A workspace of its own; only what the model touches is real. */
function setUp() {
  const waves = makeMemoryWaves().waves;
  const replica = new MemoryReplica(memoryWorld());
  const session = { workspace: newId<'workspace'>(chance), member: newId<'member'>(chance), memberName: '' };
  const state: AppState = {
    cycles: signal([]),
    cycle: signal(''),
    waves: signal<readonly WaveHead[]>([]),
    save: signal(replica.save),
    sync: signal({ kind: 'alone' }),
  };
  const clock = { now: () => Date.UTC(2026, 10, 22), steady: () => 0 };
  const lookup = { byEmail: async () => null, add: async () => true, remove: async () => {} };
  const deps = {
    waves,
    replica,
    session,
    state,
    clock,
    chance,
    lookup,
    importer: directImporter(waves),
  } as unknown as Deps;
  return { deps, model: makeImportModel(deps), waves, replica, session };
}

const opened: { dispose(): void }[] = [];
afterEach(() => {
  for (const model of opened.splice(0)) model.dispose();
});
const started = async (text = survey) => {
  const all = setUp();
  opened.push(all.model);
  await all.model.take(sourceOf('q4.csv', text));
  if (all.model.phase.value.kind === 'mapping')
    await vi.waitUntil(() => {
      const { running, value, fault } = all.model.checked.value;
      return !running && (value || fault);
    });
  return all;
};
const answered = (model: ReturnType<typeof setUp>['model']) => model.checked.value.value?.answers;

test('a file is read and counted before anything is kept', async () => {
  const { model, waves } = await started();
  expect(model.phase.value).toEqual({ kind: 'mapping' });
  expect(answered(model)).toBe(39);
  expect(model.checked.value.value?.rejectedRows.map((r) => [r.value, r.reason])).toEqual([
    ['11', 'outOfRange'],
    ['ten', 'notAWholeNumber'],
  ]);
  expect(model.cycleName.value).toBe('Q4 2026');
  expect(await waves.list()).toEqual([]);
});

test('stating that 11 means "no answer" turns a rejected row into a non-response', async () => {
  const { model } = await started();
  const mapping = model.mapping.value;
  const at = mapping?.columns.findIndex((c) => c.role === 'score') ?? -1;
  if (mapping) model.change(withMissing(mapping, [at], '11', true), at);
  await vi.waitUntil(() => model.checked.value.value?.nonResponses === 1);
  expect(model.checked.value.value?.rejected).toBe(1);
});

test('keeping makes the wave and, by its name, the cycle', async () => {
  const { model, replica, session, waves } = await started();
  model.nameCycle('Autumn 2026');
  const outcome = await model.keep();
  expect(outcome?.kind).toBe('saved');
  const [head] = await waves.list();
  expect(head?.cycleName).toBe('Autumn 2026');
  const workspace = await replica.open(docName(session.workspace, 'workspace'));
  const [[id, fields] = ['', {}]] = workspace.read(cycleEntry.collection);
  expect(id).toBe(head?.cycle);
  expect(fields).toMatchObject({ name: 'Autumn 2026', startsOn: '2026-10-01', sample: false });
  const cycle = await replica.open(docName(session.workspace, 'cycle', head?.cycle));
  expect(cycle.read(cycleHead.collection).get('head')).toMatchObject({ name: 'Autumn 2026' });
});

test('"kept" is said only once the cycle is on disk too', async () => {
  const { model, replica } = await started();
  const onDisk = Promise.withResolvers<void>();
  const open = replica.open.bind(replica);
  let asked = 0;
  replica.open = async (name) => {
    const doc = await open(name);
    const whenSaved = doc.whenSaved.bind(doc);
    doc.whenSaved = async () => {
      asked++;
      await onDisk.promise;
      return whenSaved();
    };
    return doc;
  };
  let kept = false;
  const keeping = model.keep().then(() => {
    kept = true;
  });
  await vi.waitUntil(() => asked === 2);
  expect(kept).toBe(false);
  expect(model.phase.value.kind).toBe('saving');
  onDisk.resolve();
  await keeping;
  expect(kept).toBe(true);
});

test('a name that is there already adds to that cycle', async () => {
  const { model, deps, waves } = await started();
  const id = newId<'cycle'>(chance);
  deps.state.cycles.value = [{ id, name: 'Q4 2026', startsOn: '2026-10-01', sample: false }];
  model.nameCycle(' q4 2026 ');
  await model.keep();
  expect((await waves.list())[0]?.cycle).toBe(id);
});

test('the same file twice changes nothing and says so', async () => {
  const { model, waves } = await started();
  await model.keep();
  await model.take(sourceOf('copy.csv', survey));
  await vi.waitUntil(() => model.checked.value.value);
  expect((await model.keep())?.kind).toBe('already');
  expect(await waves.list()).toHaveLength(1);
});

test('an import taken back leaves neither wave nor cycle', async () => {
  const { model, deps, waves, replica, session } = await started();
  const outcome = await model.keep();
  if (outcome) await undoImport(deps, outcome.head);
  expect(await waves.list()).toEqual([]);
  const workspace = await replica.open(docName(session.workspace, 'workspace'));
  expect(workspace.read(cycleEntry.collection).size).toBe(0);
});

test('what is reported after the user stopped it does not bring the step back', async () => {
  const { deps, model } = setUp();
  opened.push(model);
  let late: ((progress: ImportProgress) => void) | undefined;
  deps.importer = {
    open(_, watch) {
      late = watch?.onProgress;
      return new Promise(() => {});
    },
  };
  void model.take(sourceOf('long.csv', survey));
  expect(model.phase.value.kind).toBe('reading');
  model.cancel();
  late?.({ step: 'reading', unit: 'bytes', done: 1, all: 2 });
  expect(model.phase.value.kind).toBe('waiting');
});

test.each([
  ['an empty file', ''],
  ['a header only', 'Email,Score\n'],
  ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000'],
])('%s is one sentence, and nothing is open', async (_, text) => {
  const { model } = await started(text);
  const phase = model.phase.value;
  expect(phase.kind).toBe('waiting');
  expect(phase.kind === 'waiting' && phase.fault).toMatch(/^[A-Z].*\.$/);
});

test('without a score column the mapping says so and keeps nothing', async () => {
  const { model, waves } = await started();
  const mapping = model.mapping.value;
  const at = mapping?.columns.findIndex((c) => c.role === 'score') ?? -1;
  if (mapping) model.change(withRole(mapping, at, 'ignore'), at);
  await vi.waitUntil(() => model.checked.value.fault !== '');
  expect(await model.keep()).toBeNull();
  expect(await waves.list()).toEqual([]);
});

test('a file without a column that could be the score says what the nearest holds, until one is chosen by hand', async () => {
  const { model, waves } = await started('rating,x\n21,3\n60,4\n44,1\n');
  await vi.waitFor(() =>
    expect(model.checked.value.fault).toBe(
      'No column could be the 0 to 10 score: the nearest, “rating”, holds 21 to 60.',
    ),
  );
  expect(model.checked.value.value).toBeNull();
  expect(await model.keep()).toBeNull();
  expect(await waves.list()).toEqual([]);
  const mapping = model.mapping.value;
  if (!mapping) throw new Error('the file is open');
  model.change(withRole(mapping, 1, 'score'));
  await vi.waitFor(() => expect(model.checked.value).toMatchObject({ fault: '', value: { answers: 3 } }));
});

test('the next wave is read like the last one, and asks only about what changed', async () => {
  const first = await started();
  await vi.waitFor(() => expect(first.model.checked.value.value).not.toBeNull());
  const [code] = first.model.asked.value.filter((a) => a.kind === 'missing');
  if (code?.kind !== 'missing') throw new Error('11 is a code to ask about');
  first.model.change(
    withKept(withMissing(first.model.mapping.value!, code.columns, code.value, true), [3], 'x'),
  );
  await first.model.keep();
  first.deps.state.waves.value = await first.waves.list();

  const drifted = survey.replace(/^.*$/m, ' EMAIL,*How likely are you to recommend us?,Date,Tier ,Region');
  const next = drifted.replace(/^(?! EMAIL)(.*)$/gm, '$1,North');
  const { model } = first;
  await model.take(sourceOf('next.csv', next));
  expect(model.carried.value?.from.cycleName).toBe('Q4 2026');
  expect(model.mapping.value?.columns[1]).toMatchObject({ role: 'score', missing: ['11'] });
  expect(model.carried.value?.differences.filter(needsAnswer)).toEqual([
    { kind: 'new', column: 4, role: model.mapping.value?.columns[4]?.role },
  ]);
  expect(model.asked.value.filter((a) => a.kind === 'missing')).toEqual([]);
  model.startAfresh();
  expect(model.carried.value).toBeNull();
  expect(model.mapping.value?.columns[1]?.missing).toEqual([]);
  expect(model.asked.value.some((a) => a.kind === 'missing')).toBe(true);
});

test('another survey is not read like the last one', async () => {
  const { model, deps, waves } = await started();
  await vi.waitFor(() => expect(model.checked.value.value).not.toBeNull());
  await model.keep();
  deps.state.waves.value = await waves.list();
  await model.take(sourceOf('other.csv', 'Score,Store,Clerk\n9,a,b\n3,c,d'));
  expect(model.carried.value).toBeNull();
});
