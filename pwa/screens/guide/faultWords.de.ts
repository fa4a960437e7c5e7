import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import { areaNames, type GuideProblem } from '#core/guide/index.ts';
import { unreachable } from '#core/model/result.ts';
import type { ImportFault } from './guideModel.ts';
import { areaOf, bandNames } from './words.ts';

/** What keeps a guide from being saved: what, where, what to do. */
export function problemText(problem: GuideProblem): string {
  switch (problem.kind) {
    case 'noName':
      return 'Der Leitfaden hat keinen Namen. Geben Sie ihm einen.';
    case 'longName':
      return `Der Name hat ${wholeOf(problem.length)} Zeichen, höchstens ${wholeOf(problem.most)} passen.`;
    case 'badLanguage':
      return `„${problem.language}“ bezeichnet keine Sprache. Schreiben Sie ein Kürzel wie „de“ oder „en-GB“.`;
    case 'badMinutes':
      return `Die Minuten für ${areaOf(problem.area)} müssen eine ganze Zahl von 0 bis ${problem.most} sein.`;
    case 'noQuestion':
      return `${areaNames[problem.area]}: Für ${bandNames[problem.band]} gibt es keine Frage, die allen gestellt wird. Jeder Bereich braucht eine für jede Gruppe.`;
    case 'tooMany':
      return `Es sind ${countOf(problem.count, 'Frage', 'Fragen')}, höchstens ${wholeOf(problem.most)} passen.`;
    case 'sameId':
      return `Zwei Fragen haben die Kennung „${problem.id.slice(0, 64)}“. Jede Kennung gibt es nur einmal.`;
    default:
      return `${areaNames[problem.area]}, Frage ${problem.number}: ${inQuestion(problem)}`;
  }
}

function inQuestion(problem: Extract<GuideProblem, { number: number }>): string {
  switch (problem.kind) {
    case 'badId':
      return 'Ihre Kennung darf nur Buchstaben, Ziffern, „-“ und „_“ enthalten, höchstens 64.';
    case 'idTaken':
      return `Ihre Kennung gehörte zu einer Frage in ${areaOf(problem.was)}. Notizen verweisen auf jene, geben Sie dieser eine andere Kennung.`;
    case 'noText':
      return 'Sie hat noch keinen Text. Schreiben Sie ihn, oder entfernen Sie die Frage.';
    case 'emptyProbe':
      return 'Eine Nachfrage hat keinen Text. Schreiben Sie ihn, oder entfernen Sie die Nachfrage.';
    case 'emptyCondition':
      return 'Eine Bedingung nennt keinen Wert. Fügen Sie einen hinzu, oder entfernen Sie die Bedingung.';
    case 'badInsteadOf':
      return 'Sie kann nur eine Frage aus ihrem Bereich ersetzen, die allen gestellt wird, für die sie gilt, und selbst keine andere ersetzt.';
    case 'longText':
      return `Ein Text hat ${wholeOf(problem.length)} Zeichen, höchstens ${wholeOf(problem.most)} lassen sich vorlesen.`;
    case 'tooMuch':
      return `Sie hat zu viele ${tooMuch[problem.what]}, höchstens ${wholeOf(problem.most)} passen.`;
    case 'unknownPlaceholder':
      return `„{${problem.name.slice(0, 40)}}“ würde so vorgelesen, wie es dasteht. Nur {score} wird ausgefüllt.`;
    default:
      return unreachable(problem);
  }
}

const tooMuch = { probes: 'Nachfragen', conditions: 'Bedingungen', values: 'Werte' } as const;

const megabytes = (bytes: number): string => `${wholeOf(Math.ceil(bytes / 1_000_000))} MB`;

/** Why a file was not taken. */
export function fileFaultText(fault: ImportFault): string {
  switch (fault.kind) {
    case 'unread':
      return 'Diese Datei lässt sich nicht lesen: Sie wurde inzwischen verschoben oder geändert, oder das Gerät verweigert sie. Wählen Sie sie noch einmal aus. Nichts wurde importiert.';
    case 'tooBig':
      return `Diese Datei ist zu groß für einen Leitfaden: ${megabytes(fault.bytes)}, höchstens ${megabytes(fault.most)}. Nichts wurde importiert.`;
    case 'tooLarge':
      return `Diese Datei ist zu groß für einen Leitfaden: ${wholeOf(fault.length)} Zeichen, höchstens ${wholeOf(fault.most)}. Nichts wurde importiert.`;
    case 'notJson':
      return 'Diese Datei ist kein JSON oder abgeschnitten. Exportieren Sie den Leitfaden noch einmal, und importieren Sie diese Datei. Nichts wurde importiert.';
    case 'notAGuide':
      return 'Diese Datei ist kein Leitfaden von Sounding: „format“ muss „sounding-guide“ sein. Nichts wurde importiert.';
    case 'newer':
      return `Diese Datei stammt von einem neueren Sounding (Format ${wholeOf(fault.version)}, dieses hier liest bis ${wholeOf(fault.reads)}). Aktualisieren Sie Sounding, und importieren Sie sie dann. Nichts wurde importiert.`;
    case 'badField': {
      const place = fault.at.length > 0 ? `an der Stelle „${fault.at.join(', ')}“` : 'am Anfang';
      return `Diese Datei lässt sich ${place} nicht lesen: Dort steht ${fault.found || 'nichts'}. Nichts wurde importiert.`;
    }
    case 'problems': {
      const [first, ...more] = fault.problems;
      const rest = more.length > 0 ? ` ${countOf(more.length, 'weiteres Problem', 'weitere Probleme')}.` : '';
      return `Dieser Leitfaden lässt sich nicht verwenden. ${first ? problemText(first) : ''}${rest} Nichts wurde importiert.`;
    }
    default:
      return unreachable(fault);
  }
}
