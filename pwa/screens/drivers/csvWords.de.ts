import { bandWords } from '#core/browser/parts/words.ts';
import type { Band } from '#core/waves/index.ts';

/** The tables as files: their names, and the heads of their columns. */
export const csvWords = {
  yes: 'ja',
  no: 'nein',
  quoted: (text: string) => `„${text}“`,
  drivers: {
    file: (cycle: string, band: Band, segment: string) =>
      `Treiber ${cycle} ${bandWords.many[band]} ${segment}`,
    head: (others: readonly Band[]) => [
      ...['Treiber', 'Kategorie', 'Gruppe', 'Genannt von', 'Gespräche mit Themen', '95 % unten', '95 % oben'],
      ...['Schwere', 'Interviews mit dieser Schwere', 'Segmente', 'Gegenüber anderen Segmenten'],
      ...['Über die Zyklen', 'Mehr als Zufall', 'Verglichen mit', 'Damals genannt von', 'Damals verglichen'],
      ...['In ihren Worten', 'Wer spricht', 'Angeheftet', 'Firmen', 'Umsatz im Jahr'],
      'Firmen mit bekanntem Umsatz',
      ...others.flatMap((b) => [
        `${bandWords.many[b]}, die es nannten`,
        `${bandWords.many[b]}, Gespräche mit Themen`,
      ]),
      ...['Teil von', 'Absatz'],
    ],
  },
  everyone: {
    file: (cycle: string) => `Treiber ${cycle} alle gewichtet`,
    head: (all: readonly Band[]) => [
      ...['Treiber', 'Kategorie', 'Nach der Umfrage gewichteter Anteil', 'Standardfehler'],
      ...['95 % unten', '95 % oben'],
      ...all.flatMap((b) => [
        `${bandWords.many[b]}, die es nannten`,
        `${bandWords.many[b]}, Gespräche mit Themen`,
        `Gewicht ${bandWords.many[b]}`,
      ]),
      'Firmen',
    ],
  },
  matrix: {
    file: (dimension: string, cycle: string, band: Band) =>
      `Treiber nach ${dimension} ${cycle} ${bandWords.many[band]}`,
    picture: 'treiber-nach-segment.png',
    head: () => [
      ...[
        'Treiber',
        'Gruppe',
        'Dimension',
        'Segment',
        'Genannt von',
        'Verglichen',
        '95 % unten',
        '95 % oben',
      ],
      ...['Sonst genannt von', 'Sonst verglichen', 'p', 'p korrigiert', 'Mehr als Zufall'],
    ],
  },
};
