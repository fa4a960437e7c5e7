import { countOf, listOf, percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import { countOfBand } from '#core/browser/parts/germanBands.ts';
import {
  type Frequency,
  type QuoteReading,
  type RivalOn,
  type RivalRow,
  type RivalTable,
  standings,
} from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import { bandNames, words } from './words.ts';

export const rivalWords = {
  caption: 'Wettbewerber, die in den meisten Gesprächen genannten zuerst',
  heads: { rival: 'Wettbewerber', went: 'Wie weit es ging', on: 'Verglichen bei' },
  standings: { known: 'bekannt', evaluated: 'abgewogen', used: 'im Einsatz' },
  unnamed: 'Ein Wettbewerber, dessen Name auf diesem Gerät noch fehlt',
  notCompared: 'kein Thema an diesen Notizen',
  feature: (feature: string) => `Hat: ${feature}`,
  good: (n: number) => `${wholeOf(n)} als gut`,
  bad: (n: number) => `${wholeOf(n)} als schlecht`,
  rules: [
    'Ein Gespräch zählt bei einem Wettbewerber einmal, so oft seine Notizen ihn auch nennen. Die Gruppen stehen nebeneinander und werden nicht zusammengezählt: Detraktoren werden öfter angerufen, als sie antworten. Die Spanne ist das 95-%-Intervall des Anteils (Wilson).',
    'Verglichen bei: die Themen der Notizen, die ihn nennen, und in wie vielen Gesprächen es gut oder schlecht hieß. Wie weit: Wer einen nennt, kennt ihn zumindest; nach dem Gespräch sagt ein Druck, dass er abgewogen wurde oder im Einsatz ist.',
  ],
  next: {
    strong: 'Ein Name ist noch kein Grund.',
    text: 'Bei den Treibern steht, worin verglichen wird.',
    action: 'Zu den Treibern',
  },
  ask: {
    strong: 'Fragen Sie, was noch angesehen wurde.',
    text: 'Im Gespräch @ und den Namen tippen; Tab macht daraus einen Wettbewerber.',
    action: 'Zu den Interviews',
  },
  csv: ['Wettbewerber', 'Was er hat', 'Gespräche', 'Bekannt', 'Abgewogen', 'Im Einsatz', 'Verglichen bei'],
  csvBand: (band: string) => [`${band}, die ihn nennen`, band, '95 % unten', '95 % oben'],
};

const calls = (n: number) => countOf(n, 'Gespräch', 'Gespräche');
const inCalls = (n: number) => countOf(n, 'Gespräch', 'Gesprächen');
export const nameOf = ({ name }: Pick<RivalRow, 'name'>): string => name || rivalWords.unnamed;
export const onName = ({ name }: Pick<RivalOn, 'name'>): string => name || words.unnamed;

export function rivalFinding({ rows }: RivalTable): string {
  const [first] = rows;
  if (!first) return 'Noch wurde kein Wettbewerber genannt.';
  const most = first.interviews.length;
  const on = first.on.slice(0, 2).map(onName);
  const compared = on.length > 0 ? `, verglichen bei ${listOf(on)}` : '';
  const alike = rows.filter((r) => r.interviews.length === most).map(nameOf);
  if (alike.length > 3)
    return `${wholeOf(alike.length)} Wettbewerber werden in je ${inCalls(most)} genannt, keiner öfter.`;
  if (alike.length > 1) return `${listOf(alike)} werden in je ${inCalls(most)} genannt.`;
  return `${nameOf(first)} wird in ${inCalls(most)} genannt${compared}.`;
}

export function rivalLede({ rows, naming, interviews }: RivalTable): string {
  const held = bands
    .filter((band) => interviews[band] > 0)
    .map((band) => countOfBand(interviews[band], band));
  const who = `${listOf(held)} befragt.`;
  return rows.length === 0
    ? who
    : `${wholeOf(rows.length)} Wettbewerber in ${inCalls(naming)} genannt; ${who}`;
}

export const shareText = ({ k, n, low, high }: Frequency): { count: string; range: string } => ({
  count: `${wholeOf(k)} von ${wholeOf(n)}`,
  range: n > 0 ? `${percentOf(low)} bis ${percentOf(high)}` : '',
});

export const wentText = ({ standing }: RivalRow): string =>
  standings
    .filter((s) => standing[s] > 0)
    .map((s) => `${rivalWords.standings[s]} in ${wholeOf(standing[s])}`)
    .join(', ');

export const onText = ({ k, good, bad }: RivalOn): string =>
  [calls(k), good > 0 && rivalWords.good(good), bad > 0 && rivalWords.bad(bad)].filter(Boolean).join(', ');

export function quoteBy(quote: Extract<QuoteReading, { kind: 'quote' }>): string {
  const { name, band, score } = quote;
  return [name, bandNames[band].one, wholeOf(score)].filter(Boolean).join(', ');
}
