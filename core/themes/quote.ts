import type { InterviewFacts, MentionFact } from './facts.ts';
import type { Raised } from './raised.ts';

/** A quote longer than this is shown only when there is no shorter one. */
export const longQuote = 240;

/** The words that stand for a theme, and who may be said to have spoken them. */
export type QuoteReading =
  | {
      kind: 'quote';
      text: string;
      note: string;
      interview: string;
      band: InterviewFacts['band'];
      score: number;
      segments: Readonly<Record<string, string>>;
      /** Empty without consent to be named. */
      name: string;
    }
  /** Customer's words exist, but nobody allowed them to be shown. */
  | { kind: 'withheld'; verbatims: number }
  /** Nobody's own words were noted under this theme yet. */
  | { kind: 'none' };

interface Candidate {
  mention: MentionFact;
  interview: InterviewFacts;
}

/**
 * Chooses among the notes marked as the customer's own words whose speaker allowed quoting: the gravest first (praise is
 * never grave, see `severityOf`), then
 * the one that tells most (the longest up to 240 characters), then the earliest call.
 */
export function quoteOf(raised: readonly Raised[]): QuoteReading {
  const said = raised.flatMap(({ interview, mentions }) =>
    mentions.filter((m) => m.verbatim && m.text.trim() !== '').map((mention) => ({ mention, interview })),
  );
  const allowed = said.filter((c) => c.interview.consentQuote !== 'no');
  if (allowed.length > 0) return asQuote(allowed.reduce((best, c) => (byRule(c, best) < 0 ? c : best)));
  const verbatims = new Set(said.map((c) => c.mention.note)).size;
  return verbatims > 0 ? { kind: 'withheld', verbatims } : { kind: 'none' };
}

/** The words of one note, with as much of the speaker as may be said. Only for interviews that allow quoting. */
export function asQuote({ mention, interview }: Candidate): QuoteReading {
  return {
    kind: 'quote',
    text: mention.text.trim(),
    note: mention.note,
    interview: interview.interview,
    band: interview.band,
    score: interview.score,
    segments: interview.segments,
    name: interview.consentQuote === 'withName' ? interview.name : '',
  };
}

function byRule(a: Candidate, b: Candidate): number {
  return (
    gravity(b) - gravity(a) ||
    tells(b) - tells(a) ||
    a.interview.startedAt - b.interview.startedAt ||
    (a.mention.note < b.mention.note ? -1 : 1)
  );
}

const gravity = ({ mention }: Candidate): number => (mention.valence === 'good' ? 0 : mention.severity);

/** Grows with the length up to `longQuote`, then falls below every shorter one. */
function tells({ mention }: Candidate): number {
  const length = mention.text.trim().length;
  return length <= longQuote ? length : -length;
}
