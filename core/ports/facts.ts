import type { InterviewFacts } from '../themes/index.ts';

/** The projection of all interviews on this device. Rebuilt at any time from the documents. */
export interface FactsStore {
  ofCycle(cycle: string): Promise<InterviewFacts[]>;
  ofPerson(person: string): Promise<InterviewFacts[]>;
  /** Calls back after a projection changed, in any tab. */
  watch(onChange: () => void): () => void;
  /** Resolves once the rows of all interviews closed before stand as those were left. */
  whenCaughtUp(): Promise<void>;
}
