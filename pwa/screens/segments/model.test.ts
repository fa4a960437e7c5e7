import { signal } from '@preact/signals-core';
import { describe, expect, test, vi } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { parseId } from '#core/model/ids.ts';
import { fail, ok } from '#core/model/result.ts';
import type { SamePeople } from '#core/ports/samePeople.ts';
import type { WaveStore, WaveStoreFault } from '#core/ports/waves.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { type BandCounts, bandCountsOf, movementOf, movesIn } from '#core/scores/index.ts';
import { noScore, type WaveColumns, type WaveHead } from '#core/waves/index.ts';
import { readWaves } from '#pwa/app/readWaves.ts';
import { makeCounting } from '#pwa/workers/counting.ts';
import { cellText, crossWords, refusalText } from './crossWords.ts';
import { finding, lede } from './findingWords.ts';
import { figureText, gridOf } from './grid.ts';
import { lookFrom } from './look.ts';
import { makeSegmentsModel, type SegmentsModel, type SegmentsNeeds } from './model.ts';
import { nextStep } from './nextStep.ts';
import { tintOf } from './picture.ts';
import { axisOf, keyOf, type Row } from './rows.ts';
import { words } from './words.ts';
import { narrowerText } from './worthWords.ts';

const id = <K extends string>(text: string) => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

/** So many answers of each score in one tier. */
type Part = { tier: string; scores: Partial<Record<number, number>> };
const enterprise = (d: number, p: number, r: number): Part => ({
  tier: 'Enterprise',
  scores: { 3: d, 7: p, 10: r },
});
const small = (d: number, p: number, r: number): Part => ({ tier: 'Small', scores: { 0: d, 8: p, 9: r } });
const beta = (n: number): Part => ({ tier: '=Beta', scores: { 10: n } });

function wave(cycle: string, name: string, parts: readonly Part[]): { head: WaveHead; columns: WaveColumns } {
  const values = parts.map((p) => p.tier);
  const rows = parts.flatMap((p, code) =>
    Object.entries(p.scores).flatMap(([score, n]) =>
      Array.from({ length: n ?? 0 }, () => [Number(score), code] as const),
    ),
  );
  const histogram = Array.from({ length: 11 }, (_, s) => rows.filter(([score]) => score === s).length);
  return {
    head: {
      id: id(`wave-${cycle}`),
      cycle: id(cycle),
      cycleName: name,
      metric: 'nps',
      fileName: 'f.csv',
      fileSize: 1,
      contentHash: cycle,
      importedAt: cycle === 'q4' ? 2 : 1,
      rows: rows.length + 1,
      answers: rows.length,
      nonResponses: 1,
      rejected: 0,
      histogram,
      firstDay: '2026-10-09',
      lastDay: '2026-10-16',
      dimensions: ['Tier'],
      ratings: [],
      mapping: { version: 1, columns: [] },
      sample: false,
    },
    columns: {
      rows: rows.length + 1,
      score: Uint8Array.from([...rows.map(([s]) => s), noScore]),
      day: new Int32Array(rows.length + 1),
      account: new Uint32Array(rows.length + 1),
      segments: [{ name: 'Tier', codes: Uint16Array.from([...rows.map(([, c]) => c), 0]), values }],
      ratings: [],
      weight: null,
    },
  };
}

function storeOf(waves: readonly ReturnType<typeof wave>[], fault?: WaveStoreFault): WaveStore {
  return {
    list: async () => waves.map((w) => w.head),
    async columns(of) {
      const found = waves.find((w) => w.head.id === of);
      if (fault || !found) return fail(fault ?? { kind: 'unavailable', reason: 'gone' });
      return ok(found.columns);
    },
    people: async () => ok([]),
    rejected: async () => [],
    save: async () => fail({ kind: 'quota' }),
    remove: async () => {},
    watch: () => () => {},
  };
}

const disk = memoryWorld();
const memoryOf = (kept: Map<string, string>) => ({
  read: (key: string) => kept.get(key) ?? '',
  write: (key: string, text: string) => void kept.set(key, text),
});
function open(
  waves: readonly ReturnType<typeof wave>[],
  fault?: WaveStoreFault,
  world = memoryWorld(),
  kept = new Map<string, string>(),
  samePeople?: SamePeople,
) {
  const saved: string[] = [];
  const deps: SegmentsNeeds = {
    replica: new MemoryReplica(world),
    counter: makeCounting(storeOf(waves, fault)),
    ...(samePeople && { samePeople }),
    memory: memoryOf(kept),
    chance: seededChance('segments'),
    session: { workspace: id('w'), member: id('m'), memberName: '' },
    files: { save: (_name, _type, content) => saved.push(String(content)) },
    state: {
      cycles: signal(
        waves.map(({ head }) => ({
          id: head.cycle,
          name: head.cycleName,
          startsOn: head.firstDay,
          sample: false,
        })),
      ),
      cycle: signal(waves[0]?.head.cycle ?? ''),
      waves: signal(waves.map((w) => w.head)),
      save: signal({ kind: 'saved' }),
      sync: signal({ kind: 'alone' }),
    },
  };
  const model = makeSegmentsModel(deps);
  const ready = async () => {
    await vi.waitFor(() => expect(model.view.value.kind).toBe('ready'));
    const view = model.view.value;
    if (view.kind !== 'ready') throw new Error(view.kind);
    return view.counted;
  };
  return { model, deps, ready, saved };
}

const q4 = wave('q4', 'Q4 2026', [enterprise(60, 40, 40), small(20, 60, 120), beta(12)]);
const q3 = wave('q3', 'Q3 2026', [enterprise(20, 40, 90), small(20, 60, 120)]);
const rowNamed = (model: SegmentsModel, value: string) => {
  const found = model.shown.value.find((r) => r.segment.value === value);
  if (!found) throw new Error(`no row ${value}`);
  return found;
};
/** The wave of q4 with a second dimension: every other row. */
function crossed(cycle: string, name: string): ReturnType<typeof wave> {
  const made = wave(cycle, name, [enterprise(60, 40, 40), small(20, 60, 120), beta(12)]);
  const codes = Uint16Array.from({ length: made.columns.rows }, (_, row) => row % 2);
  const half = { name: 'Half', codes, values: ['Even', 'Odd'] };
  return { ...made, columns: { ...made.columns, segments: [...made.columns.segments, half] } };
}
/** A wave of one cell a line: the first year of Enterprise is weak, and what is left of both is like the rest. */
function paired(tenures = ['First year', 'Longer']): ReturnType<typeof wave> {
  const [first, longer] = [
    [70, 20, 10],
    [20, 40, 60],
  ] as const;
  const made = wave('q4', 'Q4 2026', [enterprise(90, 60, 70), small(40, 80, 120)]);
  const halves = [
    [first, longer],
    [longer, longer],
  ].flatMap(([a, b]) =>
    [0, 1, 2].flatMap((band) => [
      ...Array.from({ length: a?.[band] ?? 0 }, () => 0),
      ...Array.from({ length: b?.[band] ?? 0 }, () => 1),
    ]),
  );
  const tenure = { name: 'Tenure', codes: Uint16Array.from(halves), values: tenures };
  return { ...made, columns: { ...made.columns, segments: [...made.columns.segments, tenure] } };
}
async function crossOf(model: SegmentsModel): Promise<readonly (readonly Row[])[]> {
  await vi.waitFor(() => expect(model.cross.value.kind).toBe('ready'));
  const now = model.cross.value;
  if (now.kind !== 'ready') throw new Error(now.kind);
  return now.cells;
}
const tier = (value: string) => keyOf({ dimension: 'Tier', value });

describe('the segmentation map', () => {
  test('opens with the score, one segment the figures allow to name, and the range a total hides', async () => {
    const counted = await open([q4, q3]).ready();
    expect(finding(counted)).toEqual({
      score: 'NPS fell 22 points to 26 (18 to 34).',
      segment: 'Enterprise lost the most.',
    });
    expect(lede(counted, '2026-10-19')).toContain('352 answers, 9 to 16 October.');
    expect(lede(counted, '2027-01-04')).toContain('352 answers, 9 to 16 October 2026.');
    expect(lede(counted, '2026-10-19')).toContain('A score of 26 hides a range from −14 to 50.');
  });

  test('claims no change and no difference that could be noise', async () => {
    const even = wave('q4', 'Q4 2026', [enterprise(20, 20, 40), small(21, 20, 39)]);
    const before = wave('q3', 'Q3 2026', [enterprise(21, 20, 40), small(20, 20, 39)]);
    const counted = await open([even, before]).ready();
    expect(finding(counted)).toEqual({
      score: 'NPS is 24 (11 to 36).',
      segment: 'No segment differs by more than noise.',
    });
    expect(lede(counted, '2026-10-19')).toContain('could be noise');
    expect(nextStep([], true)).toMatchObject({
      strong: 'No segment differs by more than noise.',
      people: 24,
    });
  });

  test('the whole survey is compared as on its own page: those who answered both times with themselves', async () => {
    const before = wave('q3', 'Q3 2026', [enterprise(45, 57, 69)]);
    const now = wave('q4', 'Q4 2026', [enterprise(39, 48, 84)]);
    const alone = await open([now, before]).ready();
    expect(alone).toMatchObject({ pairs: 0, map: { everyone: { movement: { direction: 'withinNoise' } } } });
    expect(words.unpaired(alone.pairs)).not.toContain('themselves');
    const scores = new Array<number>(121).fill(0);
    const moved = [
      [3, 3, 39],
      [3, 7, 6],
      [7, 7, 42],
      [7, 10, 15],
      [10, 10, 69],
    ] as const;
    for (const [was, is, people] of moved) scores[11 * was + is] = people;
    const found = { scores, byId: 171, byEmail: 0, bySaid: 0, ambiguous: 0, conflicting: 0 };
    const asked: string[] = [];
    const find = async (...waves: readonly string[]) => {
      asked.push(waves.join(' '));
      return ok(found);
    };
    const w = open([now, before], undefined, memoryWorld(), new Map(), { find });
    await vi.waitFor(async () => expect((await w.ready()).pairs).toBe(171));
    const counted = await w.ready();
    const [was, is] = [before, now].map(({ head }) => bandCountsOf(head.histogram)) as [
      BandCounts,
      BandCounts,
    ];
    expect(counted.map.everyone.movement).toEqual(movementOf(was, is, movesIn(scores)));
    expect(finding(counted).score).toMatch(/^NPS rose 12 points/);
    expect(words.unpaired(counted.pairs)).toContain('171 people who answered both times');
    expect(asked).toEqual(['wave-q3 wave-q4']);
    // their segments are compared as strangers, as the note beneath the picture says
    expect(counted.rows).toEqual(alone.rows);
  });

  test('a pair that is worth calls stands on the map, is named first, and is ticked in place of both', async () => {
    const w = open([paired()]);
    const counted = await w.ready();
    expect(w.model.shown.value.map((r) => r.segment.value)).toEqual([
      'Enterprise × First year',
      ...['First year', 'Enterprise', 'Longer', 'Small'],
    ]);
    expect(finding(counted).segment).toBe(
      'Enterprise × First year scores lower than the rest by more than noise.',
    );
    expect(lede(counted, '2026-10-19')).toContain('hides a range from −60 to 33.');
    expect(w.model.chosen.value).toEqual([{ dimension: 'Tier × Tenure', value: 'Enterprise × First year' }]);
    w.model.setLook({ only: 'Tenure' });
    expect(w.model.shown.value.map((r) => r.segment.value)).toEqual([
      'Enterprise × First year',
      ...['First year', 'Longer'],
    ]);
  });

  test('the segment that lost the most is named with the part that is lowest of all', async () => {
    const before = wave('q3', 'Q3 2026', [enterprise(20, 60, 140), small(40, 80, 120)]);
    const counted = await open([paired(), before]).ready();
    expect(finding(counted).segment).toBe('Enterprise lost the most, with First year at −60.');
  });

  test('a proposed pair is kept with its dimension before people are chosen, and beside what is ticked then', async () => {
    const w = open([paired()]);
    const pair = { dimension: 'Tier × Tenure', value: 'Enterprise × First year' };
    await w.ready();
    await w.model.keep();
    await vi.waitFor(() => expect(w.model.proposal.value).toBe(false));
    expect(w.model.chosen.value).toEqual([pair]);
    expect(w.model.keep()).toBeNull();
    const read = await readWaves(storeOf([paired()]), w.deps.replica, w.deps.session).columns(id('wave-q4'));
    if (!read.ok) throw new Error(read.why.kind);
    expect(read.value.segments.map((c) => c.name)).toContain('Tier × Tenure');
    const other = open([paired()]);
    await other.ready();
    other.model.toggle(rowNamed(other.model, 'Small'));
    await vi.waitFor(() => expect(other.model.chosen.value).toContainEqual(pair));
    const kept = await readWaves(storeOf([paired()]), other.deps.replica, other.deps.session).columns(
      id('wave-q4'),
    );
    if (!kept.ok) throw new Error(kept.why.kind);
    expect(kept.value.segments.map((c) => c.name)).toContain('Tier × Tenure');
    // without a pair the next screen proposes the same of itself
    const plain = open([q4, q3]);
    await plain.ready();
    expect(plain.model.keep()).toBeNull();
  });

  test('a value that is a code is named with its dimension wherever a sentence names it', async () => {
    const counted = await open([paired(['1', '2'])]).ready();
    expect(finding(counted).segment).toBe(
      'Enterprise × Tenure 1 scores lower than the rest by more than noise.',
    );
    const { narrower } = counted.proposals[0]?.proposal ?? {};
    expect(narrower && narrowerText(narrower)).toContain('Lowest in Enterprise × Tenure 1: NPS −60');
    const chosen = [
      { dimension: 'LANG', value: '3' },
      { dimension: 'Tier × LANG', value: 'Enterprise × 2' },
    ];
    expect(nextStep(chosen, true).text).toBe('LANG 3 and Enterprise × LANG 2.');
  });

  test('shows segments too few to read last, hollow and without a reading, and never drops a score of 0', async () => {
    const w = open([q4, q3]);
    await w.ready();
    const rows = w.model.shown.value;
    expect(rows.map((r) => r.segment.value)).toEqual(['Enterprise', 'Small', '=Beta']);
    expect(rows[2]).toMatchObject({ readable: false, beyondNoise: false, change: null });
    expect(rows[1]?.segment.counts.detractor).toBe(20);
  });

  test('keeps a segment too few to read last even where its score is the lowest', async () => {
    const few: Part = { tier: 'Few', scores: { 0: 12 } };
    const w = open([wave('q4', 'Q4 2026', [few, enterprise(60, 40, 40), small(20, 60, 120)])]);
    await w.ready();
    for (const order of ['lowest', 'change', 'dimension'] as const) {
      w.model.setLook({ order });
      expect(w.model.shown.value.at(-1)?.segment.value).toBe('Few');
    }
  });

  test('fits its axis to what can be read', async () => {
    const { rows } = await open([q4, q3]).ready();
    const axis = axisOf(rows, 26);
    expect(axis).toEqual({ from: -40, to: 60, ticks: [-40, -20, 0, 20, 40, 60] });
    expect(axisOf([], 26).from).toBeLessThanOrEqual(26);
  });

  test('ticks the proposed segments until somebody decides; a tick is there after a reload and in the other tab', async () => {
    const one = open([q4, q3], undefined, disk);
    const other = open([q4, q3], undefined, disk);
    await one.ready();
    await other.ready();
    expect([...one.model.ticked.value]).toEqual([tier('Enterprise')]);
    expect(one.model.proposal.value).toBe(true);
    one.model.toggle(rowNamed(one.model, 'Small'));
    one.model.toggle(rowNamed(one.model, 'Enterprise'));
    await vi.waitFor(() => expect(other.model.chosen.value).toEqual([{ dimension: 'Tier', value: 'Small' }]));
    expect(other.model.proposal.value).toBe(false);
    const later = open([q4, q3], undefined, disk);
    await later.ready();
    await vi.waitFor(() => expect(later.model.chosen.value).toEqual([{ dimension: 'Tier', value: 'Small' }]));
    later.model.propose();
    await vi.waitFor(() => expect(one.model.proposal.value).toBe(true));
  });

  test('sorts by change and by dimension, and a filter changes no label', async () => {
    const w = open([q4, q3]);
    await w.ready();
    const labels = () => w.model.shown.value.map((r) => r.segment.labels);
    const before = labels();
    w.model.setLook({ order: 'change' });
    expect(w.model.shown.value[0]?.segment.value).toBe('Enterprise');
    w.model.setLook({ order: 'dimension' });
    w.model.setLook({ only: 'Tier' });
    expect(labels()).toEqual(before);
    w.model.setLook({ search: 'nothing' });
    expect(w.model.shown.value).toEqual([]);
  });

  test('says that there is no wave, and that a stored part is damaged', async () => {
    expect(open([]).model.view.value.kind).toBe('noWave');
    const broken = open([q4], { kind: 'damaged', wave: q4.head.id, part: 'score' });
    await vi.waitFor(() =>
      expect(broken.model.view.value).toMatchObject({ kind: 'failed', fault: { kind: 'damaged' } }),
    );
  });

  test('counts again when another cycle is on screen', async () => {
    const w = open([q4, q3]);
    await w.ready();
    w.deps.state.cycle.value = id('q3');
    await vi.waitFor(() =>
      expect(w.model.view.value).toMatchObject({
        kind: 'ready',
        counted: { head: { cycle: 'q3' }, earlier: null },
      }),
    );
  });

  test('downloads every figure with its base, and nothing a spreadsheet would run', async () => {
    const w = open([q4, q3]);
    await w.ready();
    w.model.downloadCsv();
    const [, first, , third] = (w.saved[0] ?? '').split('\r\n');
    expect(first).toBe('Tier,Enterprise,140,60,40,40,-14.3,-27.6,-0.4,46.7,-61,yes,yes,"weak, falling"');
    expect(third).toContain("Tier,'=Beta,12,0,0,12,100,");
    expect(w.saved[0]).not.toMatch(/NaN|undefined/);
  });

  test('crosses two dimensions, walks to its file, and remembers the look in this window', async () => {
    const kept = new Map<string, string>();
    const w = open([crossed('q4', 'Q4 2026'), crossed('q3', 'Q3 2026')], undefined, memoryWorld(), kept);
    await w.ready();
    w.model.setLook({ cross: ['Tier', 'Half'] });
    const cells = await crossOf(w.model);
    expect(cells.flat().map((r) => [r.segment.value, r.segment.n])).toContainEqual(['Enterprise × Even', 70]);
    w.model.downloadCsv();
    const [head, ...lines] = (w.saved[0] ?? '').replace('\ufeff', '').trim().split('\r\n');
    expect(head).toMatch(/^Tier,Half,Answers,Detractors,Passives,Promoters,NPS,/);
    expect(lines[0]).toMatch(/^Enterprise,(Even|Odd),70,30,20,20,-14.3,/);
    const sum = lines.reduce((n, line) => n + Number(line.split(',')[2]), 0);
    expect(sum).toBe(352);
    const later = open([crossed('q4', 'Q4 2026')], undefined, memoryWorld(), kept);
    expect(later.model.look.value.cross).toEqual(['Tier', 'Half']);
  });

  test('puts rows and columns too few to read last in a cross, without a score', async () => {
    const lost: Part = { tier: 'Lost', scores: { 0: 1 } };
    const parts = [lost, enterprise(60, 40, 40), small(20, 60, 120), beta(12)];
    const made = wave('q4', 'Q4 2026', parts);
    const half = { name: 'Half', codes: new Uint16Array(made.columns.rows), values: ['All of them'] };
    const w = open([{ ...made, columns: { ...made.columns, segments: [...made.columns.segments, half] } }]);
    const { map } = await w.ready();
    w.model.setLook({ cross: ['Tier', 'Half'] });
    await crossOf(w.model);
    for (const order of ['lowest', 'answers', 'dimension'] as const) {
      w.model.setLook({ order });
      const view = w.model.cross.value;
      if (view.kind !== 'ready') throw new Error(view.kind);
      const { rows } = gridOf(view, map, w.model.look.value, 30);
      const few = order === 'dimension' ? ['Lost', '=Beta'] : ['=Beta', 'Lost'];
      expect(rows.map(({ value }) => value).slice(2)).toEqual(few);
      expect(rows.map(({ alone }) => alone && figureText(alone, 'level')).slice(2)).toEqual([
        'too few',
        'too few',
      ]);
    }
  });

  test('the change in a cross is told as a change: in its heads, its headline, its note and its colours', async () => {
    const w = open([crossed('q4', 'Q4 2026'), crossed('q3', 'Q3 2026')]);
    const counted = await w.ready();
    w.model.setLook({ cross: ['Tier', 'Half'], tells: 'change' });
    const cells = await crossOf(w.model);
    const view = w.model.cross.value;
    if (view.kind !== 'ready') throw new Error(view.kind);
    expect(finding(counted, view.cross, 'change').segment).toBe(
      'No pair of Tier and Half changed by more than noise.',
    );
    const { rows } = gridOf(view, counted.map, w.model.look.value, 30);
    expect(rows.map(({ alone }) => alone && figureText(alone, 'change'))).toEqual(['0', '0', 'too few']);
    expect(crossWords.rule(4, 'Q3 2026')).toMatch(/^Each cell is compared with itself in Q3;/);
    const even = cells.flat().find((r) => r.readable) as Row;
    expect(tintOf(even, 'change', 10)).toMatchObject({ side: 'even', beyondNoise: false });
    expect(tintOf(even, 'level', 10).side).not.toBe('even');
  });

  test('a cell that scores as everyone else is not said to be 0 points above', async () => {
    const same = wave('q4', 'Q4 2026', [enterprise(20, 40, 60), small(20, 40, 60)]);
    const { rows } = await open([same]).ready();
    expect(cellText(rows[0] as Row, '')).toMatch(/The same as everyone else\.$/);
  });

  test('a filter, a search and what is hidden change no label of a cross either', async () => {
    const w = open([crossed('q4', 'Q4 2026')]);
    await w.ready();
    w.model.setLook({ cross: ['Tier', 'Half'] });
    await crossOf(w.model);
    const labels = () => new Map(w.model.shown.value.map((r) => [r.key, r.segment.labels]));
    const before = labels();
    w.model.setLook({ search: 'small', hidden: [['Half', 'Odd']] });
    const after = labels();
    expect(after.size).toBe(1);
    for (const [key, said] of after) expect(said).toEqual(before.get(key));
  });

  test('a cell is ticked under a dimension made of both, for every reader of waves', async () => {
    const world = memoryWorld();
    const w = open([crossed('q4', 'Q4 2026')], undefined, world);
    await w.ready();
    w.model.setLook({ cross: ['Tier', 'Half'] });
    const [[first]] = (await crossOf(w.model)) as [[Row]];
    w.model.toggle(first);
    await vi.waitFor(() =>
      expect(w.model.chosen.value).toContainEqual({
        dimension: 'Tier × Half',
        value: first.segment.value,
      }),
    );
    const store = storeOf([crossed('q4', 'Q4 2026')]);
    const read = await readWaves(store, w.deps.replica, w.deps.session).columns(id('wave-q4'));
    if (!read.ok) throw new Error(read.why.kind);
    const made = read.value.segments.find((c) => c.name === 'Tier × Half');
    const at = made?.values.indexOf(first.segment.value) ?? -1;
    const answered = read.value.score.filter((score, row) => score !== noScore && made?.codes[row] === at);
    expect(answered.length).toBe(first.segment.n);
    w.model.toggle(first);
    await vi.waitFor(() => expect(w.model.chosen.value).not.toContainEqual(first.ref));
  });

  test('a merge is seen in the other tab at once, and undone', async () => {
    const world = memoryWorld();
    const one = open([q4, q3], undefined, world);
    const other = open([q4, q3], undefined, world);
    await one.ready();
    await other.ready();
    const done = await one.model.values.merge('Tier', ['Small', '=Beta'], 'Small and beta');
    if (done.kind !== 'done') throw new Error(done.kind);
    const values = (m: SegmentsModel) => m.shown.value.map((r) => r.segment.value);
    await vi.waitFor(() => expect(values(other.model)).toEqual(['Enterprise', 'Small and beta']));
    expect(other.model.values.of('Tier')?.lines[0]).toMatchObject({ from: ['Small', '=Beta'] });
    await done.undo();
    await vi.waitFor(() => expect(values(one.model)).toEqual(['Enterprise', 'Small', '=Beta']));
    expect(await one.model.values.rename('Tier', 'Small', 'enterprise')).toEqual({
      kind: 'nameTaken',
      by: 'Enterprise',
    });
  });

  test('a saved view is the team’s: the other device takes it, and it goes again', async () => {
    const world = memoryWorld();
    const one = open([q4], undefined, world);
    const other = open([q4], undefined, world);
    await one.ready();
    await other.ready();
    one.model.setLook({ order: 'answers', hidden: [['Tier', 'Small']], search: 'e' });
    await one.model.saveView('Large ones');
    await vi.waitFor(() => expect(other.model.views.value.map((v) => v.name)).toEqual(['Large ones']));
    expect(other.model.viewOn.value).toBeNull();
    other.model.useView(other.model.views.value[0]?.id ?? '');
    expect(other.model.viewOn.value?.name).toBe('Large ones');
    expect(other.model.shown.value.map((r) => r.segment.value)).toEqual(
      one.model.shown.value.map((r) => r.segment.value),
    );
    await one.model.removeView(one.model.views.value[0]?.id ?? '');
    await vi.waitFor(() => expect(other.model.views.value).toEqual([]));
  });

  test('a cross remembered from another survey gives way to two dimensions that are there', async () => {
    const w = open([crossed('q4', 'Q4 2026')]);
    await w.ready();
    w.model.setLook({ cross: ['Airline', 'Gate'] });
    await crossOf(w.model);
    expect(w.model.crossOn.value).toEqual(['Tier', 'Half']);
  });

  test('what was kept of the last look may be anything', () => {
    for (const text of ['', '{', 'null', '[]', '{"order":7}', '{"cross":["a"]}'])
      expect(lookFrom(text).order).toBe('lowest');
  });

  test('refuses a cross that is too wide in words that say what helps', () => {
    const { text, wide } = refusalText({
      kind: 'tooWide',
      rows: 60_000,
      columns: 4,
      wide: 'Account',
      most: 4000,
    });
    expect(text).toContain('60,000 by 4 values would make 240,000 cells');
    expect(wide).toBe('Account');
  });
});
