import { signal } from '@preact/signals-core';
import { describe, expect, test, vi } from 'vitest';
import { docName } from '#core/model/docName.ts';
import { recordsIn } from '#core/model/record.ts';
import { mention, note } from '#core/notes/index.ts';
import { MemoryReplica } from '#core/replica/index.ts';
import { type InterviewFacts, keepRival, starterId } from '#core/themes/index.ts';
import type { Band } from '#core/waves/index.ts';
import type { Command } from '#pwa/app/deps.ts';
import { raisedBy } from '#test/fixtures/interviewFacts.ts';
import { idOf, usualColumns, waveFrom } from '#test/fixtures/waves.ts';
import { agreementFinding } from './agreementWords.ts';
import { type EvidenceNeeds, makeEvidenceModel } from './model.ts';
import { rivalFinding } from './rivalWords.ts';
import { contrastFinding, pairsFinding, saturationFinding } from './words.ts';

const speed = starterId('product', 'speed');
const price = starterId('value', 'price');
const member = idOf<'member'>('m');
const workspace = idOf<'workspace'>('w');
const columns = { nps: usualColumns.nps ?? { role: 'score' as const } };
const { head } = waveFrom({ id: 'wave', csv: 'nps\n9\n7\n3\n10', columns });

let serial = 0;
/** Tiers take turns; the name would be a formula where a table is opened. */
const interview = (band: Band, themes: readonly string[], over: Partial<InterviewFacts> = {}) => {
  const n = serial++;
  const segments = { Tier: n % 2 === 0 ? 'Small' : 'Large' };
  return raisedBy(band, themes, { name: `=Ada ${n}`, accountName: '', segments, ...over });
};
const times = (n: number, make: (i: number) => InterviewFacts) =>
  Array.from({ length: n }, (_, i) => make(i));
const coded = (coder: string, themes: readonly string[]) => ({
  coder,
  name: coder,
  doneAt: 1,
  tags: themes.map((theme) => ({ note: 'n1', theme, severity: 2 as const, text: 'too dear' })),
});

function world(first: readonly InterviewFacts[], show = '', cycle = 'q4') {
  let rows = first;
  const watchers = new Set<() => void>();
  const memory = new Map<string, string>();
  const saved: { name: string; text: string }[] = [];
  const said: { text: string; action: Command | undefined }[] = [];
  const replica = new MemoryReplica();
  const place = signal({ path: '/evidence', params: {}, query: new URLSearchParams({ show }) });
  const deps: EvidenceNeeds = {
    replica,
    place,
    session: { workspace, member, memberName: 'Mo' },
    clock: { now: () => 0, steady: () => 0 },
    facts: {
      ofCycle: async () => rows.filter((r) => r.cycle === cycle),
      ofPerson: async () => [],
      watch: (onChange) => {
        watchers.add(onChange);
        return () => watchers.delete(onChange);
      },
      whenCaughtUp: async () => {},
    },
    files: { save: (name, _type, content) => saved.push({ name, text: String(content) }) },
    memory: { read: (key) => memory.get(key) ?? '', write: (key, text) => memory.set(key, text) },
    go: (href) => {
      place.value = { ...place.peek(), query: new URL(href, 'http://x').searchParams };
    },
    say: (text, action) => said.push({ text, action }),
    state: {
      cycles: signal([{ id: 'q4', name: 'Q4 2026', startsOn: '2026-10-05', sample: false }]),
      cycle: signal(cycle),
      waves: signal([{ ...head, cycle: idOf<'cycle'>('q4') }]),
      save: signal({ kind: 'saved' }),
      sync: signal({ kind: 'alone' }),
    },
  };
  const model = makeEvidenceModel(deps);
  return {
    ...{ model, deps, replica, saved, said, watchers },
    tell(next: readonly InterviewFacts[]) {
      rows = next;
      for (const w of watchers) w();
    },
    ready: () => vi.waitFor(() => expect(model.view.value.kind).toBe('ready')),
  };
}

describe('the evidence on screen', () => {
  test('says when to stop, by a rule that is remembered and can be changed', async () => {
    const w = world([
      ...times(4, (i) => interview('passive', [`t${i}`])),
      ...times(3, () => interview('passive', ['t0'])),
    ]);
    await w.ready();
    const finding = () => saturationFinding(w.model.saturation.value?.all ?? (null as never));
    expect(finding()).toBe('Hardly anything is new: calls 6 and 7 brought no new theme.');
    w.model.setRule({ base: 8, run: 2, threshold: 0 });
    expect(finding()).toBe('Too early to say when to stop: 7 calls held, 10 needed.');
    expect(makeEvidenceModel(w.deps).rule.value).toEqual({ base: 8, run: 2, threshold: 0 });
    w.model.splitBy('Tier');
    expect(w.model.saturation.value?.each.map((e) => e.value)).toEqual(['Small', 'Large']);
  });

  test('says who is named, on what they are compared, and how far customers went', async () => {
    const naming = { competitor: 'r', note: 'n', name: 'Acme', severity: 0, verbatim: false } as const;
    const rivals = [{ ...naming, valence: 'none', text: '' }] as const;
    const w = world([
      interview('detractor', [price], { interview: 'one', mentions: [], rivals }),
      interview('promoter', [speed]),
    ]);
    await w.ready();
    const finding = () => rivalFinding(w.model.rivals.value ?? (null as never));
    w.model.show('rivals');
    expect(finding()).toBe('Acme is named in 1 call.');
    const tagged = {
      note: 'n',
      theme: price,
      severity: 0,
      verbatim: false,
      valence: 'bad',
      text: '',
    } as const;
    w.tell([interview('detractor', [], { interview: 'one', mentions: [tagged], rivals })]);
    await vi.waitFor(() => expect(finding()).toBe('Acme is named in 1 call, compared on Price.'));
    const book = docName(workspace, 'codebook');
    const kept = keepRival([], book, 'r', {
      ...{ name: '=Acme', feature: 'Cheap', theme: price, seen: { one: 'used' } },
    });
    if (kept.ok) await w.replica.apply(kept.value, { who: member, why: 'test' });
    await vi.waitFor(() => expect(w.model.rivals.value?.rows[0]?.standing.used).toBe(1));
    w.model.downloadCsv();
    expect(w.saved[0]?.name).toBe('competitors-q4-2026.csv');
    expect(w.saved[0]?.text).toContain(`'=Acme,Cheap,1,0,0,1,"Price (1 call, 1 as bad)",1,1,`);
    w.tell([interview('promoter', [speed])]);
    await vi.waitFor(() => expect(finding()).toBe('No competitor has been named yet.'));
  });

  test('opens the part that the address names, and moves when a call is tagged in another tab', async () => {
    const w = world([], 'pairs');
    await vi.waitFor(() => expect(w.model.view.value.kind).toBe('nobody'));
    w.tell(
      times(30, (i) =>
        interview('detractor', i < 11 ? [speed, price] : i === 11 ? [speed] : i === 12 ? [price] : ['x']),
      ),
    );
    await w.ready();
    expect(w.model.part.value).toBe('pairs');
    const { pairs } = w.model;
    expect(pairs.value && pairsFinding(pairs.value, (t) => (t === speed ? 'Speed' : 'Price'))).toMatch(
      /come up together: in 11 calls, where chance would give 5\.$/,
    );
    w.model.show('contrast');
    expect(w.model.part.value).toBe('contrast');
    expect(w.model.contrast.value && contrastFinding(w.model.contrast.value)).toBe(
      'No finished and tagged call with passives or promoters yet, so there is nothing to set against.',
    );
  });

  test('weights mean scores by the survey of the cycle, and has none without it', async () => {
    const facts = [
      ...times(8, (i) => interview('detractor', [speed, price], { score: i % 6 })),
      ...times(8, (i) => interview('promoter', [speed, price], { score: 9 + (i % 2) })),
      ...times(2, () => interview('passive', ['x'])),
    ];
    const w = world(facts, 'pairs');
    await w.ready();
    // detractors are 1 of the survey's 4, promoters 2: (2.375 x 1 + 9.5 x 2) / 3
    expect(w.model.pairs.value?.pairs[0]?.scores.both.mean?.value).toBeCloseTo((2 * 1 + 9.5 * 2) / 3, 0);
    w.deps.state.waves.value = [];
    expect(w.model.pairs.value?.pairs[0]?.scores.both.mean).toBeNull();
  });

  test('says no more about two coders than their codings allow', async () => {
    const w = world([interview('passive', [price])], 'agreement');
    await w.ready();
    const finding = () => agreementFinding(w.model.agreement.value ?? (null as never));
    expect(finding()).toBe('No interview has been coded by two people yet.');
    const both = (n: number, one: string[], other: string[]) =>
      times(n, () => interview('passive', [], { codings: [coded('ada', one), coded('bo', other)] }));
    w.tell(both(4, [price], [price]));
    await vi.waitFor(() => expect(finding()).toContain('4 interviews coded twice, 10 needed'));
    w.tell([...both(20, [price], [price]), ...both(20, [speed], [speed])]);
    await vi.waitFor(() => expect(finding()).toBe('Two people hear the same: alpha 1.00 (1.00 to 1.00).'));
    w.tell([...both(10, [price], [speed]), ...both(10, [speed], [price])]);
    await vi.waitFor(() => expect(finding()).toContain('do not hear the same'));
  });

  test('writes down what was talked over, tags the call so, and takes it back', async () => {
    const row = interview('passive', [], { codings: [coded('ada', [price]), coded('bo', [])] });
    const w = world([row], 'agreement');
    await w.ready();
    const name = docName(workspace, 'interview', row.interview);
    const doc = await w.replica.open(name);
    await w.replica.apply(
      [note.put(name, 'n1', { text: 'too dear', order: 'a', at: 1, area: 'scoreDrivers', author: 'ada' })],
      { who: member, why: 'test' },
    );
    const difference = w.model.agreement.value?.disagreements[0];
    if (!difference) throw new Error('they differ');
    await w.model.settle(difference, true);
    expect(recordsIn(doc, mention)).toMatchObject([{ note: 'n1', theme: price, by: 'm' }]);
    // A second settlement; undoing the first leaves it as it is.
    const other = { ...difference, theme: speed, name: 'Speed' };
    await w.model.settle(other, true);
    const themes = () => recordsIn(doc, mention).map((m) => m.theme);
    expect(themes().sort()).toEqual([price, speed].sort());
    w.said[0]?.action?.run();
    await vi.waitFor(() => expect(themes()).toEqual([speed]));
    w.said[1]?.action?.run();
    await vi.waitFor(() => expect(themes()).toEqual([]));
    w.model.dispose();
    expect(w.watchers.size).toBe(0);
  });

  test('downloads every part, with nothing a spreadsheet would run and no number that is none', async () => {
    const facts = [
      ...times(10, (i) => interview('passive', [price, ...(i % 2 ? ['=SUM(A1)'] : [])])),
      ...times(6, () =>
        interview('promoter', [speed], { codings: [coded('ada', [price]), coded('bo', [])] }),
      ),
    ];
    const w = world(facts);
    await w.ready();
    for (const part of ['saturation', 'pairs', 'contrast', 'agreement'] as const) {
      w.model.show(part);
      w.model.downloadCsv();
    }
    expect(w.saved.map((s) => s.name)).toEqual([
      'saturation-q4-2026.csv',
      'themes-together-q4-2026.csv',
      'passives-and-promoters-q4-2026.csv',
      'coder-agreement-q4-2026.csv',
    ]);
    for (const { text } of w.saved) {
      expect(text.split('\r\n').length).toBeGreaterThan(2);
      expect(text).not.toMatch(/NaN|undefined|(^|,)=/m);
    }
  });

  test('without a cycle says so, and a store that fails says so', async () => {
    expect(world([], '', '').model.view.value.kind).toBe('noCycle');
    const w = world([]);
    w.deps.facts.ofCycle = () => Promise.reject(new Error('disk'));
    const again = makeEvidenceModel(w.deps);
    await vi.waitFor(() => expect(again.view.value).toEqual({ kind: 'failed', reason: 'disk' }));
  });
});
