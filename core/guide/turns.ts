import { seededChance } from '../model/chance.ts';
import type { Band } from '../waves/index.ts';
import { fitsSegments } from './condition.ts';
import type { Question } from './guide.ts';
import { type Hypothesis, hypothesisSources, mostHypotheses, questionOf } from './hypotheses.ts';

/** Somebody hypotheses are tested with. Their id settles whose turn it is: the same person is always asked the same. */
export interface TestedWith {
  id: string;
  band: Band;
  /** Dimension -> value. */
  segments: Readonly<Record<string, string>>;
}

/** A question, and the ids of the hypotheses it tests: those that ask the same in the same words are one. */
interface Turn {
  question: Question;
  tests: readonly Hypothesis[];
}

/**
 * The hypotheses to test with somebody, as questions in the language of their guide, at most `mostHypotheses`. Where more
 * concern them, one of each kind is asked before a second of any. A kind has one source and one circle of people; the
 * kinds for few people come before those for many, who can be asked elsewhere, and among these the strongest ground first.
 * Within a kind the turn goes round from person to person, so that over the calls none is left out for its name.
 */
export const hypothesesFor = (all: readonly Hypothesis[], person: TestedWith, language: string): Question[] =>
  turnsOf(all, person, language)
    .slice(0, mostHypotheses)
    .map(({ question }) => question);

/** Of some people, how many a hypothesis concerns and how many of these are asked. */
export interface HypothesisReach {
  concerns: number;
  asked: number;
}

/** How far each hypothesis gets among these people, by its id. */
export function reachOfHypotheses(
  all: readonly Hypothesis[],
  people: readonly TestedWith[],
  language: string,
): Map<string, HypothesisReach> {
  const reach = new Map(all.map(({ id }) => [id, { concerns: 0, asked: 0 }]));
  for (const person of people)
    for (const [at, { tests }] of turnsOf(all, person, language).entries())
      for (const { id } of tests) {
        const of = reach.get(id) as HypothesisReach;
        of.concerns++;
        if (at < mostHypotheses) of.asked++;
      }
  return reach;
}

/** All that concern somebody, in the order in which their calls would come to them. */
function turnsOf(all: readonly Hypothesis[], person: TestedWith, language: string): Turn[] {
  const { id, band, segments } = person;
  const place = ({ source }: Hypothesis) => hypothesisSources.indexOf(source);
  const concern = all
    .filter((h) => (h.bands.length === 0 || h.bands.includes(band)) && fitsSegments(h.when, segments))
    .toSorted((a, b) => conditionsOf(b) - conditionsOf(a) || place(a) - place(b) || (a.id < b.id ? -1 : 1));
  const turns = [...Map.groupBy(concern, (h) => questionOf(h, language).text).values()].map((tests): Turn => {
    const [question] = tests.map((h) => questionOf(h, language)) as [Question];
    const grounds = new Set(tests.flatMap((h) => questionOf(h, language).why || []));
    return { question: { ...question, why: [...grounds].join(' ') }, tests };
  });
  const kinds = [...Map.groupBy(turns, ({ tests }) => kindOf(tests[0] as Hypothesis))].map(([kind, own]) => {
    const first = seededChance(`${kind} ${id}`).below(own.length);
    return [...own.slice(first), ...own.slice(0, first)];
  });
  const rounds = Math.max(0, ...kinds.map((own) => own.length));
  return Array.from({ length: rounds }, (_, round) => kinds.flatMap((own) => own[round] ?? [])).flat();
}

/** On how much it depends whether somebody is concerned. */
const conditionsOf = ({ bands, when }: Hypothesis): number => when.length + Number(bands.length > 0);

const kindOf = ({ source, bands, when }: Hypothesis): string => JSON.stringify([source, bands, when]);
