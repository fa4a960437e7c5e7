import { countOf, wholeOf } from '#core/browser/parts/figures.ts';

/** The bar at the bottom. */
export const nextWords = {
  unsaved: 'There are unsaved edits.',
  differs: (text: string) => `Against the version in use: ${text}. Calls under way keep theirs.`,
  save: (n: number) => `Save as version ${n}`,
  speak: (n: number, language: string) =>
    `${countOf(n, 'person', 'people')} on the roster ${n === 1 ? 'speaks' : 'speak'} ${language}.`,
  speakWhy: 'They are called with another guide so far.',
  callThem: 'Call them with this one',
  unused: (cycle: string) => `${cycle} calls with another guide.`,
  unusedWhy: 'This one is ready to be used.',
  use: (cycle: string) => `Use it for ${cycle}`,
  findings: (n: number) =>
    `${countOf(n, 'finding', 'findings')} of the survey ${n === 1 ? 'is' : 'are'} not asked about yet.`,
  findingsWhy: 'Each becomes an open question for the people it is about.',
  take: (n: number) =>
    n === 1
      ? 'Test it in the calls'
      : n === 2
        ? 'Test both in the calls'
        : `Test all ${wholeOf(n)} in the calls`,
  calls: 'Go to the interviews',
  ready: (n: number) => `Calls begin with version ${n}.`,
  readyWhy: 'They keep it, whatever is edited later.',
};
