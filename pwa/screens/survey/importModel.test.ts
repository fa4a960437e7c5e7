import { signal } from '@preact/signals-core';
import { afterEach, expect, test, vi } from 'vitest';
import { makeMemoryWaves } from '#core/browser/waves/index.ts';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import { fail, ok } from '#core/model/result.ts';
import type { ImportProgress } from '#core/ports/importer.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { cycleEntry, cycleHead } from '#core/sample/index.ts';
import { mergeValues, noEdits, renameValue } from '#core/segments/index.ts';
import { needsAnswer, type WaveHead } from '#core/waves/index.ts';
import type { AppState, Deps } from '#pwa/app/deps.ts';
import { directImporter, sourceOf } from '#test/fixtures/directImporter.ts';
import { workbookOf } from '#test/fixtures/workbook.ts';
import { makeImportModel } from './importModel.ts';
import { asCsat, withKept, withMissing, withRole } from './mappingEdits.ts';
import { undoImport } from './undo.ts';
import { words } from './words.ts';

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
  const said: string[] = [];
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
    say: (text: string) => said.push(text),
  } as unknown as Deps;
  return { deps, model: makeImportModel(deps), waves, replica, session, said };
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
  expect(fields).toMatchObject({ name: 'Autumn 2026', startsOn: '2026-10-05', sample: false });
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

test('a name that has a survey is never proposed, and taken only by choice', async () => {
  const { model, deps, waves } = await started();
  const outcome = await model.keep();
  if (!outcome) throw new Error('nothing was kept');
  const { cycle } = outcome.head;
  expect(model.taken.value).toBeNull();
  deps.state.cycles.value = [{ id: cycle, name: 'Q4 2026', startsOn: '2026-10-01', sample: false }];
  deps.state.waves.value = await waves.list();

  await model.take(sourceOf('more.csv', survey.replaceAll('@x.com', '@y.com')));
  await vi.waitUntil(() => model.checked.value.value);
  expect(model.cycleName.value).toBe('Q1 2027');
  expect(model.taken.value).toMatchObject({ name: 'Q4 2026', free: 'Q1 2027', isChosen: false });
  expect(words.keep.holds('Q4 2026', outcome.head)).toBe('Q4 2026 already holds q4.csv (39 answers).');
  model.nameCycle('q4 2026 ');
  expect(model.taken.value).toMatchObject({ name: 'q4 2026', free: 'Q1 2027', isChosen: true });
  model.nameCycle('Q1 2027');
  expect(model.taken.value).toBeNull();
  // a quarter that was begun and has no survey yet is where the next one belongs
  const begun = { id: newId<'cycle'>(chance), name: 'Q1 2027', startsOn: '2027-01-01', sample: false };
  deps.state.cycles.value = [begun, ...deps.state.cycles.value];
  expect(model.taken.value).toBeNull();
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

test('stopped while it is written, the survey can be kept again at once', async () => {
  const again = setUp();
  const real = again.deps.importer;
  opened.push(again.model);
  let hasStopped = false;
  again.deps.importer = {
    async open(file, watch) {
      const found = await real.open(file, watch);
      if (!found.ok) return found;
      const save: typeof found.value.save = async (keeping, watched) => {
        if (hasStopped) return found.value.save(keeping, watched);
        hasStopped = true;
        again.model.cancel();
        return fail({ kind: 'stopped' });
      };
      return ok({ ...found.value, save });
    },
  };
  await again.model.take(sourceOf('q4.csv', survey));
  await vi.waitUntil(() => !again.model.checked.value.running && again.model.checked.value.value);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  expect(await again.model.keep()).toBeNull();
  // Longer than it takes until a change is checked.
  vi.advanceTimersByTime(1_000);
  vi.useRealTimers();
  expect(again.model.phase.value.kind).toBe('mapping');
  expect(again.model.checked.value).toMatchObject({ running: false, fault: '' });
  expect((await again.model.keep())?.kind).toBe('saved');
  expect(await again.waves.list()).toHaveLength(1);
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

test('of several surveys the file is read like the one it is most like, not the newest', async () => {
  const all = await started();
  const same = await kept(all);
  const short = survey.replace('Tier', 'Branch');
  await all.model.take(sourceOf('branches.csv', short.replaceAll('@x.com', '@y.com')));
  const other = await kept(all);
  all.deps.state.waves.value = [other, same];
  await all.model.take(sourceOf('next.csv', survey.replaceAll('@x.com', '@z.com')));
  expect(all.model.carried.value?.from.id).toBe(same.id);
});

test('a file with a 0 to 10 question is not read like a survey of satisfaction', async () => {
  const satisfied = survey.replace('How likely are you to recommend us', 'Satisfaction');
  const all = await started(
    satisfied.replace(/(@x.com,)(\d+)/g, (_, at, n) => `${at}${1 + (Number(n) % 5)}`),
  );
  all.model.change(asCsat(all.model.mapping.value!, 1), 1);
  await vi.waitUntil(() => !all.model.checked.value.running && all.model.checked.value.value);
  expect((await kept(all)).metric).toBe('csat');
  const both = survey.replace('How likely are', 'Satisfaction,How likely are').replace(/@x.com,/g, '$&4,');
  await all.model.take(sourceOf('both.csv', both));
  expect(all.model.carried.value).toBeNull();
});

/** Keeps what is on screen, as a wave that the next file can be read like. */
async function kept({ model, deps, waves }: ReturnType<typeof setUp>): Promise<WaveHead> {
  await vi.waitFor(() => expect(model.checked.value.value).not.toBeNull());
  const outcome = await model.keep();
  deps.state.waves.value = await waves.list();
  if (!outcome) throw new Error('nothing was kept');
  return outcome.head;
}

test('another survey is not read like the last one', async () => {
  const { model, deps, waves } = await started();
  await vi.waitFor(() => expect(model.checked.value.value).not.toBeNull());
  await model.keep();
  deps.state.waves.value = await waves.list();
  await model.take(sourceOf('other.csv', 'Score,Store,Clerk\n9,a,b\n3,c,d'));
  expect(model.carried.value).toBeNull();
});

test('a code that was left as it was is remembered with the wave, and only another one is asked about', async () => {
  const first = await started();
  expect(first.model.asked.value.map(({ key }) => key)).toContain('missing score outside 11');
  const before = first.model.checked.value.value?.histogram;
  const head = await kept(first);
  expect(head.histogram).toEqual(before);
  expect(head.mapping.columns[1]).toMatchObject({ role: 'score', missing: [], kept: ['11'] });
  const { model } = first;
  await model.take(sourceOf('next.csv', survey.replace('p7@', 'p70@')));
  expect(model.carried.value).toMatchObject({ differences: [] });
  expect(model.asked.value).toEqual([]);
  await model.take(sourceOf('codes.csv', survey.replace('p5@x.com,5', 'p5@x.com,99')));
  expect(model.asked.value.map(({ key }) => key)).toEqual(['missing score outside 99']);
});

test('values are compared with those of the wave before, as the team named them', async () => {
  const first = await started();
  await kept(first);
  const { deps, model, replica, session } = first;
  const doc = docName(session.workspace, 'codebook');
  const place = { edits: noEdits(), doc, dimension: 'Tier' };
  const merged = mergeValues(place, ['Small', 'SMB'], 'Small');
  const renamed = renameValue(place, ['Small', 'Enterprise'], 'Enterprise', 'Key accounts');
  if (!merged.ok || !renamed.ok) throw new Error('refused');
  await replica.apply([...merged.value, ...renamed.value], { who: session.member, why: 'test' });
  const differences = async (text: string) => {
    await model.take(sourceOf('next.csv', text));
    return model.carried.value?.differences;
  };
  expect(await differences(survey.replaceAll('Small', 'SMB'))).toEqual([]);
  expect(await differences(survey.replaceAll('Small', 'Micro'))).toEqual([
    { kind: 'valuesChanged', column: 3, added: ['Micro'], gone: ['Small'] },
  ]);
  deps.state.waves.value = [];
  expect(await differences(survey)).toBeUndefined();
});

const bookOf = (sheets: Parameters<typeof workbookOf>[0], name = 'book.xlsx') => {
  const bytes = workbookOf(sheets);
  return { name, size: bytes.length, bytes: async () => bytes };
};
const answersOf = (n: number, from = 0) => [
  ['Email', 'How likely are you to recommend us', 'Tier'],
  ...Array.from({ length: n }, (_, i) => [`p${i}@x.com`, (i + from) % 11, i % 2 ? 'Small' : 'Big']),
];

test('the sheet that is chosen is read, remembered, and read again in the next workbook by its name', async () => {
  const all = await started();
  const { model, waves, said } = all;
  await model.take(bookOf({ Autumn: answersOf(60), Spring: answersOf(30), Only: [['Email', 'Tier']] }));
  expect(model.inspection.value?.sheet?.name).toBe('Autumn');
  expect(model.asked.value[0]).toMatchObject({
    question: { kind: 'whichSheet', sheet: 'Autumn', others: ['Spring', 'Only'] },
  });
  await model.chooseSheet('Only');
  expect(said).toEqual(['This file has a header with 2 columns and not one row below it.']);
  expect(model.inspection.value?.sheet?.name).toBe('Autumn');
  await model.chooseSheet('Spring');
  await vi.waitFor(() => expect(answered(model)).toBe(30));
  expect(model.mapping.value?.sheet).toBe('Spring');
  expect(model.settled.value.has('whichSheet')).toBe(true);
  expect((await kept(all)).mapping.sheet).toBe('Spring');
  expect(await waves.list()).toHaveLength(1);

  await model.take(bookOf({ Autumn: answersOf(60, 3), Spring: answersOf(33, 3) }));
  expect(model.carried.value?.from.mapping.sheet).toBe('Spring');
  expect(model.mapping.value?.sheet).toBe('Spring');
  expect(model.inspection.value?.rows).toBe(33);
  expect(model.asked.value).toEqual([]);
  await model.chooseSheet('Autumn');
  expect(model.carried.value?.from.mapping.sheet).toBe('Spring');
  expect([model.inspection.value?.rows, model.mapping.value?.sheet]).toEqual([60, 'Autumn']);

  await model.take(
    bookOf({
      Winter: answersOf(61),
      Codes: [
        ['Code', 'Meaning'],
        [1, 'Small'],
      ],
    }),
  );
  expect(model.mapping.value?.sheet).toBe('Winter');
  expect(model.asked.value.map(({ key }) => key)).toEqual(['whichSheet']);
});
