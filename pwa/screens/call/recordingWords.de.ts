import { decimalOf, wholeOf } from '#core/browser/parts/figures.ts';
import { unreachable } from '#core/model/result.ts';
import type { RecordTrouble } from './recording.ts';
import { clockOf } from './words.ts';

export const recordingWords = {
  place: 'Aufnahme',
  on: 'Aufnahme läuft',
  paused: 'Angehalten bei',
  record: 'Aufnehmen',
  recordOn: 'Weiter aufnehmen',
  recordCall: 'Gespräch aufnehmen',
  pause: 'Aufnahme anhalten',
  pauseShort: 'Anhalten',
  stop: 'Aufnahme beenden',
  stopShort: 'Beenden',
  starting: 'Das Mikrofon wird erwartet.',
  local: 'Bleibt auf diesem Gerät.',
  allowed: 'Die Aufnahme ist erlaubt.',
  notPlayed: 'Der Aufnahme wurde nicht zugestimmt, deshalb wird sie nicht abgespielt.',
  withdrawn: 'Die Erlaubnis zur Aufnahme ist zurückgenommen. Die Aufnahme wurde beendet.',
  delete: 'Aufnahme löschen',
  keep: 'Behalten',
  title: 'Aufnahme und Transkript',
  none: 'Auf diesem Gerät wurde nichts aufgenommen.',
  where: 'Nur auf diesem Gerät, wird nie abgeglichen und ist in keiner Sicherung.',
  sure: 'Wirklich löschen',
  cancel: 'Nicht löschen',
  deleted: 'Die Aufnahme ist gelöscht.',
  notDeleted:
    'Die Aufnahme ließ sich nicht löschen: Der Browser hat es verweigert. Sie ist noch ganz da. Versuchen Sie es noch einmal.',
  transcript: 'Transkript lesen und Themen zuordnen',
  consent: 'Einwilligung ändern',
  listen: (time: string) => `Ab ${time} anhören`,
  inTranscript: 'im Transkript',
};

/** 9300 -> "9 kB", 533_000 -> "0,5 MB", 12_400_000 -> "12 MB". */
export function sizeOf(bytes: number): string {
  if (bytes < 100_000) return `${wholeOf(bytes / 1000)} kB`;
  const mega = bytes / 1_000_000;
  return `${mega < 9.95 ? decimalOf(mega) : wholeOf(mega)} MB`;
}

/** "2:04 mit 0,5 MB": with commas alone the figures would run together. Seconds and bytes. */
export const lengthOf = (seconds: number, bytes: number): string =>
  `${clockOf(seconds)} mit ${sizeOf(bytes)}`;

/** What went wrong, what is safe, what to do. */
export function troubleWords(why: RecordTrouble): string {
  switch (why) {
    case 'refused':
      return 'Der Browser lässt Sounding das Mikrofon nicht benutzen. Erlauben Sie es neben der Adresse und nehmen Sie dann noch einmal auf.';
    case 'missing':
      return 'Es wurde kein Mikrofon gefunden. Schließen Sie eines an und nehmen Sie dann noch einmal auf.';
    case 'busy':
      return 'Ein anderes Programm hält das Mikrofon besetzt. Schließen Sie es dort und nehmen Sie dann noch einmal auf.';
    case 'unsupported':
      return 'Dieser Browser kann keinen Ton aufnehmen. Notizen werden behalten wie immer.';
    case 'elsewhere':
      return 'Dieses Gespräch wird in einem anderen Fenster aufgenommen.';
    case 'full':
      return 'Die Aufnahme wurde beendet: Dieses Gerät ist fast voll, und Ihre Notizen gehen vor. Was aufgenommen wurde, bleibt.';
    case 'failed':
      return 'Die Aufnahme wurde beendet: Der Browser hat das Speichern verweigert. Was vorher aufgenommen wurde, bleibt.';
    case 'lost':
      return 'Die Aufnahme wurde beendet: Das Mikrofon ist weg. Was aufgenommen wurde, bleibt.';
    case 'unread':
      return 'Was aufgenommen wurde, ließ sich auf diesem Gerät nicht lesen. Laden Sie die Seite neu, um es noch einmal zu versuchen.';
    default:
      return unreachable(why);
  }
}
