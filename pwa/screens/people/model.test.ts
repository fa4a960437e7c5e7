import { signal } from '@preact/signals-core';
import { describe, expect, test, vi } from 'vitest';
import { tickStep } from '#core/cycles/index.ts';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { fail, ok } from '#core/model/result.ts';
import { interviewHead, note as noteRecord } from '#core/notes/index.ts';
import type { WaveStore, WaveStoreFault } from '#core/ports/waves.ts';
import { MemoryReplica, memoryWorld } from '#core/replica/index.ts';
import {
  interviewEntry,
  type RosterEntry,
  rosterEntry,
  type ScoredEntry,
  type StudyProgress,
  selectionPlan,
} from '#core/sample/index.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import { type Person, pairId, sayOfPair, type WaveColumns, type WaveHead } from '#core/waves/index.ts';
import { rosterPerson } from '#test/fixtures/roster.ts';
import { selectionFinding, shortfallText, triedText } from './chooseWords.ts';
import { chosenFor } from './chosenFor.ts';
import { problemText } from './dialogWords.ts';
import { makePeopleModel } from './model.ts';
import type { PeopleNeeds } from './needs.ts';
import { type Line, nextStepWith } from './rosterLines.ts';
import { refusalText, rosterFinding, rosterLede } from './rosterWords.ts';
import { sinceClosed } from './words.ts';

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
  lastDay?: string;
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
  const saved: { name: string; type: string; content: string }[] = [];
  const head = {
    id: id('wave'),
    cycle: id('q4'),
    cycleName: 'Q4 2026',
    dimensions: ['Tier'],
    lastDay: w.lastDay ?? '',
    answers: n,
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
      whenCaughtUp: async () => {},
    },
    files: { save: (name, type, content) => saved.push({ name, type, content: String(content) }) },
    state: {
      cycles: signal([
        { id: 'q4', name: 'Q4 2026', startsOn: '2026-10-05', sample: false },
        { id: 'q3', name: 'Q3 2026', startsOn: '2026-07-06', sample: false },
      ]),
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
  return { model, deps, selection, put, saved };
}

const keys = (s: { draw: { chosen: readonly { person: Person }[] } }) =>
  s.draw.chosen.map((c) => c.person.key);

const entry = (key: string, over: Partial<RosterEntry>): RosterEntry =>
  rosterPerson(key, { name: key, email: 'a@b.c', ...over } as Partial<ScoredEntry>);

/** A world whose roster is drawn: 24 people. */
async function drawn(w: World = {}) {
  const world = open(w);
  await world.selection();
  await world.model.selection.confirm();
  await vi.waitFor(() => expect(world.model.roster.everybody.value.length).toBe(24));
  const one = (key: string) => {
    const found = world.model.roster.everybody.value.find((e) => e.id === key);
    if (!found) throw new Error(key);
    return found;
  };
  return { ...world, one, first: world.model.roster.everybody.value[0] as RosterEntry };
}

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

  test('a number, segment or seed is tried before it is kept: who comes, who goes, and the way back', async () => {
    const w = open();
    const first = await w.selection();
    expect(first.tried).toBeNull();
    w.model.selection.setWant(null, 'passive', 10);
    await vi.waitFor(async () => expect((await w.selection()).tried?.come.length).toBe(2));
    expect(triedText((await w.selection()).tried ?? { come: [], go: [], stay: 0 })).toBe(
      '2 people would come; 24 stay.',
    );
    w.model.selection.setSeed('other');
    await vi.waitFor(async () => expect((await w.selection()).tried?.go.length).toBeGreaterThan(2));
    const doc = await w.deps.replica.open(cycleDoc);
    expect(doc.read(selectionPlan.collection).size).toBe(0);
    // two steps back is where it began
    w.model.selection.undo();
    await vi.waitFor(async () => expect((await w.selection()).tried?.come.length).toBe(2));
    w.model.selection.undo();
    await vi.waitFor(async () => expect((await w.selection()).tried).toBeNull());
    expect(keys(await w.selection())).toEqual(keys(first));

    w.model.selection.addSegment({ dimension: 'Tier', value: 'Small' });
    await vi.waitFor(async () => expect((await w.selection()).segments.length).toBe(1));
    expect((await w.selection()).study).toBe('segment');
    const undo = await w.model.selection.keep();
    await vi.waitFor(async () => expect((await w.selection()).tried).toBeNull());
    expect(selectionFinding(await w.selection())).toContain('15 people to call');
    undo();
    await vi.waitFor(async () => expect(keys(await w.selection())).toEqual(keys(first)));
  });

  test('the kind of study brings its numbers and, for a quick start, the tiers', async () => {
    const w = open();
    await w.selection();
    w.model.selection.setStudy('quickStart');
    await vi.waitFor(async () => expect((await w.selection()).standing.total).toBe(20));
    expect((await w.selection()).segments.map((s) => s.value)).toEqual(['Enterprise', 'Small']);
    w.model.selection.setStudy('perSegment');
    await vi.waitFor(async () => expect((await w.selection()).standing.total).toBe(48));
  });

  test('whoever was interviewed, declined or asked too often in the cycles before is left out, by rules that can be changed', async () => {
    const w = open();
    const [a, b, c] = keys(await w.selection());
    if (!a || !b || !c) throw new Error('three people');
    const q3 = docName(workspace, 'cycle', 'q3');
    const then = (key: string, state: RosterEntry['state']) =>
      rosterEntry.put(q3, key, { ...entry(key, {}), state, invitations: 1 });
    await w.deps.replica.apply([then(a, 'held'), then(b, 'declined'), then(c, 'invited')], {
      who: w.deps.session.member,
      why: 'test',
    });
    // any change of the cycles has the past read again
    w.deps.state.cycles.value = [...w.deps.state.cycles.value];
    const reasons = async () =>
      (await w.selection()).draw.leftOut.map(({ person, reason }) => [person.key, reason]);
    await vi.waitFor(async () =>
      expect(await reasons()).toEqual(
        expect.arrayContaining([
          [a, 'interviewedRecently'],
          [b, 'declined'],
        ]),
      ),
    );
    expect(keys(await w.selection())).toContain(c);
    w.model.selection.setInvitations(1);
    await vi.waitFor(async () => expect(await reasons()).toContainEqual([c, 'askedOften']));
    w.model.selection.setInvitations(2);
    w.model.selection.setRest(0);
    await vi.waitFor(async () => expect(keys(await w.selection())).toContain(a));
  });

  test('whoever was interviewed under another name is left out once somebody says they are one person', async () => {
    const w = open();
    const [a] = keys(await w.selection());
    if (!a) throw new Error('somebody drawn');
    const before = entry('id:77', { name: 'Other', email: a.slice('mail:'.length).replace('@', '+nps@') });
    const q3 = docName(workspace, 'cycle', 'q3');
    const note = { who: w.deps.session.member, why: 'test' };
    await w.deps.replica.apply([rosterEntry.put(q3, 'id:77', { ...before, state: 'held' })], note);
    w.deps.state.cycles.value = [...w.deps.state.cycles.value];
    await w.selection();
    expect(keys(await w.selection())).toContain(a);
    const pair = { id: pairId(a, 'id:77'), reason: 'emailSpelling' as const };
    const who = { id: 'm', name: 'Mo', at: now };
    await w.deps.replica.apply(sayOfPair(docName(workspace, 'workspace'), pair, true, who), note);
    await vi.waitFor(async () => {
      const { leftOut, chosen } = (await w.selection()).draw;
      expect(leftOut.map(({ person: p, reason }) => [p.key, reason])).toContainEqual([
        a,
        'interviewedRecently',
      ]);
      expect(chosen.map(({ person: p }) => p.key)).not.toContain(a);
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
    expect(await w.model.roster.step(passive.entry, { kind: 'decline' })).toBeNull();
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
    const lede = rosterLede(w.model.roster.summary.value, w.model.roster.progress.value);
    expect(lede).toBe(
      '11 detractors, 8 passives and 5 promoters. All free. The first has 7 days left. 24 are chosen, within this study’s 24 to 30.',
    );
  });

  test('whoever declined or did not appear is told apart and counted nowhere', async () => {
    const w = open();
    await w.put([
      entry('a', { state: 'held', band: 'passive' }),
      entry('b', { claimedBy: 'tom', answeredOn: '2026-10-12' }),
      entry('c', { answeredOn: '2026-10-12' }),
      entry('d', { state: 'declined' }),
    ]);
    const { summary } = w.model.roster;
    await vi.waitFor(() => expect(summary.value.all).toBe(4));
    const say = () => [rosterFinding(summary.value), rosterLede(summary.value, null)];
    expect(say()).toEqual([
      '1 of 3 calls held; 1 declined.',
      'Held: 1 of 3 passives. 2 left to call: 1 with colleagues, 1 free. The first has 7 days left.',
    ]);
    await w.put([entry('a', { state: 'selected' }), entry('b', { state: 'noShow' })]);
    await vi.waitFor(() => expect(summary.value.noShow).toBe(1));
    expect(say()[0]).toBe('2 people to call. No call has been held yet; 1 declined and 1 did not appear.');
    await w.put(['a', 'c'].map((key) => entry(key, { state: 'declined' })));
    await vi.waitFor(() => expect(summary.value.declined).toBe(3));
    expect(say()[0]).toBe('Nobody is left to call; 3 declined and 1 did not appear.');
  });

  test('the reason in the table leaves out the score beside it, and says whose place it is apart', () => {
    const said = (reason: string, score: number | null = 3) => Object.values(chosenFor({ reason, score }));
    expect(said('Enterprise × detractor, score 3')).toEqual(['Enterprise × detractor', '']);
    expect(said('Enterprise × detractor, score 3; for Ada, who declined')).toEqual([
      'Enterprise × detractor',
      'for Ada, who declined',
    ]);
    // written by earlier versions
    expect(said('Anyone × passive, score 7; for Ada, who declined: same stratum', 7)).toEqual([
      'Anyone × passive',
      'for Ada, who declined',
    ]);
    // in somebody's own words
    expect(said('Left in June, score 9', null)).toEqual(['Left in June, score 9', '']);
  });

  test('a study with more or fewer people than usual says by how many', () => {
    const none = { all: 0, held: 0 };
    const summary = {
      ...{ all: 53, held: 0, open: 53, free: 53, mine: 0, overdue: 0, declined: 0, noShow: 0, outside: 0 },
      byBand: { detractor: { all: 53, held: 0 }, passive: none, promoter: none },
      least: 0,
    };
    const lede = (chosen: number, is: 'above' | 'below') =>
      rosterLede(summary, { range: { low: 24, high: 30 }, chosen, held: 0, is } as StudyProgress);
    expect(lede(53, 'above')).toContain('53 are chosen, 23 more than this study’s 24 to 30.');
    expect(lede(1, 'below')).toContain('1 is chosen, 23 fewer than this study’s 24 to 30.');
    expect(lede(1, 'below')).toContain('The first has its last day today.');
    expect(sinceClosed(11)).toBe('The survey closed 11 days ago; the plan is counted from that day.');
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
    // drawn when the segment had another name
    await w.put([{ ...next, segments: { Tier: 'Strategic' } }]);
    const first = await w.model.roster.call(next);
    if (!('href' in first)) throw new Error(first.kind);
    expect(first.href).toMatch(/^\/call\/[0-9a-z]{26}$/);
    const head = await w.deps.replica.open(docName(workspace, 'interview', first.href.slice(6)));
    expect(head.read(interviewHead.collection).get('head')?.segments).toEqual(next.segments);
    expect(await w.model.roster.call(next)).toEqual(first);
    const doc = await w.deps.replica.open(cycleDoc);
    expect(doc.read(interviewEntry.collection).size).toBe(1);
    expect(w.model.roster.next.value?.entry.id).toBe(next.id);
    expect(w.model.roster.next.value?.mine).toBe(true);
  });

  test('next is who can be called now; where all sleep or have no telephone, who has not been written to', async () => {
    const w = open();
    // Monday, 13:00 in London and 21:00 in Tokyo
    const asleep = { phone: '+81 3 1234 5678', timeZone: 'Asia/Tokyo', answeredOn: '2026-10-06' };
    await w.put([
      entry('written', { phone: '', state: 'invited', answeredOn: '2026-10-05' }),
      entry('asleep', asleep),
      entry('awake', { phone: '+44 20 7946 0112', timeZone: 'Europe/London' }),
    ]);
    const next = () => w.model.roster.next.value;
    await vi.waitFor(() => expect(next()?.entry.id).toBe('awake'));
    expect(next() && nextStepWith(next() as Line)).toBe('call');
    await w.put([entry('awake', { state: 'declined' })]);
    await vi.waitFor(() => expect(next()?.entry.id).toBe('asleep'));
    expect(next() && nextStepWith(next() as Line)).toBe('invite');
    await w.put([entry('asleep', { ...asleep, state: 'invited' })]);
    await vi.waitFor(() => expect(next()?.entry.id).toBe('written'));
    expect(next() && nextStepWith(next() as Line)).toBe('call');
  });

  test('sorts the fewest days first, and those who cannot be reached are never next', async () => {
    const w = open();
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
    expect(rosterLede(w.model.roster.summary.value, null)).toContain(
      '4 left to call: all free. 1 person is past the two weeks.',
    );
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

  test('a refusal draws one substitute of the same stratum, with whose place it is, and takes it back', async () => {
    const w = await drawn();
    expect(await w.model.roster.step(w.first, { kind: 'decline' })).toBeNull();
    expect(w.model.roster.empty.value.map((l) => l.entry.id)).toEqual([w.first.id]);
    const found = await w.model.roster.substitute(w.first);
    if ('kind' in found) throw new Error(refusalText(found));
    const their = w.one(found.key);
    expect(their).toMatchObject({
      score: w.first.score,
      band: w.first.band,
      insteadOf: w.first.id,
      seed: 'q4',
      reason: `${w.first.reason}; for ${w.first.name}, who declined`,
    });
    expect(w.one(w.first.id).replacedBy).toBe(found.key);
    expect(w.model.roster.empty.value).toEqual([]);
    // the plan is full again, and nobody draws for the same place twice
    expect(selectionFinding(await w.selection())).toContain('The plan is full');
    expect(await w.model.roster.substitute(w.first)).toEqual({ kind: 'replaced' });
    await w.model.roster.withdraw(w.first, found.key);
    expect(w.model.roster.empty.value.length).toBe(1);
    expect(await w.model.roster.substitute(w.first)).toEqual(found);
    // taking the substitute off leaves the place empty too, and putting them back fills it
    const substitute = w.one(found.key);
    expect(await w.model.roster.takeOff(substitute)).toBeNull();
    await vi.waitFor(() => expect(w.model.roster.empty.value.length).toBe(1));
    await w.model.roster.putBack(substitute);
    await vi.waitFor(() => expect(w.one(w.first.id).replacedBy).toBe(found.key));
    expect(await w.model.roster.takeOff(w.one(w.first.id))).toEqual({ kind: 'declined' });
  });

  test('a place in a segment that was renamed since is filled from the segment as it is called now', async () => {
    const w = open();
    await w.selection();
    const renamed = { Tier: 'Large' };
    const gone = rosterPerson('mail:p3@x.example', {
      row: 3,
      score: 3,
      band: 'detractor',
      state: 'declined',
      segments: renamed,
      segment: { dimension: 'Tier', value: 'Large' },
    });
    const { id: key, ...fields } = gone;
    await w.deps.replica.apply([rosterEntry.put(cycleDoc, key, fields)], { who: id('m'), why: 'test' });
    await vi.waitFor(() => expect(w.model.roster.empty.value.length).toBe(1));
    const found = await w.model.roster.substitute(gone);
    if ('kind' in found) throw new Error(refusalText(found));
    const their = w.model.roster.everybody.value.find((e) => e.id === found.key);
    expect(their).toMatchObject({ score: 3, segments: { Tier: 'Enterprise' } });
  });

  test('where nobody is left to take a place, says where they all went', async () => {
    const people = Array.from({ length: 110 }, (_, r) =>
      person(r, r % 11 >= 9 && r > 33 ? { optOut: true } : {}),
    );
    const w = open({ people });
    await w.selection();
    await w.model.selection.confirm();
    await vi.waitFor(() => expect(w.model.roster.everybody.value.length).toBeGreaterThan(20));
    const promoters = () => w.model.roster.everybody.value.filter((e) => e.band === 'promoter');
    for (;;) {
      const next = promoters().find((e) => e.state === 'selected');
      if (!next) break;
      await w.model.roster.step(next, { kind: 'decline' });
      const found = await w.model.roster.substitute(next);
      if (!('kind' in found)) continue;
      expect(refusalText(found)).toMatch(
        /^Nobody is left to take this place: 20 people of this segment and band answered; 14 asked not to be contacted/,
      );
      return;
    }
    throw new Error('somebody was always found');
  });

  test('a call is arranged with a calendar file, moved under the same name, and struck out', async () => {
    const w = await drawn();
    const on = now + 86_400_000;
    expect(await w.model.roster.arrange(w.first, now - 1, 30)).toEqual({ kind: 'noSuchTime' });
    expect(await w.model.roster.arrange(w.first, on, 30)).toBeNull();
    w.model.roster.saveCalendar(w.first);
    expect(await w.model.roster.arrange(w.first, on + 3_600_000, 30)).toBeNull();
    w.model.roster.saveCalendar(w.first);
    await w.model.roster.step(w.first, { kind: 'decline' });
    w.model.roster.saveCalendar(w.first);
    const lines = (file: { content: string } | undefined, name: string) =>
      file?.content.split('\r\n').find((l) => l.startsWith(name));
    const all = (name: string) => w.saved.map((file) => lines(file, name));
    expect(new Set(all('UID:')).size).toBe(1);
    expect(all('SEQUENCE:')).toEqual(['SEQUENCE:0', 'SEQUENCE:1', 'SEQUENCE:2']);
    expect(all('STATUS:')).toEqual(['STATUS:CONFIRMED', 'STATUS:CONFIRMED', 'STATUS:CANCELLED']);
    expect(all('DTSTART:')[0]).toBe('DTSTART:20261020T120000Z');
    expect(w.saved[0]?.name).toMatch(/^call-person-\d+\.ics$/);
    // nothing that the customer should not read
    expect(w.saved.map((f) => f.content).join()).not.toMatch(/score|detractor|promoter/i);
  });

  test('undo brings somebody back as they were, with no time and no invitation they did not have', async () => {
    const w = await drawn();
    const before = w.one(w.first.id);
    await w.model.roster.step(before, { kind: 'invite' });
    await w.model.roster.arrange(before, now + 86_400_000, 30);
    expect(w.one(before.id)).toMatchObject({ state: 'scheduled', invitations: 1 });
    await w.model.roster.putBack(before);
    const after = w.one(before.id);
    expect([after.state, after.call ?? null, after.invitations ?? null]).toEqual(['selected', null, null]);
  });

  test('a call is handed over, and what each has to do is counted', async () => {
    const w = await drawn();
    const [a, b] = w.model.roster.everybody.value;
    if (!a || !b) throw new Error('two people');
    await w.put([{ ...a, claimedBy: 'lena', claimedByName: 'Lena' }]);
    await w.model.roster.claim(b);
    expect(w.model.roster.colleagues.value.map((c) => c.name)).toEqual(['Lena', 'Mo']);
    expect(await w.model.roster.handOver(b, { id: 'lena', name: 'Lena' })).toBeNull();
    expect(w.model.roster.workloads.value.map(({ name, toCall }) => [name, toCall])).toEqual([
      ['Lena', 2],
      ['', 22],
    ]);
  });

  test('a call can be handed to whoever has worked here, not only to those who have claimed one', async () => {
    const held = { interview: 'talk', cycle: 'q4' } as unknown as InterviewFacts;
    const w = await drawn({ facts: [held] });
    const [q3, talk] = [docName(workspace, 'cycle', 'q3'), docName(workspace, 'interview', 'talk')];
    const line = { text: 'Slow', order: 'a', at: 1, area: 'scoreDrivers' as const, question: '' };
    await w.deps.replica.apply(
      [
        rosterEntry.put(q3, 'id:1', { ...entry('id:1', {}), claimedBy: 'ines', claimedByName: 'Ines' }),
        ...tickStep(q3, 'targetsSet', { id: 'kim', name: 'Kim', at: now }),
        noteRecord.put(talk, 'n1', { ...line, author: 'bo', authorName: 'Bo' }),
        noteRecord.put(talk, 'n2', { ...line, author: 'm', authorName: 'Mo as was' }),
      ],
      { who: w.deps.session.member, why: 'test' },
    );
    const names = () => w.model.roster.colleagues.value.map((c) => c.name);
    expect(names()).toEqual(['Mo']);
    await w.model.roster.meetColleagues();
    expect(names()).toEqual(['Bo', 'Ines', 'Kim', 'Mo']);
  });

  test('somebody from outside is added with a reason, and asked for a score before the call', async () => {
    const w = await drawn();
    const ada = {
      name: 'Ada Bell',
      email: 'ada@new.example',
      phone: '',
      accountName: 'New Ltd',
      timeZone: '',
      score: null,
      band: null,
      reason: 'Left in June',
    };
    const refused = await w.model.roster.add({ ...ada, reason: '' });
    expect(refused && refusalText(refused)).toBe('Say why they should be asked: others will wonder.');
    expect(await w.model.roster.add(ada)).toBeNull();
    const entry = w.one('mail:ada@new.example');
    expect(entry).toMatchObject({ outside: true, band: null, reason: 'Left in June' });
    expect(await w.model.roster.call(entry)).toEqual({ kind: 'scoreUnknown' });
    await w.model.roster.stateScore(entry, 9);
    expect(await w.model.roster.call(w.one(entry.id))).toMatchObject({ href: expect.any(String) });
    // not of the draw: the plan is as full as before
    expect(w.model.roster.summary.value.outside).toBe(1);
  });

  test('whoever opted out in the survey is not added by hand either', async () => {
    const w = await drawn({
      people: Array.from({ length: 110 }, (_, r) => person(r, { optOut: r === 109 })),
    });
    const added = {
      name: 'P. 109',
      email: 'P109@x.example',
      phone: '',
      accountName: '',
      timeZone: '',
      score: null,
      band: null,
      reason: 'Asked for it',
    };
    const refused = await w.model.roster.add(added);
    expect(refused && refusalText(refused)).toBe('Person 109 asked not to be contacted: the survey says so.');
    expect(w.model.roster.summary.value.outside).toBe(0);
    expect(await w.model.roster.add({ ...added, email: 'other@x.example' })).toBeNull();
  });

  test('the two weeks run from the day the survey closed', async () => {
    const w = await drawn({ lastDay: '2026-10-16' });
    const { least, overdue } = w.model.roster.summary.value;
    expect([least, overdue]).toEqual([11, 0]);
  });

  test('finds somebody by a part of the name', async () => {
    const w = await drawn();
    w.model.roster.findBy(` ${w.first.name.toUpperCase()} `);
    expect(w.model.roster.lines.value.some((l) => l.entry.id === w.first.id)).toBe(true);
    w.model.roster.findBy('nobody of that name');
    expect(w.model.roster.lines.value).toEqual([]);
  });
});

describe('invitations', () => {
  test('each band has a text of its own, filled for the person; the mail carries it', async () => {
    const w = await drawn();
    const one = (band: string) => w.model.roster.everybody.value.find((e) => e.band === band) as RosterEntry;
    const url = new URL(w.model.invitations.mailto(one('detractor')));
    expect(url.searchParams.get('subject')).toBe('I would like to hear what went wrong');
    expect(url.searchParams.get('body')).toMatch(/^Hello Person,\r\n\r\nThank you/);
    const promoter = new URL(w.model.invitations.mailto(one('promoter')));
    expect(promoter.searchParams.get('subject')).not.toBe(url.searchParams.get('subject'));
  });

  test('a text written by the lead is kept for everybody, and one with a hole in it is not sent', async () => {
    const disk = memoryWorld();
    const [lead, other] = [await drawn({ disk }), open({ disk, member: 'lena' })];
    const text = {
      subject: 'For {{account}}',
      body: 'Hello {{frstName}}, you gave us {{score}}.',
      mayNameScore: false,
    };
    await lead.model.invitations.save('detractor', text);
    const one = lead.model.roster.everybody.value.find((e) => e.band === 'detractor') as RosterEntry;
    await vi.waitFor(() =>
      expect(other.model.invitations.texts.value.detractor.subject).toBe('For {{account}}'),
    );
    const filled = other.model.invitations.fill(one);
    expect(filled.ok ? [] : filled.why.map(problemText)).toEqual([
      '“{{frstName}}” is not known.',
      '“{{score}}” would tell the customer their score, which this text does not allow.',
    ]);
    expect(other.model.invitations.mailto(one)).toBe(`mailto:${one.email}`);
    await lead.model.invitations.reset('detractor');
    await vi.waitFor(() => expect(other.model.invitations.fill(one).ok).toBe(true));
  });
});
