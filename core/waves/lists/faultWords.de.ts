import { describeFault } from '../words.ts';
import type { ListFault } from './faults.ts';

/** One sentence on why a list was not taken in. */
export function describeListFault(fault: ListFault): string {
  switch (fault.kind) {
    case 'noPersonColumn':
      return 'Keine Spalte sagt, wer gefragt wurde. Die Liste braucht eine E-Mail-Adresse oder eine Kennung, die auch in der Umfrage steht.';
    case 'noAccountColumn':
      return 'Keine Spalte nennt die Firma. Die Liste braucht einen Firmennamen oder eine Firmenkennung.';
    case 'noOutcomeColumn':
      return 'Keine Spalte sagt, was aus den Firmen wurde. Geben Sie an, welche es ist oder was jede Zeile heißt.';
    case 'noSegmentColumn':
      return 'Keine Spalte teilt diese Personen ein. Für den Vergleich mit den Eingeladenen braucht die Liste eine Stufe, einen Markt oder Ähnliches.';
    case 'noUsableLine':
      return fault.lines === 1
        ? 'Die einzige Zeile dieser Liste ist nicht brauchbar: Nötiges fehlt oder ist nicht verständlich.'
        : `Keine der ${fault.lines.toLocaleString('de-DE')} Zeilen dieser Liste ist brauchbar: Nötiges fehlt oder ist nicht verständlich.`;
    default:
      return describeFault(fault);
  }
}
