import { countOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type CrossRefusal, mostCrossCells, readableFrom, shownDimension } from '#core/segments/index.ts';
import { bands } from '#core/waves/index.ts';
import type { Row } from './rows.ts';
import { bandWord, interval, shortCycle } from './words.ts';

/** What is said of two dimensions at a time. */
export const crossWords = {
  rows: 'Zeilen',
  columns: 'Spalten',
  turn: 'Zeilen und Spalten tauschen',
  tells: 'Farbe und Zahl',
  level: 'Wertung',
  change: (cycle: string) => `Änderung seit ${shortCycle(cycle)}`,
  title: (rows: string, columns: string) => `Net Promoter Score nach ${rows} und ${columns}`,
  changeTitle: (rows: string, columns: string, cycle: string) =>
    `Änderung der Wertung seit ${shortCycle(cycle)} nach ${rows} und ${columns}`,
  all: 'Alle',
  few: 'zu wenige',
  noChange: '–',
  nobody: 'niemand',
  whole: 'insgesamt:',
  changeBy: 'Änderung',
  loading: 'Kreuztabelle wird gezählt',
  interview: 'Dieses Segment interviewen',
  leave: 'Wieder weglassen',
  ticked: 'angekreuzt',
  more: (n: number) => `${countOf(n, 'weitere Zeile', 'weitere Zeilen')} zeigen`,
  unknown: (n: number) =>
    `${countOf(n, 'Antwort hat', 'Antworten haben')} in einer der beiden keinen Wert und ${n === 1 ? 'steht' : 'stehen'} in keiner Zelle.`,
  several: (dimension: string) =>
    `Eine Person kann mehrere Werte von ${dimension} haben: Zellen überschneiden sich und ergeben zusammen mehr als alle.`,
  rule: (tested: number, since: string) =>
    `Jede Zelle wird ${since ? `mit sich selbst in ${shortCycle(since)} verglichen` : 'gegen alle anderen geprüft'}, korrigiert für alle ${wholeOf(tested)} lesbaren Zellen dieser Kreuztabelle (Benjamini-Hochberg, 5\u00a0%). Schraffierte Zellen haben weniger als ${readableFrom} Antworten und keinen Befund.`,
  keys: 'Pfeiltasten führen von Zelle zu Zelle, die Leertaste kreuzt eine für Interviews an.',
  legend: {
    below: 'unter allen anderen',
    above: 'über allen anderen',
    fell: 'gefallen',
    rose: 'gestiegen',
    filled: 'gefüllt: mehr als Zufall',
    hollow: 'umrandet: kann Zufall sein',
    few: `schraffiert: weniger als ${readableFrom} Antworten`,
    fewLine: `Schraffiert: weniger als ${readableFrom} Antworten. Die Zahl darunter sagt, wie viele es sind.`,
  },
  needTwo:
    'Eine Kreuztabelle braucht zwei Dimensionen, diese Umfrage hat eine. Kennzeichnen Sie beim Einlesen eine weitere Spalte als Segment.',
};

/** Everything about one cell in a sentence or two, for the line beneath the picture. */
export function cellText({ segment, change, readable, beyondNoise }: Row, earlier: string): string {
  const { nps, counts, n, reading } = segment;
  if (nps.kind === 'tooFew') return 'Hier hat niemand geantwortet.';
  const parts = bands.map((b) => bandWord[b](counts[b]));
  const start = `NPS ${wholeOf(nps.value)} ${interval(nps)} aus ${countOf(n, 'Antwort', 'Antworten')}: ${listOf(parts)}.`;
  if (!readable || reading.kind === 'tooFew')
    return `${start} Weniger als ${readableFrom} Antworten: kein Befund.`;
  const level = reading.level ? levelText(reading.level.difference.value, beyondNoise) : '';
  const move = change ? moveText(change, earlier) : noMove[reading.change.kind];
  return [start, level, move].filter(Boolean).join(' ');
}

const noMove: Readonly<Record<string, string>> = {
  new: 'In der Umfrage davor gab es das nicht.',
  tooFewThen: 'Damals waren es zu wenige Antworten, um eine Änderung zu nennen.',
};

const noiseText = (beyondNoise: boolean): string =>
  beyondNoise ? 'mehr als Zufall' : 'das kann Zufall sein';

function levelText(points: number, beyondNoise: boolean): string {
  const far = Math.round(Math.abs(points));
  if (far === 0) return 'Gleich wie alle anderen.';
  return `${countOf(far, 'Punkt', 'Punkte')} ${points < 0 ? 'unter' : 'über'} allen anderen, ${noiseText(beyondNoise)}.`;
}

function moveText({ by, beyondNoise }: NonNullable<Row['change']>, earlier: string): string {
  const far = Math.round(Math.abs(by));
  if (far === 0) return `Wie in ${shortCycle(earlier)}.`;
  return `Seit ${shortCycle(earlier)} um ${countOf(far, 'Punkt', 'Punkte')} ${by < 0 ? 'gefallen' : 'gestiegen'}, ${noiseText(beyondNoise)}.`;
}

/** Why two dimensions are not crossed, and what helps. */
export function refusalText(refusal: CrossRefusal): { text: string; wide: string } {
  switch (refusal.kind) {
    case 'sameDimension':
      return {
        text: `${shownDimension(refusal.name)} lässt sich nicht mit sich selbst kreuzen. Wählen Sie eine andere Dimension.`,
        wide: '',
      };
    case 'unknownDimension':
      return {
        text: `Diese Umfrage hat keine Dimension ${refusal.name}. Wählen Sie eine andere.`,
        wide: '',
      };
    case 'tooWide':
      return {
        text: `${wholeOf(refusal.rows)} mal ${wholeOf(refusal.columns)} Werte ergäben ${wholeOf(refusal.rows * refusal.columns)} Zellen, mehr als die ${wholeOf(mostCrossCells)}, die sich sicher lesen und zählen lassen. Fassen Sie die seltenen Werte von ${shownDimension(refusal.wide)} unter „Andere“ zusammen oder teilen Sie seine Zahlen in Bereiche, dann geht es.`,
        wide: refusal.wide,
      };
  }
}
