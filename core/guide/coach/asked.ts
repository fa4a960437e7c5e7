import type { MechanismPart } from './parts.ts';

/** Questions of the built-in guides that ask for a part by themselves, in whatever wording. */
const parts: ReadonlyMap<string, MechanismPart> = new Map([
  ['experience-episode', 'episode'],
  ['experience-best', 'episode'],
  ['experience-often', 'frequency'],
  ['experience-consequence', 'consequence'],
  ['experience-promise-new', 'expectation'],
]);

/** The part that a question of the guide asks for anyway; null where it asks for none, or nobody knows. */
export const askedBy = (question: string): MechanismPart | null => parts.get(question) ?? null;
