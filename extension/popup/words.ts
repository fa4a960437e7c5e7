import type { PageFinding } from '../background/messages.ts';

export const words = {
  on: (site: string) => `On for ${site}`,
  off: (site: string) => `Off for ${site}`,
  turnOn: 'Turn on for this site',
  turnOff: 'Turn off for this site',
  noSiteTitle: 'Not on this page',
  noSite: 'Sounding can be turned on for https sites, and for http on this computer.',
  explain: 'The browser asks once. The page script sees who is on the page; it never sees your data.',
  notPaired: 'Not paired with your app yet.',
  pair: 'Pair now',
  options: 'All options',
  findings: {
    nobody: 'Nobody’s e-mail address is on this page.',
    unknown: 'The person on this page is not in your survey.',
    one: 'A customer on this page answered. Their card is behind the handle at the edge of the page.',
    several: 'Several people are on this page. The handle lets you choose.',
    crowd: 'Too many people on this page to tell whom it is about.',
    noData: 'Sounding has handed over nothing yet. Open it in this browser.',
    hidden: 'Hidden on every page.',
    tooMany: 'This site asked for too many addresses in a short time. It is answered again in a minute.',
  } satisfies Record<PageFinding, string>,
};
