import type { InterviewFacts, MentionFact } from './facts.ts';
import { asQuote, type QuoteReading } from './quote.ts';

/** A note that carries a theme, with the interview it was taken in. */
export interface TaggedWords {
  mention: MentionFact;
  interview: InterviewFacts;
}

/** Every tagged note of some interviews by its id; a note with several themes stands once. */
export function wordsByNote(facts: readonly InterviewFacts[]): ReadonlyMap<string, TaggedWords> {
  const found = new Map<string, TaggedWords>();
  for (const interview of facts)
    for (const mention of interview.mentions) found.set(mention.note, { mention, interview });
  return found;
}

/**
 * What may be shown of one note: its words where they are the customer's own and the customer allowed it, `withheld` where
 * not allowed, `none` where the note is gone, untagged, or not in the customer's words any more. So a reference to a note
 * follows every later change of it, of its consent and of its erasure.
 */
export function quoteOfNote(words: TaggedWords | undefined): QuoteReading {
  if (!words?.mention.verbatim || words.mention.text.trim() === '') return { kind: 'none' };
  if (words.interview.consentQuote === 'no') return { kind: 'withheld', verbatims: 1 };
  return asQuote(words);
}
