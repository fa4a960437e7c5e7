import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultGuide, everyone, guideFile, questionsFor } from '#core/guide/index.ts';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { type CycleEntry, type RosterEntry, rosterEntry } from '#core/sample/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { wavesReading } from '#test/fixtures/columns.ts';
import { rosterPerson } from '#test/fixtures/roster.ts';
import { idOf } from '#test/fixtures/waves.ts';
import { fileFaultText, problemText } from './faultWords.ts';
import type { GuideNeeds } from './guideModel.ts';
import { makeGuideModel } from './model.ts';
import { changesText, finding, whomText } from './words.ts';

const workspace = idOf<'workspace'>('w');
const cycleDoc = docName(workspace, 'cycle', 'q4');

const made: { dispose(): void }[] = [];
/** What the browser keeps for one window over a reload. */
const ofWindow = new Map<string, string>();
beforeEach(() => {
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => ofWindow.get(name) ?? null,
    setItem: (name: string, text: string) => ofWindow.set(name, text),
    removeItem: (name: string) => ofWindow.delete(name),
  });
});
afterEach(() => {
  for (const model of made.splice(0)) model.dispose();
  ofWindow.clear();
  vi.unstubAllGlobals();
});

/** Drafts of one device: a model made again finds what the one before left. */
function memoryDrafts() {
  const lines = new Map<string, string>();
  const refused = new Set<string>();
  let fails = false;
  return {
    lines,
    failWith(now: boolean) {
      fails = now;
    },
    store: {
      read: async (key: string) => lines.get(key) ?? '',
      write: async (key: string, line: string) => {
        if (fails) refused.add(key);
        else lines.set(key, line);
        return !fails;
      },
      whenKept: (key: string) => (refused.has(key) ? new Promise<void>(() => {}) : Promise.resolve()),
    },
  };
}

interface World {
  disk?: ReturnType<typeof memoryWorld>;
  drafts?: ReturnType<typeof memoryDrafts>;
  roster?: readonly RosterEntry[];
  /** Of the survey, as it is read now; none where left out. */
  responses?: Parameters<typeof wavesReading>[0];
  name?: string;
  seed?: string;
}

async function open(world: World = {}) {
  const { disk = memoryWorld(), drafts = memoryDrafts(), roster = [], name = 'Ann', seed = 'guide' } = world;
  const replica = new MemoryReplica(disk);
  const member = idOf<'member'>('m');
  for (const entry of roster)
    await replica.apply([rosterEntry.put(cycleDoc, entry.id, { ...entry })], { who: member, why: 'test' });
  const saved: { name: string; content: string }[] = [];
  const deps: GuideNeeds = {
    replica,
    waves: wavesReading(world.responses ?? null),
    drafts: drafts.store,
    chance: seededChance(seed),
    clock: { now: () => 1_000, steady: () => 0 },
    session: { workspace, member, memberName: name },
    counter: { map: () => new Promise(() => {}), cross: () => new Promise(() => {}) },
    files: { save: (file, _type, content) => void saved.push({ name: file, content: String(content) }) },
    state: {
      cycles: signal<readonly CycleEntry[]>([
        { id: 'q4', name: 'Q4 2026', startsOn: '2026-10-01', sample: false },
      ]),
      cycle: signal('q4'),
      waves: signal<readonly WaveHead[]>([]),
      save: signal({ kind: 'saved' }),
      sync: signal({ kind: 'alone' }),
    },
  };
  const model = makeGuideModel(deps);
  made.push(model);
  await vi.waitFor(() => expect(model.view.value.kind).toBe('ready'));
  await vi.waitFor(() => expect(model.cycle.ground.value).not.toBeNull());
  const view = () => {
    const now = model.view.value;
    if (now.kind !== 'ready') throw new Error(now.kind);
    return now;
  };
  const textOf = (id: string) => view().content.questions.find((q) => q.id === id)?.text;
  return { model, view, textOf, saved, replica, disk, drafts, deps };
}

describe('unsaved edits', () => {
  test('survive a crash with every change, and are thrown away only on purpose', async () => {
    const first = await open();
    first.model.change('score-reason', { text: 'What now?' });
    first.model.dispose();
    const again = await open({ disk: first.disk, drafts: first.drafts });
    await vi.waitFor(() => expect(again.textOf('score-reason')).toBe('What now?'));
    expect(again.view().changes).toMatchObject({ changed: ['score-reason'] });

    again.model.throwAway();
    expect(again.view().changes).toBeNull();
    again.model.undo();
    expect(again.textOf('score-reason')).toBe('What now?');
    again.model.redo();
    await vi.waitFor(() => expect(first.drafts.lines.get('guide-default')).toBe(''));
  });

  test('outlive a reload in the very moment of typing, and are not brought back once they were thrown away', async () => {
    const first = await open();
    first.model.change('score-reason', { text: 'What n' });
    await vi.waitFor(() => expect(first.drafts.lines.get('guide-default')).toContain('What n'));
    // The reload comes before the disk has the rest.
    first.drafts.failWith(true);
    first.model.change('score-reason', { text: 'What now?' });
    first.model.park();
    first.model.dispose();
    first.drafts.failWith(false);
    const again = await open({ disk: first.disk, drafts: first.drafts });
    await vi.waitFor(() => expect(again.textOf('score-reason')).toBe('What now?'));
    await vi.waitFor(() => expect(first.drafts.lines.get('guide-default')).toContain('What now?'));

    again.model.park();
    again.model.throwAway();
    await vi.waitFor(() => expect(first.drafts.lines.get('guide-default')).toBe(''));
    again.model.dispose();
    const third = await open({ disk: first.disk, drafts: first.drafts });
    expect(third.view().changes).toBeNull();
  });

  test('typing in one field is one step back; other edits are steps of their own', async () => {
    const { model, textOf, view } = await open();
    for (const text of ['W', 'Wh', 'Who?']) model.change('score-reason', { text });
    model.move('score-reason', 1);
    model.remove('score-balance');
    expect(view().changes).toMatchObject({ removed: ['score-balance'], moved: true });
    model.undo();
    model.undo();
    expect([textOf('score-reason'), view().changes?.moved]).toEqual(['Who?', false]);
    model.undo();
    expect([view().changes, model.canUndo.value, model.canRedo.value]).toEqual([null, false, true]);
    model.redo();
    expect(textOf('score-reason')).toBe('Who?');
  });

  test('an edit made back by hand is no edit', async () => {
    const { model, view, textOf } = await open();
    const before = textOf('score-reason') ?? '';
    model.change('score-reason', { text: 'x' });
    model.change('score-reason', { text: before });
    expect(view().changes).toBeNull();
  });

  test('what the disk refuses is said until it is there', async () => {
    const { model, drafts } = await open();
    drafts.failWith(true);
    model.change('score-reason', { text: 'x' });
    await vi.waitFor(() => expect(model.kept.value).toBe(false));
    drafts.failWith(false);
    model.change('score-reason', { text: 'xy' });
    await vi.waitFor(() => expect(model.kept.value).toBe(true));
  });

  test('a text pasted in is kept however long it is, with all else that is unsaved', async () => {
    const first = await open();
    const long = 'x'.repeat(20_000);
    first.model.change('score-reason', { text: long });
    first.model.changeHead({ name: long, language: 'en-GB' });
    first.model.dispose();
    const { view, textOf, model } = await open({ disk: first.disk, drafts: first.drafts });
    expect([view().content.name, textOf('score-reason'), view().content.language]).toEqual([
      long,
      long,
      'en-GB',
    ]);
    await model.save();
    expect(view().problems.map(({ kind }) => kind)).toEqual(['longName', 'longText']);
  });

  test.each(['{', 'null', '{"basedOn":1,"content":{}}', '"x"'])(
    'a broken draft %s is no draft',
    async (line) => {
      const drafts = memoryDrafts();
      drafts.lines.set('guide-default', line);
      const { view } = await open({ drafts });
      expect(view().changes).toBeNull();
    },
  );
});

describe('two windows on one guide', () => {
  /** Another window of the same device. */
  const beside = (of: Awaited<ReturnType<typeof open>>) => {
    ofWindow.clear();
    return open({ disk: of.disk, drafts: of.drafts, seed: `beside ${made.length}` });
  };

  test('keep an edit each, whoever types or throws away; both are told', async () => {
    const mine = await open();
    mine.model.change('score-reason', { text: 'Mine?' });
    const other = await beside(mine);
    expect(other.view().changes).toBeNull();
    await vi.waitFor(() => expect(other.model.others.value).toEqual({ left: 0, open: 1 }));
    other.model.changeHead({ name: 'Ours' });
    expect([...mine.drafts.lines.keys()]).toEqual(['guide-default', 'guide-default~2']);
    expect(mine.model.others.value).toEqual({ left: 0, open: 0 });
    await mine.model.look();
    expect(mine.model.others.value).toEqual({ left: 0, open: 1 });
    other.model.throwAway();
    await mine.model.look();
    expect(mine.model.others.value).toEqual({ left: 0, open: 0 });
    expect(mine.textOf('score-reason')).toBe('Mine?');
    expect(mine.drafts.lines.get('guide-default')).toContain('Mine?');
    expect(mine.drafts.lines.get('guide-default~2')).toBe('');
  });

  test('what a closed window left is offered, and the edits on screen stay where they are', async () => {
    const mine = await open();
    mine.model.change('score-reason', { text: 'Mine?' });
    const text = mine.drafts.lines.get('guide-default') ?? '';
    mine.drafts.lines.set('guide-default~8', text.replace('Mine?', 'Moved aside?'));
    mine.model.dispose();
    const again = await open({ disk: mine.disk, drafts: mine.drafts });
    expect(again.textOf('score-reason')).toBe('Mine?');
    await vi.waitFor(() => expect(again.model.others.value).toEqual({ left: 1, open: 0 }));
    await again.model.takeLeft();
    expect([again.textOf('score-reason'), again.model.canUndo.value]).toEqual(['Moved aside?', false]);
    await vi.waitFor(() => expect(again.model.others.value.left).toBe(1));
    again.model.throwAway();
    expect(again.drafts.lines.get('guide-default~8')).toBe('');
    await again.model.takeLeft();
    expect(again.textOf('score-reason')).toBe('Mine?');
    await vi.waitFor(() => expect(again.model.others.value.left).toBe(0));
  });

  test('a window that is opened where nobody edits any more goes on with what is there', async () => {
    const mine = await open();
    mine.model.change('score-reason', { text: 'Mine?' });
    mine.model.dispose();
    expect((await beside(mine)).textOf('score-reason')).toBe('Mine?');
  });

  test('edits of one guide stay with it while another one is opened', async () => {
    const { model, textOf, view, drafts } = await open();
    const showing = model.show('default-de');
    model.change('score-reason', { text: 'Late?' });
    await showing;
    expect([view().guide.family, view().changes]).toEqual(['default-de', null]);
    expect(drafts.lines.get('guide-default')).toContain('Late?');
    await model.show('default');
    expect(textOf('score-reason')).toBe('Late?');
  });
});

describe('saving', () => {
  test('makes the next version with who and when, and leaves nothing unsaved', async () => {
    const { model, view, textOf, drafts } = await open();
    model.change('score-reason', { text: 'What now?' });
    expect(await model.save()).toMatchObject({ kind: 'saved', version: 3, state: { kind: 'saved' } });
    await vi.waitFor(() => expect(view().guide.current.version).toBe(3));
    expect(view().guide.current).toMatchObject({ byName: 'Ann', at: 1000, basedOn: 'default.2' });
    expect([view().changes, textOf('score-reason'), drafts.lines.get('guide-default')]).toEqual([
      null,
      'What now?',
      '',
    ]);
  });

  test('is refused with every problem, each leading to its question', async () => {
    const { model, view } = await open();
    model.add('priorities');
    model.changeHead({ name: '' });
    expect(view().problems).toEqual([]);
    expect(await model.save()).toEqual({ kind: 'refused' });
    expect(view().problems.map(problemText)).toEqual([
      'The guide has no name. Give it one.',
      'Improvement priorities, question 8: has no words yet. Write it, or remove it.',
    ]);
    model.changeHead({ name: 'Ours' });
    model.change(model.open.value, { text: 'What else?' });
    expect(view().problems).toEqual([]);
    expect(await model.save()).toMatchObject({ kind: 'saved' });
  });

  test('that the disk refuses takes no draft away: it stays until the version is on disk', async () => {
    const { model, view, drafts, replica } = await open();
    const draft = () => drafts.lines.get('guide-default') ?? '';
    model.change('score-reason', { text: 'What now?' });
    replica.failWith('quota');
    expect(await model.save()).toMatchObject({ kind: 'saved', state: { kind: 'onlyInMemory' } });
    await vi.waitFor(() => expect(view().guide.current.version).toBe(3));
    expect([view().changes, view().meanwhile]).toEqual([null, null]);
    expect(draft()).toContain('What now?');
    replica.failWith(null);
    await vi.waitFor(() => expect(draft()).toBe(''));
  });

  test('that only memory held is there as unsaved after a crash, and follows nobody else', async () => {
    const first = await open();
    first.model.change('score-reason', { text: 'What now?' });
    first.replica.failWith('quota');
    await first.model.save();
    first.model.dispose();
    const again = await open({ drafts: first.drafts });
    expect([again.view().guide.current.version, again.textOf('score-reason')]).toEqual([2, 'What now?']);
    expect(again.view().meanwhile).toBeNull();
    expect(await again.model.save()).toMatchObject({ version: 3, state: { kind: 'saved' } });
  });

  test('typed on while only memory holds the version: that stays unsaved once it is on disk', async () => {
    const { model, view, drafts, replica } = await open();
    model.change('score-reason', { text: 'What now?' });
    replica.failWith('quota');
    await model.save();
    await vi.waitFor(() => expect(view().guide.current.version).toBe(3));
    model.change('score-reason', { text: 'What now, then?' });
    replica.failWith(null);
    await vi.waitFor(() => expect(replica.save.kind).toBe('saved'));
    expect([view().changes?.changed, view().meanwhile]).toEqual([['score-reason'], null]);
    expect(drafts.lines.get('guide-default')).toContain('What now, then?');
  });

  test('a version brought back is unsaved, also where edits began from it', async () => {
    const mine = await open();
    mine.model.change('score-reason', { text: 'Mine?' });
    const began = mine.view().guide.current;
    ofWindow.clear();
    const theirs = await open({ disk: mine.disk, drafts: mine.drafts, name: 'Ben', seed: 'other' });
    theirs.model.change('score-kind', { text: 'Theirs?' });
    await theirs.model.save();
    await vi.waitFor(() => expect(mine.view().meanwhile?.byName).toBe('Ben'));
    mine.model.bringBack(began);
    expect([mine.view().changes?.changed, mine.view().meanwhile]).toEqual([['score-kind'], null]);
    mine.model.dispose();
    const again = await open({ disk: mine.disk, drafts: mine.drafts });
    expect(again.view().changes?.changed).toEqual(['score-kind']);
  });

  test('pressed twice it saves once', async () => {
    const { model, view } = await open();
    model.changeHead({ name: 'Ours' });
    const both = await Promise.all([model.save(), model.save()]);
    expect(both.map((s) => s.kind)).toEqual(['saved', 'refused']);
    expect(view().guide.versions.filter((v) => !v.builtIn)).toHaveLength(1);
  });

  test('what somebody else saved meanwhile is said, and both stay', async () => {
    const mine = await open();
    mine.model.change('score-reason', { text: 'Mine?' });
    const theirs = await open({ disk: mine.disk, name: 'Ben', seed: 'other' });
    theirs.model.change('score-kind', { text: 'Theirs?' });
    await theirs.model.save();
    await vi.waitFor(() => expect(mine.view().meanwhile?.byName).toBe('Ben'));
    expect(mine.textOf('score-reason')).toBe('Mine?');
    await mine.model.save();
    await vi.waitFor(() => expect(mine.view().guide.current.version).toBe(4));
    expect(mine.view().guide.versions.map((v) => [v.version, v.byName])).toEqual([
      [4, 'Ann'],
      [3, 'Ben'],
      [2, ''],
      [1, ''],
    ]);
    expect(mine.view().meanwhile).toBeNull();
  });

  test('an earlier version comes back as a new one', async () => {
    const { model, view } = await open();
    const first = view().guide.versions.at(-1);
    if (first) model.bringBack(first);
    expect(changesText(view().changes ?? Object.create(null))).toBe('9 questions taken out');
    await model.save();
    await vi.waitFor(() => expect(view().guide.current.version).toBe(3));
    expect(view().guide.current.questions).toHaveLength(24);
  });
});

describe('several guides', () => {
  test('a copy is a guide of its own, and each keeps its unsaved edits', async () => {
    const { model, view, textOf } = await open();
    model.change('score-reason', { text: 'Unsaved?' });
    await model.copy('Churned customers');
    await vi.waitFor(() => expect(view().guide.current.name).toBe('Churned customers'));
    expect([textOf('score-reason'), view().changes, view().guide.current.version]).toEqual([
      'Unsaved?',
      null,
      1,
    ]);
    model.changeHead({ name: 'Lost' });
    await model.show('default');
    expect(view().changes).toMatchObject({ changed: ['score-reason'], head: false });
    expect(view().guides.map((g) => g.family.slice(0, 10))).toHaveLength(3);
  });

  test('a guide goes out as a file and comes in as a guide; a file that is none is refused in words', async () => {
    const { model, view, saved } = await open();
    model.exportFile();
    expect(saved[0]?.name).toBe('Follow-up-interview.guide.json');
    expect(await model.importFile(new Blob([saved[0]?.content ?? '']))).toMatchObject({
      kind: 'saved',
      version: 1,
    });
    await vi.waitFor(() => expect(view().guide.family).not.toBe('default'));
    expect(view().content.questions).toEqual(JSON.parse(JSON.stringify(defaultGuide.questions)));

    const refused = async (text: string | Pick<Blob, 'size' | 'text'>) => {
      const done = await model.importFile(typeof text === 'string' ? new Blob([text]) : text);
      return done.kind === 'saved' || done.kind === 'refused' ? done.kind : fileFaultText(done);
    };
    expect(await refused('MZ\0\u0001')).toMatch(
      /^This file is no JSON, or is cut off\..* Nothing was imported\.$/,
    );
    expect(
      await refused(guideFile(defaultGuide).replace('"area": "experience"', '"area": "<b>pricing</b>"')),
    ).toMatch(/^This file cannot be read at “questions, \d+, area”: "<b>pricing<\/b>" stands there/);
    expect(await refused(guideFile({ ...defaultGuide, questions: [] }))).toMatch(
      /^This guide cannot be used\. Score drivers: detractors have no question .* 11 more problems\. Nothing was imported\.$/,
    );
    const gone = async () => Promise.reject(new DOMException('moved meanwhile', 'NotFoundError'));
    expect(await refused({ size: 20, text: gone })).toBe(
      'This file could not be read: it was moved or changed meanwhile, or the device refuses. Choose it again. Nothing was imported.',
    );
    const text = vi.fn(async () => '');
    expect(await refused({ size: 900_000_000, text })).toBe(
      'This file is too large for a guide: 900 MB, at most 3 MB. Nothing was imported.',
    );
    expect(text).not.toHaveBeenCalled();
    expect(view().guides).toHaveLength(3);
  });

  test('the cycle calls with the one it chose, people of a language with theirs', async () => {
    const roster = ['German', 'de-AT', 'en', ''].map((language, i) => rosterPerson(`p${i}`, { language }));
    const { model } = await open({ roster });
    expect(model.cycle.languages.value).toEqual([
      { tag: 'de', people: 2 },
      { tag: 'en', people: 1 },
    ]);
    const done = await model.cycle.choose('de', 'default-de');
    await vi.waitFor(() => expect(model.cycle.chosen('de')).toBe('default-de'));
    await done.undo();
    await vi.waitFor(() => expect(model.cycle.chosen('de')).toBe(''));
    expect(model.cycle.chosen(everyone)).toBe('');
  });
});

describe('the preview', () => {
  const roster = [
    rosterPerson('a', {
      name: 'Ann',
      band: 'detractor',
      score: 0,
      segments: { Tier: 'Enterprise' },
      interview: 'i',
    }),
    rosterPerson('b', { name: 'Ben', band: 'promoter', score: 9, segments: { Tier: 'Small' } }),
  ];

  test('is what the call screen asks of that person, unsaved edits included, whoever is to be called first', async () => {
    const { model, view } = await open({ roster });
    const { respondent } = model;
    const ids = () => respondent.asked.value.map(({ question }) => question.id);
    expect(respondent.who.value.name).toBe('Ben');
    expect(ids()).toEqual(questionsFor(defaultGuide, 'promoter', { Tier: 'Small' }).map((q) => q.id));

    respondent.choose('a');
    model.change('score-reason', { text: 'Why {score}?' });
    await model.cycle.take(model.offered.value.filter((h) => h.topic === 'security'));
    await vi.waitFor(() => expect(ids()).toContain('hypothesis-starter-security'));
    expect(respondent.asked.value[0]?.text).toBe('Why 0?');
    expect(ids()).toContain('score-kind-enterprise');
    expect(model.offered.value.map((h) => h.topic)).not.toContain('security');
    expect(finding(view().content)).toMatch(
      /^Detractors are asked \d+ questions, passives \d+ and promoters \d+ in 30/,
    );
  });

  test('says of each hypothesis how many of those still to be called are asked, and which are not asked of who is shown', async () => {
    const { model } = await open({ roster });
    const { respondent } = model;
    await model.cycle.take(model.offered.value);
    await vi.waitFor(() => expect(respondent.reach.value.size).toBeGreaterThan(8));
    // Ben alone is still to be called: four usual for small customers, four that concern everybody
    expect(respondent.reach.value.get('starter-security')).toEqual({ concerns: 0, asked: 0 });
    const concerned = [...respondent.reach.value].filter(([, { concerns }]) => concerns > 0);
    expect(concerned).toHaveLength(8);
    const left = concerned.filter(([, { asked }]) => asked === 0).map(([id]) => id);
    expect(left).toHaveLength(4);
    expect([...respondent.passedOver.value].sort()).toEqual(left.sort());
    const shown = respondent.asked.value.map(({ question }) => question.id);
    for (const id of left) expect(shown).not.toContain(`hypothesis-${id}`);
  });

  test('says nothing of how many are asked while nobody is still to be called', async () => {
    const { model } = await open({ roster: roster.slice(0, 1) });
    await model.cycle.take(model.offered.value);
    await vi.waitFor(() => expect(model.cycle.ground.value?.hypotheses.length).toBeGreaterThan(7));
    expect(model.respondent.reach.value.size).toBe(0);
  });

  test('is of anybody made by hand: the score gives the band, segments what is known', async () => {
    const { model } = await open({ roster });
    const { respondent } = model;
    respondent.make({ score: 7, segments: { Tenure: 'Longer' } });
    expect(respondent.who.value).toMatchObject({ key: '', band: 'passive', score: 7 });
    expect(respondent.asked.value.map((s) => s.question.id)).toContain('experience-years-long');
    const dimensions = respondent.dimensions.value;
    expect(dimensions.map((d) => d.name)).toEqual(['Tier', 'Tenure']);
    expect(dimensions[1]?.values).toHaveLength(4);
  });

  test('values that differ in their brackets are both offered', async () => {
    const regions = ['Europe (North)', 'Europe (South)', 'europe (north)', '(none)'];
    const people = regions.map((Region, i) => rosterPerson(`p${i}`, { segments: { Region } }));
    const { model } = await open({ roster: people });
    const [region] = model.respondent.dimensions.value.filter((d) => d.name === 'Region');
    expect(region?.values).toEqual(['(none)', 'Europe (North)', 'Europe (South)']);
  });

  test('somebody whose segment was renamed since the draw is shown the guide of its present name', async () => {
    const drawn = rosterPerson('a', { segments: { Tenure: 'Old hands' } });
    const { model } = await open({
      roster: [drawn],
      responses: [{ score: 7, segments: { Tenure: 'Longer' } }],
    });
    const { respondent } = model;
    await vi.waitFor(() => expect(respondent.who.value.segments).toEqual({ Tenure: 'Longer' }));
    expect(respondent.asked.value.map((s) => s.question.id)).toContain('experience-years-long');
  });
});

describe('words', () => {
  test('for whom a question is', () => {
    const q = defaultGuide.questions.find((one) => one.id === 'score-kind-small');
    expect(q && whomText({ ...q, bands: ['detractor'] }, () => 5)).toBe(
      'detractors · Small, Small business, Small and medium or 5 more · in place of 5',
    );
  });
});
