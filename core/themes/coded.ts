import type { Codebook } from './codebook.ts';
import type { InterviewFacts } from './facts.ts';

/** The themes an interview raised, merges followed, each once. */
export function themesIn({ mentions }: InterviewFacts, codebook: Codebook): ReadonlySet<string> {
  return new Set(mentions.map((m) => codebook.resolve(m.theme)));
}

/**
 * Interviews that have been tagged at all. Where it matters what was NOT raised together, or not new, a call that nobody
 * has tagged yet is no evidence.
 */
export const taggedOf = (facts: readonly InterviewFacts[]): InterviewFacts[] =>
  facts.filter((f) => f.notes > 0 && f.mentions.length > 0);

/** Before the name of a theme has reached this device it has none. */
export const nameOf = (theme: string, codebook: Codebook): string => codebook.all.get(theme)?.name ?? '';

/** Adjusted p below this is beyond noise. */
export const beyondNoiseBelow = 0.05;
