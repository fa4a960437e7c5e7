import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import {
  type Area,
  areaNames,
  asSaid,
  entryOf,
  type Guide,
  nextQuestion,
  type Question,
  questionsFor,
  questionsIn,
} from '#core/guide/index.ts';
import type { InterviewHead, JumpTarget, Visit } from '#core/notes/index.ts';
import type { Place } from './editing.ts';

/** The question on screen, in the words to say. */
export interface Asked {
  question: Question;
  text: string;
  /** Its place among the questions of its area, from 1. */
  number: number;
  of: number;
  /** The probe that was gone to by name, -1 for none. */
  probe: number;
  /** The one that Ctrl Enter leads to; null when everything was asked. */
  upNext: string | null;
  /** Of the guide, as a browser knows it; empty where it is not said. */
  language: string;
  /** There is a question to go on to: one that was not on screen yet, or the one behind this. */
  hasNext: boolean;
}

/** The way through the guide: which question is on screen and where one can go from it. */
export interface Way {
  questions: ReadonlySignal<readonly Question[]>;
  question: ReadonlySignal<Question | undefined>;
  asked: ReadonlySignal<Asked | null>;
  /** The question that the call begins with or goes on with once consent is given, in the words to say. */
  afterConsent: ReadonlySignal<string>;
  /** Every question and probe, as `/` finds them. */
  jumps: ReadonlySignal<readonly JumpTarget[]>;
  /** This window looks at another question than the call is at. */
  strayed: ReadonlySignal<boolean>;
  /** Where a note belongs that is taken now. */
  place(): Place;
  /** Where the guide has a question; null when it has not. */
  placeOf(question: string): Place | null;
  next(): void;
  previous(): void;
  toArea(area: Area): void;
  jump(to: JumpTarget): void;
  /** Back to where the call is. */
  follow(): void;
  /** To the first question, when none is on screen yet. */
  start(): void;
}

/** `visited` is told of every step. Until this window moves by itself it follows the visits of the others. */
export function makeWay(
  guide: ReadonlySignal<Guide>,
  head: ReadonlySignal<InterviewHead | null>,
  visits: ReadonlySignal<readonly Visit[]>,
  visited: (question: Question) => void,
): Way {
  const own = signal<string | null>(null);
  const probe = signal(-1);
  const questions = computed(() => {
    const { band = 'passive', segments, hypotheses } = head.value ?? {};
    return questionsFor(guide.value, band, segments, questionsIn(hypotheses));
  });
  const askedIds = computed(() => new Set(visits.value.map((v) => v.question)));
  const called = computed(() => visits.value.at(-1)?.question ?? '');
  const current = computed(() => own.value ?? called.value);
  const question = computed(() => questions.value.find((q) => q.id === current.value));
  const upcoming = computed(() => nextQuestion(questions.value, current.value, askedIds.value));
  const said = (text: string) => asSaid(text, head.value?.score ?? 0);
  const goTo = (to: Question | undefined) => {
    if (!to || to.id === current.peek()) return;
    own.value = to.id;
    probe.value = -1;
    visited(to);
  };
  const beside = (by: 1 | -1) => {
    const all = questions.peek();
    return all[all.findIndex((q) => q.id === current.peek()) + by];
  };
  return {
    questions,
    question,
    asked: computed(() => {
      const now = question.value;
      if (!now) return null;
      const inArea = questions.value.filter((q) => q.area === now.area);
      const then = upcoming.value;
      return {
        question: { ...now, probes: now.probes.map((p) => ({ ...p, text: said(p.text) })) },
        text: said(now.text),
        number: inArea.indexOf(now) + 1,
        of: inArea.length,
        probe: probe.value,
        upNext: then ? said(then.text) : null,
        language: guide.value.language,
        hasNext: then !== undefined || now !== questions.value.at(-1),
      };
    }),
    afterConsent: computed(() => said((question.value ?? questions.value[0])?.text ?? '')),
    jumps: computed(() =>
      questions.value.flatMap((q) => {
        const at = { question: q.id, area: areaNames[q.area], asked: askedIds.value.has(q.id) };
        const probes = q.probes.map((p, i) => ({ ...at, probe: i, text: said(p.text) }));
        return [{ ...at, probe: -1, text: said(q.text) }, ...probes];
      }),
    ),
    strayed: computed(() => own.value !== null && own.value !== called.value),
    place() {
      const on = question.peek();
      return { area: on?.area ?? 'scoreDrivers', question: on?.id ?? '' };
    },
    placeOf(id) {
      const found = questions.peek().find((q) => q.id === id);
      return found ? { area: found.area, question: id } : null;
    },
    next: () => goTo(upcoming.peek() ?? beside(1)),
    previous: () => goTo(beside(-1)),
    toArea(area) {
      if (question.peek()?.area !== area) goTo(entryOf(questions.peek(), area, askedIds.peek()));
    },
    jump(to) {
      goTo(questions.peek().find((q) => q.id === to.question));
      probe.value = to.probe;
    },
    follow() {
      own.value = null;
      probe.value = -1;
    },
    start() {
      if (current.peek() === '') goTo(questions.peek()[0]);
    },
  };
}
