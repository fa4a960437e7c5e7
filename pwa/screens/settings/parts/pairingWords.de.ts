import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { OverlayHolds, OverlayState, PairRefusal } from '#core/ports/overlay.ts';

const clock = new Intl.DateTimeFormat('de-DE', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

function holding(holds: OverlayHolds | null): string {
  if (!holds || holds.waves === 0) return 'Sie hat, was dieses Gerät hat: noch keine Umfrage.';
  const waves = countOf(holds.waves, 'Umfrage', 'Umfragen');
  const answers = countOf(holds.answers, 'Antwort', 'Antworten');
  const people = countOf(holds.interviewed, 'interviewte Person', 'interviewte Personen');
  return `Sie hat, was dieses Gerät hat: ${waves} mit ${answers} und ${people}, Stand ${clock.format(holds.asOf)}.`;
}

/** What the user reads about pairing with the browser extension. */
export const pairingWords = {
  title: 'Browser-Erweiterung',
  what: 'Zeigt neben einem Eintrag in Ihrem CRM die Wertung dieser Person und was sie Ihnen gesagt hat. Sie hält in diesem Browser eine eigene Kopie; ein Server ist nicht beteiligt.',
  label: 'Kopplungscode',
  hint: 'Öffnen Sie die Optionen der Sounding-Erweiterung, lassen Sie einen Code anzeigen und tippen Sie ihn hier ein.',
  pair: 'Mit der Erweiterung koppeln',
  paired: 'Gekoppelt. Die Erweiterung wird gefüllt.',
  unpair: 'Kopplung lösen und Erweiterung leeren',
  unpaired: 'Die Kopplung ist gelöst. Die Erweiterung hat gelöscht, was sie hatte, falls sie erreichbar war.',

  state(state: OverlayState): string {
    switch (state.kind) {
      case 'looking':
        return 'Die Erweiterung wird gesucht.';
      case 'noExtension':
        return state.paired
          ? 'Gekoppelt, aber die Erweiterung antwortet nicht: Vielleicht ist sie ausgeschaltet. Sie wird von selbst wieder gerufen.'
          : 'In diesem Browser antwortet keine Erweiterung. Installieren Sie sie in Chromium, Chrome oder Edge und laden Sie diese Seite neu.';
      case 'notPaired':
        return '';
      case 'connecting':
        return 'Die Erweiterung wird gerufen.';
      case 'feeding':
        return `Übergeben wird, was ihr fehlt: ${wholeOf(state.done)} von ${countOf(state.all, 'Teil', 'Teilen')}.`;
      case 'fed':
        return holding(state.holds);
      case 'failed':
        return state.why === 'storage'
          ? 'Die Erweiterung konnte nicht speichern, was sie bekam: Vielleicht ist der Datenträger voll. Sie zeigt weiter, was sie hatte.'
          : 'Die Übergabe wurde unterbrochen. Die Erweiterung zeigt weiter, was sie hatte; der Versuch wiederholt sich von selbst.';
    }
  },

  refusal(why: PairRefusal): string {
    switch (why.kind) {
      case 'noExtension':
        return 'Keine Erweiterung hat geantwortet. Prüfen Sie, ob sie in diesem Browser installiert und eingeschaltet ist.';
      case 'wrongCode':
        return `Das ist nicht der Code. Noch ${countOf(why.triesLeft, 'Versuch', 'Versuche')}.`;
      case 'codeGone':
        return 'Diesen Code zeigt die Erweiterung nicht mehr. Lassen Sie dort einen neuen anzeigen und tippen Sie ihn hier ein.';
      case 'wrongPlace':
        return 'Die Erweiterung koppelt sich nur mit Sounding unter 127.0.0.1 auf diesem Computer.';
      case 'noAnswer':
        return 'Die Erweiterung hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.';
    }
  },
};
