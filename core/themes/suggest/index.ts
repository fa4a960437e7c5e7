export { Learner } from './learner.ts';
export { Suggester } from './suggester.ts';
