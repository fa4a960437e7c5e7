export { leastBeside, leastFirst, mostSuggested, type Suggestion } from './confidence.ts';
export { Learner } from './learner.ts';
export { Suggester, type TaggedText } from './suggester.ts';
