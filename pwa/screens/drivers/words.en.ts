import { countOf, decimalOf, listOf, percentOf, shortOf, wholeOf } from '#core/browser/parts/figures.ts';
import {
  type DriverRow,
  type Impact,
  leastInCycle,
  leastInSegment,
  leastRaising,
  leastShare,
  longQuote,
  type QuoteReading,
  type SegmentReach,
  type SegmentTest,
  type SeverityReading,
} from '#core/themes/index.ts';
import { type Band, bands } from '#core/waves/index.ts';

/** Below this many interviews of a band the table says that everything can still turn. */
export const earlyBelow = 5;

export const severityNames = ['not stated', 'low', 'medium', 'high'] as const;

export const bandNames: Readonly<Record<Band, { one: string; many: string; title: string }>> = {
  detractor: { one: 'detractor', many: 'detractors', title: 'Detractors' },
  passive: { one: 'passive', many: 'passives', title: 'Passives' },
  promoter: { one: 'promoter', many: 'promoters', title: 'Promoters' },
};

export const words = {
  unnamed: 'A theme not named on this device yet',
  /** Between a count and what it is out of. */
  of: 'of',
  bandLabel: 'Whose interviews',
  heads: {
    name: 'Driver',
    frequency: 'Raised by, 95% interval',
    said: 'In their words',
    severity: 'Severity',
    segments: 'Segments',
    change: 'Over cycles',
  },
  title: (band: Band) => `What moves the score, by how many ${bandNames[band].many} raised it`,
  caption: (band: Band) =>
    `Drivers raised by ${bandNames[band].many}, with frequency, words, severity, segments and accounts`,
  quoteGone: {
    withheld: 'quote not shown: its speaker has not allowed it',
    none: 'quote no longer there',
  },
  csv: 'Download CSV',
  show: (who: string) => `Show the drivers of ${who}`,
  loading: 'Reading the interviews',
  noCycle: {
    title: 'Drivers come after a survey and its calls',
    text: 'This table will say what moves the score: “14 of 30 detractors raised reliability (30 to 64%)”, with the words they used. It begins with a survey.',
    action: 'Bring your survey',
  },
  nobody: {
    title: 'No call has been held yet',
    text: 'Each theme tagged in a call appears here at once: how many raised it, how grave it is, in which segments, in whose words. For example: “14 of 30 detractors raised reliability (30 to 64%)”.',
    action: 'Choose people to call',
  },
  noneInBand: (band: Band) => `No ${bandNames[band].one} has been interviewed yet`,
  noneTagged: (band: Band) => `No theme has been tagged in the calls with ${bandNames[band].many} yet`,
  whyBand: {
    detractor: 'They say what failed and what would win them back.',
    passive: 'They say what is missing on the way to a promoter, and need the smallest push.',
    promoter: 'They say what must be kept.',
  } satisfies Record<Band, string>,
  failed: {
    title: 'The driver table could not be made',
    text: 'The interviews are safe where they are; only this summary failed. Open the screen again.',
  },
  again: 'Open again',
  noQuote: 'No customer’s own words noted under this driver yet.',
  withheld: (n: number) =>
    n === 1
      ? 'One quote was noted; its speaker has not allowed it to be shown.'
      : `${wholeOf(n)} quotes were noted; none of their speakers has allowed them to be shown.`,
  rules: [
    'An interview counts once for each driver, and only when it is tagged: notes without any theme do not say what was not raised. A broader driver counts an interview that raised any of its parts, once, and is not listed where one part accounts for all of it. Bands are added together only under Everyone, weighted to the survey: detractors are called more often than they answer.',
    `Severity is harm: the highest level that at least a third of the interviews raising the driver gave, each speaking with its gravest mention. Praise states none. Fewer than a third: not stated.`,
    `Segments are listed where at least ${leastRaising} interviews and ${percentOf(leastShare)} of those tagged there raised it. “Concentrated” is a claim of its own: among interviews of this band, more raise it there than elsewhere (Fisher’s exact test, corrected over all drivers and segments of the table by Benjamini and Hochberg, below 5%). Compared within one band, since detractors are not called equally often everywhere; at least ${leastInSegment} interviews there and elsewhere, all tagged and over. “Across segments” means that no difference was found, which so few calls can hide.`,
    `Over cycles: this cycle against the last with at least ${leastInCycle} interviews of the band that are tagged and over (exact test) and, from three cycles on, the line over all of them; corrected over all drivers. Rising and falling are said beyond noise only. It assumes that the same kinds of people were called.`,
    `Words: those pinned, else the gravest whose speaker agreed to be quoted, then the longest up to ${longQuote} characters, then the earliest call.`,
    'Accounts: each once, however many of its people raised the driver; revenue where it is known.',
  ],
  rulesTitle: 'How every figure is made',
  /** Other pages that look at the same interviews. */
  elsewhere: [{ name: 'How far to trust these', href: '/evidence' }] as readonly {
    name: string;
    href: string;
  }[],
};

/** Where a driver was raised, in a few words. */
export function segmentsText(reach: SegmentReach): string {
  switch (reach.kind) {
    case 'named':
      return listOf(reach.affected.map((s) => s.value));
    case 'across':
      return 'across segments';
    case 'scattered':
      return 'too thin to name one';
    case 'tooFew':
      return 'too few to read';
  }
}

/** In how many of the calls that raise it: "in 10 of 17", "or graver in 5 of 6". */
export function severityText({ level, reached, of }: SeverityReading): string {
  const share = `in ${wholeOf(reached)} of ${wholeOf(of)}`;
  switch (level) {
    case 0:
      return reached === 0 ? '' : `only ${share}`;
    case 3:
      return share;
    default:
      return `or graver ${share}`;
  }
}

export function impactText(impact: Impact): { accounts: string; revenue: string } {
  const accounts =
    impact.accounts === 0 ? 'accounts not known' : countOf(impact.accounts, 'account', 'accounts');
  if (impact.revenueKnown === 0) return { accounts, revenue: '' };
  const part = impact.revenueKnown < impact.accounts ? `, known for ${wholeOf(impact.revenueKnown)}` : '';
  return { accounts, revenue: `${shortOf(impact.revenue)} a year${part}` };
}

/** "passives 3 of 11": beside the band on screen, never added to it. */
export function otherBands(row: DriverRow, band: Band): { band: Band; text: string }[] {
  return bands
    .filter((b) => b !== band && row.byBand[b].n > 0)
    .map((b) => ({
      band: b,
      text: `${bandNames[b].many} ${wholeOf(row.byBand[b].k)} of ${wholeOf(row.byBand[b].n)}`,
    }));
}

/** Most segments said beside a quote; more would point at the person. */
const segmentsSaid = 2;

/** Where the speaker stands. */
export function speaker(quote: Extract<QuoteReading, { kind: 'quote' }>): string {
  return segmentsOf(quote.segments);
}

/** A few segments in words. */
export const segmentsOf = (segments: Readonly<Record<string, string>>): string =>
  Object.values(segments).filter(Boolean).slice(0, segmentsSaid).join(', ');

/** A row in few words: "14 of 30 detractors, high, Enterprise and Mid-market". */
export function rowText(row: DriverRow, band: Band): string {
  const { k, n } = row.frequency;
  const severity = row.severity.level === 0 ? 'severity not stated' : severityNames[row.severity.level];
  return `${wholeOf(k)} of ${countOf(n, bandNames[band].one, bandNames[band].many)}, ${severity}, ${segmentsText(row.reach)}`;
}

export const detailWords = {
  open: 'Evidence and paragraph',
  close: 'Close',
  undo: 'Undo',
  pinned: 'pinned',
  paragraph: 'In a paragraph',
  paragraphOf: (name: string) => `Paragraph about ${name}`,
  placeholder: 'What happens, to whom, since when, and what it costs them.',
  hint: 'Kept with every letter; colleagues can write at the same time. Quotes stand as references and follow their note and its consent.',
  begun: (name: string) => `Begun by ${name}.`,
  two: 'Begun twice, by people who could not see each other’s.',
  join: 'Make them one',
  joined: 'The two paragraphs are one.',
  byBand: 'By band',
  bandsOf: { detractor: 'detractors', passive: 'passives', promoter: 'promoters' } satisfies Record<
    Band,
    string
  >,
  byCycle: 'By cycle',
  bySegment: 'By segment, each against the others',
  ofCount: (k: number, n: number) => `${wholeOf(k)} of ${wholeOf(n)}`,
  test: (s: SegmentTest): string =>
    s.adjusted === null
      ? 'too few to compare'
      : `${wholeOf(s.elseK)} of ${wholeOf(s.elseN)} elsewhere, ${s.adjusted < 0.001 ? 'p below 0.001' : `p ${decimalOf(s.adjusted, 3)}`}`,
  mentions: (n: number) => `What was said, in ${countOf(n, 'interview', 'interviews')}`,
  moreInterviews: (n: number) => `Show ${countOf(n, 'more interview', 'more interviews')}`,
  scored: (band: Band, score: number) => `${bandNames[band].one}, score ${wholeOf(score)}`,
  toInterview: 'Open the interview',
  notShown: 'Their words are not shown: this customer has not agreed to be quoted.',
  quote: 'Quote in the paragraph',
  pin: 'Show these words in the table',
  unpin: 'Let the rule choose again',
  pinnedNow: (name: string) => `These words now stand for ${name}.`,
  unpinned: (name: string) => `The rule chooses the words for ${name} again.`,
  by: (who: string) => `, ${who}`,
};
