import { countOf, daySpanOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { ImportProgress, Stopped, WorkerGone } from '#core/ports/importer.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import type { Movement } from '#core/scores/index.ts';
import { shownDimension } from '#core/segments/index.ts';
import {
  type ColumnRole,
  type ContactsFault,
  type Delimiter,
  describeFault,
  describeNoScore,
  type Encoding,
  encodingNames,
  type ImportFault,
  type Inspection,
  type Metric,
  noScoreOf,
  presetNames,
  type UnjoinedContact,
  type WaveHead,
} from '#core/waves/index.ts';
import { words as english } from './words.en.ts';

type AnyFault = ImportFault | ContactsFault | WaveStoreFault | Stopped | WorkerGone;

const roles: Record<ColumnRole, string> = {
  score: 'Wertung, 0 bis 10',
  comment: 'Kommentar',
  date: 'Datum der Antwort',
  respondentId: 'Person: Kennung',
  email: 'Person: E-Mail',
  name: 'Person: Name',
  firstName: 'Person: Vorname',
  lastName: 'Person: Nachname',
  phone: 'Person: Telefon',
  timeZone: 'Person: Zeitzone',
  language: 'Person: Sprache',
  role: 'Person: Rolle',
  crmId: 'Person: CRM-Kennung',
  account: 'Firma: Name',
  accountCrmId: 'Firma: CRM-Kennung',
  accountManager: 'Firma: Kundenbetreuung',
  revenue: 'Firma: Umsatz im Jahr',
  customerSince: 'Firma: Kunde seit',
  optOut: 'Nicht anrufen',
  optIn: 'Anruf erlaubt',
  weight: 'Gewicht',
  rowFilter: 'Welche Zeilen zählen',
  segment: 'Segment',
  rating: 'Bewertung',
  ignore: 'Nicht verwenden',
};

const delimiters: Record<Delimiter, string> = {
  ',': 'Kommas',
  ';': 'Semikolons',
  '\t': 'Tabulatoren',
  '|': 'senkrechte Striche',
};

const steps: Record<ImportProgress['step'], string> = {
  reading: 'Datei wird gelesen',
  recognising: 'Spalten werden erkannt',
  building: 'Antworten werden gezählt',
  joining: 'Kontakte werden zugeordnet',
  saving: 'Wird auf dieses Gerät geschrieben',
  lookup: 'Personen werden über ihre E-Mail auffindbar',
};

const date = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric' });
/** Milliseconds since 1970 as "9. Oktober 2026". */
export const dateOf = (at: number): string => date.format(at);

const textAs = (encoding: Encoding, delimiter: Delimiter) =>
  `Text in ${encodingNames[encoding].replace('-', '\u2011')}, getrennt durch ${delimiters[delimiter]}.`;

const answers = (n: number) => countOf(n, 'Antwort', 'Antworten');

export const words = {
  bring: {
    title: 'Umfrage einlesen',
    lede: 'Nötig ist nur eine Spalte: die Wertung von 0 bis 10. Sie sehen alles, bevor etwas gespeichert wird, und können jedes Einlesen rückgängig machen.',
    drop: 'CSV- oder Excel-Datei hier ablegen oder Zeilen einfügen',
    dropText:
      'Aus einem Umfragewerkzeug oder einer Tabelle: CSV mit beliebigem Trennzeichen und beliebiger Kodierung, oder XLSX. Die Datei bleibt auf diesem Gerät.',
    choose: 'Umfragedatei wählen',
    paste: 'oder Zeilen einfügen',
    pasteKeys: 'Strg V',
    accept: english.bring.accept,
    back: 'Zurück zur angezeigten Umfrage',
  },
  steps,
  roles,

  mapping: {
    title: (rows: number, columns: number) =>
      `${countOf(rows, 'Zeile', 'Zeilen')} in ${countOf(columns, 'Spalte', 'Spalten')}.`,
    scoreIs: (header: string) => `Die Wertung steht wohl in „${header}“.`,
    satisfactionIs: (header: string) => `Die Zufriedenheit steht in „${header}“.`,
    noScore: 'Welche Spalte ist die Wertung?',
    noTen: 'Hier gibt es keine Wertung von 0 bis 10.',
    csatInstead: (header: string) => `Stattdessen die Zufriedenheit mit „${header}“ messen?`,
    csatMeans: 'Die Skala reicht von 1 bis 5. Wer 4 oder 5 gibt, gilt als zufrieden.',
    csatNo: 'Nein, unten eine Wertung wählen',
    readAs: ({ encoding, delimiter, preset, sheet }: Inspection) =>
      `${preset ? `Ein Export aus ${presetNames[preset]}. ` : ''}${sheet ? `Das Blatt „${sheet.name}“ einer Excel-Mappe.` : textAs(encoding, delimiter)}`,
    stray: (n: number) =>
      `${countOf(n, 'fremdes Byte wurde', 'fremde Bytes wurden')} als Windows-1252 gelesen.`,
    oem: (n: number) =>
      `${countOf(n, 'Buchstabe war', 'Buchstaben waren')} in der alten Codepage CP850 geschrieben und ${n === 1 ? 'wird' : 'werden'} richtig gelesen. `,
    nothingKept: 'Gespeichert wird erst, wenn Sie es sagen.',
    first: 'Das Wichtigste zuerst',
    satisfaction: 'Zufriedenheit, 1 bis 5',
    metric: 'Was gemessen wird',
    metrics: {
      nps: 'Bereitschaft zur Empfehlung, 0 bis 10',
      csat: 'Zufriedenheit, 1 bis 5',
    } satisfies Record<Metric, string>,
    none: 'Keine',
    filled: (filled: number, rows: number) =>
      filled === rows ? 'in jeder Zeile' : `in ${wholeOf(filled)} von ${wholeOf(rows)} Zeilen`,
    said: (comment: string) => `„${comment}“`,
    other: 'Andere Datei',
  },
  columns: {
    title: 'Alle Spalten',
    search: 'Spalten durchsuchen',
    searchHint: 'Name oder Wert',
    group: 'Zeigen',
    groups: {
      all: 'Alle',
      used: 'Verwendet',
      segments: 'Segmente',
      ratings: 'Bewertungen',
      unsure: 'Unsicher',
      ignored: 'Nicht verwendet',
    },
    nothing: 'Keine Spalte heißt so oder enthält das.',
    role: (header: string) => `Was „${header}“ ist`,
    unnamed: (at: number) => `Spalte ${at + 1}, ohne Namen`,
    values: (distinct: number, more: boolean) =>
      `${more ? 'über ' : ''}${countOf(distinct, 'verschiedener Wert', 'verschiedene Werte')}`,
    times: (n: number) => `×${wholeOf(n)}`,
    example: (values: readonly string[]) => `zum Beispiel ${values.join(', ')}`,
    unlisted: (n: number, more: boolean) =>
      `${more ? 'Über ' : ''}${countOf(n, 'seltenerer Wert ist', 'seltenere Werte sind')} nicht aufgeführt.`,
    empty: (n: number) => `${wholeOf(n)} leer`,
    means: 'Werte, die „keine Antwort“ heißen',
    meansHint: 'Angekreuzte Werte gelten in dieser Spalte als leer.',
    label: 'Angezeigter Name',
    low: 'Skala von',
    high: 'bis',
    likely: 'wahrscheinlich',
    more: (n: number) => `${countOf(n, 'weitere Spalte', 'weitere Spalten')} zeigen`,
    open: (header: string) => `Werte von „${header}“`,
    unsure: 'unsicher',
  },
  preview: {
    title: 'Was gespeichert würde',
    working: 'Die ganze Datei wird mit diesen Angaben gelesen.',
    cycle: 'Zyklus',
    cycleHint: 'Das Quartal, das mit dieser Umfrage beginnt.',
    answers: 'Antworten',
    nonResponses: 'keine Antwort',
    rejected: 'abgewiesen',
    people: 'Kann man anrufen',
    peopleText: (reachable: number, isKnown: boolean) =>
      reachable > 0
        ? `${wholeOf(reachable)} per E-Mail oder Telefon`
        : isKnown
          ? 'noch niemand: eine Kontaktdatei fehlt'
          : 'niemand: die Datei nennt keine Personen',
    accounts: 'Firmen',
    days: 'Tage',
    segments: 'Segmente',
    ratings: 'Bewertungen',
    noneYet: 'keine',
    span: daySpanOf,
    noDays: 'keine Spalte mit Datum',
    eg: 'zum Beispiel',
    dimension: (name: string, values: number) => `${shownDimension(name)} (${wholeOf(values)})`,
    others: (n: number) => countOf(n, 'weitere', 'weitere'),
    seeRejected: (n: number) => `${countOf(n, 'abgewiesene Zeile', 'abgewiesene Zeilen')} ansehen`,
    notes: 'Gut zu wissen',
    small: 'Weniger als 30 Antworten: ein Hinweis, keine feste Zahl.',
  },
  keep: {
    action: (n: number) => `${answers(n)} speichern`,
    nothingYet: 'Antworten speichern',
    ready: (name: string) => `Sie werden die Umfrage von ${name}.`,
    actionBeside: (n: number) => `${answers(n)} daneben speichern`,
    holds: (name: string, { fileName, answers: n }: WaveHead) =>
      `${name} enthält schon ${fileName} (${answers(n)}).`,
    asNew: (name: string) => `Als ${name} einlesen`,
    beside: 'Neben die vorhandene stellen',
    notYet: 'Noch lässt sich nichts speichern.',
    asks: (n: number) => `${countOf(n, 'Frage ist', 'Fragen sind')} noch offen. Das darf so bleiben.`,
    said: (n: number, name: string) => `${answers(n)} als ${name} gespeichert.`,
    saving: (name: string) => `Umfrage von ${name} wird gespeichert`,
    stopping: 'Wird angehalten',
    takingBack: 'Geschriebenes wird zurückgenommen',
    rejected: (n: string) => `${n} abgewiesen, mit Gründen aufgeführt.`,
    already: (name: string, at: string) =>
      `Genau diese Datei ist seit dem ${at} als ${name} vorhanden. Nichts wurde geändert.`,
    undo: 'Rückgängig',
    undone: (name: string) => `Das Einlesen ist rückgängig. ${name} enthält die Umfrage nicht mehr.`,
    earlier: (name: string, at: string) =>
      `Dieselbe Datei wurde am ${at} als ${name} eingelesen. Mit denselben Angaben ändert sich nichts, mit anderen wird daraus eine eigene Umfrage.`,
  },
  carried: {
    title: (name: string) => `Gelesen wie ${name}`,
    text: (changes: number) =>
      changes === 0
        ? 'Jede Spalte bedeutet, was sie damals bedeutete.'
        : `Jede Spalte bedeutet, was sie damals bedeutete, bis auf ${countOf(changes, 'Unterschied', 'Unterschiede')}. Sehen Sie das durch. Unten wird nur nach Neuem gefragt.`,
    spelled: (columns: number) =>
      columns === 1
        ? 'Ein Spaltenname ist nur anders geschrieben.'
        : `${wholeOf(columns)} Spaltennamen sind nur anders geschrieben.`,
    more: (n: number) => `und ${n} weitere`,
    afresh: 'Neu beginnen',
  },
  contacts: {
    title: 'Wer sie sind',
    lede: 'Eine Kontaktdatei ergänzt E-Mail, Telefon, Firma und Kundenbetreuung. Zugeordnet wird über Kennung, E-Mail oder Firmenname.',
    choose: 'Kontaktdatei hinzufügen',
    replace: 'Andere Datei wählen',
    remove: 'Weglassen',
    joined: (joined: number, rows: number) =>
      `${wholeOf(joined)} von ${countOf(rows, 'Person', 'Personen')} haben ihren Kontakt gefunden.`,
    by: (id: number, email: number, account: number) =>
      [
        id > 0 ? `${wholeOf(id)} über die Kennung` : '',
        email > 0 ? `${wholeOf(email)} über die E-Mail` : '',
        account > 0 ? `${wholeOf(account)} über den Firmennamen` : '',
      ]
        .filter(Boolean)
        .join(', '),
    reachable: (n: number) => `${countOf(n, 'Person ist', 'Personen sind')} jetzt erreichbar.`,
    unjoined: (n: number) => `${countOf(n, 'Zeile', 'Zeilen')} der Datei ohne Person`,
    unjoinedWhy: (u: UnjoinedContact) =>
      ({
        nobody: 'kommt in der Umfrage nicht vor',
        severalContacts: 'mehrere Zeilen passen zur selben Person',
        otherEmail: 'in der Umfrage mit anderer E-Mail',
      })[u.why],
    unjoinedBy: { id: 'Kennung', email: 'E-Mail', account: 'Firma' } satisfies Record<
      UnjoinedContact['by'],
      string
    >,
    columns: 'Spalten der Kontaktdatei',
    working: 'Wird zugeordnet.',
  },
  rejected: {
    title: (n: number) => countOf(n, 'Zeile fiel heraus', 'Zeilen fielen heraus'),
    lede: 'Jede mit ihrer Stelle in der Datei. Dort lässt sie sich berichtigen und neu einlesen.',
    line: 'Zeile',
    column: 'Spalte',
    value: 'Wert',
    reason: 'Grund',
    download: 'Als CSV laden',
    firstOf: (shown: number, all: number) =>
      `Die ersten ${wholeOf(shown)} von ${wholeOf(all)}. Die CSV-Datei enthält alle, sobald die Umfrage gespeichert ist.`,
    fileName: (survey: string) => `${survey.replace(/\.[a-z]+$/i, '')} abgewiesene Zeilen.csv`,
    empty: 'leer',
  },
  wave: {
    nonResponses: (n: number) =>
      `${countOf(n, 'Person wurde', 'Personen wurden')} gefragt und ${n === 1 ? 'hat' : 'haben'} nicht geantwortet.`,
    also: ({ cycleName, fileName, answers: n }: WaveHead) =>
      `${cycleName} enthält auch ${fileName} (${answers(n)}). Diese Seite zeigt die zuletzt eingelesene Umfrage.`,
    histogram: 'Antworten nach Wertung',
    table: 'Die Tabelle dazu',
    score: 'Wertung',
    answers: 'Antworten',
    share: 'Anteil',
    band: 'Gruppe',
    waves: 'Eingelesene Umfragen',
    file: 'Datei',
    cycle: 'Zyklus',
    imported: 'Eingelesen',
    nps: 'Wertung',
    interval: '95-%-Intervall',
    rejected: 'Abgewiesen',
    undo: 'Rückgängig',
    undoName: (file: string) => `Einlesen von ${file} rückgängig machen`,
    undoTitle: 'Einlesen rückgängig machen',
    undoText: (n: number, file: string) =>
      `${answers(n)} aus ${file} ${n === 1 ? 'verlässt' : 'verlassen'} dieses Gerät. Interviews und Notizen bleiben. Die Datei selbst bleibt unberührt und lässt sich wieder einlesen.`,
    undoDo: 'Einlesen rückgängig machen',
    keepIt: 'Behalten',
    next: 'Sehen, welche Segmente abweichen',
    nextWhy: 'Eine Zahl verbirgt mehr, als sie sagt.',
    nextText: (dimensions: readonly string[]) =>
      dimensions.length > 0
        ? `Diese Umfrage lässt sich nach ${dimensions
            .slice(0, 4)
            .map((name) => shownDimension(name))
            .join(
              ', ',
            )}${dimensions.length > 4 ? ` und ${dimensions.length - 4} weiteren Dimensionen` : ''} lesen.`
        : 'Diese Umfrage hat noch keine Spalte mit Segmenten.',
    another: 'Weitere Umfrage einlesen',
    csv: 'CSV laden',
    csvFile: (cycle: string) => `${cycle} Wertungen.csv`,
    invented: 'erfunden',
  },

  since: {
    what: 'Kennzahl',
    nps: 'NPS',
    change: 'Änderung',
    bands: { promoter: 'Promotoren', passive: 'Passive', detractor: 'Detraktoren' },
    beyond: 'mehr als Zufall',
    noise: 'kann Zufall sein',
    first: 'Noch gibt es keine frühere Umfrage zum Vergleich.',
  },

  finding: {
    none: 'Diese Umfrage enthält noch keine Wertung.',
    steady: (name: string, score: string, before: string) =>
      `Der ${name} ist ${score}. Die Änderung seit ${before} kann Zufall sein.`,
    moved: (name: string, direction: 'rose' | 'fell', points: number, score: string, before: string) =>
      `Der ${name} ist seit ${before} um ${countOf(points, 'Punkt', 'Punkte')} ${direction === 'rose' ? 'gestiegen' : 'gefallen'}, auf ${score}.`,
    answers: (n: number, days: string) => `${[answers(n), days].filter(Boolean).join(', ')}.`,
    shares: (promoters: string, passives: string, detractors: string) =>
      `${promoters} Promotoren, ${passives} Passive, ${detractors} Detraktoren.`,
    hidden: ({ hidden, direction }: Movement) => {
      if (!hidden) return '';
      const start = direction === 'withinNoise' ? 'Die Wertung verbirgt Bewegung:' : 'Hinter der Änderung:';
      return hidden === 'drained'
        ? `${start} Promotoren und Detraktoren sind mehr geworden, die Mitte weniger.`
        : `${start} Promotoren und Detraktoren sind weniger geworden, die Mitte mehr.`;
    },
  },

  /** Why the file as recognised can hold no survey; empty when it can. */
  noScoreIn(inspection: Inspection): string {
    const none = noScoreOf(inspection);
    return none ? describeNoScore(none) : '';
  },

  faultOf(fault: AnyFault): string {
    switch (fault.kind) {
      case 'stopped':
        return '';
      case 'workerGone':
        return `Das Lesen brach unerwartet ab (${fault.reason}). Nichts wurde gespeichert. Wählen Sie die Datei noch einmal.`;
      case 'quota':
        return 'Dieses Gerät ist voll. Nichts wurde gespeichert. Schaffen Sie Platz oder entfernen Sie eine Umfrage, die Sie nicht mehr brauchen, und speichern Sie noch einmal.';
      case 'unavailable':
        return `Dieser Browser gibt Sounding keinen Speicher (${fault.reason}), so wie private Fenster. Nichts wurde gespeichert.`;
      case 'damaged':
        return 'Ein Teil der Umfrage ließ sich nicht richtig schreiben. Nichts wurde gespeichert. Versuchen Sie es noch einmal.';
      default:
        return describeFault(fault);
    }
  },
};
