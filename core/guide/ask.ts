import type { Band } from '../waves/index.ts';
import { fitsSegments } from './condition.ts';
import { type Area, areas, type Guide, type Question } from './guide.ts';

/**
 * The guide's questions for somebody of that band and those segments (dimension -> value), by area, in the guide's order.
 * A question made for them takes the place of the one it is there for; `hypotheses` close their area, once the customer
 * has had the word. Every area has at least one.
 */
export function questionsFor(
  guide: Pick<Guide, 'questions'>,
  band: Band,
  segments: Readonly<Record<string, string>> = {},
  hypotheses: readonly Question[] = [],
): Question[] {
  const isFor = ({ bands, when }: Question) =>
    (bands.length === 0 || bands.includes(band)) && fitsSegments(when, segments);
  const fitting = guide.questions.filter(isFor);
  const kept = fitting.filter((q) => !isReplaced(q, fitting));
  return areas.flatMap((area) => [...kept, ...hypotheses].filter((q) => q.area === area));
}

/** Whether a variant takes its place. A variant's own place cannot be taken, so that nobody is left without a question. */
function isReplaced(question: Question, by: readonly Question[]): boolean {
  return !question.insteadOf && by.some((q) => q.insteadOf === question.id && q.area === question.area);
}

/** A question as it is said to this person: `{score}` becomes the score, 0 to 10. */
export function asSaid(text: string, score: number): string {
  return text.replaceAll('{score}', String(score));
}

/**
 * The question to offer after `current`: the next one not asked yet, in the guide's order from there and round again,
 * since the customer's story may have led elsewhere first. Undefined when all were asked.
 */
export function nextQuestion(
  questions: readonly Question[],
  current: string,
  asked: ReadonlySet<string>,
): Question | undefined {
  const at = questions.findIndex((q) => q.id === current);
  const onwards = [...questions.slice(at + 1), ...questions.slice(0, at + 1)];
  return onwards.find((q) => q.id !== current && !asked.has(q.id));
}

/** Where an area is taken up: its first question not asked yet, else its first. */
export function entryOf(
  questions: readonly Question[],
  area: Area,
  asked: ReadonlySet<string>,
): Question | undefined {
  const own = questions.filter((q) => q.area === area);
  return own.find((q) => !asked.has(q.id)) ?? own[0];
}
