import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import { unreachable } from '#core/model/result.ts';
import type { SaveState } from '#core/ports/replica.ts';
import type { SyncState } from '#core/ports/sync.ts';

export const words = {
  app: 'Sounding',
  screens: {
    start: 'Start',
    survey: 'Umfrage',
    segments: 'Segmente',
    people: 'Personen',
    interviews: 'Interviews',
    transcript: 'Transkript',
    guide: 'Leitfaden',
    call: 'Gespräch',
    themes: 'Themen',
    drivers: 'Treiber',
    evidence: 'Belege',
    code: 'Interview codieren',
    quarter: 'Quartal',
    team: 'Team',
    join: 'Einem Arbeitsbereich beitreten',
    settings: 'Einstellungen',
  },
  units: {
    answers: 'Antworten',
    dimensions: (count: number) => (count === 1 ? 'Dimension' : 'Dimensionen'),
    dimensionsShown: 'Dim.',
    people: 'ausgewählte Personen',
    interviews: 'Interviews',
    themes: 'genannte Themen',
    drivers: 'Treiber',
  },
  skip: 'Zum Inhalt springen',
  method: 'Die Methode',
  find: 'Suchen oder ausführen',
  findKeys: 'Ctrl K',
  findKeysMac: '⌘ K',
  findHint: 'Ansicht, Segment, Person oder Aktion',
  findNothing: (text: string) => `Hier heißt nichts „${text}“.`,
  kinds: {
    screen: 'Ansicht',
    cycle: 'Zyklus',
    segments: 'Segmente',
    segment: 'Segment',
    person: (company: string) => (company ? `Person, ${company}` : 'Person'),
  },
  cycle: 'Zyklus',
  switchTo: (cycle: string) => `Zu ${cycle} wechseln`,
  noCycle: 'Noch keine Umfrage',
  newWave: 'Neue Umfrage einlesen',
  inventedCycle: 'erfunden',
  week: (week: number) => (week > 12 ? 'nach Woche 12' : `Woche ${week} von 12`),
  menu: 'Alle Ansichten',
  stageOf: (at: number, all: number) => `${at} von ${all}`,
  newVersion: 'Eine neue Version ist bereit.',
  reload: 'Neu laden',
  reloadNewer: 'Neue Version laden',
  later: 'Später',
  readAgain: (done: number, all: number) =>
    `Die Zahlen werden auf den neuen Stand gebracht: ${wholeOf(done)} von ${wholeOf(all)} Interviews gelesen. Sie können weiterarbeiten.`,
  standing: 'Der Stand der Dinge',
  invented: (name: string) => `${name} ist eine erfundene Firma: Alle Namen und Zahlen hier sind ausgedacht.`,
  removeInvented: 'Entfernen',
  notInvented: {
    quota: 'Für die erfundene Firma ist auf diesem Gerät kein Platz. An Ihren Daten wurde nichts geändert.',
    unavailable:
      'Dieser Browser gibt Sounding keinen Speicher, wie es private Fenster tun. Die erfundene Firma kann so nicht einziehen.',
    damaged:
      'Die erfundene Firma ließ sich nicht so schreiben, wie sie sein soll. Versuchen Sie es noch einmal.',
  },
  removedInvented: 'Die erfundene Firma ist weg. An Ihren Daten wurde nichts geändert.',
  lost: {
    title: 'Unter dieser Adresse ist nichts',
    text: 'Der Link gehört vielleicht zu einem anderen Arbeitsbereich, oder er enthält einen Tippfehler.',
    home: 'Zum Start',
  },
  broken: {
    title: 'Diese Ansicht funktioniert gerade nicht',
    text: 'Was Sie getippt und eingelesen haben, ist auf diesem Gerät sicher. Der Fehler liegt bei uns, nicht bei Ihnen.',
    again: 'Ansicht neu öffnen',
    detail: 'Was geschah, für die Fehlersuche',
  },
  unreachable: {
    title: 'Diese Ansicht ließ sich nicht laden',
    text: 'Entweder fehlt das Netz, oder eine neuere Version von Sounding ist inzwischen da. Ihre Arbeit ist auf diesem Gerät sicher.',
    again: 'Noch einmal versuchen',
  },
  loading: 'Wird geöffnet',
};

const lost: Record<Extract<SaveState, { kind: 'onlyInMemory' }>['why'], string> = {
  quota: 'Dieses Gerät ist voll.',
  blocked: 'Ein anderer Tab hält den Speicher besetzt.',
  closed: 'Der Browser hat den Speicher geschlossen.',
  unavailable: 'Dieser Browser gibt Sounding keinen Speicher, wie es private Fenster tun.',
  failed: 'Der Speicher hat das Schreiben verweigert.',
};

/** What the top bar says about this device, in a few words. */
export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return 'Auf diesem Gerät gespeichert.';
    case 'saving':
      return 'Wird auf diesem Gerät gespeichert.';
    case 'onlyInMemory':
      return 'Nicht gespeichert.';
    default:
      return unreachable(state);
  }
}

/** What happened, what is safe and what to do, when an edit is not on disk; empty when all is well. */
export function saveTrouble(state: SaveState): string {
  if (state.kind !== 'onlyInMemory') return '';
  const many = state.waiting > 0 ? countOf(state.waiting, 'Änderung', 'Änderungen') : 'Änderungen';
  const held = `${many} ${state.waiting === 1 ? 'liegt' : 'liegen'} nur in diesem Fenster.`;
  return `${lost[state.why]} ${held} Lassen Sie es offen und speichern Sie in den Einstellungen eine Sicherung.`;
}

const waiting = (n: number) =>
  n > 0 ? ` ${countOf(n, 'Dokument wartet', 'Dokumente warten')} auf das Senden.` : '';

/** What the top bar says about the server; nothing when the workspace lives on this device alone. */
export function syncWords(state: SyncState, clock: (at: number) => string): string {
  switch (state.kind) {
    case 'alone':
      return '';
    case 'offline':
      return `Keine Verbindung.${waiting(state.unsent)}`;
    case 'connecting':
      return `Wird verbunden.${waiting(state.unsent)}`;
    case 'behind':
      return `Wird abgeglichen.${waiting(state.unsent)}`;
    case 'upToDate':
      return `Abgeglichen um ${clock(state.at)}.`;
    case 'refused':
    case 'failed':
      return 'Nicht abgeglichen.';
    default:
      return unreachable(state);
  }
}

const failures: Readonly<Record<string, string>> = {
  notStored: 'Auf dem Server ist kein Platz mehr. Was wartet, wird gesendet, sobald wieder Platz ist.',
  tooLarge: 'Ein Dokument ist größer, als der Server annimmt. Alles andere ist gesendet.',
  undecodable: 'Der Server kann ein Dokument nicht lesen. Alles andere ist gesendet.',
  notLoaded:
    'Der Teil von Sounding, der mit dem Server spricht, ließ sich nicht laden. Laden Sie neu, sobald ein Netz da ist.',
};
const oddAnswer = (said: string) =>
  `Der Server hat auf eine Weise geantwortet, die Sounding nicht versteht (${said}).`;

/** Why the server and this device do not talk, when that will not pass by itself; empty otherwise. */
export function syncTrouble(state: SyncState): string {
  const safe = 'Hier geht die Arbeit weiter und bleibt auf diesem Gerät.';
  if (state.kind === 'failed') return `${failures[state.error] ?? oddAnswer(state.error)} ${safe}`;
  if (state.kind !== 'refused') return '';
  switch (state.why) {
    case 'wrongSecret':
      return `Der Server nimmt diese Einladung nicht mehr an. ${safe} Bitten Sie um einen neuen Link.`;
    case 'serverOlder':
      return `Der Server ist älter als diese App. ${safe} Abgeglichen wird, sobald der Server aktualisiert ist.`;
    case 'serverNewer':
      return `Der Server ist neuer als diese App. ${safe} Laden Sie neu, um die neue Version zu erhalten.`;
    case 'readOnly':
      return `Sie dürfen diesen Arbeitsbereich lesen, aber nicht ändern. ${safe}`;
    default:
      return unreachable(state.why);
  }
}
