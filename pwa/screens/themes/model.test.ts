import { signal } from '@preact/signals-core';
import { describe, expect, test, vi } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { parseId } from '#core/model/ids.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { type InterviewFacts, starterId } from '#core/themes/index.ts';
import { makeThemesModel, type ThemesNeeds } from './model.ts';
import { finding, lede, refusalText } from './words.ts';

const id = <K extends string>(text: string) => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const speed = starterId('product', 'speed');
const reliability = starterId('product', 'reliability');

const interview = (n: number, themes: readonly string[]): InterviewFacts => ({
  interview: `i${n}`,
  cycle: 'q4',
  person: `p${n}`,
  name: '',
  accountName: '',
  revenue: null,
  band: 'passive',
  score: 7,
  segments: {},
  interviewer: 'm',
  startedAt: n,
  endedAt: 0,
  consentQuote: 'no',
  notes: 1,
  mentions: themes.map((theme) => ({
    note: 'n',
    theme,
    severity: 0,
    verbatim: false,
    valence: 'none',
    text: '',
  })),
  sample: false,
});

async function open(facts: readonly InterviewFacts[] = [], world = memoryWorld()) {
  const deps: ThemesNeeds = {
    replica: new MemoryReplica(world),
    chance: seededChance('themes'),
    session: { workspace: id('w'), member: id('m'), memberName: '' },
    facts: {
      ofCycle: async () => [...facts],
      ofPerson: async () => [],
      watch: () => () => {},
      rebuild: async () => {},
    },
    state: {
      cycles: signal([]),
      cycle: signal('q4'),
      waves: signal([]),
      save: signal({ kind: 'saved' }),
      sync: signal({ kind: 'alone' }),
    },
  };
  const model = makeThemesModel(deps);
  const ready = () => {
    const view = model.view.value;
    if (view.kind !== 'ready') throw new Error(view.kind);
    return view;
  };
  await vi.waitFor(() => expect(model.view.value.kind).toBe('ready'));
  const rows = () => ready().groups.flatMap((g) => g.rows);
  const row = (theme: string) => rows().find((r) => r.theme.id === theme);
  return { model, ready, rows, row };
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
