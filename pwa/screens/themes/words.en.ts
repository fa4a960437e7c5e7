import { countOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import { longestOwner, type OwnerReading } from '#core/themes/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { Refusal, Row, Summary } from './model.ts';
import type { ByBand } from './rows.ts';

export const words = {
  loading: 'Opening the codebook',
  search: 'Find a theme',
  add: 'Add a theme',
  keys: 'Arrow keys go from theme to theme, left and right fold its parts. Enter opens, E edits, X ticks, M merges, P puts it under another, S splits, R retires, Alt with an arrow moves it, / searches, Ctrl Z undoes.',
  noMatch: (text: string) =>
    text.trim() === ''
      ? 'Every theme is retired. Bring one back, or add one.'
      : `No theme matches “${text}”.`,
  calls: (n: number) => (n === 0 ? '' : countOf(n, 'call', 'calls')),
  rare: 'rarely asked in surveys',
  fresh: 'category not settled',
  scored: (band: Band, score: number) => `${band}, ${score}`,
  alsoCounts: 'Also counts',
  takeBack: 'Take back',
  takeBackName: (name: string) => `Take back the merge of ${name}`,
  actions: (name: string) => `Actions for ${name}`,
  open: 'Open',
  edit: 'Edit',
  merge: 'Merge into another',
  nest: 'Put under another',
  split: 'Split',
  up: 'Move up',
  down: 'Move down',
  tick: (name: string) => `Tick ${name}`,
  fold: (name: string) => `Parts of ${name}`,
  history: 'History',
  owner: (name: string) => `Owner: ${name}`,
  changeOwner: 'Change',
  changeOwnerOf: (category: string) => `Change the owner of ${category}`,
  ofHeld: (n: number) => `of ${wholeOf(n)}`,
  bulk: {
    name: 'Ticked themes',
    count: (n: number) => countOf(n, 'theme ticked', 'themes ticked'),
    merge: 'Merge',
    nest: 'Put under',
    move: 'Category',
    own: 'Owner',
    retire: 'Retire',
    none: 'Untick all',
  },
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
    parent: 'Part of',
    noParent: 'No other theme',
    parentHint: 'It takes the category of what it is a part of.',
    owner: 'Owner',
    ownerHint: (above: string) => `A person or a team. Empty: ${above}.`,
    trigger: 'What may have set it off',
    triggerHint: 'A suspicion to test in calls: “the move to shared support, in March”.',
    save: 'Save the theme',
    create: 'Add the theme',
    cancel: 'Cancel',
  },
  pickForm: {
    search: 'Find the theme',
    none: 'No other theme matches.',
    cancel: 'Cancel',
  },
  mergeForm: {
    title: (name: string) => `Merge ${name} into another theme`,
    titleMany: (n: number) => `Merge ${countOf(n, 'theme', 'themes')} into one`,
    search: 'Find the theme to keep',
    list: 'Theme to keep',
    pick: 'Choose the theme to keep.',
    what: (calls: number, from: string, into: string) =>
      calls === 0
        ? `Whatever is tagged ${from} from now on counts for ${into}. No note is changed; the merge can be taken back at any time.`
        : `${countOf(calls, 'call', 'calls')} tagged ${from} will count for ${into}. No note is changed; the merge can be taken back at any time.`,
    whatMany: (n: number, into: string) =>
      `${countOf(n, 'theme', 'themes')} will count for ${into}. No note is changed; the merge can be taken back at any time.`,
    go: (into: string) => (into ? `Merge into ${into}` : 'Merge'),
  },
  nestForm: {
    title: (name: string) => `Put ${name} under another theme`,
    titleMany: (n: number) => `Put ${countOf(n, 'theme', 'themes')} under another`,
    search: 'Find the broader theme',
    list: 'Broader theme',
    pick: 'Choose the broader theme.',
    top: 'None: at the top',
    what: (into: string) => `It becomes a part of ${into}, with its own parts, and takes its category.`,
    whatTop: 'It stands at the top, with its own parts.',
    go: (into: string) => (into ? `Put under ${into}` : 'Put at the top'),
  },
  ownerForm: {
    title: (name: string) => `Who answers for ${name}`,
    titleMany: (n: number) => `Who answers for ${countOf(n, 'theme', 'themes')}`,
    label: 'Owner',
    hint: `A person or a team, at most ${longestOwner} characters. Empty: whoever answers for what is above it, or for its category.`,
    hintCategory: (usual: string) => `A person or a team. Empty: ${usual}, as usual.`,
    save: 'Save the owner',
    cancel: 'Cancel',
  },
  splitForm: {
    title: (name: string) => `Split ${name}`,
    why: 'Tick the notes that are about something of their own. They go to the new theme; the others stay.',
    loading: 'Collecting the notes',
    empty: (name: string) =>
      `Nothing is tagged ${name} yet, so there is nothing to split. Add a theme instead.`,
    name: 'Name of the new theme',
    search: 'Find a note',
    list: 'Notes to move',
    all: 'Tick all shown',
    nothing: 'No note matches.',
    chosen: (k: number, n: number, calls: number) =>
      k === 0
        ? `None of ${countOf(n, 'note', 'notes')} ticked.`
        : `${wholeOf(k)} of ${countOf(n, 'note', 'notes')} ticked, from ${countOf(calls, 'call', 'calls')}.`,
    pick: 'Tick at least one note.',
    go: (k: number) => (k === 0 ? 'Split' : `Move ${countOf(k, 'note', 'notes')}`),
    moving: 'Moving the notes',
    calls: 'calls',
    failed: 'The notes could not be read. Nothing was changed; close this and try again.',
    cancel: 'Cancel',
  },
  historyForm: {
    title: 'What was done to the codebook',
    empty: 'Nothing yet. Every change made here is listed with who made it, and your own can be taken back.',
    takeBack: 'Take back',
    takenBack: 'taken back',
    bound: (n: number) => `The last ${wholeOf(n)} changes are kept.`,
    somebody: 'Somebody',
    you: 'You',
    /** Before what was done: "Ada" with "merged A into B". */
    by: (who: string) => who,
    close: 'Close',
  },
  page: {
    back: 'All themes',
    gone: {
      title: 'This theme is not in the codebook',
      text: 'It may have been made on another device that has not synced yet.',
    },
    partOf: 'Part of',
    parts: 'Parts',
    category: 'Category',
    owner: 'Owner',
    trigger: 'May have set it off',
    noTrigger: 'Nothing suspected yet',
    merged: 'Also counts',
    said: 'What was noted',
    noneSaid: 'Nothing is tagged with it in this cycle yet.',
    showAll: (n: number) => `Show all ${wholeOf(n)}`,
    openCall: 'Open the call',
    unquotable: 'not to be quoted',
    measures: 'Figures before and after',
    measuresWhy: 'A figure of your own operation that moved with this driver.',
    addMeasure: 'Add a figure',
    rivals: 'Competitors',
    rivalsWhy: 'Who is named under this theme, and how far each customer went with them.',
    addRival: 'Add a competitor',
    changes: 'What was done to it',
    retired: 'Retired: no longer offered in calls.',
    takenBack: 'Taken back: no longer offered, but something is tagged with it.',
  },
  measureForm: {
    add: 'Add a figure',
    edit: 'Edit the figure',
    what: 'What was measured',
    whatHint: 'For example: response time.',
    unit: 'Unit',
    before: 'Before',
    after: 'After',
    /** Between the two values, for who hears them. */
    later: 'after',
    since: 'Since when',
    sinceThen: (text: string) => `since when: ${text}`,
    unknown: 'not known',
    save: 'Save the figure',
    drop: 'Remove',
    cancel: 'Cancel',
    caption: (name: string) => `Figures that moved with ${name}`,
  },
  rivalForm: {
    add: 'Add a competitor',
    edit: (name: string) => `Edit ${name}`,
    name: 'Name',
    feature: 'What it has that matters to them',
    seen: 'How far each customer went',
    noCalls: 'No call of this cycle raises this theme yet.',
    notNamed: 'not named',
    save: 'Save the competitor',
    cancel: 'Cancel',
    caption: 'Competitors',
    calls: (n: number) => (n === 0 ? 'none' : countOf(n, 'call', 'calls')),
  },
  standings: { known: 'Known', evaluated: 'Evaluated', used: 'Used' } as const,
  said: {
    added: (name: string) => `${name} added.`,
    edited: (name: string) => `${name} saved.`,
    merged: (from: string, into: string) => `${from} now counts for ${into}.`,
    mergedMany: (n: number, into: string) => `${countOf(n, 'theme', 'themes')} now count for ${into}.`,
    nested: (name: string, into: string) =>
      into ? `${name} is now a part of ${into}.` : `${name} is now at the top.`,
    nestedMany: (n: number, into: string) =>
      into
        ? `${countOf(n, 'theme', 'themes')} put under ${into}.`
        : `${countOf(n, 'theme', 'themes')} put at the top.`,
    movedMany: (n: number, category: string) => `${countOf(n, 'theme', 'themes')} moved to ${category}.`,
    retiredMany: (n: number) => `${countOf(n, 'theme', 'themes')} retired.`,
    owned: (name: string) => `Owner of ${name} saved.`,
    ownedMany: (n: number) => `Owner of ${countOf(n, 'theme', 'themes')} saved.`,
    split: (name: string, moved: number) => `${countOf(moved, 'note', 'notes')} moved to ${name}.`,
    measured: 'Figure saved.',
    unmeasured: 'Figure removed.',
    rival: (name: string) => `${name} saved.`,
    undone: (what: string) => `Taken back: ${what}.`,
    redone: (what: string) => `Made again: ${what}.`,
    nothingToUndo: 'There is nothing of yours to take back.',
    nothingToRedo: 'There is nothing to make again.',
    redo: 'Redo',
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
      return 'These count as one theme already.';
    case 'ownPart':
      return `A theme cannot be a part of itself or of its own parts.`;
    case 'changedSince':
      return 'Somebody has changed this since, so it stays as it is.';
    case 'notSaved':
      return 'This device cannot save at the moment, so no note was moved. Free some space and try again.';
    case 'noMeasureName':
      return 'Enter what was measured.';
    case 'noNumber':
      return `“${refusal.text}” is no number. Enter the value ${refusal.field === 'before' ? 'before' : 'after'} in figures alone; the unit has a field of its own.`;
    case 'twoNumbers':
      return `“${refusal.text}” can be read two ways. Enter ${refusal.whole} or ${refusal.decimal}.`;
    case 'noRivalName':
      return 'Enter a name.';
    case 'rivalKnown':
      return `${refusal.name} is listed under ${nameOf(refusal.theme) || 'another theme'} already. Edit it there.`;
  }
}

const bandNames: Readonly<Record<Band, readonly [one: string, many: string]>> = {
  detractor: ['detractor', 'detractors'],
  passive: ['passive', 'passives'],
  promoter: ['promoter', 'promoters'],
};

/** "14 of 30 detractors, 3 of 10 passives"; bands without interviews are left out. */
export function byBandText(byBand: ByBand): string {
  return bands
    .filter((b) => byBand[b].n > 0)
    .map((b) => `${wholeOf(byBand[b].k)} of ${countOf(byBand[b].n, ...bandNames[b])}`)
    .join(', ');
}

/** The finding of one theme. */
export function themeFinding({ theme, calls, byBand, parts }: Row): string {
  const what = parts.length > 0 ? `${theme.name} and its parts` : theme.name;
  if (calls === 0) return `${what}: not raised in this cycle yet.`;
  const raised = bands.filter((b) => byBand[b].k > 0);
  const said = raised.map((b) => `${wholeOf(byBand[b].k)} of ${countOf(byBand[b].n, ...bandNames[b])}`);
  return `${what}: raised by ${listOf(said)}.`;
}

/** Who answers for a theme, and why they do. */
export function ownerText({ owner, from }: OwnerReading): string {
  switch (from) {
    case 'theme':
      return owner;
    case 'above':
      return `${owner}, as for what it is a part of`;
    case 'category':
      return `${owner}, as for the category`;
    case 'usual':
      return `${owner}, usually`;
  }
}

/** Everything about a row that is not its name, for a screen reader: "6 calls, rarely asked in surveys". */
export function aboutRow({ calls, theme }: Row, rare: boolean): string {
  return [words.calls(calls), rare ? words.rare : '', theme.fresh ? words.fresh : '']
    .filter(Boolean)
    .join(', ');
}
