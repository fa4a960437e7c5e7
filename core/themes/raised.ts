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

/** For each theme, where it was raised. An interview stands once under a theme, however often it came up there. */
export function raisedByTheme(
  facts: readonly InterviewFacts[],
  codebook: Codebook,
): ReadonlyMap<string, readonly Raised[]> {
  const themes = new Map<string, Raised[]>();
  for (const interview of facts) {
    const here = new Map<string, MentionFact[]>();
    for (const mention of interview.mentions) {
      const theme = codebook.resolve(mention.theme);
      here.set(theme, [...(here.get(theme) ?? []), mention]);
    }
    for (const [theme, mentions] of here)
      themes.set(theme, [...(themes.get(theme) ?? []), { interview, mentions }]);
  }
  return themes;
}
