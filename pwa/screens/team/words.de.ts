import { countOf } from '#core/browser/parts/figures.ts';
import { unreachable } from '#core/model/result.ts';
import type { SyncState } from '#core/ports/sync.ts';
import type { TeamRefusal } from '#core/ports/team.ts';

const safe = 'Ihre Arbeit geht weiter und bleibt auf diesem Gerät.';
const serverNewer = `Der Server ist neuer als diese App. ${safe} Laden Sie neu, um die neue Version zu erhalten.`;
const oddAnswer = (said: string) =>
  `Der Server hat auf eine Weise geantwortet, die Sounding nicht versteht (${said}). ${safe}`;

/** What went wrong, what is safe and what to do. */
export function refusalWords(why: TeamRefusal): string {
  switch (why.kind) {
    case 'unreachable':
      return 'Der Server hat nicht geantwortet. Prüfen Sie, ob er läuft, und versuchen Sie es noch einmal.';
    case 'wrongSecret':
      return 'Der Server nimmt diesen Schlüssel nicht an. Kopieren Sie den Einrichtungslink noch einmal von dort, wo Sounding gestartet wurde.';
    case 'tooManyAttempts':
      return 'Der Server hat zu oft falsche Schlüssel bekommen. Warten Sie eine Minute und versuchen Sie es noch einmal.';
    case 'exists':
      return 'Der Server hat diesen Arbeitsbereich schon, geteilt aus einem anderen Browser. Bitten Sie dort um eine Einladung, oder erstellen Sie neue; dann gelten die alten nicht mehr.';
    case 'serverOlder':
      return `Der Server ist älter als diese App. ${safe} Aktualisieren Sie den Server und versuchen Sie es noch einmal.`;
    case 'serverNewer':
      return serverNewer;
    case 'notStored':
      return `Auf dem Server ist kein Platz mehr. ${safe} Schaffen Sie dort Platz und versuchen Sie es noch einmal.`;
    case 'failed':
      return oddAnswer(why.error);
    default:
      return unreachable(why);
  }
}

/** The finding: how this workspace and its server stand. `time` says a moment in the user's words. */
export function standingTitle(state: SyncState): string {
  switch (state.kind) {
    case 'alone':
    case 'connecting':
      return 'Ihr Team wird verbunden';
    case 'offline':
      return state.unsent === 0
        ? 'Keine Verbindung; von Ihnen wartet nichts auf das Senden'
        : `Keine Verbindung; ${countOf(state.unsent, 'Dokument mit Ihren Änderungen wartet', 'Dokumente mit Ihren Änderungen warten')} auf das Senden`;
    case 'behind':
      return state.unsent === 0
        ? 'Neues vom Team wird geholt'
        : `Änderungen in ${countOf(state.unsent, 'Dokument', 'Dokumenten')} werden an das Team gesendet`;
    case 'upToDate':
      return 'Ihr Team hat alles, was Sie haben';
    case 'refused':
      return state.why === 'readOnly'
        ? 'Was Sie ändern, bleibt auf diesem Gerät'
        : 'Dieser Arbeitsbereich wird nicht abgeglichen';
    case 'failed':
      return 'Nicht alles hat Ihr Team erreicht';
    default:
      return unreachable(state);
  }
}

/** What is safe and what to do, in one or two sentences. */
export function standingText(state: SyncState, time: (at: number) => string): string {
  switch (state.kind) {
    case 'alone':
    case 'connecting':
      return 'Die Arbeit geht inzwischen weiter; nichts wartet auf den Server.';
    case 'offline':
      return `${safe} Gesendet wird, sobald der Server erreichbar ist.`;
    case 'behind':
      return 'Eine Änderung gilt als gesendet, sobald der Server sie auf seiner Platte hat.';
    case 'upToDate':
      return `Um ${time(state.at)} hatte der Server alles von Ihnen auf seiner Platte.`;
    case 'refused':
      return refusedText(state.why);
    case 'failed':
      return failedText(state.error);
    default:
      return unreachable(state);
  }
}

function refusedText(why: Extract<SyncState, { kind: 'refused' }>['why']): string {
  switch (why) {
    case 'wrongSecret':
      return `Der Server nimmt diese Einladung nicht mehr an. ${safe} Bitten Sie um einen neuen Link.`;
    case 'serverOlder':
      return `Der Server ist älter als diese App. ${safe} Gesendet wird, sobald der Server aktualisiert ist.`;
    case 'serverNewer':
      return serverNewer;
    case 'readOnly':
      return 'Ihre Einladung gilt zum Lesen: Sie erhalten, was andere ändern, und niemand erhält, was Sie ändern.';
    default:
      return unreachable(why);
  }
}

function failedText(error: string): string {
  switch (error) {
    case 'notStored':
      return `Auf dem Server ist kein Platz mehr. ${safe} Gesendet wird, sobald wieder Platz ist.`;
    case 'tooLarge':
      return `Ein Dokument ist größer, als der Server annimmt. ${safe} Alles andere ist gesendet.`;
    case 'undecodable':
      return `Der Server kann ein Dokument nicht lesen. ${safe} Alles andere ist gesendet. Speichern Sie in den Einstellungen eine Sicherung.`;
    default:
      return oddAnswer(error);
  }
}

export const words = {
  opening: 'Wird geöffnet',
  alone: {
    title: 'Sie arbeiten hier allein',
    lede: 'Alles liegt in diesem Browser. Teilen Sie es über einen eigenen Server, sehen alle im Team dieselben Umfragen, Interviews und Themen und können auch ohne Netz weiterarbeiten.',
  },
  share: {
    title: 'Diesen Arbeitsbereich teilen',
    label: 'Einrichtungslink',
    hint: 'Sounding gibt ihn dort aus, wo es gestartet wurde. Er bleibt zwischen Ihnen und diesem Server.',
    given: 'Der Einrichtungslink wurde gelesen und aus der Adresszeile entfernt.',
    missing: 'Fügen Sie zuerst den Einrichtungslink ein.',
    unfit: 'Das ist kein Einrichtungslink: Er endet auf „#key=“ und einen Schlüssel.',
    act: 'Arbeitsbereich teilen',
    next: 'Alles in diesem Arbeitsbereich geht an den Server, und Sie bekommen Links, um andere einzuladen.',
    doing: 'Wird geteilt',
  },
  invite: {
    title: 'Einladen',
    warning:
      'Wer einen Link hat, kommt hinein. Senden Sie ihn so, wie Sie ein Passwort senden würden; er öffnet sich unter der Adresse dieses Servers.',
    member: 'Zum Mitarbeiten',
    reader: 'Nur zum Lesen',
    copy: 'Link kopieren',
    copied: 'Der Link ist kopiert.',
    notCopied: 'Der Browser lässt Sounding nicht kopieren. Der Link ist markiert: Kopieren Sie ihn von Hand.',
    unknown: 'Dieser Browser kennt den Link nicht. Wer den Arbeitsbereich geteilt hat, hat ihn.',
    readerAlone:
      'Ihre Einladung gilt zum Lesen. Wer den Arbeitsbereich geteilt hat, kann weitere Personen einladen.',
  },
  renew: {
    title: 'Wenn ein Link in falsche Hände kam',
    text: 'Neue Einladungen beenden die alten sofort, auch für alle, die schon dabei sind: Zum Abgleichen brauchen sie den neuen Link. Was sie auf ihren Geräten haben, bleibt dort.',
    act: 'Neue Einladungen erstellen',
    doing: 'Neue Einladungen werden erstellt',
  },
  you: {
    title: 'Sie',
    label: 'Ihr Name',
    hint: 'Steht bei Ihren Notizen und bei den Personen, die Sie übernehmen.',
    kept: (name: string) => (name ? `Ihr Name ist jetzt ${name}.` : 'Ihr Name ist entfernt.'),
  },
  tryNow: 'Jetzt noch einmal versuchen',
};
