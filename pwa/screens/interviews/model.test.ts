import { describe, expect, test, vi } from 'vitest';
import { seededChance } from '#core/model/chance.ts';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { interviewHead } from '#core/notes/index.ts';
import { MemoryReplica } from '#core/replica/index.ts';
import { type RosterEntry, rosterEntry, type ScoredEntry } from '#core/sample/index.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import { aloneState, factsOf } from '#test/fixtures/appState.ts';
import { wavesReading } from '#test/fixtures/columns.ts';
import { mentionOf, raisedBy } from '#test/fixtures/interviewFacts.ts';
import { rosterPerson } from '#test/fixtures/roster.ts';
import { type InterviewsNeeds, makeInterviewsModel } from './model.ts';
import { finding, lede, nextStep } from './words.ts';

const id = <K extends string>(text: string) => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const workspace = id<'workspace'>('w');
const cycleDoc = docName(workspace, 'cycle', 'q4');

const person = (key: string, more: Partial<ScoredEntry> = {}): RosterEntry =>
  rosterPerson(key, { name: key, accountName: 'Brightwater', ...more });

const held = (interview: string, who: string, more: Partial<InterviewFacts> = {}): InterviewFacts =>
  raisedBy('passive', [], {
    ...{ interview, person: who, name: who, accountName: 'Brightwater', interviewer: 'me' },
    ...{ startedAt: 1000, endedAt: 2000, notes: 2 },
    mentions: [mentionOf('t', { note: 'a' }), mentionOf('u', { note: 'a' })],
    ...more,
  });

async function world(roster: readonly RosterEntry[], facts: readonly InterviewFacts[]) {
  const replica = new MemoryReplica();
  const me = id<'member'>('me');
  for (const entry of roster)
    await replica.apply([rosterEntry.put(cycleDoc, entry.id, { ...entry })], { who: me, why: 'test' });
  const gone: string[] = [];
  const deps: InterviewsNeeds = {
    replica,
    clock: { now: () => 5000, steady: () => 0 },
    chance: seededChance('i'),
    session: { workspace, member: me, memberName: 'Me' },
    facts: factsOf(facts),
    waves: wavesReading([{ score: 7, segments: { Tier: 'Key customers' } }]),
    state: aloneState(),
    go: (href) => gone.push(href),
  };
  const model = makeInterviewsModel(deps);
  await vi.waitFor(() => expect(model.view.value.kind).not.toBe('loading'));
  return { model, gone, replica };
}

async function ready(roster: readonly RosterEntry[], facts: readonly InterviewFacts[]) {
  const at = await world(roster, facts);
  const view = at.model.view.value;
  if (view.kind !== 'ready') throw new Error(view.kind);
  return { ...at, ...view };
}

describe('the interviews of a cycle', () => {
  test('under way first, then mine to call, then held; what others claimed is theirs', async () => {
    const { lines } = await ready(
      [
        person('mine', { claimedBy: 'me' }),
        person('free'),
        person('toms', { claimedBy: 'tom', claimedByName: 'Tom' }),
        person('refused', { claimedBy: 'me', state: 'declined' }),
        person('just-begun', { claimedBy: 'me', interview: 'i9', state: 'scheduled' }),
        person('done', { claimedBy: 'me', interview: 'i1', state: 'held' }),
      ],
      [held('i1', 'done'), held('i2', 'elsewhere', { endedAt: 0, startedAt: 3000, interviewer: 'tom' })],
    );
    expect(lines.map((l) => [l.person, l.state])).toEqual([
      ['elsewhere', 'underWay'],
      ['just-begun', 'underWay'],
      ['mine', 'toCall'],
      ['done', 'held'],
    ]);
  });

  test('a note with two themes is tagged once', async () => {
    const { lines } = await ready([], [held('i1', 'done')]);
    expect(lines[0]).toMatchObject({ notes: 2, untagged: 1 });
    expect(lede(lines)).toBe('2 notes so far; 1 of them is not tagged and counts for no theme.');
  });

  test('starting a call makes the interview and shows it; starting it again goes on with it', async () => {
    const drawnAs = { segments: { Tier: 'Strategic' } };
    const { model, gone, replica, lines } = await ready(
      [person('mine', { claimedBy: 'me', ...drawnAs })],
      [],
    );
    const [line] = lines;
    if (!line) throw new Error('nobody');
    await model.call(line);
    const interview = gone[0]?.replace('/call/', '') ?? '';
    const doc = await replica.open(docName(workspace, 'interview', interview));
    const head = interviewHead.parse('head', doc.read('interview').get('head') ?? {});
    expect(head).toMatchObject({ ok: true, value: { person: 'mine', startedAt: 5000, interviewer: 'me' } });
    // the team has renamed the segment since the draw
    expect(head).toMatchObject({ value: { segments: { Tier: 'Key customers' } } });
    const view = model.view.value;
    const now = view.kind === 'ready' ? view.lines[0] : undefined;
    expect(now).toMatchObject({ state: 'underWay', interview });
    if (now) await model.call(now);
    expect(gone).toEqual([`/call/${interview}`, `/call/${interview}`]);
  });

  test('says what there is when there is nobody', async () => {
    const { model } = await world([], []);
    expect(model.view.value.kind).toBe('nobody');
  });
});

describe('the words', () => {
  test('the opening sentence counts against the roster', async () => {
    const { lines, roster } = await ready(
      [person('a', { interview: 'i1' }), person('b'), person('c')],
      [held('i1', 'a')],
    );
    expect(finding(lines, roster)).toBe('1 of 3 interviews is held.');
  });

  test('whoever declined or did not appear is no interview to come, and not free to call', async () => {
    const { lines, roster, free } = await ready(
      [person('a'), person('b', { state: 'declined' }), person('c', { state: 'noShow' })],
      [],
    );
    expect(finding(lines, roster)).toBe('The one interview is not held yet.');
    expect(free).toBe(1);
    expect(finding([], 0)).toBe('Nobody is left to interview.');
  });

  test('the next step: go on, call, tag, claim, read on', async () => {
    const steps = [
      [
        [person('a', { claimedBy: 'me', interview: 'i1' })],
        [held('i1', 'a', { endedAt: 0 })],
        'Go on with a',
      ],
      [[person('a', { claimedBy: 'me' })], [held('i2', 'b')], 'Call a'],
      [[person('a')], [held('i2', 'b')], 'Tag them'],
      [[person('a')], [held('i2', 'b', { notes: 1 })], 'Claim people to call'],
      [[person('a', { interview: 'i1' })], [held('i1', 'a', { notes: 1 })], 'See the drivers'],
    ] as const;
    for (const [roster, facts, action] of steps) {
      const { lines, free } = await ready(roster, facts);
      expect(nextStep(lines, free).action).toBe(action);
    }
  });
});
