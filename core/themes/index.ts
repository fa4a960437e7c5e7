export type { InterviewFacts, MentionFact } from './facts.ts';
export { factsOf } from './project.ts';
export { type Category, categories, type Theme, theme } from './records.ts';
