import { firstQuestions } from './firstQuestions.ts';
import { inGerman } from './german.ts';
import type { Guide, Question } from './guide.ts';
import { laterQuestions } from './laterQuestions.ts';

const firstGuide: Guide = {
  id: 'default',
  version: 1,
  name: 'Follow-up interview',
  language: 'en-GB',
  minutes: { scoreDrivers: 8, experience: 10, competition: 6, priorities: 6 },
  questions: firstQuestions,
};

/** The guide that comes with Sounding, in its newest version. */
export const defaultGuide: Guide = {
  ...firstGuide,
  version: 2,
  questions: laterQuestions.reduce(
    (all: readonly Question[], { after, question }) =>
      all.flatMap((q) => (q.id === after ? [q, question] : [q])),
    firstQuestions,
  ),
};

/** Every version that ever came with Sounding: interviews held with one are read with it. */
export const builtInGuides: readonly Guide[] = [firstGuide, defaultGuide, inGerman(defaultGuide)];
