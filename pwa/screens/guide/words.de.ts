import { countOf, dayOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import { momentOf } from '#core/browser/parts/moment.ts';
import { bandWords } from '#core/browser/parts/words.ts';
import {
  areaNames,
  areas,
  type Condition,
  type GuideChanges,
  type GuideContent,
  type GuideFamily,
  type GuideVersion,
  type Question,
  questionsFor,
} from '#core/guide/index.ts';
import { type Band, bands } from '#core/waves/index.ts';

import { languageName } from './words.en.ts';

export { languageName };

const questions = (n: number): string => countOf(n, 'Frage', 'Fragen');

export const words = {
  loading: 'Der Leitfaden wird geöffnet',
  failed: {
    title: 'Der Leitfaden konnte nicht geöffnet werden',
    text: 'Der Browser gibt Sounding keinen Zugriff auf seinen Speicher. Nichts wurde geändert. Schließen Sie andere Fenster von Sounding, und öffnen Sie den Leitfaden noch einmal.',
    again: 'Leitfaden noch einmal öffnen',
  },
  back: 'Interviews',
  tools: {
    guides: 'Leitfaden',
    versions: 'Versionen',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    more: 'Mehr',
    copy: 'Diesen Leitfaden kopieren',
    export: 'Als Datei exportieren',
    import: 'Datei importieren',
    throwAway: 'Nicht gespeicherte Änderungen verwerfen',
    name: 'Name',
    language: 'Sprache',
    copyOf: (name: string) => `${name} 2`,
    file: 'leitfaden',
  },
  parts: { label: 'Teil des Leitfadens', questions: 'Fragen', tests: 'Zu prüfen', preview: 'Vorschau' },
  minutes: 'Min. geplant',
  minutesOf: (area: string) => `Geplante Minuten für ${area}`,
  add: 'Frage hinzufügen',
  addTo: (area: string) => `Frage zu ${area} hinzufügen`,
  noText: 'Noch kein Text',
  probes: (n: number) => countOf(n, 'Nachfrage', 'Nachfragen'),
  form: {
    label: 'Frage bearbeiten',
    text: 'Frage',
    textHint: 'Wird so gestellt, wie sie dasteht. Aus {score} wird die abgegebene Wertung.',
    bands: 'Wird gestellt an',
    everyone: 'An alle, wenn nichts angekreuzt ist.',
    when: 'Nur wenn',
    dimension: 'Dimension',
    any: 'jede Dimension',
    is: 'ist',
    value: 'Wert',
    valueHint: 'Wert eingeben, Enter',
    addValue: 'Hinzufügen',
    removeValue: (value: string) => `Ohne ${value}`,
    addWhen: 'Bedingung hinzufügen',
    removeWhen: 'Bedingung entfernen',
    instead: 'Anstelle von',
    insteadNone: 'keiner anderen: sie kommt hinzu',
    probes: 'Nachfragen',
    kind: (n: number) => `Art der Nachfrage ${n}`,
    probe: (n: number) => `Nachfrage ${n}`,
    addProbe: 'Nachfrage hinzufügen',
    removeProbe: (n: number) => `Nachfrage ${n} entfernen`,
    done: 'Schließen',
    up: 'Nach oben',
    down: 'Nach unten',
    remove: 'Entfernen',
  },
  keys: 'Enter öffnet eine Frage, Alt ↑ ↓ verschiebt sie.',
  hint: {
    closed:
      'Lässt sich mit Ja oder Nein beantworten. „Was“, „wie“ und „erzählen Sie“ bringen die Geschichte.',
    leading: 'Legt eine Antwort in den Mund. Fragen Sie offen, und lassen Sie sie selbst benennen.',
  },
  preview: {
    title: 'So wird gefragt',
    who: 'Wer gefragt wird',
    byHand: 'Von Hand angelegt',
    score: 'Wertung',
    of: (name: string) => `${name} dieser Person`,
    any: 'nicht bekannt',
    asked: (band: Band, n: number) => `${bandWords.one[band]}, ${questions(n)}.`,
    unsaved: 'Mit Ihren nicht gespeicherten Änderungen.',
    other: (name: string, guide: string) => `Für ${name} gilt der Leitfaden „${guide}“.`,
    test: 'zu prüfen',
  },
  tests: {
    title: (cycle: string) => (cycle ? `In ${cycle} zu prüfen` : 'In einem Zyklus zu prüfen'),
    why: 'Am Ende des Bereichs gefragt, nur die Personen, die es betrifft, höchstens vier in einem Gespräch und nie mit dem Befund in der Frage.',
    none: 'Noch wird keine Vermutung geprüft. Die Gespräche fragen, was im Leitfaden steht.',
    found: 'Aus der Umfrage',
    starters: 'Üblich für eine Art von Kunden',
    take: 'Prüfen',
    drop: 'Nicht mehr prüfen',
    dropName: (text: string) => `Nicht mehr prüfen: ${text}`,
    takeName: (text: string) => `Prüfen: ${text}`,
    noCycle:
      'Vermutungen gehören zu einem Zyklus, und es gibt noch keinen. Lesen Sie zuerst eine Umfrage ein.',
    words: 'In eigenen Worten',
    wordsOf: (text: string) => `Frage zu: ${text}`,
  },
  uses: {
    title: (cycle: string) => `Welcher Leitfaden in ${cycle} gilt`,
    everyone: 'Für alle',
    speakers: (language: string, people: number) =>
      `${language}, ${countOf(people, 'Person', 'Personen')} auf der Anrufliste`,
    same: 'derselbe Leitfaden wie für alle',
    why: 'Ein Gespräch behält die Version, mit der es begann, was immer inzwischen bearbeitet wird.',
  },
  versions: {
    title: 'Versionen',
    inUse: 'in Gebrauch',
    unused: 'gleichzeitig gespeichert, erhalten, nicht in Gebrauch',
    shipped: 'kommt mit Sounding',
    somebody: 'jemandem',
    back: 'Zurückholen',
    backName: (n: number) => `Version ${n} zurückholen`,
    backWhy:
      'Wenn Sie eine zurückholen, bearbeiten Sie sie weiter, und beim Speichern entsteht eine neue Version. Keine wird je geändert oder gelöscht.',
    same: 'sagt dasselbe wie die in Gebrauch',
    since: (changes: string) => `seither ${changes}`,
    close: 'Schließen',
  },
  said: {
    saved: (name: string, version: number) =>
      `„${name}“ ist als Version ${version} gespeichert. Neue Gespräche beginnen damit.`,
    copied: (name: string) => `„${name}“ ist jetzt ein eigener Leitfaden.`,
    imported: (name: string) => `„${name}“ ist als eigener Leitfaden importiert.`,
    notSaved: (why: string) => `Noch nicht gespeichert. ${why}`,
    onlyInMemory: 'Nur in diesem Fenster gespeichert: Der Speicher nimmt nichts an. Lassen Sie es offen.',
    removed: 'Die Frage ist entfernt.',
    moved: (n: number, of: number) => `Jetzt Frage ${n} von ${of}.`,
    taken: (n: number) => `${countOf(n, 'Vermutung', 'Vermutungen')} zu prüfen ab dem nächsten Gespräch.`,
    dropped: 'Wird ab dem nächsten Gespräch nicht mehr geprüft.',
    chosen: (guide: string) => `Gespräche beginnen von nun an mit „${guide}“.`,
    chosenAsAll: 'Diese Gespräche beginnen von nun an mit demselben Leitfaden wie alle.',
    thrown: 'Die nicht gespeicherten Änderungen sind verworfen.',
    undo: 'Rückgängig',
  },
  notKept:
    'Ihre nicht gespeicherten Änderungen sind nur in diesem Fenster: Der Speicher nimmt nichts an. Lassen Sie es offen, oder speichern Sie.',
  meanwhile: (name: string, version: number) =>
    `${name || 'Jemand'} hat Version ${version} gespeichert, während Sie bearbeitet haben. Ihre käme danach, ohne was dort geändert wurde.`,
  beside: (n: number) =>
    `${countOf(n, 'andere Version wurde', 'andere Versionen wurden')} zur selben Zeit gespeichert wie die in Gebrauch. Nichts ist verloren, siehe Versionen.`,
  unreadable: (n: number) =>
    `${countOf(n, 'Version lässt', 'Versionen lassen')} sich mit dieser Version von Sounding nicht lesen und ${n === 1 ? 'bleibt, wie sie ist' : 'bleiben, wie sie sind'}.`,
};

export const bandNames: Readonly<Record<Band, string>> = {
  detractor: 'Detraktoren',
  passive: 'Passive',
  promoter: 'Promotoren',
};

export const probeNames = {
  wait: 'warten',
  echo: 'Echo',
  expand: 'vertiefen',
  explain: 'erklären lassen',
  playBack: 'wiedergeben',
  ladder: 'Leiter',
} as const;

/** "Detraktoren bekommen 17 Fragen, …": what the guide comes to, before anything of a segment. */
export function finding(content: GuideContent): string {
  const [d = 0, p = 0, r = 0] = bands.map((band) => questionsFor(content, band).length);
  const minutes = areas.reduce((sum, area) => sum + content.minutes[area], 0);
  const time = Number.isFinite(minutes) ? ` in ${countOf(minutes, 'Minute', 'Minuten')}` : '';
  if (d === p && p === r) return `Alle bekommen ${questions(d)}${time}.`;
  return `Detraktoren bekommen ${questions(d)}, Passive ${wholeOf(p)} und Promotoren ${wholeOf(r)}${time}.`;
}

/** Which version is on screen, whose it is, and who is called with it. */
export function lede(guide: GuideFamily, variants: number, used: string): string {
  const { current } = guide;
  const by = current.builtIn ? words.versions.shipped : savedBy(current);
  const more =
    variants === 0
      ? ''
      : variants === 1
        ? ' 1 weitere gilt nur für einzelne Segmente oder ersetzt eine andere.'
        : ` ${wholeOf(variants)} weitere gelten nur für einzelne Segmente oder ersetzen eine andere.`;
  return `Version ${current.version}, ${by}.${more}${used}`;
}

/** Who is called with it; empty for nobody. */
export function usedText(cycle: string, forAll: boolean, languages: readonly string[]): string {
  if (cycle === '' || (!forAll && languages.length === 0)) return '';
  if (forAll) return ` Gilt in ${cycle} für alle.`;
  return ` Gilt in ${cycle} für Gespräche auf ${listOf(languages.map(languageName))}.`;
}

/** "gespeichert von Ann am 3. November um 10:02"; without what is not known. */
export function savedBy({ byName, at }: Pick<GuideVersion, 'byName' | 'at'>): string {
  const who = byName || words.versions.somebody;
  if (at <= 0) return `gespeichert von ${who}`;
  const { day, time } = momentOf(at);
  return `gespeichert von ${who} am ${dayOf(day)} um ${time}`;
}

/** "1 Frage ergänzt, 2 geändert und andere Reihenfolge". */
export function changesText({ added, removed, changed, moved, head }: GuideChanges): string {
  const counts = [
    [added.length, 'ergänzt'],
    [changed.length, 'geändert'],
    [removed.length, 'entfernt'],
  ] as const;
  const some = counts.filter(([n]) => n > 0);
  const parts = some.map(([n, what], i) => `${i === 0 ? questions(n) : wholeOf(n)} ${what}`);
  if (moved) parts.push('andere Reihenfolge');
  if (head) parts.push('Name, Sprache oder Minuten geändert');
  return parts.length === 0 ? words.versions.same : listOf(parts);
}

/** "Tier ist Enterprise oder Strategic". */
export function conditionText({ dimension, values }: Condition, most = 3): string {
  const named = values.filter((v) => v.trim() !== '');
  const shown = named.slice(0, most);
  const rest = named.length - shown.length;
  const list =
    rest > 0 ? `${shown.join(', ')} oder ${countOf(rest, 'weiterer Wert', 'weitere Werte')}` : orList(shown);
  return dimension.trim() === '' ? list : `${dimension} ist ${list}`;
}

/** Several conditions, all of which hold. */
export const whenText = (when: readonly Condition[]): string =>
  when.map((c) => conditionText(c)).join(' und ');

const orList = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '…') : `${items.slice(0, -1).join(', ')} oder ${items.at(-1)}`;

/** For whom a question is, and what it stands for, in a line; empty for everyone. */
export function whomText(
  { bands: own, when = [], insteadOf }: Question,
  numberOf: (id: string) => number,
): string {
  const parts: string[] = [];
  if (own.length > 0) parts.push(listOf(own.map((band) => bandNames[band])));
  if (when.length > 0) parts.push(whenText(when));
  if (insteadOf) parts.push(`anstelle von ${wholeOf(numberOf(insteadOf))}`);
  return parts.join(' · ');
}

/** An area inside a sentence, as a title: "Geplante Minuten für „Wettbewerb“". */
export const areaOf = (area: keyof typeof areaNames): string => `„${areaNames[area]}“`;
