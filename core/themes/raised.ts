import type { Band } from '../waves/index.ts';
import { broaderOf } from './broader.ts';
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
    const here = Map.groupBy(interview.mentions, (mention) => codebook.resolve(mention.theme));
    for (const [theme, mentions] of here) {
      const raised = themes.get(theme);
      if (raised) raised.push({ interview, mentions });
      else themes.set(theme, [{ interview, mentions }]);
    }
  }
  return themes;
}

/**
 * The same with broader themes: one counts every interview that raised it or any of its parts, once, with all their
 * mentions. Interviews stand in the order of each theme's own, then of its parts.
 */
export function withBroader(
  raised: ReadonlyMap<string, readonly Raised[]>,
  codebook: Codebook,
): ReadonlyMap<string, readonly Raised[]> {
  const broader = broaderOf(codebook);
  const whole = new Map(raised);
  for (const [theme, here] of raised)
    for (const over of broader.above(theme)) whole.set(over, joined(whole.get(over) ?? [], here));
  return whole;
}

function joined(some: readonly Raised[], more: readonly Raised[]): readonly Raised[] {
  const found = new Map(some.map((r) => [r.interview.interview, r]));
  for (const { interview, mentions } of more) {
    const own = found.get(interview.interview)?.mentions ?? [];
    found.set(interview.interview, { interview, mentions: [...own, ...mentions] });
  }
  return [...found.values()];
}
