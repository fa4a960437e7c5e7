import { countOf } from '#core/browser/parts/figures.ts';
import type { OverlayHolds } from '#core/ports/overlay.ts';

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

export const words = {
  title: 'Sounding beside your customers’ records',
  lede: 'On the sites you turn on, a customer who answered your survey gets a small handle at the edge of the page. It opens their card. The page itself cannot read it.',
  app: 'Your app',
  notPaired: 'Not paired yet. The card shows what Sounding on this computer knows; pair the two once.',
  showCode: 'Show a pairing code',
  newCode: 'Show another code',
  codeHow: 'In Sounding, open Settings and type this code under Browser extension.',
  codeLasts: (seconds: number, tries: number) =>
    `Good once, for ${countOf(Math.max(1, Math.ceil(seconds / 60)), 'more minute', 'more minutes')} and ${countOf(tries, 'try', 'tries')}.`,
  paired: (origin: string, at: number) => `Paired with ${origin} since ${day.format(at)}.`,
  holds(holds: OverlayHolds | null): string {
    if (!holds) return 'It has handed over nothing yet: open Sounding in this browser.';
    const waves = countOf(holds.waves, 'survey', 'surveys');
    const answers = countOf(holds.answers, 'answer', 'answers');
    const people = countOf(holds.interviewed, 'interviewed person', 'interviewed people');
    return `Holds ${waves} with ${answers} and ${people}, as of ${moment.format(holds.asOf)}.`;
  },
  unpair: 'Unpair and delete everything here',
  sites: 'Sites',
  noSites:
    'No site is on. Open a record in your CRM and press the Sounding button in the toolbar, or add its address here.',
  address: 'Address of a page',
  turnOn: 'Turn on for this site',
  turnOff: 'Turn off',
  turnOffFor: (site: string) => `Turn off for ${site}`,
  notASite: 'Sounding can be turned on for https sites, and for http on this computer.',
  refused: 'The browser was not allowed to. Nothing changed.',
  own: 'Your own e-mail domains',
  ownWhy: 'Addresses at these domains are colleagues, never the customer a page is about.',
  ownField: 'Domains, separated by commas',
  save: 'Save domains',
  saved: 'Saved.',
  hiding: 'Sharing your screen',
  hide: 'Hide Sounding on every page',
  show: 'Show Sounding again',
  hidden: 'Hidden on every page until you show it again or close the browser.',
  shown: 'Alt Shift H hides the handle and the card on every page at once, and shows them again.',
};
