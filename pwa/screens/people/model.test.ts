import { signal } from '@preact/signals-core';
import { describe, expect, test, vi } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { fail, ok } from '#core/model/result.ts';
import type { WaveStore, WaveStoreFault } from '#core/ports/waves.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import { interviewEntry, type RosterEntry, rosterEntry } from '#core/sample/index.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import type { Person, WaveColumns, WaveHead } from '#core/waves/index.ts';
import { makePeopleModel } from './model.ts';
import type { PeopleNeeds } from './needs.ts';
import { refusalText, rosterFinding, rosterLede, selectionFinding, shortfallText } from './words.ts';

const id = <K extends string>(text: string) => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const workspace = id<'workspace'>('w');
const cycleDoc = docName(workspace, 'cycle', 'q4');
const now = Date.parse('2026-10-19T12:00:00Z');

const person = (row: number, over: Partial<Person> = {}): Person => ({
  row,
  key: `mail:p${row}@x.example`,
  name: `Person ${row}`,
  email: `p${row}@x.example`,
  phone: '',
  timeZone: '',
  language: '',
  role: '',
  crmId: '',
  accountName: 'Acme',
  accountCrmId: '',
  accountManager: '',
  revenue: null,
  optOut: false,
  comment: '',
  score: row % 11,
  answeredOn: '2026-10-12',
  ...over,
});

interface World {
  people?: readonly Person[];
  facts?: readonly InterviewFacts[];
  fault?: WaveStoreFault;
  disk?: ReturnType<typeof memoryWorld>;
  member?: string;
  query?: string;
  wave?: boolean;
}

/** A survey of 110 people, every score ten times, half Enterprise and half Small. */
function open(w: World = {}) {
  const people = w.people ?? Array.from({ length: 110 }, (_, row) => person(row));
  const n = 110;
  const columns: WaveColumns = {
    rows: n,
    score: Uint8Array.from({ length: n }, (_, row) => row % 11),
    day: new Int32Array(n),
    account: new Uint32Array(n),
    segments: [
      {
        name: 'Tier',
        codes: Uint16Array.from({ length: n }, (_, r) => (r < 55 ? 0 : 1)),
        values: ['Enterprise', 'Small'],
      },
    ],
    ratings: [],
    weight: null,
  };
  const head = {
    id: id('wave'),
    cycle: id('q4'),
    cycleName: 'Q4 2026',
    dimensions: ['Tier'],
    sample: false,
  } as unknown as WaveHead;
  const waves: WaveStore = {
    list: async () => [head],
    columns: async () => (w.fault ? fail(w.fault) : ok(columns)),
    people: async (_wave, rows) => ok(rows.flatMap((r) => people.find((p) => p.row === r) ?? [])),
    rejected: async () => [],
    save: async () => fail({ kind: 'quota' }),
    remove: async () => {},
    watch: () => () => {},
  };
  const deps: PeopleNeeds = {
    clock: { now: () => now, steady: () => 0 },
    chance: seededChance(w.member ?? 'm'),
    session: { workspace, member: id(w.member ?? 'm'), memberName: w.member ?? 'Mo' },
    replica: new MemoryReplica(w.disk ?? memoryWorld()),
    waves,
    facts: {
      ofCycle: async (cycle) => (w.facts ?? []).filter((f) => f.cycle === cycle),
      ofPerson: async () => [],
      watch: () => () => {},
      rebuild: async () => {},
    },
    state: {
      cycles: signal([{ id: 'q4', name: 'Q4 2026', startsOn: '2026-10-05', sample: false }]),
      cycle: signal('q4'),
      waves: signal(w.wave === false ? [] : [head]),
      save: signal({ kind: 'saved' }),
      sync: signal({ kind: 'alone' }),
    },
    place: signal({ path: '/people', params: {}, query: new URLSearchParams(w.query ?? '') }),
  };
  const model = makePeopleModel(deps);
  const selection = async () => {
    await vi.waitFor(() => expect(model.selection.view.value.kind).toBe('ready'));
    const view = model.selection.view.value;
    if (view.kind !== 'ready') throw new Error(view.kind);
    return view.selection;
  };
  const put = (entries: readonly RosterEntry[]) =>
    deps.replica.apply(
      entries.map(({ id: key, ...fields }) => rosterEntry.put(cycleDoc, key, fields)),
      { who: deps.session.member, why: 'test' },
    );
  return { model, deps, selection, put };
}

const keys = (s: { draw: { chosen: readonly { person: Person }[] } }) =>
  s.draw.chosen.map((c) => c.person.key);

describe('choosing people', () => {
  test('draws the usual numbers from everybody, each with the reason, the same for the same seed', async () => {
    const w = open();
    const first = await w.selection();
    expect(selectionFinding(first)).toBe('24 people to call: 11 detractors, 8 passives and 5 promoters.');
    expect(first.seed).toBe('q4');
    const again = await open().selection();
    expect(keys(again)).toEqual(keys(first));
    w.model.selection.setSeed('other');
    await vi.waitFor(async () => expect((await w.selection()).seed).toBe('other'));
    expect(keys(await w.selection())).not.toEqual(keys(first));
    w.model.selection.drawAgain();
    await vi.waitFor(async () => expect((await w.selection()).seed).not.toBe('other'));
  });

  test('leaves people out with the reason, and says in words where a quota falls short', async () => {
    const people = Array.from({ length: 110 }, (_, r) =>
      person(r, r % 11 >= 9 ? (r < 60 ? { optOut: true } : { email: '' }) : {}),
    );
    const s = await open({ people }).selection();
    expect(selectionFinding(s)).toBe('19 of 24 people found: 11 detractors and 8 passives.');
    const short = s.draw.outcomes.filter((o) => o.shortfall).map(shortfallText);
    expect(short).toEqual([
      'Anyone who answered, promoters: 0 of 5 found. 20 people fit; 10 asked not to be contacted and 10 have neither e-mail nor telephone.',
    ]);
  });

  test('numbers change the plan and not who else is read; a plan without passives is flagged', async () => {
    const w = open();
    await w.selection();
    w.model.selection.setWant(null, 'passive', 0);
    await vi.waitFor(async () => expect((await w.selection()).standing.isWithoutPassives).toBe(true));
    w.model.selection.setWant(null, 'detractor', Number.NaN);
    await vi.waitFor(async () => expect((await w.selection()).standing.byBand.detractor.want).toBe(0));
    w.model.selection.usual();
    await vi.waitFor(async () => expect((await w.selection()).standing.total).toBe(24));
  });

  test('somebody interviewed lately is not asked again', async () => {
    const first = keys(await open().selection())[0] ?? '';
    const facts = [{ cycle: 'q4', person: first } as unknown as InterviewFacts];
    const w = open({ facts });
    await vi.waitFor(async () => {
      const s = await w.selection();
      expect(keys(s)).not.toContain(first);
      expect(s.draw.leftOut).toContainEqual(expect.objectContaining({ reason: 'interviewedRecently' }));
    });
  });

  test('a survey that names nobody, or nobody who can be reached, says what is missing', async () => {
    const nobody = open({ people: [] });
    await vi.waitFor(() =>
      expect(nobody.model.selection.view.value).toEqual({ kind: 'noPeople', unnamed: true }),
    );
    const mute = open({ people: Array.from({ length: 110 }, (_, r) => person(r, { email: '' })) });
    await vi.waitFor(() =>
      expect(mute.model.selection.view.value).toEqual({ kind: 'noPeople', unnamed: false }),
    );
  });

  test('without a wave, or with one that cannot be read, says so', async () => {
    const none = open({ wave: false });
    await vi.waitFor(() => expect(none.model.view.value.kind).toBe('noWave'));
    const broken = open({ fault: { kind: 'unavailable', reason: 'x' } });
    await vi.waitFor(() => expect(broken.model.view.value.kind).toBe('failed'));
  });
});

describe('the roster', () => {
  test('holds everybody drawn; a refusal asks for one substitute and nobody twice', async () => {
    const w = open();
    const first = await w.selection();
    await w.model.selection.confirm();
    await vi.waitFor(() => expect(w.model.view.value.kind).toBe('roster'));
    expect(w.model.roster.lines.value.length).toBe(24);
    expect(selectionFinding(await w.selection())).toBe('The plan is full: 24 people on the roster.');
    const passive = w.model.roster.lines.value.find((l) => l.entry.band === 'passive');
    if (!passive) throw new Error('no passive');
    await w.model.roster.setState(passive.entry, 'declined');
    await vi.waitFor(async () =>
      expect(selectionFinding(await w.selection())).toBe('1 more person to call: 1 passive.'),
    );
    expect(keys(first)).not.toContain(keys(await w.selection())[0]);
  });

  test('opens with where the work stands and how much time is left', async () => {
    const w = open();
    await w.selection();
    await w.model.selection.confirm();
    await vi.waitFor(() => expect(w.model.roster.summary.value.all).toBe(24));
    expect(rosterFinding(w.model.roster.summary.value)).toBe('24 people to call. No call has been held yet.');
    expect(rosterLede(w.model.roster.summary.value)).toContain('7 days left for the first.');
  });

  test('one interviewer only: the second claim is refused with the name of the first', async () => {
    const disk = memoryWorld();
    const [one, other] = [open({ disk, member: 'mo' }), open({ disk, member: 'lena' })];
    await one.selection();
    await one.model.selection.confirm();
    await vi.waitFor(() => expect(other.model.roster.lines.value.length).toBe(24));
    const entry = one.model.roster.lines.value[0]?.entry;
    if (!entry) throw new Error('empty');
    expect(await one.model.roster.claim(entry)).toBeNull();
    await vi.waitFor(() =>
      expect(other.model.roster.lines.value.find((l) => l.entry.id === entry.id)?.free).toBe(false),
    );
    const refused = await other.model.roster.claim(entry);
    expect(refused && refusalText(refused)).toBe('mo has claimed this call. Nothing was changed.');
    expect(await other.model.roster.call(entry)).toMatchObject({ kind: 'claimedByOther', name: 'mo' });
    expect(await one.model.roster.release(entry)).toBeNull();
    await vi.waitFor(() => expect(other.model.roster.lines.value.every((l) => l.free)).toBe(true));
  });

  test('beginning a call makes the interview, claims the person and is done once', async () => {
    const w = open();
    await w.selection();
    await w.model.selection.confirm();
    await vi.waitFor(() => expect(w.model.roster.next.value).not.toBeNull());
    const next = w.model.roster.next.value?.entry;
    if (!next) throw new Error('nobody');
    const first = await w.model.roster.call(next);
    expect(first).toMatchObject({ href: expect.stringMatching(/^\/call\/[0-9a-z]{26}$/) });
    expect(await w.model.roster.call(next)).toEqual(first);
    const doc = await w.deps.replica.open(cycleDoc);
    expect(doc.read(interviewEntry.collection).size).toBe(1);
    expect(w.model.roster.next.value?.entry.id).toBe(next.id);
    expect(w.model.roster.next.value?.mine).toBe(true);
  });

  test('sorts the fewest days first, and those who cannot be reached are never next', async () => {
    const w = open();
    const entry = (key: string, over: Partial<RosterEntry>): RosterEntry => ({
      ...({
        id: key,
        name: key,
        email: 'a@b.c',
        phone: '',
        role: '',
        accountName: '',
        accountManager: '',
      } as const),
      ...({ revenue: null, timeZone: '', language: '', band: 'passive', score: 7, comment: '' } as const),
      ...({ segments: {}, wave: 'wave', row: 0, reason: '', state: 'selected', claimedBy: '' } as const),
      ...{ claimedByName: '', interview: '', sample: false, answeredOn: '2026-10-12' },
      ...over,
    });
    await w.put([
      entry('later', { answeredOn: '2026-10-15' }),
      entry('undated', { answeredOn: '' }),
      entry('overdue', { answeredOn: '2026-09-01', email: '' }),
      entry('soon', { answeredOn: '2026-10-06' }),
      entry('held', { state: 'held' }),
    ]);
    await vi.waitFor(() => expect(w.model.roster.lines.value.length).toBe(4));
    expect(w.model.roster.lines.value.map((l) => l.entry.id)).toEqual([
      'overdue',
      'soon',
      'later',
      'undated',
    ]);
    expect(w.model.roster.next.value?.entry.id).toBe('soon');
    expect(rosterFinding(w.model.roster.summary.value)).toBe('1 of 5 calls held.');
    expect(rosterLede(w.model.roster.summary.value)).toContain('1 person past the two weeks.');
    w.model.roster.showOnly('all');
    expect(w.model.roster.lines.value.length).toBe(5);
  });

  test('somebody taken off comes back by undo', async () => {
    const w = open();
    await w.selection();
    await w.model.selection.confirm();
    await vi.waitFor(() => expect(w.model.roster.lines.value.length).toBe(24));
    const entry = w.model.roster.lines.value[3]?.entry;
    if (!entry) throw new Error('empty');
    expect(await w.model.roster.takeOff(entry)).toBeNull();
    await vi.waitFor(() => expect(w.model.roster.summary.value.all).toBe(23));
    await w.model.roster.putBack(entry);
    await vi.waitFor(() => expect(w.model.roster.summary.value.all).toBe(24));
  });
});
