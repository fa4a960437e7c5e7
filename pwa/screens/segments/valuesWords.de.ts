import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { EditRefusal } from '#core/segments/index.ts';

/** What the dialog says that renames, merges, bins and hides values. */
export const valuesWords = {
  open: 'Werte bearbeiten',
  title: (dimension: string) => `Werte von ${dimension}`,
  lede: 'Wie Werte hier gelesen werden, für jede Umfrage und alle im Arbeitsbereich. Die Umfrage selbst bleibt unberührt.',
  dimension: 'Dimension',
  find: 'Wert suchen',
  caption: (dimension: string) => `Werte von ${dimension} mit Antworten und Wertung`,
  value: 'Wert',
  before: 'In der Datei',
  asFile: 'wie in der Datei',
  rename: 'Umbenennen',
  renameOf: (value: string) => `${value} umbenennen`,
  nameOf: (value: string) => `Neuer Name von ${value}`,
  keep: 'Speichern',
  cancel: 'Abbrechen',
  pick: (value: string) => `${value} zum Zusammenführen wählen`,
  separate: 'Trennen',
  separateOf: (value: string) => `${value} wieder trennen`,
  hide: 'Ausblenden',
  show: 'Zeigen',
  hideOf: (value: string, hidden: boolean) => `${value} ${hidden ? 'zeigen' : 'ausblenden'}`,
  chosen: (n: number) => `${countOf(n, 'Wert', 'Werte')} gewählt.`,
  mergeHint: 'Wählen Sie zwei oder mehr Werte, um sie zusammenzuführen.',
  mergeInto: 'Zusammenführen als',
  merge: (n: number) => `${countOf(n, 'Wert', 'Werte')} zusammenführen`,
  instead: (by: string) => `Stattdessen mit ${by} zusammenführen`,
  more: (n: number) =>
    `${countOf(n, 'weiterer Wert hat', 'weitere Werte haben')} weniger Antworten. Die Suche findet ${n === 1 ? 'ihn' : 'sie'}.`,
  notSent: (n: number) =>
    `${countOf(n, 'weiterer Wert', 'weitere Werte')} mit weniger Antworten ${n === 1 ? 'ist' : 'sind'} nicht aufgeführt. Fassen Sie ${n === 1 ? 'ihn' : 'sie'} unter „Andere“ zusammen.`,
  ranges: {
    hint: 'Fast alle Werte sind Zahlen.',
    field: 'Bereiche beginnen bei',
    do: 'In Bereiche teilen',
    on: (edges: string) => `Zahlen stehen in Bereichen, die bei ${edges} beginnen.`,
    off: 'Bereiche auflösen',
    edges: (edges: readonly number[]) => edges.map((n) => String(n).replace('.', ',')).join('; '),
    commaIsDecimal: true,
  },
  split: {
    hint: (sign: string) => `Zellen scheinen mehrere Werte zu enthalten, getrennt durch „${sign}“.`,
    do: (sign: string) => `An „${sign}“ trennen`,
    on: (sign: string) => `An „${sign}“ getrennt: Eine Person kann in mehreren Segmenten zählen.`,
    off: 'Nicht trennen',
  },
  gather: {
    field: 'Mindestzahl an Antworten, damit ein Wert für sich steht',
    do: 'Den Rest unter „Andere“ zusammenfassen',
    on: 'Seltene Werte stehen unter „Andere“.',
    off: '„Andere“ auflösen',
  },
  done: {
    renamed: (value: string, to: string) => `${value} heißt jetzt ${to}.`,
    merged: (n: number, into: string) => `${countOf(n, 'Wert', 'Werte')} als ${into} zusammengeführt.`,
    separated: (value: string) => `${value} ist wieder getrennt.`,
    changed: (dimension: string) => `Die Werte von ${dimension} werden neu gelesen.`,
  },
};

/** Why a value cannot be edited as asked. */
export function editRefusalText(refusal: EditRefusal): string {
  switch (refusal.kind) {
    case 'noName':
      return 'Ein Wert braucht einen Namen.';
    case 'nameTooLong':
      return `Ein Name darf ${wholeOf(refusal.most)} Zeichen haben, dieser hat ${wholeOf(refusal.got)}.`;
    case 'nameTaken':
      return `${refusal.by} gibt es schon.`;
    case 'nothingChosen':
      return 'Kein Wert hat so viele Antworten. Bei weniger bliebe nur „Andere“ übrig.';
    case 'noNumbers':
      return 'Schreiben Sie Zahlen mit Semikolon dazwischen, zum Beispiel 10; 50; 200.';
    case 'tooManyEdges':
      return `Höchstens ${refusal.most} Zahlen: Mehr Bereiche wären keine Übersicht.`;
  }
}
