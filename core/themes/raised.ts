import type { Band } from '../waves/index.ts';
import { type Broader, broaderOf } from './broader.ts';
import type { Codebook } from './codebook.ts';
import type { InterviewFacts, MentionFact } from './facts.ts';

/** One interview in which a theme came up, with every mention of it there (themes merged into it included). */
export interface Raised {
  readonly interview: InterviewFacts;
  readonly mentions: readonly MentionFact[];
}

/**
 * Interviews that were held: those with at least one note, not a call that was opened and left, or where nobody answered.
 * What themes they raise is known of those that are tagged (`taggedOf`); only those that are over as well are set against
 * one another (`codedOf`).
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

/**
 * The same with broader themes: one counts as raised by any of its parts, once, with its own mentions first and then
 * theirs.
 */
export function raisedBroadlyIn(
  interview: InterviewFacts,
  codebook: Codebook,
  broader: Broader,
): ReadonlyMap<string, readonly MentionFact[]> {
  const own = raisedIn(interview, codebook);
  const whole = new Map(own);
  for (const [theme, mentions] of own)
    for (const over of broader.above(theme)) whole.set(over, [...(whole.get(over) ?? []), ...mentions]);
  return whole;
}

/** For each theme, where it was raised. An interview stands once under a theme, however often it came up there. */
export function raisedByTheme(
  facts: readonly InterviewFacts[],
  codebook: Codebook,
): ReadonlyMap<string, readonly Raised[]> {
  return byTheme(facts, (interview) => raisedIn(interview, codebook));
}

/** The same with broader themes, each counting an interview that raised it or any of its parts. */
export function raisedWithBroader(
  facts: readonly InterviewFacts[],
  codebook: Codebook,
): ReadonlyMap<string, readonly Raised[]> {
  const broader = broaderOf(codebook);
  return byTheme(facts, (interview) => raisedBroadlyIn(interview, codebook, broader));
}

function byTheme(
  facts: readonly InterviewFacts[],
  read: (interview: InterviewFacts) => ReadonlyMap<string, readonly MentionFact[]>,
): ReadonlyMap<string, readonly Raised[]> {
  const themes = new Map<string, Raised[]>();
  for (const interview of facts)
    for (const [theme, mentions] of read(interview)) {
      const list = themes.get(theme);
      if (list) list.push({ interview, mentions });
      else themes.set(theme, [{ interview, mentions }]);
    }
  return themes;
}
