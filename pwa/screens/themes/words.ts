import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { Category } from '#core/themes/index.ts';
import type { Refusal, Row, Summary } from './model.ts';

export const categoryNames: Readonly<Record<Category, { title: string; owner: string }>> = {
  product: { title: 'Product', owner: 'usually product and engineering' },
  service: { title: 'Service', owner: 'usually customer success and support' },
  value: { title: 'Value', owner: 'usually pricing, product marketing and finance' },
  competitive: { title: 'Competitive', owner: 'usually product marketing and competitive intelligence' },
};

export const words = {
  loading: 'Opening the codebook',
  search: 'Find a theme',
  add: 'Add a theme',
  keys: 'Arrow keys go from theme to theme. Enter edits, M merges, R retires, / searches.',
  noMatch: (text: string) => `No theme matches “${text}”.`,
  calls: (n: number) => (n === 0 ? '' : countOf(n, 'call', 'calls')),
  rare: 'rarely asked in surveys',
  fresh: 'category not settled',
  alsoCounts: 'Also counts',
  takeBack: 'Take back',
  takeBackName: (name: string) => `Take back the merge of ${name}`,
  actions: (name: string) => `Actions for ${name}`,
  edit: 'Edit',
  merge: 'Merge into another',
  retire: 'Retire',
  restore: 'Bring back',
  restoreName: (name: string) => `Bring back ${name}`,
  retiredTitle: 'Retired',
  retiredWhy: 'No longer offered in calls. What was tagged with them still counts.',
  undefined: 'Not defined yet. A sentence here lets two people tag alike.',
  form: {
    addTitle: 'Add a theme',
    editTitle: 'Edit the theme',
    name: 'Name',
    nameHint: 'A few words a customer would recognise.',
    category: 'Category',
    definition: 'What it means',
    definitionHint: 'One sentence, so that two people tag alike.',
    save: 'Save the theme',
    create: 'Add the theme',
    cancel: 'Cancel',
  },
  mergeForm: {
    title: (name: string) => `Merge ${name} into another theme`,
    search: 'Find the theme to keep',
    list: 'Theme to keep',
    none: 'No other theme matches.',
    pick: 'Choose the theme to keep.',
    what: (calls: number, from: string, into: string) =>
      calls === 0
        ? `Whatever is tagged ${from} from now on counts for ${into}. No note is changed; the merge can be taken back at any time.`
        : `${countOf(calls, 'call', 'calls')} tagged ${from} will count for ${into}. No note is changed; the merge can be taken back at any time.`,
    go: (into: string) => (into ? `Merge into ${into}` : 'Merge'),
    cancel: 'Cancel',
  },
  said: {
    added: (name: string) => `${name} added.`,
    edited: (name: string) => `${name} saved.`,
    merged: (from: string, into: string) => `${from} now counts for ${into}.`,
    unmerged: (name: string) => `${name} stands for itself again.`,
    retired: (name: string) => `${name} retired.`,
    restored: (name: string) => `${name} is back.`,
    undo: 'Undo',
  },
  failed: {
    title: 'The codebook could not be opened',
    text: 'Notes and tags are safe where they are. Open the screen again.',
    again: 'Open again',
  },
  next: {
    drivers: 'See what moves the score',
    raised: (n: number) => `${countOf(n, 'theme was', 'themes were')} raised in this cycle.`,
    raisedWhy: 'The driver table follows every change here at once.',
    calls: 'Hold the next call',
    none: 'No theme has been raised in this cycle yet.',
    noneWhy: 'In a call, # picks one of these or names a new one.',
  },
};

/** The finding of the codebook. */
export function finding({ open, raised }: Summary): string {
  const all = countOf(open, 'theme', 'themes');
  if (raised === 0) return `${all} to tag with, none raised in this cycle yet.`;
  return `${all}, ${wholeOf(raised)} of them raised in this cycle.`;
}

export function lede({ fresh, unreadable }: Summary): string {
  const parts = [
    'A theme is a named driver. Merging, renaming and retiring keep every tag, and can be undone.',
  ];
  if (fresh > 0)
    parts.push(
      `${countOf(fresh, 'theme was', 'themes were')} named during a call: check ${fresh === 1 ? 'its' : 'their'} category.`,
    );
  if (unreadable > 0)
    parts.push(
      `${countOf(unreadable, 'theme', 'themes')} written by a newer version cannot be shown here; nothing of them is lost.`,
    );
  return parts.join(' ');
}

export function refusalText(refusal: Refusal, nameOf: (id: string) => string): string {
  switch (refusal.kind) {
    case 'noName':
      return 'Enter a name.';
    case 'nameTooLong':
      return `A name has at most ${refusal.most} characters; this one has ${refusal.got}.`;
    case 'nameTaken':
      return refusal.retired
        ? `${nameOf(refusal.by)} is retired and has this name. Bring it back, or choose another name.`
        : `${nameOf(refusal.by)} has this name already. Choose another, or merge the two.`;
    case 'unknownTheme':
      return 'This theme is gone: somebody took it back meanwhile.';
    case 'sameTheme':
      return 'These two count as one theme already.';
  }
}

/** Everything about a row that is not its name, for a screen reader: "6 calls, rarely asked in surveys". */
export function aboutRow({ calls, theme }: Row, rare: boolean): string {
  return [words.calls(calls), rare ? words.rare : '', theme.fresh ? words.fresh : '']
    .filter(Boolean)
    .join(', ');
}
