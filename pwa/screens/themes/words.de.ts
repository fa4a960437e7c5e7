import { countOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import { ofBand } from '#core/browser/parts/germanBands.ts';
import { bandWords } from '#core/browser/parts/words.ts';
import { longestOwner, type OwnerReading } from '#core/themes/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { Refusal, Row, Summary } from './model.ts';
import type { ByBand } from './rows.ts';

const themes = (n: number): string => countOf(n, 'Thema', 'Themen');
const notes = (n: number): string => countOf(n, 'Notiz', 'Notizen');

export const words = {
  loading: 'Das Codebuch wird geöffnet',
  search: 'Thema suchen',
  add: 'Thema hinzufügen',
  keys: 'Die Pfeiltasten führen von Thema zu Thema, links und rechts klappen seine Teile zu und auf. Enter öffnet, E bearbeitet, X wählt aus, M führt zusammen, P ordnet unter, S teilt auf, R legt still, Alt mit Pfeil verschiebt, / sucht, Ctrl Z nimmt zurück.',
  noMatch: (text: string) =>
    text.trim() === ''
      ? 'Alle Themen sind stillgelegt. Holen Sie eines zurück, oder fügen Sie eines hinzu.'
      : `Kein Thema passt zu „${text}“.`,
  calls: (n: number) => (n === 0 ? '' : countOf(n, 'Gespräch', 'Gespräche')),
  rare: 'in Umfragen selten gefragt',
  fresh: 'Kategorie noch offen',
  scored: (band: Band, score: number) => `${bandWords.one[band]}, ${score}`,
  alsoCounts: 'Umfasst auch',
  takeBack: 'Zurücknehmen',
  takeBackName: (name: string) => `Zusammenführung von „${name}“ zurücknehmen`,
  actions: (name: string) => `Aktionen für „${name}“`,
  open: 'Öffnen',
  edit: 'Bearbeiten',
  merge: 'Zusammenführen',
  nest: 'Unterordnen',
  split: 'Aufteilen',
  up: 'Nach oben',
  down: 'Nach unten',
  tick: (name: string) => `„${name}“ auswählen`,
  fold: (name: string) => `Teile von „${name}“`,
  history: 'Verlauf',
  owner: (name: string) => `Zuständig: ${name}`,
  changeOwner: 'Ändern',
  changeOwnerOf: (category: string) => `Zuständigkeit für „${category}“ ändern`,
  ofHeld: (n: number) => `von ${wholeOf(n)}`,
  bulk: {
    name: 'Ausgewählte Themen',
    count: (n: number) => countOf(n, 'Thema ausgewählt', 'Themen ausgewählt'),
    merge: 'Zusammenführen',
    nest: 'Unterordnen',
    move: 'Kategorie',
    own: 'Zuständig',
    retire: 'Stilllegen',
    none: 'Auswahl aufheben',
  },
  retire: 'Stilllegen',
  restore: 'Zurückholen',
  restoreName: (name: string) => `„${name}“ zurückholen`,
  retiredTitle: 'Stillgelegt',
  retiredWhy: 'Wird in Gesprächen nicht mehr angeboten. Was ihnen zugeordnet war, zählt weiter.',
  undefined: 'Noch nicht beschrieben. Mit einem Satz hier ordnen zwei Leute gleich zu.',
  form: {
    addTitle: 'Thema hinzufügen',
    editTitle: 'Thema bearbeiten',
    name: 'Name',
    nameHint: 'Wenige Worte, die auch Ihre Kunden so verstehen.',
    category: 'Kategorie',
    definition: 'Was damit gemeint ist',
    definitionHint: 'Ein Satz, damit zwei Leute gleich zuordnen.',
    parent: 'Teil von',
    noParent: 'Keinem anderen Thema',
    parentHint: 'Die Kategorie kommt von dem Thema, zu dem es gehört.',
    owner: 'Zuständig',
    ownerHint: (above: string) => `Eine Person oder ein Team. Leer: ${above}.`,
    trigger: 'Was es ausgelöst haben könnte',
    triggerHint: 'Ein Verdacht für die nächsten Gespräche: „der Wechsel zum gemeinsamen Support im März“.',
    save: 'Thema speichern',
    create: 'Thema hinzufügen',
    cancel: 'Abbrechen',
  },
  pickForm: {
    search: 'Thema suchen',
    none: 'Kein anderes Thema passt.',
    cancel: 'Abbrechen',
  },
  mergeForm: {
    title: (name: string) => `„${name}“ mit einem anderen Thema zusammenführen`,
    titleMany: (n: number) => `${themes(n)} zu einem zusammenführen`,
    search: 'Thema suchen, das bleibt',
    list: 'Thema, das bleibt',
    pick: 'Wählen Sie das Thema, das bleibt.',
    what: (calls: number, from: string, into: string) =>
      calls === 0
        ? `Was von nun an „${from}“ zugeordnet wird, zählt für „${into}“. Keine Notiz ändert sich, und Sie können es jederzeit zurücknehmen.`
        : `${countOf(calls, 'Gespräch', 'Gespräche')} zu „${from}“ ${calls === 1 ? 'zählt' : 'zählen'} dann für „${into}“. Keine Notiz ändert sich, und Sie können es jederzeit zurücknehmen.`,
    whatMany: (n: number, into: string) =>
      `${themes(n)} zählen dann für „${into}“. Keine Notiz ändert sich, und Sie können es jederzeit zurücknehmen.`,
    go: (into: string) => (into ? `Mit „${into}“ zusammenführen` : 'Zusammenführen'),
  },
  nestForm: {
    title: (name: string) => `„${name}“ einem anderen Thema unterordnen`,
    titleMany: (n: number) => `${themes(n)} einem anderen unterordnen`,
    search: 'Größeres Thema suchen',
    list: 'Größeres Thema',
    pick: 'Wählen Sie das größere Thema.',
    top: 'Keines: auf die oberste Ebene',
    what: (into: string) =>
      `Es wird mit seinen eigenen Teilen ein Teil von „${into}“ und übernimmt dessen Kategorie.`,
    whatTop: 'Es steht mit seinen Teilen auf der obersten Ebene.',
    go: (into: string) => (into ? `„${into}“ unterordnen` : 'Auf die oberste Ebene stellen'),
  },
  ownerForm: {
    title: (name: string) => `Wer für „${name}“ zuständig ist`,
    titleMany: (n: number) => `Wer für ${themes(n)} zuständig ist`,
    label: 'Zuständig',
    hint: `Eine Person oder ein Team, höchstens ${longestOwner} Zeichen. Leer: wer für das Thema darüber oder für die Kategorie zuständig ist.`,
    hintCategory: (usual: string) => `Eine Person oder ein Team. Leer: ${usual}, wie üblich.`,
    save: 'Zuständigkeit speichern',
    cancel: 'Abbrechen',
  },
  splitForm: {
    title: (name: string) => `„${name}“ aufteilen`,
    why: 'Wählen Sie die Notizen, die von etwas Eigenem handeln. Sie kommen zum neuen Thema, die anderen bleiben.',
    loading: 'Notizen werden gesammelt',
    empty: (name: string) =>
      `„${name}“ ist noch nichts zugeordnet, deshalb gibt es nichts aufzuteilen. Fügen Sie stattdessen ein Thema hinzu.`,
    name: 'Name des neuen Themas',
    search: 'Notiz suchen',
    list: 'Notizen für das neue Thema',
    all: 'Alle sichtbaren auswählen',
    nothing: 'Keine Notiz passt.',
    chosen: (k: number, n: number, calls: number) =>
      k === 0
        ? `Keine von ${notes(n)} ausgewählt.`
        : `${wholeOf(k)} von ${notes(n)} ausgewählt, aus ${countOf(calls, 'Gespräch', 'Gesprächen')}.`,
    pick: 'Wählen Sie mindestens eine Notiz.',
    go: (k: number) => (k === 0 ? 'Aufteilen' : `${notes(k)} verschieben`),
    moving: 'Notizen werden verschoben',
    calls: 'Gesprächen',
    failed:
      'Die Notizen konnten nicht gelesen werden. Nichts wurde geändert. Schließen Sie das Fenster, und versuchen Sie es noch einmal.',
    cancel: 'Abbrechen',
  },
  historyForm: {
    title: 'Was am Codebuch geändert wurde',
    empty: 'Noch nichts. Hier steht jede Änderung und von wem sie ist. Ihre eigenen können Sie zurücknehmen.',
    takeBack: 'Zurücknehmen',
    takenBack: 'zurückgenommen',
    bound: (n: number) => `Die letzten ${wholeOf(n)} Änderungen bleiben erhalten.`,
    somebody: 'Jemand',
    you: 'Sie',
    by: (who: string) => `${who}:`,
    close: 'Schließen',
  },
  page: {
    back: 'Alle Themen',
    gone: {
      title: 'Dieses Thema ist nicht im Codebuch',
      text: 'Vielleicht wurde es auf einem anderen Gerät angelegt, das noch nicht abgeglichen ist.',
    },
    partOf: 'Teil von',
    parts: 'Teile',
    category: 'Kategorie',
    owner: 'Zuständig',
    trigger: 'Möglicher Auslöser',
    noTrigger: 'Noch kein Verdacht',
    merged: 'Umfasst auch',
    said: 'Was notiert wurde',
    noneSaid: 'In diesem Zyklus ist ihm noch nichts zugeordnet.',
    showAll: (n: number) => `Alle ${wholeOf(n)} zeigen`,
    openCall: 'Gespräch öffnen',
    unquotable: 'nicht zu zitieren',
    measures: 'Kennzahlen vorher und nachher',
    measuresWhy: 'Eine Kennzahl aus Ihrem Betrieb, die sich mit diesem Treiber verändert hat.',
    addMeasure: 'Kennzahl hinzufügen',
    rivals: 'Wettbewerber',
    rivalsWhy: 'Wer bei diesem Thema genannt wird, und wie weit es bei jeder Firma ging.',
    addRival: 'Wettbewerber hinzufügen',
    changes: 'Was daran geändert wurde',
    retired: 'Stillgelegt: wird in Gesprächen nicht mehr angeboten.',
    takenBack: 'Zurückgenommen: wird nicht mehr angeboten, aber etwas ist ihm noch zugeordnet.',
  },
  measureForm: {
    add: 'Kennzahl hinzufügen',
    edit: 'Kennzahl bearbeiten',
    what: 'Was gemessen wurde',
    whatHint: 'Zum Beispiel: Antwortzeit.',
    unit: 'Einheit',
    before: 'Vorher',
    after: 'Nachher',
    later: 'nachher',
    since: 'Seit wann',
    sinceThen: (text: string) => `seit wann: ${text}`,
    unknown: 'nicht bekannt',
    save: 'Kennzahl speichern',
    drop: 'Entfernen',
    cancel: 'Abbrechen',
    caption: (name: string) => `Kennzahlen, die sich mit „${name}“ verändert haben`,
  },
  rivalForm: {
    add: 'Wettbewerber hinzufügen',
    edit: (name: string) => `${name} bearbeiten`,
    name: 'Name',
    feature: 'Was dort für Ihre Kunden zählt',
    seen: 'Wie weit es bei jeder Firma ging',
    noCalls: 'Noch kein Gespräch dieses Zyklus nennt dieses Thema.',
    notNamed: 'nicht genannt',
    save: 'Wettbewerber speichern',
    cancel: 'Abbrechen',
    caption: 'Wettbewerber',
    calls: (n: number) => (n === 0 ? 'keinem' : countOf(n, 'Gespräch', 'Gesprächen')),
  },
  standings: { known: 'Bekannt', evaluated: 'Abgewogen', used: 'Im Einsatz' } as const,
  said: {
    added: (name: string) => `„${name}“ ist hinzugefügt.`,
    edited: (name: string) => `„${name}“ ist gespeichert.`,
    merged: (from: string, into: string) => `„${from}“ zählt jetzt für „${into}“.`,
    mergedMany: (n: number, into: string) => `${themes(n)} zählen jetzt für „${into}“.`,
    nested: (name: string, into: string) =>
      into ? `„${name}“ ist jetzt ein Teil von „${into}“.` : `„${name}“ steht jetzt auf der obersten Ebene.`,
    nestedMany: (n: number, into: string) =>
      into ? `${themes(n)} gehören jetzt zu „${into}“.` : `${themes(n)} stehen jetzt auf der obersten Ebene.`,
    movedMany: (n: number, category: string) => `${themes(n)} in die Kategorie „${category}“ verschoben.`,
    retiredMany: (n: number) => `${themes(n)} stillgelegt.`,
    owned: (name: string) => `Zuständigkeit für „${name}“ ist gespeichert.`,
    ownedMany: (n: number) => `Zuständigkeit für ${themes(n)} ist gespeichert.`,
    split: (name: string, moved: number) => `${notes(moved)} zu „${name}“ verschoben.`,
    measured: 'Kennzahl ist gespeichert.',
    unmeasured: 'Kennzahl ist entfernt.',
    rival: (name: string) => `${name} ist gespeichert.`,
    undone: (what: string) => `Zurückgenommen: ${what}.`,
    redone: (what: string) => `Wiederholt: ${what}.`,
    nothingToUndo: 'Es gibt nichts von Ihnen, das sich zurücknehmen lässt.',
    nothingToRedo: 'Es gibt nichts zu wiederholen.',
    redo: 'Wiederholen',
    unmerged: (name: string) => `„${name}“ steht wieder für sich.`,
    retired: (name: string) => `„${name}“ ist stillgelegt.`,
    restored: (name: string) => `„${name}“ ist wieder da.`,
    undo: 'Rückgängig',
  },
  failed: {
    title: 'Das Codebuch konnte nicht geöffnet werden',
    text: 'Notizen und Zuordnungen sind sicher, wo sie sind. Öffnen Sie die Seite noch einmal.',
    again: 'Noch einmal öffnen',
  },
  next: {
    drivers: 'Sehen, was die Wertung bewegt',
    raised: (n: number) => `${countOf(n, 'Thema wurde', 'Themen wurden')} in diesem Zyklus genannt.`,
    raisedWhy: 'Die Treibertabelle folgt jeder Änderung hier sofort.',
    calls: 'Nächstes Gespräch führen',
    none: 'In diesem Zyklus wurde noch kein Thema genannt.',
    noneWhy: 'Im Gespräch wählt # eines davon aus oder benennt ein neues.',
  },
};

/** The finding of the codebook. */
export function finding({ open, raised }: Summary): string {
  if (raised === 0) return `${themes(open)} zum Zuordnen, in diesem Zyklus noch keines genannt.`;
  return `${themes(open)}, in diesem Zyklus davon ${wholeOf(raised)} genannt.`;
}

export function lede({ fresh, unreadable }: Summary): string {
  const parts = [
    'Ein Thema ist ein Treiber mit Namen. Zusammenführen, umbenennen und stilllegen erhält jede Zuordnung und lässt sich zurücknehmen.',
  ];
  if (fresh > 0)
    parts.push(
      `${countOf(fresh, 'Thema wurde', 'Themen wurden')} während eines Gesprächs benannt: Prüfen Sie die Kategorie.`,
    );
  if (unreadable > 0)
    parts.push(
      `${themes(unreadable)} aus einer neueren Version ${unreadable === 1 ? 'lässt' : 'lassen'} sich hier nicht zeigen, nichts davon ist verloren.`,
    );
  return parts.join(' ');
}

export function refusalText(refusal: Refusal, nameOf: (id: string) => string): string {
  switch (refusal.kind) {
    case 'noName':
      return 'Geben Sie einen Namen ein.';
    case 'nameTooLong':
      return `Ein Name hat höchstens ${refusal.most} Zeichen, dieser hat ${refusal.got}.`;
    case 'nameTaken':
      return refusal.retired
        ? `„${nameOf(refusal.by)}“ ist stillgelegt und heißt so. Holen Sie es zurück, oder wählen Sie einen anderen Namen.`
        : `„${nameOf(refusal.by)}“ heißt schon so. Wählen Sie einen anderen Namen, oder führen Sie die beiden zusammen.`;
    case 'unknownTheme':
      return 'Dieses Thema gibt es nicht mehr: Jemand hat es inzwischen zurückgenommen.';
    case 'sameTheme':
      return 'Sie zählen schon als ein Thema.';
    case 'ownPart':
      return 'Ein Thema kann kein Teil von sich selbst oder von seinen eigenen Teilen sein.';
    case 'changedSince':
      return 'Das wurde inzwischen von jemandem geändert und bleibt deshalb, wie es ist.';
    case 'notSaved':
      return 'Dieses Gerät kann gerade nicht speichern, deshalb wurde keine Notiz verschoben. Schaffen Sie Platz, und versuchen Sie es noch einmal.';
    case 'noMeasureName':
      return 'Geben Sie ein, was gemessen wurde.';
    case 'noNumber':
      return `„${refusal.text}“ ist keine Zahl. Geben Sie den Wert ${refusal.field === 'before' ? 'vorher' : 'nachher'} nur in Ziffern ein. Die Einheit hat ein eigenes Feld.`;
    case 'twoNumbers':
      return `„${refusal.text}“ kann man auf zwei Arten lesen. Geben Sie ${refusal.whole} oder ${refusal.decimal.replace('.', ',')} ein.`;
    case 'noRivalName':
      return 'Geben Sie einen Namen ein.';
    case 'rivalKnown': {
      const theme = nameOf(refusal.theme);
      return `${refusal.name} steht schon unter ${theme ? `„${theme}“` : 'einem anderen Thema'}. Bearbeiten Sie es dort.`;
    }
  }
}

const raisedIn = (byBand: ByBand, b: Band): string => `${wholeOf(byBand[b].k)} von ${ofBand(byBand[b].n, b)}`;

/** "14 von 30 Detraktoren, 3 von 10 Passiven"; bands without interviews are left out. */
export function byBandText(byBand: ByBand): string {
  return bands
    .filter((b) => byBand[b].n > 0)
    .map((b) => raisedIn(byBand, b))
    .join(', ');
}

/** The finding of one theme. */
export function themeFinding({ theme, calls, byBand, parts }: Row): string {
  const what = parts.length > 0 ? `„${theme.name}“ und seine Teile kamen` : `„${theme.name}“ kam`;
  if (calls === 0) return `${what} in diesem Zyklus noch nicht zur Sprache.`;
  const raised = bands.filter((b) => byBand[b].k > 0);
  return `${what} bei ${listOf(raised.map((b) => raisedIn(byBand, b)))} zur Sprache.`;
}

/** Who answers for a theme, and why they do. */
export function ownerText({ owner, from }: OwnerReading): string {
  switch (from) {
    case 'theme':
      return owner;
    case 'above':
      return `${owner}, wie für das Thema darüber`;
    case 'category':
      return `${owner}, wie für die Kategorie`;
    case 'usual':
      return `${owner}, wie üblich`;
  }
}

/** Everything about a row that is not its name, for a screen reader: "6 Gespräche, in Umfragen selten gefragt". */
export function aboutRow({ calls, theme }: Row, rare: boolean): string {
  return [words.calls(calls), rare ? words.rare : '', theme.fresh ? words.fresh : '']
    .filter(Boolean)
    .join(', ');
}
