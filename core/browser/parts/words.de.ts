import type { Band } from '#core/waves/index.ts';
import { wholeOf } from './figures.ts';

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
