import { countOf, dayOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import { momentOf } from '#core/browser/parts/moment.ts';
import { type AreaProgress, areaNames, areas, type ProbeKind } from '#core/guide/index.ts';
import { unreachable } from '#core/model/result.ts';
import type { InterviewHead, Valence } from '#core/notes/index.ts';
import type { Present } from '#core/ports/presence.ts';
import type { SaveState } from '#core/ports/replica.ts';
import type { SyncState } from '#core/ports/sync.ts';
import type { Told } from './capture.ts';
import type { NoteView } from './noteView.ts';

export { longNote, usedShort } from './words.en.ts';

export const words = {
  back: 'Interviews',
  opening: 'Das Gespräch wird geöffnet',
  end: 'Gespräch beenden',
  endBrief: 'Beenden',
  keys: 'Tasten',
  areas: 'Bereiche des Leitfadens',
  areaBrief: {
    scoreDrivers: 'Gründe',
    experience: 'Erlebnis',
    competition: 'Rivalen',
    priorities: 'Wünsche',
  },
  minutes: 'min',
  notes: 'Notizen',
  newest: 'neueste zuletzt',
  noNotes: 'Was Sie unten tippen, steht hier, mit der Sekunde, in der es gesagt wurde.',
  noteCount: (n: number) => countOf(n, 'Notiz', 'Notizen'),
  untagged: 'ohne Thema, für nach dem Gespräch',
  fresh: 'neu',
  edit: (time: string) => `Notiz bei ${time} bearbeiten`,
  drag: 'Drücken zum Bearbeiten, ziehen zum Verschieben',
  somebody: 'jemand anderes',
  showAll: (length: number) => `Alle ${wholeOf(length)} Zeichen zeigen`,
  pause: 'Gespräch anhalten',
  paused: 'angehalten',
  question: (number: number, of: number) => `Frage ${number} von ${of}`,
  answered: (day: string) => `geantwortet am ${dayOf(day)}`,
  led: {
    by: (name: string) =>
      `${name || 'Jemand anderes'} führt dieses Gespräch. Auch Sie können Notizen machen.`,
    takeOver: 'Hier übernehmen',
    follow: (name: string) => (name ? `Zurück zu ${name}` : 'Zurück zur Stelle des Gesprächs'),
    paused: 'Angehalten. Die Zeit steht, Notizen gehen weiter.',
    resume: 'Weiter',
    watching: 'Sie sehen zu. Frage und Notizen folgen dem Gespräch.',
  },
  acts: {
    title: 'Diese Notiz',
    up: { name: '↑', says: 'Nach oben verschieben', keys: 'Alt ↑' },
    down: { name: '↓', says: 'Nach unten verschieben', keys: 'Alt ↓' },
    split: { name: 'Teilen', says: 'An der Schreibmarke aufteilen', keys: 'Shift Enter' },
    join: { name: 'Verbinden', says: 'Mit der Notiz davor verbinden', keys: 'Alt Shift ↑' },
    remove: { name: 'Löschen', says: 'Notiz löschen', keys: '' },
  },
  who: 'Wer das ist',
  upNext: 'Danach:',
  tests: (why: string) => `Zu prüfen, nicht zu sagen: ${why}`,
  next: 'Nächste Frage',
  previous: 'Frage davor',
  allAsked: 'Jede Frage war zu sehen. Gehen Sie zu einer zurück oder beenden Sie das Gespräch.',
  segments: 'Segmente',
  worth: 'Umsatz',
  worthOf: (revenue: number) => `${wholeOf(revenue)} im Jahr`,
  phone: 'Telefon',
  contact: 'E-Mail',
  before: 'Interviews',
  noneBefore: 'Vor diesem keines.',
  chosen: 'Grund',
  plan: 'Plan',
  consent: 'Einwilligung',
  change: 'Ändern',
  noComment: 'Kein Kommentar.',
  line: {
    place: 'Schreibzeile',
    label: 'Notiz',
    hint: 'Tippen Sie, was Sie hören. Enter behält es.',
    editing: (time: string) => `Notiz bei ${time} in Arbeit.`,
    watching: 'Sie sehen diesem Gespräch zu. Notizen und Themen erscheinen, wie sie entstehen.',
    asked: 'gefragt',
    ours: 'aus dem Team',
    theirs: 'bei der Firma',
    themes: 'Themen',
    new: 'neues Thema',
    retired: 'stillgelegt, kommt zurück',
    take: 'nimmt es',
  },
  grammar: [
    { mark: '„', means: 'Wortlaut' },
    { mark: '#', means: 'Thema' },
    { mark: '! !! !!!', means: 'Schwere' },
    { mark: '+ −', means: 'positiv, negativ' },
  ],
  suggested: {
    ask: 'Thema?',
    heard: (names: readonly string[]) =>
      `Vorgeschlagen: ${listOf(names)}. Tab nimmt ${names.length > 1 ? 'das erste' : 'es'}.`,
    taken: (name: string) => `${name} kommt an diese Notiz.`,
  },
  grammarWide: [
    { mark: '@', means: 'Person, Wettbewerber' },
    { mark: '/', means: 'Frage' },
    { mark: '?', means: 'alle Tasten' },
  ],
  reading: 'Behalten als',
  theirWords: 'Wortlaut',
  ask: {
    title: 'Bevor Sie beginnen: Was dürfen Sie behalten?',
    say: 'Sagen Sie mit eigenen Worten: Ich mache Notizen, während wir sprechen. Darf ich das Gespräch aufnehmen, dürfen wir Sie zitieren, und dürfen wir noch einmal auf Sie zukommen?',
    record: 'Gespräch aufnehmen',
    quote: 'Zitieren',
    contact: 'Erneut kontaktieren',
    yes: 'Ja',
    no: 'Nein',
    quotes: { no: 'Nein', withoutName: 'Ohne Namen', withName: 'Mit Namen' },
    go: 'Antworten behalten',
    later: 'Später fragen',
  },
  after: {
    title: 'Was das Gespräch ergab',
    whatSaid: 'Was zur Sprache kam',
    nothing: 'Noch ist kein Thema zugeordnet.',
    areas: 'Bereiche',
    notCovered: 'keine Notiz',
    later: 'Noch ohne Thema',
    laterWhy:
      'Eine Ziffer ordnet der Notiz ein Thema zu und bringt die nächste; die ersten drei passen am besten. 0 oder → überspringt sie, ← geht zurück, Ctrl Z nimmt das letzte Thema zurück, Enter öffnet die Notiz in der Zeile.',
    of: (n: number, all: number) => (all === 1 ? 'die letzte' : `${n} von ${all} offenen`),
    skip: 'Überspringen',
    taken: 'Letztes Thema zurücknehmen',
    said: 'Was gesagt wurde, nach Bereichen',
    show: (n: number) => countOf(n, 'Notiz', 'Notizen'),
    done: 'Jede Notiz hat ein Thema.',
    noneTyped: 'In diesem Interview gibt es keine Notizen.',
    reopen: 'Gespräch wieder aufnehmen',
    leave: 'Zurück zu den Interviews',
    consent: 'Nach der Einwilligung wurde noch nicht gefragt.',
    askNow: 'Jetzt fragen',
    held: 'zählt als geführt',
    choices: 'Themen nach Nummer',
    previous: 'Notiz davor',
    next: 'Nächste Notiz',
  },
  missing: {
    title: 'Dieses Interview ist nicht auf diesem Gerät',
    text: 'Vielleicht ist es vom Server noch unterwegs, oder es wurde auf einem anderen Gerät begonnen, das nicht verbunden ist.',
    action: 'Zurück zu den Interviews',
  },
  failed: {
    title: 'Dieses Interview ließ sich nicht öffnen',
    text: 'Der Browser hat Sounding seinen Speicher nicht gegeben. Es wurde nichts geändert. Schließen Sie andere Fenster von Sounding und öffnen Sie das Gespräch noch einmal.',
  },
};

export const probeWords: Record<ProbeKind, string> = {
  wait: 'warten',
  echo: 'Echo',
  expand: 'vertiefen',
  explain: 'erklären lassen',
  playBack: 'wiedergeben',
  ladder: 'Leiter',
};

export const keyList: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['Enter'], does: 'Die Zeile als Notiz behalten' },
  {
    keys: ['Tab'],
    does: 'Nehmen, was angeboten oder vorgeschlagen ist: ein Thema, eine Person, eine Frage; Pfeiltasten wählen anderes',
  },
  { keys: ['#'], does: 'Die Liste der Themen, vorgeschlagene zuerst' },
  { keys: ['Ctrl Enter', 'Page down'], does: 'Nächste Frage' },
  { keys: ['Ctrl Shift Enter', 'Page up'], does: 'Frage davor' },
  { keys: ['Ctrl Shift 1', '2', '3', '4'], does: 'Zu einem Bereich des Leitfadens' },
  { keys: ['↑'], does: 'In leerer Zeile: die letzte Notiz bearbeiten, noch einmal für die davor' },
  { keys: ['Esc'], does: 'Eine Notiz lassen, wie sie war; ein Angebot schließen' },
  { keys: ['Alt ↑', '↓'], does: 'Die bearbeitete oder die letzte Notiz nach oben oder unten verschieben' },
  { keys: ['Shift Enter'], does: 'Beim Bearbeiten: die Notiz an der Schreibmarke aufteilen' },
  { keys: ['Alt Shift ↑'], does: 'Beim Bearbeiten: die Notiz mit der davor verbinden' },
  {
    keys: ['Ctrl Z'],
    does: 'In leerer Zeile: rückgängig machen, was Sie zuletzt an den Notizen taten, Schritt für Schritt',
  },
  { keys: ['Ctrl Shift Z'], does: 'Es wiederherstellen' },
  {
    keys: ['Ctrl Shift Space'],
    does: 'Das Gespräch anhalten und fortsetzen; übernehmen, wenn jemand anderes es führt',
  },
  { keys: ['?'], does: 'In leerer Zeile: diese Liste' },
  { keys: ['Ctrl K'], does: 'Alles beim Namen, auch das Beenden des Gesprächs' },
];

export const grammarList: readonly { write: string; means: string }[] = [
  { write: '"das machen wir von Hand', means: 'Was jemand wörtlich gesagt hat' },
  {
    write: '#preis  #zeit-bis-nutzen',
    means: 'Ein Thema; mehrere Wörter mit Bindestrich. Ein unbekannter Name legt ein neues an',
  },
  { write: '!  !!  !!!', means: 'Schwere gering, mittel, hoch, am Ende der Zeile' },
  { write: '#preis!!  #tempo!', means: 'Direkt am Thema: die Schwere dieses Themas allein' },
  { write: '+  -', means: 'Positiv oder negativ für die Firma, am Ende der Zeile' },
  {
    write: '@Tom-Reyes',
    means:
      'Eine Person: aus der Firma oder aus Ihrem Team; oder ein Wettbewerber. Tab macht einen neuen Namen dazu',
  },
  {
    write: '/gewicht',
    means: 'Zur Frage oder Nachfrage mit diesem Wort; beim Bearbeiten ordnet es die Notiz dort ein',
  },
  { write: '#preis !!', means: 'Zeichen allein kommen an Ihre letzte Notiz' },
  { write: '\\#  \\@  \\!  \\"', means: 'Ein Backslash macht ein Zeichen zu einfachem Text' },
];

/** "Tom schreibt bei: Wettbewerb. Mara sieht zu."; short: "Tom schreibt. Mara." At most two are named. */
export function hereWords(others: readonly Present[], how: 'long' | 'short' = 'long'): string {
  const sentences = others.slice(0, 2).map((one) => {
    const name = one.name || 'Jemand anderes';
    if (one.watches) return how === 'long' ? `${name} sieht zu.` : `${name}.`;
    const area = areas.find((a) => a === one.area);
    if (how === 'short') return one.typing ? `${name} schreibt.` : `${name}.`;
    const where = area ? ` bei „${areaNames[area]}“` : '';
    return one.typing ? `${name} schreibt${where}.` : `${name} ist${where || ' hier'}.`;
  });
  const more = others.length > 2 ? [`${wholeOf(others.length - 2)} weitere.`] : [];
  return [...sentences, ...more].join(' ');
}

const minutes = (seconds: number) => wholeOf(Math.floor(seconds / 60));

export const usedOf = ({ used, planned }: AreaProgress): string =>
  `${minutes(used)} von ${minutes(planned)} min`;

/** What the tick of an area says, for those who do not see it. */
export const areaWords = ({ notes }: AreaProgress): string =>
  notes === 0 ? 'noch keine Notiz' : words.noteCount(notes);

const lost: Record<Extract<SaveState, { kind: 'onlyInMemory' }>['why'], string> = {
  quota: 'Dieses Gerät ist voll',
  blocked: 'Ein anderes Fenster hält den Speicher besetzt',
  closed: 'Der Browser hat den Speicher geschlossen',
  unavailable: 'Dieser Browser gibt keinen Speicher',
  failed: 'Der Speicher hat das Schreiben verweigert',
};

/** What is true of the notes on this device. */
export function saveWords(save: SaveState, notes: number): string {
  switch (save.kind) {
    case 'saved':
      return notes === 0 ? 'Hier gespeichert.' : `${words.noteCount(notes)} hier gespeichert.`;
    case 'saving':
      return 'Wird gespeichert.';
    case 'onlyInMemory':
      return `Nur im Arbeitsspeicher: ${lost[save.why]}. Lassen Sie dieses Fenster offen.`;
    default:
      return unreachable(save);
  }
}

/** Without a number: the link counts documents, of this call and of others. */
const waiting = (unsent: number) => (unsent > 0 ? ' Ihre Änderungen warten auf den Abgleich.' : '');

/** What is true of the server; empty when there is none. */
export function syncWords(sync: SyncState): string {
  switch (sync.kind) {
    case 'alone':
      return '';
    case 'offline':
      return `Kein Netz.${waiting(sync.unsent)}`;
    case 'connecting':
      return `Wird verbunden.${waiting(sync.unsent)}`;
    case 'behind':
      return `Wird abgeglichen.${waiting(sync.unsent)}`;
    case 'upToDate':
      return 'Abgeglichen.';
    case 'refused':
    case 'failed':
      return 'Nicht abgeglichen: Der Server lehnt ab. Ihre Notizen bleiben hier.';
    default:
      return unreachable(sync);
  }
}

export const valenceWords: Record<Valence, string> = { good: 'positiv', bad: 'negativ', none: '' };

/** "Aufnahme erlaubt. Zitieren ohne Namen. Kein weiterer Kontakt." */
export function consentWords(head: InterviewHead): string {
  if (!head.consentAsked) return 'Noch nicht gefragt.';
  const quote = { no: 'Keine Zitate', withoutName: 'Zitieren ohne Namen', withName: 'Zitieren mit Namen' };
  return [
    head.consentRecord ? 'Aufnahme erlaubt.' : 'Keine Aufnahme.',
    `${quote[head.consentQuote]}.`,
    head.consentContact ? 'Kontakt erlaubt.' : 'Kein weiterer Kontakt.',
  ].join(' ');
}

export function pastWords(past: readonly { startedAt: number }[]): string {
  if (past.length === 0) return words.noneBefore;
  const last = dayOf(momentOf(past[0]?.startedAt ?? 0).day);
  return past.length === 1
    ? `Eines davor, am ${last}.`
    : `${wholeOf(past.length)} davor, das letzte am ${last}.`;
}

/** What came of the last thing done, in words; empty when there is nothing to say. */
export function toldWords({ what }: Told): string {
  switch (what) {
    case 'kept':
      return 'Notiz behalten.';
    case 'tagged':
      return 'Letzte Notiz ergänzt.';
    case 'edited':
      return 'Notiz geändert.';
    case 'removed':
      return 'Notiz entfernt. Ctrl Z bringt sie zurück.';
    case 'stays':
      return 'Jemand anderes hat sie inzwischen umformuliert, darum bleibt sie.';
    case 'split':
      return 'In zwei geteilt.';
    case 'joined':
      return 'Mit der Notiz davor verbunden.';
    case 'moved':
      return 'Verschoben.';
    case 'filed':
      return 'Unter dieser Frage eingeordnet.';
    case 'undone':
      return 'Rückgängig gemacht. Ctrl Shift Z stellt es wieder her.';
    case 'redone':
      return 'Wiederhergestellt.';
    case 'theirs':
      return 'Jemand anderes hat es inzwischen geändert, darum bleibt es. Ctrl Z geht weiter zu dem, was Sie davor taten.';
    case 'noneYet':
      return 'Noch keine Notiz von Ihnen. Schreiben Sie dazu, was Sie gehört haben.';
    case 'noneLeft':
      return 'Von Ihnen gibt es nichts mehr rückgängig zu machen.';
    case 'went':
    case 'nothing':
    case 'notYet':
      return '';
    default:
      return unreachable(what);
  }
}

/** The finding of a call that is over. */
export function summaryOf(
  seconds: number,
  notes: readonly NoteView[],
  areas: readonly AreaProgress[],
): string {
  const long =
    seconds < 90
      ? countOf(seconds, 'Sekunde', 'Sekunden')
      : countOf(Math.round(seconds / 60), 'Minute', 'Minuten');
  const covered = areas.filter((a) => a.covered).length;
  const all =
    covered === areas.length
      ? 'alle vier Bereiche besprochen'
      : `${wholeOf(covered)} von ${areas.length} Bereichen besprochen`;
  return `${long}, ${words.noteCount(notes.length)}, ${all}.`;
}

/** What the summary's finding means for what comes next. */
export function summaryNext(untagged: number, areas: readonly AreaProgress[]): string {
  const open = areas.filter((a) => !a.covered).map((a) => `„${areaNames[a.area]}“`);
  const missing = open.length > 0 ? `Keine Notiz gibt es zu ${listOf(open)}. ` : '';
  if (untagged === 0) return `${missing}Jede Notiz hat ein Thema und zählt in der Treibertabelle.`;
  return `${missing}${untagged === 1 ? '1 Notiz ist' : `${wholeOf(untagged)} Notizen sind`} noch ohne Thema und ${untagged === 1 ? 'zählt' : 'zählen'} für keines.`;
}
