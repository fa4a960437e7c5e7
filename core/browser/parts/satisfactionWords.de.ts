import { percentOf, rangeOf } from './figures.ts';

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
