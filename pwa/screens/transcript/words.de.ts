import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import { unreachable } from '#core/model/result.ts';
import { longestTranscript, type Side } from '#core/notes/index.ts';
import type { NotAttached, Shown, Tagged } from './model.ts';

export { secondsTyped } from './words.en.ts';

export const words = {
  loading: 'Das Transkript wird geöffnet',
  missing: {
    title: 'Dieses Interview ist nicht auf diesem Gerät',
    text: 'Vielleicht ist es noch unterwegs vom Server, oder es begann auf einem anderen Gerät, das nicht verbunden ist.',
  },
  failed: {
    title: 'Dieses Transkript konnte nicht geöffnet werden',
    text: 'Der Browser gibt Sounding keinen Zugriff auf seinen Speicher. Nichts wurde geändert. Schließen Sie andere Fenster von Sounding, und öffnen Sie es noch einmal.',
  },
  back: 'Zurück zu den Interviews',
  backToCall: 'Zurück zu den Notizen',
  empty: {
    title: (name: string) => `Noch kein Transkript zum Gespräch mit ${name}`,
    text: 'Hängen Sie eines an, und ordnen Sie zu, was gesagt wurde: Worte markieren, Zahl drücken. Daraus wird jedes Mal eine Notiz im Wortlaut, mit ihrer Sekunde.',
    example:
      'WebVTT oder SRT aus der Besprechung, oder Text, in dem jeder Beitrag mit einem Namen beginnt: „Ines: Wir bauen es in Excel nach.“',
    choose: 'Transkript auswählen',
    paste: 'Oder den Text einfügen',
    attachPasted: 'Eingefügten Text anhängen',
  },
  another: 'Noch eines anhängen',
  which: 'Transkript',
  pasted: 'Eingefügter Text',
  unnamed: 'ohne Namen',
  paragraphs: 'Ohne Namen der Sprechenden anhängen',
  partial: 'Teile dieses Transkripts sind noch unterwegs vom anderen Gerät.',
  speakers: 'Wer für wen spricht',
  speakersWhy: 'Was Ihre Kunden sagen, wird zum Zitat im Wortlaut, alles andere zur einfachen Notiz.',
  sides: { customer: 'Kunde', us: 'wir', other: 'jemand anders' } satisfies Record<Side, string>,
  offset: 'Es beginnt bei',
  offsetWhy: 'des Gesprächs, Minuten und Sekunden',
  reader: 'Was gesagt wurde',
  hint: 'Markieren Sie Worte mit der Maus oder durch langes Drücken. Wovon sie handeln, wird unten gefragt.',
  keys: 'Mit der Tastatur: ↑ ↓ Beitrag, → Wort, Shift → länger, 1 bis 9 ordnen ein Thema zu, # ein anderes Thema, Enter behält ohne Thema, Esc lässt es, Ctrl Z nimmt zurück.',
  bar: 'Der Auswahl ein Thema zuordnen',
  quoted: (text: string) => `„${text}“`,
  more: 'Anderes Thema',
  moreLabel: 'Thema nach Namen',
  later: 'Später zuordnen',
  leave: 'Lassen',
  already: (n: number) =>
    n === 1
      ? 'Auf diesen Worten steht schon eine Notiz.'
      : `Auf diesen Worten stehen schon ${wholeOf(n)} Notizen.`,
  same: 'Diese Worte sind schon eine Notiz, das Thema kommt hinzu.',
  notes: 'Notizen zu diesem Beitrag',
  untagged: 'ohne Thema',
  noteHere: 'in den Notizen',
  untag: (text: string) => `Notiz wegnehmen: ${text}`,
  remove: 'Transkript wegnehmen',
  sure: 'Wirklich wegnehmen',
  cancel: 'Lassen',
  gone: 'Das Transkript, aus dem diese Notiz stammt, wurde entfernt. Die Notiz behält ihre Wörter.',
  removed: 'Das Transkript ist weg. Die Notizen daraus bleiben.',
  undone: 'Zurückgenommen.',
};

/** "1.204 Wörter von 2 Personen, 14 Stellen zugeordnet." */
export function finding({ head, turns, speakers }: Shown, notes: number): string {
  const by = speakers.length > 0 ? ` von ${countOf(speakers.length, 'Person', 'Personen')}` : '';
  if (!turns) return words.partial;
  const tagged = notes === 0 ? 'noch nichts zugeordnet' : `${countOf(notes, 'Stelle', 'Stellen')} zugeordnet`;
  return `${countOf(head.words, 'Wort', 'Wörter')}${by}, ${tagged}.`;
}

const looks: Readonly<Record<string, string>> = {
  pdf: 'ein PDF',
  document: 'eine Word- oder PowerPoint-Datei',
  zip: 'ein Archiv oder eine Office-Datei',
  xls: 'eine Arbeitsmappe',
  xlsb: 'eine Arbeitsmappe',
  ods: 'eine Arbeitsmappe',
  numbers: 'eine Arbeitsmappe',
  image: 'ein Bild',
  html: 'eine Webseite',
  xml: 'eine XML-Datei',
  json: 'eine JSON-Datei',
  sound: 'eine Aufnahme',
};

/** Why a file was not attached, and what to do. */
export function refusalWords(why: NotAttached): string {
  switch (why.kind) {
    case 'empty':
      return 'Die Datei ist leer. Wählen Sie die mit dem Text.';
    case 'notText':
      return `Das ist ${looks[why.looksLike] ?? 'kein Text'}, kein Transkript. Speichern Sie das Transkript als Text, WebVTT oder SRT, und hängen Sie das an.`;
    case 'undecodable':
      return `Zeile ${wholeOf(why.line)} hat keine Zeichencodierung, die Sounding kennt. Speichern Sie die Datei als UTF-8, und hängen Sie sie noch einmal an.`;
    case 'noWords':
      return 'Die Datei hat Zeiten, aber nichts, was gesagt wurde. Exportieren Sie das Transkript mit seinem Text.';
    case 'noSpeakers':
      return `${countOf(why.lines, 'Zeile', 'Zeilen')} Text, aber darin wird niemand genannt. Beginnen Sie jeden Beitrag mit einem Namen und einem Doppelpunkt, oder hängen Sie es ohne Namen an.`;
    case 'tooLong':
      return `Der Text hat ${wholeOf(why.characters)} Zeichen, bis zu ${wholeOf(why.limit || longestTranscript)} werden behalten. Teilen Sie ihn in zwei, und hängen Sie beide an.`;
    case 'unreadable':
      return `${why.file} ließ sich nicht lesen: Es ist ein Ordner, oder die Datei wurde verschoben oder gelöscht. Wählen Sie die Datei noch einmal.`;
    case 'notSaved':
      return 'Das Transkript wird gezeigt, ist aber nicht gespeichert: Dieses Gerät nimmt nichts an. Schaffen Sie Platz, und hängen Sie es noch einmal an.';
    default:
      return unreachable(why);
  }
}

/** What a screen reader hears after tagging. */
export function taggedWords(tagged: Tagged, theme: string): string {
  switch (tagged) {
    case 'kept':
      return theme
        ? `Als Notiz behalten, „${theme}“ zugeordnet.`
        : 'Als Notiz behalten, ein Thema kommt später.';
    case 'added':
      return `„${theme}“ kommt zur Notiz hinzu.`;
    case 'there':
      return theme ? `Die Notiz hat „${theme}“ schon.` : 'Diese Worte sind schon eine Notiz.';
    case 'refused':
      return 'So kann kein Thema heißen: Der Name ist leer oder länger als 60 Zeichen.';
    case 'nothing':
      return '';
    default:
      return unreachable(tagged);
  }
}
