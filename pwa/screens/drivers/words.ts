import { countOf, listOf, percentOf, shareRangeOf, shortOf, wholeOf } from '#core/browser/parts/figures.ts';
import {
  type DriverRow,
  type DriverTable,
  type Impact,
  leastInSegment,
  leastRaising,
  leastShare,
  longQuote,
  type QuoteReading,
  type SegmentReach,
  type SeverityReading,
  starterThemes,
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
  bandLabel: 'Whose interviews',
  heads: {
    name: 'Driver',
    frequency: 'Raised by, 95% interval',
    said: 'In their words',
    severity: 'Severity',
    segments: 'Segments',
    accounts: 'Accounts',
  },
  title: (band: Band) => `What moves the score, by how many ${bandNames[band].many} raised it`,
  caption: (band: Band) =>
    `Drivers raised by ${bandNames[band].many}, with frequency, words, severity, segments and accounts`,
  csv: 'Download CSV',
  evidence: 'How far to trust these',
  bySegment: 'By segment',
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
    'An interview counts once for each driver, and only when it has notes. Bands are never added together: detractors are called more often than they answer.',
    `Severity: the highest level that at least a third of the interviews raising it gave, each speaking with its gravest mention.`,
    `Segments: named where at least ${leastRaising} interviews and ${percentOf(leastShare)} of those held there raised it; fewer than ${leastInSegment} interviews in a segment are too few to read. Whether a segment differs from the others is not tested here.`,
    `Words: the gravest whose speaker agreed to be quoted, then the longest up to ${longQuote} characters, then the earliest call.`,
  ],
  rulesTitle: 'How to read this table',
};

/** The finding, from the figures: nothing that the counts do not say. */
export function finding(table: DriverTable): string {
  const [top, next] = table.rows;
  const { many, one } = bandNames[table.band];
  if (!top)
    return table.interviews[table.band] === 0 ? words.noneInBand(table.band) : words.noneTagged(table.band);
  const n = top.frequency.n;
  const who = `${wholeOf(top.frequency.k)} of ${countOf(n, one, many)}`;
  const interval = `(${shareRangeOf(top.frequency.low, top.frequency.high)})`;
  if (next && next.frequency.k === top.frequency.k && n > 0) return `${tied(table)} ${interval}.`;
  return `${who} raised ${named(top)} ${interval}${mostly(top)}.`;
}

function tied(table: DriverTable): string {
  const k = table.rows[0]?.frequency.k ?? 0;
  const same = table.rows.filter((r) => r.frequency.k === k);
  const who = `${wholeOf(k)} of ${countOf(same[0]?.frequency.n ?? 0, bandNames[table.band].one, bandNames[table.band].many)}`;
  if (same.length > 3) return `${wholeOf(same.length)} drivers were each raised by ${who}`;
  return `${sentence(listOf(same.map(named)))} were each raised by ${who}`;
}

/** "10 of them in Enterprise": only where it is most of them and the segment can be read. */
function mostly({ reach, frequency }: DriverRow): string {
  const top = reach.affected[0];
  if (!top || top.k * 2 <= frequency.k) return '';
  return `, ${top.k === frequency.k ? 'all' : wholeOf(top.k)} of them in ${top.value}`;
}

const named = (row: DriverRow): string => (row.name ? lower(row.name) : 'a theme not named here yet');
const starterNames: ReadonlySet<string> = new Set(starterThemes.map((t) => t.name));
/** Only names of ours are lowered inside a sentence: those of users may be proper nouns. */
const lower = (name: string): string =>
  starterNames.has(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who was interviewed, how sure the order is, and what is not tagged yet. */
export function lede(table: DriverTable): string {
  const all = bands.reduce((sum, b) => sum + table.interviews[b], 0);
  const who = listOf(bands.map((b) => countOf(table.interviews[b], bandNames[b].one, bandNames[b].many)));
  const parts = [`${countOf(all, 'person', 'people')} interviewed: ${who}.`];
  const n = table.interviews[table.band];
  if (n > 0 && n < earlyBelow)
    parts.push('So few calls leave every figure open: hold more before acting on it.');
  else if (table.rows.length > 1 && !apart(table)) parts.push('The order of the first two could be chance.');
  if (table.untagged > 0)
    parts.push(`${countOf(table.untagged, 'call', 'calls')} with notes but no theme yet.`);
  return parts.join(' ');
}

/** The intervals of the first two do not meet. */
function apart({ rows: [a, b] }: DriverTable): boolean {
  return a !== undefined && b !== undefined && a.frequency.low > b.frequency.high;
}

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
  return Object.values(quote.segments).filter(Boolean).slice(0, segmentsSaid).join(', ');
}

/** What to do next and why. */
export function nextStep(table: DriverTable): { strong: string; text: string; action: string; href: string } {
  const missing = bands.filter((b) => table.interviews[b] === 0);
  const few = bands.filter((b) => table.interviews[b] > 0 && table.interviews[b] < earlyBelow);
  const call = { action: 'Choose people to call', href: '/people' };
  const hold = { action: 'Hold the next call', href: '/interviews' };
  if (missing.length > 0) {
    const who = missing.map((b) => bandNames[b].many).join(' or ');
    return {
      strong: `No ${who} interviewed.`,
      text: missing.includes('passive') ? words.whyBand.passive : '',
      ...call,
    };
  }
  if (few.length > 0) {
    const who = listOf(few.map((b) => `${wholeOf(table.interviews[b])} ${bandNames[b].many}`));
    return {
      strong: `Only ${who} so far.`,
      text: 'Below five calls a band can say almost anything.',
      ...hold,
    };
  }
  return {
    strong: 'Every band has spoken.',
    text: 'More calls narrow the intervals; the table follows as themes are tagged.',
    ...hold,
  };
}
