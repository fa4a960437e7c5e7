import { countOf, wholeOf } from '#core/browser/parts/figures.ts';

/** The bar at the bottom. */
export const nextWords = {
  unsaved: 'Es gibt nicht gespeicherte Änderungen.',
  differs: (text: string) => `Gegenüber der Version in Gebrauch: ${text}. Laufende Gespräche behalten ihre.`,
  save: (n: number) => `Als Version ${n} speichern`,
  speak: (n: number, language: string) =>
    `${countOf(n, 'Person', 'Personen')} auf der Anrufliste ${n === 1 ? 'spricht' : 'sprechen'} ${language}.`,
  speakWhy: 'Bisher gilt für sie ein anderer Leitfaden.',
  callThem: 'Für sie diesen nehmen',
  unused: (cycle: string) => `In ${cycle} gilt ein anderer Leitfaden.`,
  unusedWhy: 'Dieser ist bereit.',
  use: (cycle: string) => `Für ${cycle} verwenden`,
  findings: (n: number) => `Nach ${countOf(n, 'Befund', 'Befunden')} der Umfrage wird noch nicht gefragt.`,
  findingsWhy: 'Aus jedem wird eine offene Frage für die Personen, die es betrifft.',
  take: (n: number) =>
    n === 1
      ? 'In den Gesprächen prüfen'
      : n === 2
        ? 'Beide in den Gesprächen prüfen'
        : `Alle ${wholeOf(n)} in den Gesprächen prüfen`,
  calls: 'Zu den Interviews',
  ready: (n: number) => `Gespräche beginnen mit Version ${n}.`,
  readyWhy: 'Sie behalten sie, was immer später bearbeitet wird.',
};
