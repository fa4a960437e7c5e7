import { describe, expect, test, vi } from 'vitest';
import {
  changeQuestion,
  defaultGuide,
  everyone,
  type GuideContent,
  guideChoice,
  guideOf,
  guideRecord,
  guidesIn,
  type Hypothesis,
  hypothesesOfDrivers,
  hypothesisRecord,
  questionsFor,
  questionsIn,
  saveGuide,
} from '#core/guide/index.ts';
import { seededChance } from '#core/model/chance.ts';
import type { Change } from '#core/model/change.ts';
import { docName } from '#core/model/docName.ts';
import { recordIn } from '#core/model/record.ts';
import { fail, ok } from '#core/model/result.ts';
import { interviewHead, startInterview } from '#core/notes/index.ts';
import type { WaveStore } from '#core/ports/waves.ts';
import { MemoryReplica } from '#core/replica/index.ts';
import { columnsOf } from '#test/fixtures/columns.ts';
import { rosterPerson } from '#test/fixtures/roster.ts';
import { idOf } from '#test/fixtures/waves.ts';
import { callGuide } from './callGuide.ts';

const [workspace, cycle, member] = [idOf<'workspace'>('w'), idOf<'cycle'>('q4'), idOf<'member'>('m')];
const [cycleDoc, guidesDoc] = [docName(workspace, 'cycle', cycle), docName(workspace, 'guides')];
const session = { workspace };
const noWaves: Pick<WaveStore, 'columns'> = { columns: () => Promise.reject(new Error('not here')) };
const entry = rosterPerson('ann', { band: 'detractor', score: 4, segments: { Tier: 'Enterprise' } });

async function world(waves: Pick<WaveStore, 'columns'> = noWaves) {
  const replica = new MemoryReplica();
  const write = (changes: readonly Change[]) => replica.apply(changes, { who: member, why: 'test' });
  const guides = await replica.open(guidesDoc);
  const save = async (content: GuideContent, seed: string) => {
    const { guides: all } = guidesIn(guides.read(guideRecord.collection));
    const who = { by: 'm', byName: 'Ann', at: 1 };
    const saved = saveGuide(guidesDoc, all[0] ?? null, content, '', who, seededChance(seed));
    if (!saved.ok) throw new Error('refused');
    await write(saved.value.changes);
  };
  return { replica, write, guides, save, begin: () => callGuide({ replica, session, waves }, cycle, entry) };
}

describe('the guide of a call', () => {
  test('without any choice it is the one that comes with Sounding, and no hypothesis', async () => {
    const { begin } = await world();
    expect(await begin()).toMatchObject({ guide: { id: 'default', version: 2 }, hypotheses: [] });
  });

  test('an edit during an interview changes nothing in it; the next call has it', async () => {
    const { replica, write, guides, save, begin } = await world();
    await save({ ...defaultGuide, name: 'Ours' }, 'one');
    await write([
      guideChoice.put(cycleDoc, everyone, { guide: 'default' }),
      ...hypothesesOfDrivers([{ label: 'Speed', why: '' }]).map(({ id: key, ...h }) =>
        hypothesisRecord.put(cycleDoc, key, h),
      ),
    ]);
    const interview = idOf<'interview'>('i');
    const started = startInterview({
      ...{ workspace, cycle, id: interview, member, memberName: 'Ann', at: 5 },
      ...(await begin()),
    });
    if (!started.ok) throw new Error('not started');
    await write(started.value);
    const doc = await replica.open(docName(workspace, 'interview', interview));
    const asked = () => {
      const head = recordIn(doc, interviewHead, 'head');
      if (!head) throw new Error('no head');
      const guide = guideOf(head.guide, head.guideVersion, guides.read(guideRecord.collection));
      return questionsFor(guide, head.band, head.segments, questionsIn(head.hypotheses)).map((q) => [
        q.id,
        q.text,
      ]);
    };
    const before = asked();
    expect(before.map(([key]) => key)).toEqual(
      expect.arrayContaining(['score-kind-enterprise', 'hypothesis-driver-speed']),
    );

    await save(changeQuestion(defaultGuide, 'score-reason', { text: 'What now?' }), 'two');
    await write([hypothesisRecord.remove(cycleDoc, 'driver-speed')]);
    expect(asked()).toEqual(before);
    const next = await begin();
    expect([next.guide.version, next.guide.questions[0]?.text, next.hypotheses]).toEqual([
      4,
      'What now?',
      [],
    ]);
  });

  test('a segment renamed or merged since the draw counts by its present name, and the interview keeps that', async () => {
    const merged = columnsOf([{ score: 4, segments: { Tier: 'Key customers' } }]);
    const { write, begin } = await world({ columns: async () => ok(merged) });
    const { id: key, ...weak } = hypothesesOfDrivers([{ label: 'Support', why: '' }])[0] as Hypothesis;
    const when = [{ dimension: 'Tier', values: ['Key customers'] }];
    await write([hypothesisRecord.put(cycleDoc, key, { ...weak, when })]);
    const begun = await begin();
    expect(begun.hypotheses.map((q) => q.id)).toEqual(['hypothesis-driver-support']);
    expect(begun.entry.segments).toEqual({ Tier: 'Key customers' });
  });

  test('without its wave at hand a call begins with the segments of the draw', async () => {
    const { begin } = await world();
    expect((await begin()).entry).toEqual(entry);
    const unreadable = await world({ columns: async () => fail({ kind: 'unavailable', reason: '' }) });
    expect((await unreadable.begin()).entry).toEqual(entry);
  });

  test('a disk that does not give the wave holds no call up', async () => {
    vi.useFakeTimers();
    try {
      const { begin } = await world({ columns: () => new Promise(() => {}) });
      const begun = begin();
      await vi.advanceTimersByTimeAsync(2000);
      expect((await begun).entry).toEqual(entry);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a head written before there were hypotheses is read, and asks what its guide asks', async () => {
    const { begin } = await world();
    const old = { guide: 'default', guideVersion: 1, band: 'passive', score: 7, startedAt: 1 };
    const names = { cycle: 'q4', person: 'p', name: 'Ann', interviewer: 'm' };
    const head = interviewHead.parse('head', { ...old, ...names });
    if (!head.ok) throw new Error(head.why.problems.join());
    const first = guideOf(head.value.guide, head.value.guideVersion, new Map());
    const asked = questionsFor(
      first,
      head.value.band,
      head.value.segments,
      questionsIn(head.value.hypotheses),
    );
    expect(asked.map((q) => q.id)).not.toContain('score-balance');
    expect((await begin()).guide.questions.map((q) => q.id)).toContain('score-balance');
  });
});
