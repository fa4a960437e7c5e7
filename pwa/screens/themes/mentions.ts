import type { Category, Codebook, InterviewFacts, MentionFact } from '#core/themes/index.ts';
import type { Band } from '#core/waves/index.ts';

/** One mention of a theme with its words, as far as whoever spoke allows. */
export interface MentionView {
  /** Of interview, note and theme as tagged: one mention. */
  key: string;
  interview: string;
  note: string;
  /** As tagged: the theme itself, or one that was merged into it. */
  tagged: string;
  /** The theme it counts for: the one asked for, or a part of it. */
  theme: string;
  text: string;
  verbatim: boolean;
  severity: MentionFact['severity'];
  valence: MentionFact['valence'];
  band: Band;
  score: number;
  /** Empty without consent to be named. */
  name: string;
  /** Nobody allowed these words to be quoted: they are for those who code, not for a report. */
  unquotable: boolean;
  cycle: string;
}

/** Mentions of the themes asked for, merges followed, the customer's own words first, then the gravest, then by call. */
export function mentionsOf(
  facts: readonly InterviewFacts[],
  book: Codebook,
  isAsked: (theme: string) => boolean,
): readonly MentionView[] {
  return facts
    .flatMap((f) =>
      f.mentions
        .map((m) => ({ view: viewOf(f, m, book.resolve(m.theme)), at: f.startedAt }))
        .filter(({ view }) => isAsked(view.theme)),
    )
    .sort(
      (a, b) =>
        Number(b.view.verbatim) - Number(a.view.verbatim) ||
        b.view.severity - a.view.severity ||
        a.at - b.at ||
        (a.view.key < b.view.key ? -1 : 1),
    )
    .map(({ view }) => view);
}

function viewOf(f: InterviewFacts, m: MentionFact, theme: string): MentionView {
  return {
    key: `${f.interview} ${m.note} ${m.theme}`,
    interview: f.interview,
    note: m.note,
    tagged: m.theme,
    theme,
    text: m.text.trim(),
    verbatim: m.verbatim,
    severity: m.severity,
    valence: m.valence,
    band: f.band,
    score: f.score,
    name: f.consentQuote === 'withName' ? f.name : '',
    unquotable: f.consentQuote === 'no',
    cycle: f.cycle,
  };
}

/** What somebody entered for the part that is split off. */
export interface SplitDraft {
  name: string;
  category: Category;
  definition: string;
}
