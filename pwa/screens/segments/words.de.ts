import { countOf, signedOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import {
  type MapOrder,
  readableFrom,
  type Segment,
  type SegmentLabel,
  shownDimension,
  shownValue,
} from '#core/segments/index.ts';
import type { Band } from '#core/waves/index.ts';
import type { Row } from './rows.ts';
import { shortCycle } from './words.en.ts';

export {
  interval,
  npsValue,
  rowsATurn,
  rowsAtFirst,
  rowsAtMost,
  sentence,
  shortCycle,
} from './words.en.ts';

export const words = {
  orderLabel: 'Reihenfolge',
  menu: 'Mehr',
  orders: {
    lowest: 'Niedrigste zuerst',
    change: 'Größte Änderung',
    answers: 'Meiste Antworten',
    dimension: 'Nach Dimension',
  } satisfies Record<MapOrder, string>,
  title: {
    lowest: 'Net Promoter Score nach Segment, niedrigster zuerst',
    change: 'Net Promoter Score nach Segment, größte Änderung zuerst',
    answers: 'Net Promoter Score nach Segment, meiste Antworten zuerst',
    dimension: 'Net Promoter Score nach Segment, Dimension für Dimension',
  } satisfies Record<MapOrder, string>,
  asListed: 'Wie aufgeführt',
  dimensionLabel: 'Dimension',
  allDimensions: 'Alle Dimensionen',
  heads: {
    segment: 'Segment',
    dimension: 'Dimension',
    answers: 'Antworten',
    nps: 'NPS',
    interval: '95-%-Intervall',
    change: 'Änderung',
    reading: 'Befund',
    strip: 'Anteile',
  },
  answers: (n: number) => (n === 1 ? 'Antwort' : 'Antworten'),
  changeBy: 'Änderung',
  since: (cycle: string) => `Seit ${shortCycle(cycle)}`,
  everyone: (nps: number) => `alle, ${wholeOf(nps)}`,
  now: (nps: number) => `jetzt ${wholeOf(nps)}`,
  was: (cycle: string, nps: number) => `${shortCycle(cycle)}: ${wholeOf(nps)}`,
  tick: (segment: Segment) =>
    `${shownValue(segment.value)}, ${shownDimension(segment.dimension)} interviewen`,
  proposed: (ticked: number, all: number) => {
    if (ticked < all)
      return `Angekreuzt: ${ticked === 1 ? 'das erste' : `die ersten ${wholeOf(ticked)}`} von ${wholeOf(all)} Segmenten, die diese Karte vorschlägt. Schwache kommen vor solchen, die sich nur bewegt haben.`;
    return all === 1
      ? 'Angekreuzt: das eine Segment, das diese Karte vorschlägt.'
      : `Angekreuzt: die ${wholeOf(all)} Segmente, die diese Karte vorschlägt.`;
  },
  propose: 'Vorgeschlagene wieder ankreuzen',
  more: (n: number) => `${countOf(n, 'weiteres Segment', 'weitere Segmente')} zeigen`,
  tableTitle: 'Die Tabelle dazu',
  tableCaption: 'Jedes Segment der Karte mit Antworten, Anteilen, Wertung und Änderung',
  csv: 'CSV laden',
  csvCommand: 'Segmente als CSV laden',
  file: {
    segments: 'segmente',
    by: 'nach',
    low: '95 % unten',
    high: '95 % oben',
    before: 'NPS vorher',
    changeBeyond: 'Änderung mehr als Zufall',
    levelBeyond: 'Weicht von allen anderen mehr als Zufall ab',
    yes: 'ja',
    no: 'nein',
    bands: {
      detractor: 'Detraktoren',
      passive: 'Passive',
      promoter: 'Promotoren',
    } satisfies Record<Band, string>,
  },
  picture: {
    copy: 'Als Bild kopieren',
    copied: 'Das Bild ist in der Zwischenablage.',
    saved: 'Dieser Browser lässt keine Bilder in die Zwischenablage. Es wurde als Datei gespeichert.',
    source: (cycle: string, n: number) =>
      `${cycle}, ${countOf(n, 'Antwort', 'Antworten')}. Gefüllt: mehr als Zufall. Hohl: kann Zufall sein.`,
  },
  ways: { label: 'Bild', oneWay: 'Einzeln', cross: 'Zu zweit' },
  search: {
    label: 'In Segmenten suchen',
    none: 'Kein Segment heißt so. Leeren Sie die Suche, um alle zu sehen.',
  },
  nothingShown: 'Alle Segmente sind hier ausgeblendet.',
  showHidden: (n: number) => `${countOf(n, 'ausgeblendeten Wert', 'ausgeblendete Werte')} zeigen`,
  picker: { find: 'Dimension suchen', none: 'Keine Dimension heißt so.' },
  views: {
    menu: 'Ansichten',
    name: (view: string) => `Ansichten der Karte, jetzt ${view}`,
    plain: 'Ganze Karte',
    save: 'Diese Ansicht speichern',
    remove: (view: string) => `Ansicht „${view}“ entfernen`,
    title: 'Diese Ansicht für das Team speichern',
    field: 'Name der Ansicht',
    hint: 'Gespeichert werden Bild, Filter, Reihenfolge und was ausgeblendet ist. Eine Ansicht mit demselben Namen wird ersetzt. Höchstens 60 Zeichen.',
    do: 'Ansicht speichern',
    saved: (view: string) => `Die Ansicht „${view}“ ist gespeichert.`,
    removed: (view: string) => `Die Ansicht „${view}“ ist entfernt.`,
    undo: 'Rückgängig',
  },
  legend: {
    beyond: 'weicht von allen anderen mehr als Zufall ab',
    noise: 'kann Zufall sein',
    interval: '95-%-Intervall',
    moved: (cycle: string) => `Änderung seit ${cycle} mehr als Zufall`,
    still: 'Änderung kann Zufall sein',
  },
  rule: (tested: number) =>
    `Jedes Segment wird gegen alle anderen geprüft, korrigiert für die gemeinsam geprüften Segmente seiner Dimension (Benjamini-Hochberg, 5\u00a0%, ${wholeOf(tested)} insgesamt). Der Befund nennt erst die Höhe, dann die Änderung, denn ein Segment kann schwach und steigend sein. Stabil heißt: Beides kann Zufall sein. Unter ${readableFrom} Antworten gibt es keinen Befund.`,
  pairs:
    'Ein Paar aus zwei Werten steht hier, wenn es mehr als Zufall unter dem Rest beider liegt, korrigiert über alle Zellen der durchsuchten Kreuztabellen. Ist es angekreuzt, müssen die beiden es nicht sein.',
  unpaired: (pairs: number) =>
    `Änderungen von Segmenten werden geprüft, als hätten jedes Mal andere Personen geantwortet. Das ist eher zu vorsichtig.${pairs > 0 ? ` Für die ganze Umfrage ${pairs === 1 ? 'wird' : 'werden'} ${countOf(pairs, 'Person, die beide Male geantwortet hat, mit sich selbst', 'Personen, die beide Male geantwortet haben, mit sich selbst')} verglichen.` : ''}`,
  loading: 'Segmente werden gezählt',
  noWave: {
    title: 'Eine Zahl verbirgt die Segmente darunter',
    text: 'Diese Karte zeigt die Wertung jeder Stufe, jedes Markts, jedes Produkts und jeder Kundendauer in Ihrer Umfrage, mit Fehlerspanne, und sagt, was mehr als Zufall abweicht: „Der NPS ist 31 (27 bis 35). Enterprise liegt tiefer als der Rest, mehr als Zufall.“ Am Anfang steht eine Umfrage.',
    action: 'Umfrage einlesen',
  },
  noDimensions: {
    text: 'Diese Umfrage hat keine Spalte, die als Segment gilt, daher gibt es nichts zu vergleichen. Lesen Sie die Datei noch einmal ein und kennzeichnen Sie Spalten wie Stufe, Markt oder Produkt als Segmente, oder ergänzen Sie eine Datei mit Kontakten und Firmen.',
    action: 'Datei noch einmal einlesen',
  },
  again: 'Noch einmal versuchen',
};

const labelNames: Readonly<Record<SegmentLabel, string>> = {
  weak: 'schwach',
  strong: 'stark',
  falling: 'fallend',
  rising: 'steigend',
  steady: 'stabil',
  tooFew: 'zu wenige',
};

export const readingText = ({ segment }: Row): string => segment.labels.map((l) => labelNames[l]).join(', ');

/** The change as the row says it: points, or why there are none. */
export function changeText({ segment: { reading }, change }: Row): string {
  if (change) return signedOf(change.by);
  if (reading.kind === 'tooFew' || reading.change.kind === 'noEarlierWave') return '';
  return reading.change.kind === 'new' ? 'neu' : 'vorher zu wenige';
}

export const bandWord: Readonly<Record<Band, (n: number) => string>> = {
  detractor: (n) => countOf(n, 'Detraktor', 'Detraktoren'),
  passive: (n) => countOf(n, 'passive Person', 'Passive'),
  promoter: (n) => countOf(n, 'Promotor', 'Promotoren'),
};

/** What went wrong reading the wave, what is safe, what to do. */
export function faultText(fault: WaveStoreFault): { title: string; text: string; action: string } {
  switch (fault.kind) {
    case 'damaged':
      return {
        title: 'Ein Teil dieser Umfrage ist beschädigt',
        text: 'Was gespeichert ist, stimmt nicht mehr mit dem überein, was eingelesen wurde. Deshalb steht hier keine Zahl. Notizen und Interviews sind sicher. Lesen Sie die Datei noch einmal ein. Sonst geht nichts verloren.',
        action: 'Datei noch einmal einlesen',
      };
    case 'quota':
    case 'unavailable':
      return {
        title: 'Die Umfrage ließ sich nicht lesen',
        text: 'Der Speicher dieses Browsers hat nicht geantwortet. Nichts wurde geändert. Versuchen Sie es noch einmal oder schließen Sie zuerst andere Tabs von Sounding.',
        action: words.again,
      };
  }
}
