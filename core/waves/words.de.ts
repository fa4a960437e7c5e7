import { unreachable } from '../model/result.ts';
import type { ContactsFault, ImportFault, OtherFormat } from './faults.ts';
import type { ColumnProfile, ImportQuestion, NoScore, RoleReason } from './inspection.ts';
import type { Metric, RepeatRule } from './mapping.ts';
import type { BuildNote } from './outcome.ts';
import type { RejectedRow } from './wave.ts';

export { encodingNames, presetNames } from './words.en.ts';

const shown = (n: number): string => n.toLocaleString('de-DE').replace('-', '−');
/** A number with its noun: "1 Zeile", "1.200 Zeilen". */
export const counted = (n: number, one: string, several = one): string =>
  `${shown(n)} ${n === 1 ? one : several}`;
const either = (n: number, one: string, several: string): string => (n === 1 ? one : several);
/** A text in quotation marks, shortened where it is long. */
export const quoted = (text: string): string => `„${text.length > 60 ? `${text.slice(0, 57)}…` : text}“`;
/** Up to three texts, each in quotation marks, and how many more there are. */
export const listed = (texts: readonly string[]): string => {
  const few = texts.slice(0, 3).map(quoted);
  const more = texts.length - few.length;
  const all = more > 0 ? [...few, `${shown(more)} weitere`] : few;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} und ${all.at(-1)}`;
};
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;

/** After "Das ist". */
const formats: Readonly<Record<OtherFormat, string>> = {
  xls: 'eine alte Excel-Mappe (XLS)',
  xlsb: 'eine binäre Excel-Mappe (XLSB)',
  ods: 'eine OpenDocument-Tabelle (ODS)',
  numbers: 'eine Apple-Numbers-Tabelle',
  locked: 'eine Datei mit Kennwort',
  document: 'ein Dokument oder eine Präsentation',
  zip: 'ein gepacktes Archiv',
  pdf: 'ein PDF',
  image: 'ein Bild',
  html: 'eine Webseite',
  xml: 'eine XML-Datei',
  json: 'eine JSON-Datei',
  binary: 'gar kein Text',
};

/** What to do with a file of another format. */
const instead: Readonly<Partial<Record<OtherFormat, string>>> = {
  xls: 'Speichern Sie sie als XLSX oder CSV',
  xlsb: 'Speichern Sie sie als XLSX oder CSV',
  ods: 'Speichern Sie sie als XLSX oder CSV',
  numbers: 'Exportieren Sie sie als XLSX oder CSV',
  locked: 'Speichern Sie eine Kopie ohne Kennwort',
  zip: 'Entpacken Sie es zuerst',
};

/** One sentence on why a file was not taken in. Nothing was stored. */
export function describeFault(fault: ImportFault | ContactsFault): string {
  switch (fault.kind) {
    case 'empty':
      return 'Diese Datei ist leer.';
    case 'notACsv':
      return `Das ist ${formats[fault.looksLike]}, keine CSV- oder XLSX-Datei. ${instead[fault.looksLike] ?? 'Exportieren Sie die Antworten aus dem Umfragewerkzeug als CSV'}.`;
    case 'undecodable':
      return `Der Text dieser Datei ist ab Zeile ${shown(fault.line)} nicht lesbar. Speichern Sie sie noch einmal als UTF-8.`;
    case 'headerOnly':
      return `Diese Datei hat einen Kopf mit ${counted(fault.columns, 'Spalte', 'Spalten')} und darunter keine einzige Zeile.`;
    case 'damagedWorkbook':
      return 'Diese Excel-Mappe ist beschädigt. Öffnen Sie sie in Excel und speichern Sie sie neu, oder exportieren Sie die Antworten als CSV.';
    case 'workbookTooLarge':
      return 'Diese Excel-Mappe ist entpackt größer, als eine Umfrage sein kann. Exportieren Sie die Antworten als CSV.';
    case 'sheetAbsent':
      return `Diese Mappe hat kein Blatt ${quoted(fault.sheet)}, nur ${listed(fault.sheets)}.`;
    case 'cellTooLong':
      return `Die Zelle in Spalte ${quoted(fault.column)}, die in Zeile ${shown(fault.line)} beginnt, hat ${megabytes(fault.bytes)}, mehr als die erlaubten ${megabytes(fault.limit)}${fault.quoted ? '. Wahrscheinlich fehlt ein schließendes Anführungszeichen' : ''}.`;
    case 'tooManyColumns':
      return `Diese Datei hat mehr als ${shown(fault.limit)} Spalten. So viele hat keine Umfrage.`;
    case 'noScoreColumn':
      return fault.columns === 1
        ? 'Die einzige Spalte ist nicht als Wertung von 0 bis 10 ausgewiesen. Geben Sie an, dass sie es ist.'
        : `Keine der ${counted(fault.columns, 'Spalte', 'Spalten')} enthält die Wertung von 0 bis 10. Geben Sie an, welche es ist.`;
    case 'severalScoreColumns':
      return `Nur eine Spalte kann die Wertung sein. Die Zuordnung nennt ${shown(fault.headers.length)}: ${listed(fault.headers)}.`;
    case 'mappedColumnsAbsent':
      return `In dieser Datei ${either(fault.headers.length, 'fehlt die Spalte', 'fehlen die Spalten')} ${listed(fault.headers)}. Die Zuordnung braucht sie.`;
    case 'allOutOfRange':
      return `Keine Zelle von ${quoted(fault.header)} ist eine ganze Zahl von ${fault.metric === 'csat' ? '1 bis 5' : '0 bis 10'}. In ${counted(fault.rows, 'gefüllter Zeile', 'gefüllten Zeilen')} stehen Werte wie ${listed(fault.samples)}.`;
    case 'allLeftOut':
      return `${either(fault.rows, 'Die einzige Zeile fällt', `Alle ${shown(fault.rows)} Zeilen fallen`)} durch ${listed(fault.headers)} heraus. Wählen Sie andere Werte, die zählen.`;
    case 'rowsDoNotFit':
      return `${either(fault.rows, 'Die einzige Zeile hat', `Alle ${shown(fault.rows)} Zeilen haben`)} mehr Zellen als der Kopf mit ${shown(fault.columns)}, zuerst in Zeile ${shown(fault.line)}. Wahrscheinlich stimmen Trennzeichen oder Anführungszeichen nicht.`;
    case 'noAnswers':
      return `Niemand hat geantwortet: ${either(fault.rows, 'Die einzige Zelle', `Alle ${shown(fault.rows)} Zellen`)} von ${quoted(fault.header)} ${either(fault.rows, 'ist leer oder heißt', 'sind leer oder heißen')} „keine Antwort“.`;
    case 'nothingToJoinBy':
      return 'Diese Kontaktdatei lässt sich nicht zuordnen. Sie braucht eine Spalte mit Kennung, E-Mail-Adresse oder Firmenname.';
    default:
      return unreachable(fault);
  }
}

/** One sentence on why no column could be the score. */
export function describeNoScore({ columns, nearest }: NoScore): string {
  const start = 'Keine Spalte kann die Wertung von 0 bis 10 sein';
  if (!nearest)
    return `${start}: ${either(columns, 'Die einzige besteht nicht', `Keine der ${shown(columns)} besteht`)} aus Zahlen.`;
  const { header, low, high, whole } = nearest;
  const span = low === high ? `nur ${shown(low)}` : `${shown(low)} bis ${shown(high)}`;
  return `${start}: Am nächsten kommt ${quoted(header)} mit ${span}${whole ? '' : ', meist keine ganzen Zahlen'}.`;
}

/** One sentence on something found in a file that was read all the same. */
export function describeNote(note: BuildNote): string {
  switch (note.kind) {
    case 'tooManyValues':
      return `${quoted(note.header)} bleibt weg: Die Spalte hat mehr als ${shown(note.limit)} verschiedene Werte.`;
    case 'unreadable':
      return `${counted(note.count, 'Zelle', 'Zellen')} von ${quoted(note.header)} ${either(note.count, 'ist', 'sind')} nicht lesbar und ${either(note.count, 'gilt', 'gelten')} als unbekannt, zuerst in Zeile ${shown(note.line)}: ${quoted(note.value)}.`;
    case 'outsideScale':
      return `${counted(note.count, 'Bewertung', 'Bewertungen')} von ${quoted(note.header)} ${either(note.count, 'liegt', 'liegen')} außerhalb von ${note.low} bis ${note.high} und ${either(note.count, 'gilt', 'gelten')} als keine Antwort: ${note.values.join(', ')}.`;
    case 'shortRows':
      return `${counted(note.count, 'Zeile hat', 'Zeilen haben')} weniger Zellen als der Kopf, zuerst Zeile ${shown(note.line)}. Fehlende Zellen gelten als leer.`;
    case 'unclosedQuotes':
      return `${counted(note.count, 'Anführungszeichen', 'Anführungszeichen')}${note.inContacts ? ' der Kontaktdatei' : ''} ${either(note.count, 'wird', 'werden')} nie geschlossen und ${either(note.count, 'gehört zum Text seiner Zelle', 'gehören zum Text ihrer Zellen, die erste')} in Zeile ${shown(note.line)}.`;
    case 'noZero':
      return `Unter ${counted(note.answers, 'Antwort', 'Antworten')} ist keine einzige 0. Manche Umfragewerkzeuge exportieren eine 0 als leere Zelle.`;
    case 'repeated':
      return `${counted(note.people, 'Person hat', 'Personen haben')} mehr als einmal geantwortet (${shown(note.answers)} Antworten)${repeatedBy[note.rule]}.`;
    case 'unclearOptOut': {
      const values = note.values.map(({ value, count }) => `${quoted(value)} (${shown(count)})`);
      const file = note.inContacts ? ' in der Kontaktdatei' : '';
      return `${counted(note.count, 'Zelle', 'Zellen')} von ${quoted(note.header)}${file} ${either(note.count, 'sagt weder ja noch nein und gilt', 'sagen weder ja noch nein und gelten')} als „nicht anrufen“: ${values.join(', ')}${note.more ? ' und andere' : ''}.`;
    }
    case 'leftOut': {
      const values = note.values.map(
        ({ value, count }) => `${value === '' ? 'leer' : quoted(value)} (${shown(count)})`,
      );
      return `${counted(note.count, 'Zeile fällt', 'Zeilen fallen')} durch ${quoted(note.header)} heraus: ${values.join(', ')}${note.more ? ' und andere' : ''}.`;
    }
    case 'weights':
      return weightsNote(note);
    default:
      return unreachable(note);
  }
}

const repeatedBy: Readonly<Record<RepeatRule, string>> = {
  latest: '. Es zählt jeweils die letzte',
  first: '. Es zählt jeweils die erste',
  all: '. Alle zählen',
};

function weightsNote({
  header,
  unknown,
  line,
  value,
  taken,
  zeros,
}: BuildNote & { kind: 'weights' }): string {
  if (taken === 0) return `${quoted(header)} bleibt weg: Kein Gewicht ist größer als 0.`;
  const zero = `${counted(zeros, 'Antwort hat', 'Antworten haben')} das Gewicht 0 und ${either(zeros, 'zählt', 'zählen')} nur in ungewichteten Zahlen`;
  if (unknown === 0) return `${zero}, laut ${quoted(header)}.`;
  const mean = Number(taken.toPrecision(3)).toLocaleString('de-DE');
  const first = value === '' ? 'eine leere Zelle' : quoted(value);
  const unread = `${counted(unknown, 'Gewicht', 'Gewichte')} von ${quoted(header)} ${either(unknown, 'ist', 'sind')} nicht lesbar und ${either(unknown, 'zählt', 'zählen')} wie der Durchschnitt, ${mean}, zuerst in Zeile ${shown(line)}: ${first}`;
  return zeros > 0 ? `${unread}. ${zero}.` : `${unread}.`;
}

/** Why a row was left out of a wave that measures this. */
export function describeRejection(reason: RejectedRow['reason'], metric: Metric = 'nps'): string {
  switch (reason) {
    case 'notAWholeNumber':
      return 'keine ganze Zahl';
    case 'outOfRange':
      return metric === 'csat' ? 'nicht zwischen 1 und 5' : 'nicht zwischen 0 und 10';
    case 'tooManyCells':
      return 'mehr Zellen als der Kopf';
    case 'unreadableDate':
      return 'Datum nicht lesbar';
    default:
      return unreachable(reason);
  }
}

/** One question to the user, with the numbers needed to answer it. */
export function describeQuestion(question: ImportQuestion, columns: readonly ColumnProfile[]): string {
  const name = (column: number): string => quoted(columns[column]?.header.trim() || `Spalte ${column + 1}`);
  switch (question.kind) {
    case 'isThisNps':
      return `Ist ${name(question.column)} die Frage von 0 bis 10, ob man Sie weiterempfiehlt? Nicht jede Frage von 0 bis 10 ist das.`;
    case 'whichScore':
      return `Welche Spalte ist die Wertung: ${question.columns.map(name).join(' oder ')}?`;
    case 'noScore':
      return 'Welche Spalte ist die Wertung von 0 bis 10? Keine sieht danach aus.';
    case 'missingCode': {
      const { value, count } = question.proposal;
      return `Heißt ${quoted(value)} in ${name(question.column)} „keine Antwort“? Es steht dort ${shown(count)}-mal.`;
    }
    case 'dateOrder':
      return `Steht in ${quoted(question.sample)} in ${name(question.column)} ${question.proposed === 'dmy' ? 'der Tag' : 'der Monat'} zuerst?`;
    case 'decimalMark':
      return `Hat ${quoted(question.sample)} in ${name(question.column)} Nachkommastellen? Gelesen werden drei.`;
    case 'nobodyNamed':
      return 'Welche Spalte sagt, wer geantwortet hat? Ohne sie ist kein Interview möglich.';
    case 'noWayToReach':
      return 'Die Personen sind bekannt, aber ohne E-Mail und Telefon. Haben Sie eine Kontaktdatei?';
    case 'noZero':
      return `Unter ${counted(question.answers, 'Antwort', 'Antworten')} in ${name(question.column)} ist keine einzige 0. Exportiert das Umfragewerkzeug eine 0 als leere Zelle?`;
    case 'severalSurveys':
      return `${name(question.column)} nennt mehrere Arten von Umfragen (${listed(question.values.map(({ value }) => value))}). Sind alle Zeilen Antworten auf dieselbe Frage?`;
    case 'isThisCsat':
      return `Eine Frage von 0 bis 10 gibt es nicht. Ist ${name(question.column)} die Zufriedenheit von 1 bis 5, die diese Welle messen soll?`;
    case 'rowsLeftOut': {
      const rows = question.dropped.reduce((sum, { count }) => sum + count, 0);
      const values = question.dropped.map(({ value }) => value || 'leer');
      return `${either(rows, 'Darf', 'Dürfen')} ${counted(rows, 'Zeile', 'Zeilen')} wegfallen, in denen ${name(question.column)} ${listed(values)} ist?`;
    }
    case 'mixedScale': {
      const rows = question.outside.reduce((sum, { count }) => sum + count, 0);
      return `Reicht ${name(question.column)} von ${question.low} bis ${question.high}? In ${counted(rows, 'Zelle', 'Zellen')} steht etwas anderes: ${listed(question.outside.map(({ value }) => value))}.`;
    }
    case 'noDate':
      return `${name(question.column)} ist kein Datum, auch wenn der Name das sagt: Dort stehen Zahlen von ${shown(question.low)} bis ${shown(question.high)}. Sagt eine andere Spalte, wann geantwortet wurde?`;
    case 'whichSheet':
      return `Ist ${quoted(question.sheet)} das Blatt mit den Antworten? Es gibt auch ${listed(question.others)}.`;
    case 'hiddenColumns':
      return `${counted(question.columns.length, 'Spalte ist', 'Spalten sind')} in der Mappe ausgeblendet und ${either(question.columns.length, 'wird', 'werden')} trotzdem gelesen: ${listed(question.columns.map((at) => columns[at]?.header.trim() || `Spalte ${at + 1}`))}. Ist das richtig?`;
    case 'hiddenRows':
      return `${counted(question.rows, 'Zeile ist', 'Zeilen sind')} in der Mappe ausgeblendet, vielleicht durch einen Filter, und ${either(question.rows, 'wird', 'werden')} trotzdem gelesen. Ist das richtig?`;
    case 'mergedDown':
      return `${counted(question.cells, 'Zelle übernimmt', 'Zellen übernehmen')} den Wert der Zelle darüber, die über mehrere Zeilen verbunden ist. Ist das richtig?`;
    case 'noResults':
      return `${counted(question.cells, 'Formel wurde', 'Formeln wurden')} ohne Ergebnis gespeichert und ${either(question.cells, 'gilt', 'gelten')} als leer. Öffnen Sie die Mappe in Excel und speichern sie neu?`;
    default:
      return unreachable(question);
  }
}

/** Why a column was taken for what it is. */
export function describeReason(reason: RoleReason): string {
  switch (reason) {
    case 'preset':
      return 'bekannt aus diesem Umfragewerkzeug';
    case 'header':
      return 'am Namen erkannt';
    case 'headerAndContent':
      return 'an Namen und Werten erkannt';
    case 'content':
      return 'an den Werten erkannt';
    case 'alike':
      return 'wie die Bewertungen daneben';
    case 'nothing':
      return 'nicht erkannt';
    default:
      return unreachable(reason);
  }
}
