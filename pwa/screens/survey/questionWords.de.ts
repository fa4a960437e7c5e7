import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import { unreachable } from '#core/model/result.ts';
import type { ImportQuestion, SheetName } from '#core/waves/index.ts';

const answers = (n: number) => countOf(n, 'Antwort', 'Antworten');
const rows = (n: number) => countOf(n, 'Zeile', 'Zeilen');

/** What the importer asks, and the answers to choose from. */
export const questionWords = {
  title: (open: number) => (open === 0 ? 'Keine Frage ist offen' : countOf(open, 'Frage', 'Fragen')),
  why: 'Das sind Vorschläge, keine Annahmen: Bis Sie antworten, wird die Datei gelesen, wie sie ist. Was Sie offen lassen, wird bei der nächsten Welle nicht noch einmal gefragt.',
  undo: 'Zurücknehmen',
  codes: (value: string, cells: number, columns: number) =>
    columns === 1
      ? `„${value}“ steht in ${countOf(cells, 'Zelle', 'Zellen')}`
      : `„${value}“ steht ${wholeOf(cells)}-mal in ${columns} Spalten`,
  named: (header: string) => `„${header}“`,
  within: (columns: string, n: number) => (n === 1 ? ` von ${columns}` : ` (${columns})`),
  outside: 'außerhalb der Skala der Frage',
  word: 'eine übliche Schreibweise, wenn niemand geantwortet hat',
  means: 'Heißt es „keine Antwort“?',
  yesCode: 'Ja, keine Antwort',
  noCode: 'Nein, so lassen',
  scoreStays: 'Bleibt es so, werden diese Zeilen abgewiesen.',
  ratingStays:
    'Bleibt es so, zählen diese Bewertungen ebenfalls nicht, stehen aber als „außerhalb der Skala“ in der Liste.',
  settledCode: (value: string, columns: string) => `„${value}“ heißt in ${columns} „keine Antwort“.`,
  leftCode: (value: string, columns: string) => `„${value}“ bleibt in ${columns}, wie es ist.`,
  columns: (n: number) => countOf(n, 'Spalte', 'Spalten'),
  yesNps: 'Ja, das ist sie',
  noRating: 'Nein, sie bewertet etwas anderes',
  yesCsat: 'Ja, Zufriedenheit messen',
  noCsat: 'Nein',
  scale: (low: number, high: number) => `Sie reicht von ${low} bis ${high}`,
  leaveOut: 'Weglassen',
  keepRows: 'Auch zählen',
  dayFirst: 'Tag zuerst',
  monthFirst: 'Monat zuerst',
  thousands: 'Tausender',
  decimals: 'Nachkommastellen',
  understood: 'Verstanden',
  more: (n: number) => `${n} weitere zeigen`,
  sheet: ({ name, rows: n, rowsAre }: SheetName) =>
    `${name}, ${rowsAre === 'counted' ? rows(n) : `${rowsAre === 'stated' ? 'etwa' : 'über'} ${rows(n)}`}`,
  questionOf(
    q: Exclude<ImportQuestion, { kind: 'missingCode' }>,
    header: (at: number) => string,
  ): { ask: string; text: string } {
    switch (q.kind) {
      case 'isThisNps':
        return {
          ask: `Fragt „${header(q.column)}“, wie wahrscheinlich eine Empfehlung ist?`,
          text: 'Die Skala reicht von 0 bis 10, aber das tut sie auch bei anderen Fragen.',
        };
      case 'whichScore':
        return { ask: 'Welche Spalte ist die Wertung?', text: 'Mehr als eine kommt in Frage.' };
      case 'noScore':
        return {
          ask: 'Welche Spalte ist die Wertung?',
          text: 'Keine enthält ganze Zahlen von 0 bis 10. Wählen Sie die Spalte unter „Das Wichtigste zuerst“.',
        };
      case 'dateOrder':
        return {
          ask: `Steht in ${q.sample} der Tag oder der Monat zuerst?`,
          text: `In „${header(q.column)}“ geht beides.`,
        };
      case 'decimalMark':
        return {
          ask: `Steht ${q.sample} für Tausender oder für Nachkommastellen?`,
          text: `In „${header(q.column)}“ geht beides. Gelesen werden zurzeit drei Nachkommastellen.`,
        };
      case 'nobodyNamed':
        return {
          ask: 'Keine Spalte sagt, wer geantwortet hat.',
          text: 'Die Wertungen sind lesbar, aber Sie können niemanden anrufen. Ohne Kennung hilft auch keine Kontaktdatei.',
        };
      case 'noWayToReach':
        return {
          ask: 'Von den Personen ist nur eine Nummer bekannt.',
          text: 'Fügen Sie unten eine Kontaktdatei hinzu, damit man sie anrufen kann.',
        };
      case 'noZero':
        return {
          ask: `Unter ${answers(q.answers)} ist keine einzige 0.`,
          text: 'Manche Umfragewerkzeuge schreiben eine 0 als leere Zelle und verlieren so die unzufriedensten Kunden. Vergleichen Sie mit dem Werkzeug, bevor Sie sich auf die Wertung verlassen.',
        };
      case 'severalSurveys':
        return {
          ask: 'Diese Datei enthält mehr als eine Art von Umfrage.',
          text: `In „${header(q.column)}“ steht ${q.values
            .slice(0, 3)
            .map((v) => `${v.value} (${wholeOf(v.count)})`)
            .join(', ')}. Jede Zeile mit einer Wertung von 0 bis 10 zählt als Antwort.`,
        };
      case 'isThisCsat':
        return {
          ask: `Die Zufriedenheit mit „${header(q.column)}“ messen?`,
          text: 'Eine Frage von 0 bis 10 gibt es nicht. Diese reicht von 1 bis 5. Wer 4 oder 5 gibt, gilt dann als zufrieden.',
        };
      case 'rowsLeftOut':
        return {
          ask: `„${header(q.column)}“ markiert Zeilen, die keine Antworten sind.`,
          text: `Sie bleiben weg: ${q.dropped
            .slice(0, 3)
            .map((v) => `${v.value || 'leer'} (${wholeOf(v.count)})`)
            .join(', ')}.`,
        };
      case 'mixedScale':
        return {
          ask: `Reicht „${header(q.column)}“ von ${q.low} bis ${q.high}?`,
          text: `Dort steht auch ${q.outside
            .slice(0, 6)
            .map((v) => `${v.value} (${wholeOf(v.count)})`)
            .join(', ')}. Was außerhalb der Skala liegt, gilt als keine Antwort.`,
        };
      case 'noDate':
        return {
          ask: `„${header(q.column)}“ ist kein Datum.`,
          text: `Dort stehen Zahlen von ${wholeOf(q.low)} bis ${wholeOf(q.high)}, vielleicht Tage eines Monats. Sagt eine andere Spalte, wann geantwortet wurde, wählen Sie diese.`,
        };
      case 'whichSheet':
        return {
          ask: 'Welches Blatt der Mappe enthält die Antworten?',
          text: `Gelesen wird „${q.sheet}“.`,
        };
      case 'hiddenColumns':
        return {
          ask: `${countOf(q.columns.length, 'Spalte ist', 'Spalten sind')} in der Mappe ausgeblendet.`,
          text: `Trotzdem gelesen: ${q.columns.slice(0, 5).map(header).join(', ')}${q.columns.length > 5 ? ' und andere' : ''}.`,
        };
      case 'hiddenRows':
        return {
          ask: `${countOf(q.rows, 'Zeile ist', 'Zeilen sind')} in der Mappe ausgeblendet.`,
          text: 'Gelesen wird trotzdem alles. Hat ein Filter sie mit Absicht weggelassen, entfernen Sie sie vor dem Einlesen.',
        };
      case 'mergedDown':
        return {
          ask: `${countOf(q.cells, 'Zelle übernimmt', 'Zellen übernehmen')} den Wert einer verbundenen Zelle darüber.`,
          text: 'Eine über mehrere Zeilen verbundene Zelle zählt für jede davon. Gehört sie nur zur ersten, heben Sie die Verbindung vor dem Einlesen auf.',
        };
      case 'noResults':
        return {
          ask: `${countOf(q.cells, 'Formel hat', 'Formeln haben')} kein gespeichertes Ergebnis.`,
          text: 'Sie gelten als leer. Öffnen Sie die Mappe in Excel und speichern Sie sie neu, dann sind die Ergebnisse da.',
        };
      default:
        return unreachable(q);
    }
  },

  /** A question in one line, once it is answered. */
  settledOf(q: Exclude<ImportQuestion, { kind: 'missingCode' }>, header: (at: number) => string): string {
    return q.kind === 'whichSheet'
      ? `Die Antworten stehen im Blatt „${q.sheet}“.`
      : questionWords.questionOf(q, header).ask;
  },
};
