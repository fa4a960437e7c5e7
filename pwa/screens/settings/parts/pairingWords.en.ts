import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { OverlayHolds, OverlayState, PairRefusal } from '#core/ports/overlay.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

function holding(holds: OverlayHolds | null): string {
  if (!holds || holds.waves === 0) return 'It has what this device has: no survey yet.';
  const waves = countOf(holds.waves, 'survey', 'surveys');
  const answers = countOf(holds.answers, 'answer', 'answers');
  const people = countOf(holds.interviewed, 'interviewed person', 'interviewed people');
  return `It has what this device has: ${waves} with ${answers} and ${people}, as of ${clock.format(holds.asOf)}.`;
}

/** What the user reads about pairing with the browser extension. */
export const pairingWords = {
  title: 'Browser extension',
  what: 'Shows a customer’s score and what they told you beside their record in your CRM. It keeps a copy of its own in this browser; no server is involved.',
  label: 'Pairing code',
  hint: 'Open the options of the Sounding extension, show a code and type it here.',
  pair: 'Pair with the extension',
  paired: 'Paired. The extension is being filled.',
  unpair: 'Unpair and empty the extension',
  unpaired: 'Unpaired. The extension has deleted what it held, if it could be reached.',

  state(state: OverlayState): string {
    switch (state.kind) {
      case 'looking':
        return 'Looking for the extension.';
      case 'noExtension':
        return state.paired
          ? 'Paired, but the extension does not answer: it may be switched off. It is called again by itself.'
          : 'No extension answers in this browser. Install it in Chromium, Chrome or Edge, then reload this page.';
      case 'notPaired':
        return '';
      case 'connecting':
        return 'Calling the extension.';
      case 'feeding':
        return `Handing over what it lacks: ${wholeOf(state.done)} of ${countOf(state.all, 'part', 'parts')}.`;
      case 'fed':
        return holding(state.holds);
      case 'failed':
        return state.why === 'storage'
          ? 'The extension could not store what it was given: the disk may be full. It goes on showing what it had.'
          : 'Handing over was interrupted. The extension goes on showing what it had; it is tried again by itself.';
    }
  },

  refusal(why: PairRefusal): string {
    switch (why.kind) {
      case 'noExtension':
        return 'No extension answered. Check that it is installed and switched on in this browser.';
      case 'wrongCode':
        return `That is not the code. ${countOf(why.triesLeft, 'try', 'tries')} left.`;
      case 'codeGone':
        return 'The extension shows no such code any more. Show a new one there and type it here.';
      case 'wrongPlace':
        return 'The extension pairs only with Sounding at 127.0.0.1 on this computer.';
      case 'noAnswer':
        return 'The extension did not answer in time. Try again.';
    }
  },
};
