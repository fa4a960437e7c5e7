import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import {
  asSaid,
  type Condition,
  type GuideContent,
  type HypothesisReach,
  hypothesesFor,
  plainName,
  plainValue,
  type Question,
  questionsFor,
  reachOfHypotheses,
} from '#core/guide/index.ts';
import { counts } from '#core/sample/index.ts';
import { type Band, tenureValues } from '#core/waves/index.ts';
import type { CycleGround } from './cycle.ts';

/** For whom the guide is shown: somebody of the roster, or anybody made up by hand. */
export interface Respondent {
  /** Key of the person; empty for one made by hand. */
  key: string;
  name: string;
  band: Band;
  score: number;
  segments: Readonly<Record<string, string>>;
  language: string;
}

/** A question in the words that the call screen shows. */
export interface Said {
  question: Question;
  text: string;
}

/** The guide as one respondent gets it. */
export interface RespondentModel {
  who: ReadonlySignal<Respondent>;
  asked: ReadonlySignal<readonly Said[]>;
  /** Among those still to be called: how many each hypothesis concerns and is asked of, by its id; empty when none is. */
  reach: ReadonlySignal<ReadonlyMap<string, HypothesisReach>>;
  /** Hypotheses that concern who is on screen and are not asked of them, since others come first; by id. */
  passedOver: ReadonlySignal<ReadonlySet<string>>;
  /** Dimensions and values that are known: of the roster, of the guide's conditions, and the tenures. */
  dimensions: ReadonlySignal<readonly { name: string; values: readonly string[] }[]>;
  choose(key: string): void;
  /** Somebody made by hand, beginning with who is on screen. */
  make(edit: Partial<Pick<Respondent, 'score' | 'segments'>>): void;
}

const bandOfScore = (score: number): Band => (score <= 6 ? 'detractor' : score <= 8 ? 'passive' : 'promoter');
const anybody: Respondent = { key: '', name: '', band: 'detractor', score: 4, segments: {}, language: '' };

export function makeRespondent(
  content: ReadonlySignal<GuideContent>,
  ground: ReadonlySignal<CycleGround | null>,
): RespondentModel {
  /** What was chosen; null until somebody chose: then it is the first who is still to be called. */
  const chosen = signal<{ key: string } | { made: Respondent } | null>(null);
  const people = computed(() => ground.value?.people ?? []);
  const who = computed((): Respondent => {
    const now = chosen.value;
    if (now && 'made' in now) return now.made;
    const asked = people.value.find((p) => p.id === now?.key);
    const person = asked ?? people.value.find((p) => p.interview === '') ?? people.value[0];
    if (!person) return anybody;
    const { id, name, band, score, segments, language } = person;
    return { key: id, name, band, score, segments, language };
  });
  return {
    who,
    asked: computed(() => {
      const { key, band, score, segments } = who.value;
      const person = { id: key, band, segments };
      const tested = hypothesesFor(ground.value?.hypotheses ?? [], person, content.value.language);
      return questionsFor(content.value, band, segments, tested).map((question) => ({
        question,
        text: asSaid(question.text, score),
      }));
    }),
    reach: computed(() => {
      const toCall = people.value.filter((p) => counts(p) && p.interview === '');
      const tested = toCall.length > 0 ? (ground.value?.hypotheses ?? []) : [];
      return reachOfHypotheses(tested, toCall, content.value.language);
    }),
    passedOver: computed(() => {
      const { key, band, segments } = who.value;
      const tested = ground.value?.hypotheses ?? [];
      const of = reachOfHypotheses(tested, [{ id: key, band, segments }], content.value.language);
      return new Set(tested.flatMap(({ id }) => (isPassedOver(of.get(id)) ? id : [])));
    }),
    dimensions: computed(() => dimensionsIn(content.value, people.value)),
    choose(key) {
      chosen.value = { key };
    },
    make(edit) {
      const now = who.peek();
      const score = edit.score ?? now.score;
      const segments = edit.segments ?? now.segments;
      chosen.value = { made: { ...anybody, score, band: bandOfScore(score), segments } };
    },
  };
}

const isPassedOver = (reach: HypothesisReach | undefined): boolean =>
  reach !== undefined && reach.concerns > reach.asked;

/** By name, those of the roster first; names that differ in nothing but their writing are one. */
function dimensionsIn(
  { questions }: GuideContent,
  people: readonly { segments: Readonly<Record<string, string>> }[],
): { name: string; values: string[] }[] {
  const found = new Map<string, { name: string; values: Map<string, string> }>();
  const add = (name: string, values: readonly string[]) => {
    const key = plainName(name);
    if (key === '') return;
    const one = found.get(key) ?? { name, values: new Map<string, string>() };
    found.set(key, one);
    for (const value of values) {
      const plain = plainValue(value);
      if (plain !== '' && !one.values.has(plain)) one.values.set(plain, value);
    }
  };
  for (const { segments } of people) for (const [name, value] of Object.entries(segments)) add(name, [value]);
  const when = questions.flatMap((q): readonly Condition[] => q.when ?? []);
  for (const { dimension, values } of when) add(dimension, values);
  add('Tenure', tenureValues);
  return [...found.values()].map(({ name, values }) => ({
    name,
    values: [...values.values()].sort((a, b) => a.localeCompare(b, 'en')),
  }));
}
