import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import type { UsualRange } from '#core/sample/index.ts';
import type { Band } from '#core/waves/index.ts';

export { longDay, sentence } from './words.en.ts';

export const bandNames: Readonly<Record<Band, { one: string; many: string; title: string }>> = {
  detractor: { one: 'Detraktor', many: 'Detraktoren', title: 'Detraktoren' },
  passive: { one: 'passiv', many: 'Passive', title: 'Passive' },
  promoter: { one: 'Promotor', many: 'Promotoren', title: 'Promotoren' },
};

export const inBand = (band: Band, n: number): string =>
  countOf(n, band === 'passive' ? 'passive Person' : bandNames[band].one, bandNames[band].many);

export const people = (n: number): string => countOf(n, 'Person', 'Personen');

/** What the screen says while there is nobody to show. */
export const words = {
  loading: 'Umfrage und Personen werden geöffnet',
  undo: 'Rückgängig',
  noWave: {
    title: 'Wen Sie anrufen, ergibt sich aus einer Umfrage',
    text: 'Diese Seite wählt Personen nach Segment und Gruppe aus, sagt zu jeder den Grund und führt die Liste, die beim Anrufen abgearbeitet wird: „Enterprise × Detraktor, Wertung 4“. Am Anfang steht eine Umfrage.',
    action: 'Umfrage einlesen',
  },
  noPeople: {
    title: {
      unnamed: 'Diese Umfrage sagt nicht, wer geantwortet hat',
      named: 'Niemand in dieser Umfrage ist erreichbar',
    },
    text: {
      unnamed:
        'Wertungen und Segmente sind lesbar, aber es gibt keinen Namen, keine E-Mail-Adresse und keine Telefonnummer. Lesen Sie die Datei noch einmal ein, zusammen mit einer Datei der Kontakte und Firmen: eine Zeile je Person, zugeordnet über Kennung oder E-Mail.',
      named:
        'Von den Personen, die geantwortet haben, ist weder E-Mail-Adresse noch Telefonnummer bekannt. Lesen Sie die Datei noch einmal ein, zusammen mit einer Datei der Kontakte und Firmen: eine Zeile je Person, zugeordnet über Kennung oder E-Mail.',
    },
    example: 'Zum Beispiel: respondent_id, name, email, phone, account, opt_out',
    action: 'Mit Kontaktdatei einlesen',
    segments: 'Zurück zu den Segmenten',
  },
  failed: {
    damaged: {
      title: 'Ein Teil dieser Umfrage ist beschädigt',
      text: 'Was gespeichert ist, stimmt nicht mehr mit dem überein, was eingelesen wurde. Deshalb wird daraus niemand ausgewählt. Notizen und Interviews sind sicher. Lesen Sie die Datei noch einmal ein.',
    },
    other: {
      title: 'Die Personen dieser Umfrage ließen sich nicht lesen',
      text: 'Der Speicher dieses Browsers hat nicht geantwortet. Nichts wurde geändert. Versuchen Sie es noch einmal oder schließen Sie zuerst andere Tabs von Sounding.',
    },
  },
  again: 'Noch einmal versuchen',
  survey: 'Datei noch einmal einlesen',
};

export const rangeText = ({ low, high }: UsualRange): string =>
  low === high ? wholeOf(low) : `${wholeOf(low)} bis ${wholeOf(high)}`;

/** "Die Umfrage endete vor 11 Tagen. Der Plan zählt ab diesem Tag." */
export const sinceClosed = (days: number): string =>
  days === 0
    ? 'Die Umfrage endete heute. Der Plan zählt ab heute.'
    : `Die Umfrage endete vor ${countOf(days, 'Tag', 'Tagen')}. Der Plan zählt ab diesem Tag.`;

/** What each band is called for (METHOD 3). */
export const purposes: Readonly<Record<Band, string>> = {
  detractor: 'was schiefging und was sie zurückgewinnt',
  passive: 'was ihnen zu Promotoren fehlt',
  promoter: 'was bleiben muss',
};

export const purposeText = (band: Band | null): string =>
  band === null
    ? 'Fragen Sie zuerst nach einer Wertung. Daraus ergeben sich die Fragen.'
    : `Um zu hören, ${purposes[band]}.`;

export const faultText = (fault: WaveStoreFault): { title: string; text: string } =>
  fault.kind === 'damaged' ? words.failed.damaged : words.failed.other;
