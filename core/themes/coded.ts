import type { Codebook } from './codebook.ts';
import type { InterviewFacts } from './facts.ts';
import { countedOf } from './raised.ts';

/** The themes an interview raised, merges followed, each once. */
export function themesIn({ mentions }: InterviewFacts, codebook: Codebook): ReadonlySet<string> {
  return new Set(mentions.map((m) => codebook.resolve(m.theme)));
}

/** Whether an interview has been tagged at all. Notes that nobody has tagged yet do not say what was not raised. */
export const isTagged = (f: InterviewFacts): boolean => f.notes > 0 && f.mentions.length > 0;

/** Interviews that shares are made of, "8 of 10": those that have been tagged. */
export const taggedOf = (facts: readonly InterviewFacts[]): InterviewFacts[] => facts.filter(isTagged);

/**
 * Interviews that may be set against one another: tagged, and over. Where it matters what was NOT raised, not raised together
 * or not new, a call that goes on can still raise it.
 */
export const codedOf = (facts: readonly InterviewFacts[]): InterviewFacts[] =>
  facts.filter((f) => isTagged(f) && f.endedAt > 0);

/** How many interviews with notes `codedOf` leaves out: still running, or without a theme yet. */
export const leftOutOf = (facts: readonly InterviewFacts[]): number =>
  countedOf(facts).length - codedOf(facts).length;

/** Before the name of a theme has reached this device it has none. */
export const nameOf = (theme: string, codebook: Codebook): string => codebook.all.get(theme)?.name ?? '';

/** Adjusted p below this is beyond noise. */
export const beyondNoiseBelow = 0.05;
