import type { Band } from '#core/waves/index.ts';
import { percentOf, rangeOf, wholeOf } from './figures.ts';

export const bandWords = {
  one: { detractor: 'Detraktor', passive: 'Passiv', promoter: 'Promotor' } satisfies Record<Band, string>,
  many: { detractor: 'Detraktoren', passive: 'Passive', promoter: 'Promotoren' } satisfies Record<
    Band,
    string
  >,
};

export const sharedWords = {
  severities: ['', 'gering', 'mittel', 'hoch'],
  close: 'Schließen',
  cancel: 'Abbrechen',
  next: 'Nächster Schritt',
  histogram: { score: 'Wertung', answers: 'Antworten', share: 'Anteil' },
  /** The unit stands in the dative: "120 von 1.648 Zeilen", "3 von 12 Teilen". */
  progress: (done: number, all: number, unit: string) => `${wholeOf(done)} von ${wholeOf(all)} ${unit}`,
  pastedFile: 'Eingefügte Zeilen.csv',
};

export const playerWords = {
  label: 'Aufnahme',
  play: 'Abspielen',
  pause: 'Anhalten',
  back: '10 Sekunden zurück',
  place: 'Stelle in der Aufnahme',
  at: (now: string, all: string) => `${now} von ${all}`,
  speed: 'Tempo',
  failed:
    'Dieser Browser kann die Aufnahme nicht abspielen. Sie bleibt erhalten; versuchen Sie den Browser, in dem sie entstand.',
};

export const satisfactionWords = {
  title: (cycle: string) => `${cycle} hat die Zufriedenheit gemessen, nicht die Bereitschaft zu empfehlen`,
  is: (share: number, low: number, high: number) =>
    `CSAT ist ${percentOf(share)} (${rangeOf(low, high)}\u00a0%).`,
  text: {
    segments:
      'Diese Karte vergleicht Net Promoter Scores und hat dazu nichts zu zeigen. Die Zufriedenheit nach Segmenten steht bei der Umfrage.',
    people:
      'Personen werden nach Gruppen ausgewählt: Detraktoren, Passive und Promotoren einer Frage von 0 bis 10. Lesen Sie für diesen Zyklus eine solche Umfrage ein, um Personen auszuwählen.',
  },
  survey: 'Zufriedenheit ansehen',
  bring: 'Andere Umfrage einlesen',
};
