import { countOf, listOf, percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { Frequency, QuoteReading, RivalOn, RivalRow, RivalTable } from '#core/themes/index.ts';
import { standings } from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import { bandNames, words } from './words.ts';

export const rivalWords = {
  caption: 'Competitors, those named in most calls first',
  heads: { rival: 'Competitor', went: 'How far they went', on: 'Compared on' },
  standings: { known: 'known', evaluated: 'weighed', used: 'used' },
  unnamed: 'A competitor not named on this device yet',
  notCompared: 'no theme on those notes',
  feature: (feature: string) => `Has: ${feature}`,
  good: (n: number) => `${wholeOf(n)} as good`,
  bad: (n: number) => `${wholeOf(n)} as bad`,
  rules: [
    'A call counts once under a competitor, however often its notes name it. Bands stand side by side and are not added up: detractors are called more often than they answer. The range is the 95% interval of the share (Wilson).',
    'Compared on: the themes of the notes that name it, with how many calls said it as good or bad. How far: whoever names one at least knows it; after the call one press says that it was weighed or is used.',
  ],
  next: {
    strong: 'A name is not yet a reason.',
    text: 'See what they are compared on among the drivers.',
    action: 'See the drivers',
  },
  ask: {
    strong: 'Ask what else they looked at.',
    text: 'In the call type @ and the name; Tab makes it a competitor.',
    action: 'Go to the interviews',
  },
  csvBand: (band: string) => [`${band} naming it`, band, '95% low', '95% high'],
  csv: ['Competitor', 'What it has', 'Calls', 'Known', 'Weighed', 'Used', 'Compared on'],
};

const calls = (n: number) => countOf(n, 'call', 'calls');
export const nameOf = ({ name }: Pick<RivalRow, 'name'>): string => name || rivalWords.unnamed;
export const onName = ({ name }: Pick<RivalOn, 'name'>): string => name || words.unnamed;

/** Competitors that the finding names when they are named alike. */
const mostInFinding = 3;

/** Who is named most, and on what they are compared. */
export function rivalFinding({ rows }: RivalTable): string {
  const [first] = rows;
  if (!first) return 'No competitor has been named yet.';
  const most = first.interviews.length;
  const on = first.on.slice(0, 2).map(onName);
  const compared = on.length > 0 ? `, compared on ${listOf(on)}` : '';
  const alike = rows.filter((r) => r.interviews.length === most).map(nameOf);
  if (alike.length > mostInFinding)
    return `${wholeOf(alike.length)} competitors are named in ${calls(most)} each, none more often.`;
  if (alike.length > 1) return `${listOf(alike)} are named in ${calls(most)} each.`;
  return `${nameOf(first)} is named in ${calls(most)}${compared}.`;
}

export function rivalLede({ rows, naming, interviews }: RivalTable): string {
  const held = bands
    .filter((band) => interviews[band] > 0)
    .map((band) => countOf(interviews[band], bandNames[band].one, bandNames[band].many));
  const who = `${listOf(held)} interviewed.`;
  return rows.length === 0
    ? who
    : `${countOf(rows.length, 'competitor', 'competitors')} named in ${calls(naming)}; ${who}`;
}

/** "2 of 9 (6% to 55%)". */
export const shareText = ({ k, n, low, high }: Frequency): { count: string; range: string } => ({
  count: `${wholeOf(k)} of ${wholeOf(n)}`,
  range: n > 0 ? `${percentOf(low)} to ${percentOf(high)}` : '',
});

/** "known in 2, used in 1". */
export const wentText = ({ standing }: RivalRow): string =>
  standings
    .filter((s) => standing[s] > 0)
    .map((s) => `${rivalWords.standings[s]} in ${wholeOf(standing[s])}`)
    .join(', ');

/** "3 calls, 2 as good". */
export const onText = ({ k, good, bad }: RivalOn): string =>
  [calls(k), good > 0 && rivalWords.good(good), bad > 0 && rivalWords.bad(bad)].filter(Boolean).join(', ');

/** Who said it, as much as may be told. */
export function quoteBy(quote: Extract<QuoteReading, { kind: 'quote' }>): string {
  const { name, band, score } = quote;
  return [name, bandNames[band].one, wholeOf(score)].filter(Boolean).join(', ');
}
