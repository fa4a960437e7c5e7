import type { Band } from '../waves/index.ts';
import type { Codebook } from './codebook.ts';
import type { InterviewFacts, MentionFact } from './facts.ts';

/** One interview in which a theme came up, with every mention of it there (themes merged into it included). */
export interface Raised {
  readonly interview: InterviewFacts;
  readonly mentions: readonly MentionFact[];
}

/**
 * Interviews that figures count: those with at least one note. A call that was opened and left, or where nobody
 * answered, is no evidence that something was not said.
 */
export function countedOf(facts: readonly InterviewFacts[]): InterviewFacts[] {
  return facts.filter((f) => f.notes > 0);
}

export const inBand = (facts: readonly InterviewFacts[], band: Band): InterviewFacts[] =>
  facts.filter((f) => f.band === band);

/** What an interview raises: each theme once, merges followed, with every mention of it. */
export function raisedIn(
  interview: InterviewFacts,
  codebook: Codebook,
): ReadonlyMap<string, readonly MentionFact[]> {
  return Map.groupBy(interview.mentions, (mention) => codebook.resolve(mention.theme));
}

/** For each theme, where it was raised. An interview stands once under a theme, however often it came up there. */
export function raisedByTheme(
  facts: readonly InterviewFacts[],
  codebook: Codebook,
): ReadonlyMap<string, readonly Raised[]> {
  const themes = new Map<string, Raised[]>();
  for (const interview of facts)
    for (const [theme, mentions] of raisedIn(interview, codebook)) {
      const list = themes.get(theme);
      if (list) list.push({ interview, mentions });
      else themes.set(theme, [{ interview, mentions }]);
    }
  return themes;
}
