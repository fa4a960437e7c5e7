import { describe, expect, test, vi } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { differing } from '#core/model/differing.ts';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { recordsIn } from '#core/model/record.ts';
import { captureNote, mention } from '#core/notes/index.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { type InterviewFacts, starterId } from '#core/themes/index.ts';
import { aloneState, factsOf } from '#test/fixtures/appState.ts';
import { raisedBy } from '#test/fixtures/interviewFacts.ts';
import { stepText } from './historyWords.ts';
import { makeThemesModel, type ThemesNeeds } from './model.ts';
import type { Row } from './rows.ts';
import { finding, lede, refusalText, themeFinding } from './words.ts';

const id = <K extends string>(text: string) => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const speed = starterId('product', 'speed');
const reliability = starterId('product', 'reliability');

/** Under way, with somebody passive. */
const interview = (n: number, themes: readonly string[]): InterviewFacts =>
  raisedBy('passive', themes, { interview: `i${n}`, endedAt: 0 });

async function open(facts: readonly InterviewFacts[] = [], world = memoryWorld()) {
  const deps: ThemesNeeds = {
    replica: new MemoryReplica(world),
    chance: seededChance('themes'),
    clock: { now: () => 1_000, steady: () => 0 },
    session: { workspace: id('w'), member: id('m'), memberName: '' },
    facts: factsOf(facts),
    state: aloneState(),
  };
  const replica = deps.replica as MemoryReplica;
  const model = makeThemesModel(deps);
  const ready = () => {
    const view = model.view.value;
    if (view.kind !== 'ready') throw new Error(view.kind);
    return view;
  };
  await vi.waitFor(() => expect(model.view.value.kind).toBe('ready'));
  const rows = () => ready().groups.flatMap((g) => g.rows);
  const row = (theme: string) => rows().find((r) => r.theme.id === theme);
  return { model, replica, ready, rows, row };
}
type Opened = Awaited<ReturnType<typeof open>>;
const done = (answer: Awaited<ReturnType<Opened['model']['merge']>>) => {
  if (answer.kind !== 'done') throw new Error(answer.kind);
  return answer;
};

describe('the codebook on screen', () => {
  test('is grouped by category, raised themes first, and opens with a count', async () => {
    const w = await open([interview(1, [speed]), interview(2, [speed, reliability])]);
    await vi.waitFor(() => expect(w.row(speed)?.calls).toBe(2));
    expect(w.ready().groups.map((g) => g.category)).toEqual(['product', 'service', 'value', 'competitive']);
    expect(
      w
        .ready()
        .groups[0]?.rows.slice(0, 2)
        .map((r) => r.theme.id),
    ).toEqual([speed, reliability]);
    expect(finding(w.ready().summary)).toBe('30 themes, 2 of them raised in this cycle.');
  });

  test('a merge moves the count, is shown beneath the theme that stays, and is undone whole', async () => {
    const w = await open([interview(1, [speed]), interview(2, [reliability])]);
    await vi.waitFor(() => expect(w.row(speed)?.calls).toBe(1));
    const merged = done(await w.model.merge(speed, reliability));
    expect(w.row(speed)).toBeUndefined();
    expect(w.row(reliability)).toMatchObject({ calls: 2, merged: [{ id: speed }] });
    expect(await w.model.merge(reliability, speed)).toEqual({ kind: 'sameTheme' });
    await merged.undo();
    expect(w.row(speed)?.calls).toBe(1);
  });

  test('a theme is added, edited in one step and each step undone', async () => {
    const w = await open();
    const draft = { name: ' Export  fails ', category: 'product', definition: '' } as const;
    const added = done(await w.model.add(draft));
    const mine = w.rows().find((r) => r.theme.name === 'Export fails');
    expect(mine?.theme).toMatchObject({ category: 'product', starter: false });
    const key = mine?.theme.id ?? '';
    const edited = done(
      await w.model.edit(key, { name: 'Exports', category: 'service', definition: 'Files.' }),
    );
    expect(w.row(key)?.theme).toMatchObject({ name: 'Exports', category: 'service', definition: 'Files.' });
    await edited.undo();
    expect(w.row(key)?.theme).toMatchObject({ name: 'Export fails', category: 'product', definition: '' });
    await added.undo();
    expect(w.row(key)).toBeUndefined();
  });

  test('an edit changes what was entered, and leaves what somebody else renamed meanwhile', async () => {
    const w = await open();
    await w.model.edit(speed, { name: 'Slow reports', definition: 'Theirs.' });
    done(await w.model.edit(speed, { owner: 'Rosa' }));
    const kept = { name: 'Slow reports', definition: 'Theirs.', owner: 'Rosa', category: 'product' };
    expect(w.row(speed)?.theme).toMatchObject(kept);
    expect(differing({ name: 'Speed', owner: '' }, { name: 'Speed', owner: 'Rosa' })).toEqual({
      owner: 'Rosa',
    });
  });

  test('a name that is taken changes nothing and says by whom', async () => {
    const w = await open();
    const answer = await w.model.edit(speed, { name: 'reliability', category: 'value', definition: 'x' });
    expect(answer).toMatchObject({ kind: 'nameTaken', by: reliability });
    expect(w.row(speed)?.theme).toMatchObject({ name: 'Speed', category: 'product' });
    if (answer.kind !== 'done')
      expect(refusalText(answer, w.model.nameOf)).toBe(
        'Reliability has this name already. Choose another, or merge the two.',
      );
  });

  test('retired leaves the list, stays findable and comes back', async () => {
    const w = await open();
    done(await w.model.retire(speed));
    expect(w.row(speed)).toBeUndefined();
    w.model.find('waiting');
    expect(w.ready().retired.map((r) => r.theme.id)).toEqual([speed]);
    expect(w.ready().groups).toEqual([]);
    done(await w.model.restore(speed));
    expect(w.rows().map((r) => r.theme.id)).toEqual([speed]);
  });

  test('the other tab sees a change at once, and a theme named in a call asks for its category', async () => {
    const world = memoryWorld();
    const [one, other] = [await open([], world), await open([], world)];
    done(await one.model.retire(speed));
    await vi.waitFor(() => expect(other.row(speed)).toBeUndefined());
    expect(lede({ open: 1, raised: 0, fresh: 1, unreadable: 0 })).toContain('check its category');
  });
});

describe('themes within themes', () => {
  test('a part stands beneath its theme, which counts what its parts count, an interview once', async () => {
    const w = await open([interview(1, [speed, reliability]), interview(2, [reliability])]);
    await vi.waitFor(() => expect(w.row(speed)?.calls).toBe(1));
    done(await w.model.nestAll([reliability], speed));
    expect(w.row(reliability)).toBeUndefined();
    const whole = w.row(speed);
    expect(whole?.parts.map((p) => p.theme.id)).toEqual([reliability]);
    expect(whole?.calls).toBe(2);
    expect(whole && themeFinding(whole)).toBe('Speed and its parts: raised by 2 of 2 passives.');
    expect(
      w.model
        .page(speed)
        ?.mentions.map((m) => m.theme)
        .sort(),
    ).toEqual([reliability, reliability, speed]);
    done(await w.model.retire(reliability));
    expect(w.row(speed), 'retiring a part changes no figure of the whole').toMatchObject({
      calls: 2,
      own: 1,
    });
    expect(w.model.page(speed)?.mentions).toHaveLength(3);
    done(await w.model.restore(reliability));
    expect(await w.model.nestAll([speed], reliability)).toMatchObject({ kind: 'ownPart' });
    w.model.find('fails loses work');
    expect(w.row(speed)).toMatchObject({ fits: false, parts: [{ theme: { id: reliability }, fits: true }] });
  });

  test('search goes through names, meanings, categories and owners, whatever the case and the accents', async () => {
    const w = await open();
    done(await w.model.ownAll([speed], 'Zoé Müller'));
    const found = (text: string) => {
      w.model.find(text);
      return w.rows().map((r) => r.theme.id);
    };
    expect(found('zoe MULLER')).toEqual([speed]);
    expect(found('competitive')).toHaveLength(4);
    expect(found('waiting screens')).toEqual([speed]);
    expect(found('nothing like it')).toEqual([]);
  });

  test('moved among its neighbours it keeps its place, before those raised more often', async () => {
    const w = await open([interview(1, [speed])]);
    await vi.waitFor(() => expect(w.rows()[0]?.theme.id).toBe(speed));
    const names = () =>
      w
        .rows()
        .slice(0, 3)
        .map((r) => r.theme.name);
    const [first, second, third] = names();
    done(await w.model.reorder(speed, 1));
    expect(names()).toEqual([second, first, third]);
    done(await w.model.undo()!.doing);
    expect(names()).toEqual([first, second, third]);
  });

  test('a theme is made with its owner under another, and edited there in one step', async () => {
    const w = await open();
    const draft = {
      name: 'PDF exports',
      category: 'value',
      definition: '',
      owner: ' Ada ',
      parent: speed,
    } as const;
    done(await w.model.add(draft));
    const part = w.row(speed)?.parts[0];
    expect(part?.theme).toMatchObject({ name: 'PDF exports', category: 'product', owner: 'Ada' });
    const edited = done(
      await w.model.edit(part?.theme.id ?? '', {
        ...draft,
        name: 'PDFs',
        parent: '',
        trigger: 'The May release',
      }),
    );
    const top = w.rows().find((r) => r.theme.name === 'PDFs');
    expect(top?.theme).toMatchObject({ category: 'value', trigger: 'The May release' });
    await edited.undo();
    expect(w.row(speed)?.parts[0]?.theme).toMatchObject({ name: 'PDF exports', trigger: '' });
  });
});

describe('many at once, and the way back', () => {
  test('ticked themes are moved, owned, merged or retired together, and each is one step', async () => {
    const w = await open();
    const both = [speed, reliability];
    w.model.choose(both, true);
    done(await w.model.moveAll([...w.model.chosen.value], 'service'));
    done(await w.model.ownAll(both, 'Ada'));
    expect(w.row(speed)).toMatchObject({
      theme: { category: 'service' },
      owner: { owner: 'Ada', from: 'theme' },
    });
    const price = starterId('value', 'price');
    done(await w.model.nestAll([reliability], speed));
    done(await w.model.moveAll([...both, price], 'competitive'));
    expect(w.row(speed), 'a part goes with its whole').toMatchObject({
      theme: { category: 'competitive' },
      parts: [{ theme: { id: reliability, category: 'competitive' } }],
    });
    done(await w.model.undo()!.doing);
    done(await w.model.undo()!.doing);
    done(await w.model.mergeAll([...both, price], price));
    expect(
      w
        .row(price)
        ?.merged.map((t) => t.id)
        .sort(),
    ).toEqual([...both].sort());
    done(await w.model.undo()!.doing);
    done(await w.model.undo()!.doing);
    done(await w.model.undo()!.doing);
    expect(w.row(speed)?.theme).toMatchObject({ category: 'product', owner: '' });
    expect(w.model.undo()).toBeNull();
    done(await w.model.redo()!.doing);
    expect(w.row(speed)?.theme.category).toBe('service');
  });

  test('the history says in words who did what, also after it was taken back', async () => {
    const w = await open();
    done(await w.model.edit(speed, { name: 'Slow screens', category: 'product', definition: 'x' }));
    done(await w.model.merge(reliability, speed));
    done(await w.model.ownCategory('value', 'Pat'));
    done(await w.model.undo()!.doing);
    const steps = w.model.reading.value?.steps ?? [];
    const find = (step: string) => steps.find((s) => s.id === step);
    const told = steps.map((s) => stepText(s, w.model.nameOf, find));
    expect(told.toSorted()).toEqual([
      'merged Reliability into Slow screens',
      'renamed Speed to Slow screens',
      'set the owner of Value',
      'took back: set the owner of Value',
    ]);
  });
});

describe('splitting a theme', () => {
  const doc = docName(id('w'), 'interview', 'i1');
  const tagged = (n: number) =>
    captureNote({
      doc,
      id: id<'note'>(`n${n}`),
      read: { text: `note ${n}`, verbatim: n === 1, severity: 3, valence: 'none' },
      themes: [speed],
      order: `8000${n}`,
      at: n,
      area: 'scoreDrivers',
      question: '',
      author: 'a',
      authorName: '',
    });
  const facts: InterviewFacts = {
    ...interview(1, []),
    consentQuote: 'withoutName',
    name: 'Ada Byron',
    mentions: [1, 2, 3].map((n) => ({
      note: `n${n}`,
      theme: speed,
      severity: 3,
      verbatim: n === 1,
      valence: 'none',
      text: `note ${n}`,
    })),
  };
  const draft = { name: 'Slow exports', category: 'product', definition: '' } as const;

  async function withNotes() {
    const w = await open([facts]);
    await w.replica.apply([1, 2, 3].flatMap(tagged), { who: id('m'), why: 'test' });
    const stored = async () => {
      const opened = await w.replica.open(doc);
      const found = recordsIn(opened, mention).map((m) => [m.note, m.theme, m.severity, m.by]);
      opened.close();
      return found.sort();
    };
    return { ...w, stored, mentions: await w.model.mentions(speed) };
  }

  test('moves the chosen mentions with their gravity and who made them; the others stay', async () => {
    const w = await withNotes();
    expect(w.mentions.map((m) => [m.text, m.name])).toEqual([
      ['note 1', ''],
      ['note 2', ''],
      ['note 3', ''],
    ]);
    const progress: string[] = [];
    const answer = await w.model.split(speed, draft, w.mentions.slice(0, 2), (n, of) =>
      progress.push(`${n}/${of}`),
    );
    if (answer.kind !== 'done') throw new Error(answer.kind);
    expect(answer.moved).toBe(2);
    expect(progress).toEqual(['0/1', '1/1']);
    expect(await w.stored()).toEqual([
      ['n1', answer.theme, 3, 'a'],
      ['n2', answer.theme, 3, 'a'],
      ['n3', speed, 3, 'a'],
    ]);
    await answer.undo();
    expect(w.model.reading.value?.book.resolve(answer.theme)).toBe(speed);
    expect(w.row(speed)?.merged).toEqual([]);
  });

  test('passes over what was taken away meanwhile', async () => {
    const w = await withNotes();
    await w.replica.apply([mention.remove(doc, `n1:${speed}`)], { who: id('m'), why: 'test' });
    const answer = await w.model.split(speed, draft, w.mentions, () => {});
    expect(answer).toMatchObject({ kind: 'done', moved: 2 });
    expect((await w.stored()).some(([note]) => note === 'n1')).toBe(false);
  });

  test('moves nothing while the device cannot save the new theme, and leaves no theme behind', async () => {
    const w = await withNotes();
    w.replica.failWith('quota', docName(id('w'), 'codebook'));
    expect(await w.model.split(speed, draft, w.mentions, () => {})).toEqual({ kind: 'notSaved' });
    expect((await w.stored()).every(([, theme]) => theme === speed)).toBe(true);
    expect(w.rows().some((r: Row) => r.theme.name === 'Slow exports')).toBe(false);
  });

  test('waits for a device that is slow to save the new theme', async () => {
    const w = await withNotes();
    const codebook = docName(id('w'), 'codebook');
    w.replica.failWith('blocked', codebook);
    const splitting = w.model.split(speed, draft, w.mentions, () => {});
    await vi.waitFor(() => expect(w.replica.save).toMatchObject({ kind: 'onlyInMemory', why: 'blocked' }));
    w.replica.failWith(null);
    expect(await splitting).toMatchObject({ kind: 'done', moved: 3 });
  });

  test('a name that is taken moves nothing', async () => {
    const w = await withNotes();
    const named = { ...draft, name: 'reliability' };
    expect(await w.model.split(speed, named, w.mentions, () => {})).toMatchObject({ kind: 'nameTaken' });
    expect((await w.stored()).every(([, theme]) => theme === speed)).toBe(true);
  });
});
