import { countOf, decimalOf, percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import {
  type Agreement,
  type Disagreement,
  fewCodedTwice,
  type InterviewFacts,
  leastCodedTwice,
  type ThemeAgreement,
} from '#core/themes/index.ts';
import { words } from './words.ts';

/** Of an interview, what may be said of who speaks in it. */
export type Speaker = Pick<InterviewFacts, 'consentQuote' | 'name' | 'band' | 'score'>;

/** Krippendorff's (2004) marks: from the first on conclusions may rest on the tags, from the second on tentative ones. */
export const reliableFrom = 0.8;
export const tentativeFrom = 0.667;

const interviews = (n: number) => countOf(n, 'interview', 'interviews');

export const agreementWords = {
  how: 'Somebody tags an interview alone, somebody else tags it again without seeing how. What they agree on is heard; what they do not is talked over.',
  themes: 'Theme by theme',
  caption: 'How two coders used each theme, least agreed on first',
  heads: {
    theme: 'Theme',
    both: 'Both',
    one: 'Only one',
    neither: 'Neither',
    alike: 'Alike',
    plot: 'Kappa',
    kappa: 'With its 95% interval',
  },
  differences: 'Where they differ',
  noDifferences: 'Nothing to talk over: the two said the same throughout.',
  /** Who said it, by name only where they allowed that. */
  speaker: ({ consentQuote, name, band, score }: Speaker) =>
    consentQuote === 'withName' && name ? name : `${band}, score ${wholeOf(score)}`,
  toInterview: 'To the interview',
  holds: 'It was raised',
  holdsNot: 'It was not',
  settledAs: (holds: boolean) => (holds ? 'Agreed: it was raised.' : 'Agreed: it was not raised.'),
  hisNotHers: ({ by, not }: Disagreement) => `${named(by.name)} tagged it, ${named(not.name)} did not.`,
  code: 'Interviews to code',
  codeCaption: 'Interviews with notes, and who has coded them',
  codeHeads: { who: 'Interview', notes: 'Notes', coders: 'Coded by', action: '' },
  /** Beside a count that stands alone on a narrow screen. */
  beside: {
    both: 'both',
    one: 'only one',
    neither: 'neither',
    alike: 'alike',
    notes: (n: number) => (n === 1 ? 'note' : 'notes'),
  },
  toCode: { strong: 'Code the next one.', action: 'Code an interview' },
  allCoded: { strong: 'You have coded every interview.', text: '', action: 'See the drivers' },
  begin: 'Code it',
  goOn: 'Go on coding',
  done: 'You have handed in.',
  nobodyCoded: 'nobody yet',
  someone: 'one coder',
  hidden: (n: number) => `${countOf(n, 'person', 'people')}, hidden until you hand in`,
  more: (n: number) => `Show ${wholeOf(n)} more`,
  rules: [
    'A coder sees the notes but no tag of anybody else until handing in; who tagged in the call starts from their own tags. A coding that was handed in stays as it is, so talking it over never makes the agreement look better.',
    `Compared is whether an interview raises a theme, yes or no, as in the driver table: the first two codings handed in of each interview, over the themes at least one of the two used.`,
    `Overall: Krippendorff’s alpha, with a range from drawing the interviews again a thousand times. From ${reliableFrom} on the tags can be relied on, from ${tentativeFrom} on for tentative conclusions. Theme by theme: Cohen’s kappa with its 95% interval; it is low by its nature where nearly nobody raises the theme, so read the counts beside it.`,
    `Fewer than ${leastCodedTwice} interviews coded twice: counts only. Fewer than ${fewCodedTwice}: every figure is rough.`,
  ],
};

const named = (name: string): string => name || 'One coder';

/** What two coders make of the same interviews, no surer than the range allows. */
export function agreementFinding({ coded, overall, range }: Agreement): string {
  const n = coded.length;
  if (n === 0) return 'No interview has been coded by two people yet.';
  if (n < leastCodedTwice || !range)
    return `Too early to say whether two people hear the same: ${interviews(n)} coded twice, ${leastCodedTwice} needed.`;
  if (overall.kind !== 'alpha') return 'Two people coded the same, but nothing in it could have differed.';
  const figure = `alpha ${decimalOf(overall.value, 2)} (${decimalOf(range.low, 2)} to ${decimalOf(range.high, 2)})`;
  if (range.low >= reliableFrom) return `Two people hear the same: ${figure}.`;
  if (range.low >= tentativeFrom) return `Two people hear much the same, enough to be tentative: ${figure}.`;
  if (range.high < tentativeFrom) return `Two people do not hear the same: ${figure}.`;
  return `It is not sure yet that two people hear the same: ${figure}.`;
}

export function agreementLede(found: Agreement): string {
  const { coded, waiting, disagreements, overall, severity } = found;
  if (coded.length === 0 && waiting === 0) return agreementWords.how;
  const open = disagreements.filter((d) => d.settled === null).length;
  const parts = [
    coded.length > 0 && `${interviews(coded.length)} coded twice.`,
    waiting > 0 && `${interviews(waiting)} waiting for a second coder.`,
    coded.length > 0 &&
      overall.kind === 'alpha' &&
      `${percentOf(overall.alike)} of the judgements are alike.`,
    coded.length >= leastCodedTwice &&
      severity.kind === 'alpha' &&
      severity.pairable >= 2 * leastCodedTwice &&
      `How grave: alpha ${decimalOf(severity.value, 2)} by rank.`,
    open > 0 && `${countOf(open, 'difference', 'differences')} to talk over.`,
    coded.length >= leastCodedTwice && coded.length < fewCodedTwice && 'So few make every figure rough.',
  ];
  return parts.filter(Boolean).join(' ');
}

/** "0.66 (0.40 to 0.93)", or why there is none. */
export function kappaText({ kappa }: ThemeAgreement): string {
  switch (kappa.kind) {
    case 'tooFew':
      return 'too few';
    case 'noKappa':
      return 'one of them never differs';
    case 'kappa':
      // its interval has no width then, which a few interviews reach by luck
      if (kappa.standardError === 0) return 'all alike';
      return `${decimalOf(kappa.value, 2)} (${decimalOf(kappa.low, 2)} to ${decimalOf(Math.min(1, kappa.high), 2)})`;
  }
}

export const themeName = (name: string): string => name || words.unnamed;
