import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docName } from '../model/docName.ts';
import { parseId } from '../model/ids.ts';
import { type CalendarEntries, calendarOf } from './calendar.ts';
import { dayNumberOf, dayOfNumber, daysBetween } from './days.ts';
import { moveStart, tickStep } from './edit.ts';
import { type CycleFacts, noFacts } from './facts.ts';
import { type StepTick, stepTick, weekEntry } from './records.ts';
import { type StepId, stepIds, weekPlans, weeksFrom } from './weeks.ts';

const none: CalendarEntries = { weeks: new Map(), ticks: new Map() };
const tick = (id: StepId, at = 0): [StepId, StepTick] => [
  id,
  { id, at, by: 'm', byName: 'Ada', sample: false },
];
const everything = (...skip: StepId[]): CalendarEntries => ({
  weeks: new Map(),
  ticks: new Map(stepIds.filter((id) => !skip.includes(id)).map((id) => tick(id))),
});
const calendar = (today: string, facts: Partial<CycleFacts> = {}, entries = none) => {
  const found = calendarOf('2026-10-01', today, { ...noFacts, ...facts }, entries);
  if (!found) throw new Error('no calendar');
  return found;
};

/** Any day from 1901 to 2199. */
const anyDay = fc.integer({ min: -25_202, max: 84_005 }).map(dayOfNumber);

describe('the weeks', () => {
  test('there are twelve, 84 days without gap or overlap, from whatever day', () => {
    fc.assert(
      fc.property(anyDay, (startsOn) => {
        const weeks = weeksFrom(startsOn) ?? [];
        expect(weeks).toHaveLength(12);
        expect(weeks[0]?.startsOn).toBe(startsOn);
        weeks.forEach((week, i) => {
          expect(daysBetween(week.startsOn, week.endsOn)).toBe(6);
          const next = weeks[i + 1];
          if (next) expect(daysBetween(week.endsOn, next.startsOn)).toBe(1);
        });
        expect(daysBetween(startsOn, weeks.at(-1)?.endsOn ?? '')).toBe(83);
      }),
    );
  });

  test('a change to summer or winter time moves no day', () => {
    const weeks = weeksFrom('2026-09-30') ?? [];
    // clocks go back on 25 October 2026 and forward on 28 March 2027
    expect(weeks[4]?.startsOn).toBe('2026-10-28');
    expect((weeksFrom('2027-03-24') ?? [])[1]?.startsOn).toBe('2027-03-31');
  });

  test('every day of the quarter is in the week whose days hold it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -30, max: 120 }), (startsOn, offset) => {
        const today = dayOfNumber((dayNumberOf(startsOn) ?? 0) + offset);
        const found = calendarOf(startsOn, today, noFacts, none);
        const holding = found?.weeks.find((w) => w.startsOn <= today && today <= w.endsOn)?.week;
        expect(found?.now).toBe(offset < 0 ? 0 : (holding ?? 13));
        expect(found?.untilStart).toBe(Math.max(0, -offset));
        expect(found?.sinceEnd).toBe(Math.max(0, offset - 83));
      }),
    );
  });

  test('each step belongs to one week, in the order of the work', () => {
    expect(weekPlans.flatMap(({ steps }) => steps)).toEqual([...stepIds]);
  });

  test('owners are those of the method', () => {
    const owners = weekPlans.map(({ owner, beside }) => (beside ? `${owner} with ${beside}` : owner));
    expect(owners).toEqual([
      ...Array(6).fill('insightsLead'),
      'cxLead with stakeholders',
      'cxLead with sponsor',
      'actionOwners',
      'actionOwners',
      'cxLead with sponsor',
      'insightsLead',
    ]);
  });

  test('what is no day gives no calendar', () => {
    for (const text of ['', '2026-02-30', '1 October', '2026-1-1', '2026-13-01'])
      expect(calendarOf(text, '2026-10-01', noFacts, none)).toBeNull();
    expect(calendarOf('2026-10-01', 'today', noFacts, none)).toBeNull();
  });
});

describe('how it stands', () => {
  test('before anything is there the survey is next, and nothing is overdue in week 1', () => {
    const { now, next, overdue } = calendar('2026-10-03');
    expect(now).toBe(1);
    expect(next?.step.id).toBe('surveyOut');
    expect(overdue).toEqual([]);
  });

  test('the data show what was done: nobody needs to tick it', () => {
    const facts = {
      survey: { answers: 9, lastDay: '2026-10-09' },
      method: 'same' as const,
      chosen: 24,
      held: 9,
      open: 15,
    };
    const { weeks, next } = calendar('2026-10-20', facts);
    const steps = new Map(weeks.flatMap((w) => w.standings).map((s) => [s.id, s]));
    for (const id of ['surveyOut', 'methodUnchanged', 'surveyIn', 'segmentsChosen', 'peopleChosen'] as const)
      expect(steps.get(id)).toMatchObject({ done: true, by: 'data' });
    expect(steps.get('interviewsHalf')?.reading?.count).toEqual({ have: 9, need: 12 });
    expect(steps.get('interviewsHeld')?.reading?.count).toEqual({ have: 9, need: 24 });
    expect(next?.step.id).toBe('targetsSet');
  });

  test('a method that changed has to be answered for by somebody', () => {
    const changed = { survey: { answers: 9, lastDay: '' }, method: 'changed' as const };
    const step = (entries: CalendarEntries) =>
      calendar('2026-10-03', changed, entries).weeks[0]?.standings.find((s) => s.id === 'methodUnchanged');
    expect(step(none)).toMatchObject({ done: false, reading: null });
    expect(step({ weeks: new Map(), ticks: new Map([tick('methodUnchanged')]) })).toMatchObject({
      by: 'hand',
    });
  });

  test('themes raised in the first calls are no driver table yet', () => {
    const early = { chosen: 24, held: 3, open: 21, notes: 10, tagged: 10, themes: 4 };
    const done = (facts: Partial<CycleFacts>, id: StepId) =>
      calendar('2026-10-20', facts)
        .weeks.flatMap((w) => w.standings)
        .find((s) => s.id === id)?.done;
    expect(done(early, 'driverTable')).toBe(false);
    expect(done(early, 'notesTagged')).toBe(false);
    expect(done({ ...early, held: 22, open: 0 }, 'driverTable')).toBe(true);
    expect(done({ ...early, held: 22, open: 0, tagged: 9 }, 'driverTable')).toBe(false);
  });

  test('a week is overdue from the day after it ended while something in it is open', () => {
    const entries = everything('targetsSet');
    expect(calendar('2026-10-07', {}, entries).overdue).toEqual([]);
    expect(calendar('2026-10-08', {}, entries).overdue.map((w) => w.week)).toEqual([1]);
    expect(calendar('2026-10-08', {}, everything()).overdue).toEqual([]);
  });

  test('a tick counts where the data do not bear it out, and never against them', () => {
    fc.assert(
      fc.property(fc.subarray([...stepIds]), fc.nat(30), fc.nat(30), (ticked, waiting, held) => {
        const entries = { weeks: new Map(), ticks: new Map(ticked.map((id) => tick(id))) };
        const { weeks, next } = calendar(
          '2026-11-20',
          { chosen: waiting + held, held, open: waiting },
          entries,
        );
        for (const week of weeks) {
          expect(week.done).toBe(week.standings.every((s) => s.done));
          for (const s of week.standings) {
            expect(s.done).toBe(ticked.includes(s.id) || s.reading?.done === true);
            expect(s.by).toBe(s.reading?.done ? 'data' : ticked.includes(s.id) ? 'hand' : null);
          }
        }
        const open = weeks.flatMap((w) => w.standings).find((s) => !s.done);
        expect(next?.step.id).toBe(open?.id);
      }),
    );
  });

  test('days to the plan run until resources are granted', () => {
    const survey = { answers: 9, lastDay: '2026-10-09' };
    expect(calendar('2026-10-19').daysToPlan).toBeNull();
    expect(calendar('2026-10-19', { survey }).daysToPlan).toEqual({ days: 10, done: false });
    const granted = {
      weeks: new Map(),
      ticks: new Map([tick('resourcesGranted', Date.UTC(2026, 10, 20, 9))]),
    };
    expect(calendar('2026-12-24', { survey }, granted).daysToPlan).toEqual({ days: 42, done: true });
    expect(calendar('2026-12-24', { survey: { answers: 9, lastDay: '' } }).daysToPlan).toBeNull();
  });
});

describe('changing it', () => {
  const idOf = <K extends string>(text: string) => {
    const id = parseId<K>(text);
    if (!id.ok) throw new Error(text);
    return id.value;
  };
  const workspace = idOf<'workspace'>('w');
  const docs = { cycle: docName(workspace, 'cycle', 'b'), workspace: docName(workspace, 'workspace') };
  const entry = (id: string, startsOn: string) => ({ id, name: id.toUpperCase(), startsOn, sample: false });
  const cycles = [entry('c', '2026-10-01'), entry('b', '2026-07-01'), entry('a', '2026-04-01')];
  const b = cycles[1]!;

  test('the first day moves in both documents, as long as the order of cycles stays', () => {
    const moved = moveStart(docs, b, cycles, '2026-07-08');
    expect(moved.ok && moved.value.map((c) => [c.doc, c.kind === 'put' && c.fields.startsOn])).toEqual([
      [docs.cycle, '2026-07-08'],
      [docs.workspace, '2026-07-08'],
    ]);
    for (const [day, kind] of [
      ['2026-10-01', 'outOfOrder'],
      ['2026-04-01', 'outOfOrder'],
      ['2027-01-01', 'outOfOrder'],
      ['next week', 'noDay'],
    ] as const)
      expect(moveStart(docs, b, cycles, day)).toMatchObject({ ok: false, why: { kind } });
  });

  test('a tick says who and when, and older ones without are still read', () => {
    const [change] = tickStep(docs.cycle, 'targetsSet', { id: 'm1', name: 'Ada', at: 5 });
    expect(change).toMatchObject({
      collection: 'steps',
      id: 'targetsSet',
      fields: { at: 5, by: 'm1', byName: 'Ada' },
    });
    expect(stepTick.parse('targetsSet', { at: 5 })).toMatchObject({
      ok: true,
      value: { by: '', byName: '' },
    });
    expect(weekEntry.parse('3', {})).toMatchObject({ ok: true, value: { owner: '', note: '' } });
  });
});
