import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import {
  type Calendar,
  type CycleFacts,
  calendarOf,
  isSameMethod,
  mergeText,
  moveStart,
  type StartRefusal,
  type StepId,
  tickStep,
  untickStep,
  type WeekStanding,
  writeWeek,
} from '#core/cycles/index.ts';
import { csvOf } from '#core/exchange/index.ts';
import type { Change } from '#core/model/change.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { wavesOf } from '#core/sample/index.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import { type CycleParts, followCycle } from './cycleDoc.ts';
import { type ListsModel, makeListsModel } from './listsModel.ts';
import type { QuarterNeeds } from './needs.ts';
import { csvOfCalendar, words } from './words.ts';

/** What the screen shows. */
export type QuarterView =
  | { kind: 'loading' }
  /** No survey yet, and so no cycle. */
  | { kind: 'noCycle' }
  /** The cycle's first day is no day. */
  | { kind: 'noStart'; name: string }
  | {
      kind: 'ready';
      name: string;
      startsOn: string;
      today: string;
      calendar: Calendar;
      facts: CycleFacts;
      sample: boolean;
    };

/** A change that was made, and the way to take it back. */
export interface Done {
  kind: 'done';
  undo(): Promise<void>;
}

/** What somebody writes about a week. `from`: the note that they began with, so that what others wrote since stays. */
export interface WrittenWeek {
  owner?: string;
  note?: string;
  from?: string;
}

export interface QuarterModel {
  view: ReadonlySignal<QuarterView>;
  lists: ListsModel;
  tick(step: StepId): Promise<Done | null>;
  untick(step: StepId): Promise<Done | null>;
  write(week: WeekStanding, entry: WrittenWeek): Promise<Done | null>;
  moveStart(startsOn: string): Promise<Done | StartRefusal | null>;
  downloadCsv(): void;
  dispose(): void;
}

/** The twelve weeks of the cycle on screen. */
export function makeQuarterModel(deps: QuarterNeeds): QuarterModel {
  const parts = signal<CycleParts | null>(null);
  const interviews = signal<readonly InterviewFacts[]>([]);
  const stops = [followCycle(deps, parts), followInterviews(deps, interviews)];
  const entry = computed(
    () => deps.state.cycles.value.find(({ id }) => id === deps.state.cycle.value) ?? null,
  );
  const facts = computed(() => factsOf(deps, parts.value, interviews.value));
  const lists = makeListsModel(deps, parts);
  const view = computed((): QuarterView => {
    const [cycle, cycleParts] = [entry.value, parts.value];
    if (!cycle) return { kind: 'noCycle' };
    if (!cycleParts) return { kind: 'loading' };
    const { name, startsOn, sample } = cycle;
    const today = todayOf(deps.clock.now());
    const calendar = calendarOf(startsOn, today, facts.value, cycleParts);
    if (!calendar) return { kind: 'noStart', name };
    return { kind: 'ready', name, startsOn, today, calendar, facts: facts.value, sample };
  });
  const who = () => ({ id: deps.session.member, name: deps.session.memberName, at: deps.clock.now() });
  const change = async (
    changes: readonly Change[],
    back: () => readonly Change[],
    why: string,
  ): Promise<Done> => {
    const note = { who: deps.session.member, why };
    await deps.replica.apply(changes, note);
    return { kind: 'done', undo: () => deps.replica.apply(back(), { ...note, why: `undo: ${why}` }) };
  };
  const written = (week: number) => parts.peek()?.weeks.get(week) ?? { owner: '', note: '' };
  const write = async (doc: DocName, week: number, next: WrittenWeek): Promise<Done | null> => {
    const was = written(week);
    const owner = next.owner?.trim() ?? was.owner;
    const note = next.note === undefined ? was.note : mergeText(next.from ?? was.note, next.note, was.note);
    const changed = {
      ...(owner !== was.owner && { owner }),
      ...(note !== was.note && { note }),
    };
    if (Object.keys(changed).length === 0) return null;
    const back = () =>
      writeWeek(doc, week, {
        ...(owner !== was.owner && { owner: was.owner }),
        ...(note !== was.note && { note: mergeText(note, was.note, written(week).note) }),
      });
    return change(writeWeek(doc, week, changed), back, 'write about a week');
  };
  return {
    view,
    lists,
    async tick(step) {
      const doc = parts.peek()?.doc;
      return doc ? change(tickStep(doc, step, who()), () => untickStep(doc, step), 'call a step done') : null;
    },
    async untick(step) {
      const now = parts.peek();
      const was = now?.ticks.get(step);
      if (!now || !was) return null;
      const back = tickStep(now.doc, step, { id: was.by, name: was.byName, at: was.at });
      return change(untickStep(now.doc, step), () => back, 'open a step again');
    },
    async write(week, next) {
      const doc = parts.peek()?.doc;
      return doc ? write(doc, week.week, next) : null;
    },
    async moveStart(startsOn) {
      const [now, cycle] = [parts.peek(), entry.peek()];
      if (!now || !cycle || startsOn === cycle.startsOn) return null;
      const docs = { cycle: now.doc, workspace: docName(deps.session.workspace, 'workspace') };
      const all = deps.state.cycles.peek();
      const moved = moveStart(docs, cycle, all, startsOn);
      if (!moved.ok) return moved.why;
      const back = moveStart(docs, cycle, all, cycle.startsOn);
      return change(moved.value, () => (back.ok ? back.value : []), 'move the first day of a cycle');
    },
    downloadCsv() {
      const now = view.peek();
      if (now.kind === 'ready')
        deps.files.save(words.fileName(now.name), 'text/csv', csvOf(csvOfCalendar(now.calendar)));
    },
    dispose() {
      lists.leave();
      lists.pairs.dispose();
      for (const stop of stops) stop();
    },
  };
}

/** YYYY-MM-DD where the reader is. */
function todayOf(now: number): string {
  const at = new Date(now);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function factsOf(
  { state }: QuarterNeeds,
  parts: CycleParts | null,
  interviews: readonly InterviewFacts[],
): CycleFacts {
  const { head, earlier } = wavesOf(state.cycle.value, state.cycles.value, state.waves.value);
  const tagged = interviews.map(({ mentions }) => new Set(mentions.map(({ note }) => note)).size);
  return {
    survey: head && { answers: head.answers, lastDay: head.lastDay },
    method: head && (earlier ? (isSameMethod(head, earlier) ? 'same' : 'changed') : 'first'),
    segments: parts?.segments ?? null,
    chosen: parts?.chosen ?? 0,
    held: parts?.held ?? 0,
    open: parts?.open ?? 0,
    notes: interviews.reduce((sum, { notes }) => sum + notes, 0),
    tagged: tagged.reduce((sum, n) => sum + n, 0),
    themes: new Set(interviews.flatMap(({ mentions }) => mentions.map(({ theme }) => theme))).size,
  };
}

function followInterviews(deps: QuarterNeeds, into: { value: readonly InterviewFacts[] }): () => void {
  let asked = 0;
  const read = () => {
    const mine = ++asked;
    const cycle = deps.state.cycle.peek();
    const found = cycle ? deps.facts.ofCycle(cycle) : Promise.resolve([]);
    // without the projection the notes are not counted; everything else stands
    found.then(
      (facts) => {
        if (mine === asked) into.value = facts;
      },
      () => {},
    );
  };
  const stopEffect = effect(() => {
    deps.state.cycle.value;
    into.value = [];
    read();
  });
  const stopWatch = deps.facts.watch(read);
  return () => {
    asked++;
    stopEffect();
    stopWatch();
  };
}
