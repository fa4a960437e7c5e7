import { countOf, dayOf, listOf, localeSpoken, wholeOf } from '#core/browser/parts/figures.ts';
import { momentOf } from '#core/browser/parts/moment.ts';
import {
  areaNames,
  areas,
  type Condition,
  type GuideChanges,
  type GuideContent,
  type GuideFamily,
  type GuideVersion,
  type Question,
  questionsFor,
} from '#core/guide/index.ts';
import { type Band, bands } from '#core/waves/index.ts';

export const words = {
  loading: 'Opening the guide',
  failed: {
    title: 'The guide could not be opened',
    text: 'The browser did not give Sounding its storage. Nothing was changed. Close other windows of Sounding, then open the guide again.',
    again: 'Open the guide again',
  },
  back: 'Interviews',
  tools: {
    guides: 'Guide',
    versions: 'Versions',
    undo: 'Undo',
    redo: 'Redo',
    more: 'More',
    copy: 'Make a copy of this guide',
    export: 'Export as a file',
    import: 'Import a file',
    throwAway: 'Throw the unsaved edits away',
    name: 'Name',
    language: 'Language',
    copyOf: (name: string) => `${name} 2`,
    /** Of a file of a guide without a name. */
    file: 'guide',
  },
  parts: { label: 'Part of the guide', questions: 'Questions', tests: 'To test', preview: 'Preview' },
  minutes: 'min planned',
  minutesOf: (area: string) => `Minutes planned for ${area}`,
  add: 'Add a question',
  addTo: (area: string) => `Add a question to ${area}`,
  noText: 'No words yet',
  probes: (n: number) => countOf(n, 'follow-up', 'follow-ups'),
  form: {
    label: 'Edit the question',
    text: 'Question',
    textHint: 'Asked as it stands. {score} becomes the score they gave.',
    bands: 'Asked of',
    everyone: 'Of everyone when none is ticked.',
    when: 'Only where',
    dimension: 'Dimension',
    any: 'any dimension',
    is: 'is',
    value: 'Value',
    valueHint: 'type a value, Enter',
    addValue: 'Add',
    removeValue: (value: string) => `Without ${value}`,
    addWhen: 'Add a condition',
    removeWhen: 'Remove the condition',
    instead: 'In place of',
    insteadNone: 'no other: it is asked beside them',
    probes: 'Follow-ups',
    kind: (n: number) => `Kind of follow-up ${n}`,
    probe: (n: number) => `Follow-up ${n}`,
    addProbe: 'Add a follow-up',
    removeProbe: (n: number) => `Remove follow-up ${n}`,
    done: 'Close',
    up: 'Move up',
    down: 'Move down',
    remove: 'Remove',
  },
  keys: 'Enter opens a question, Alt ↑ ↓ moves it.',
  hint: {
    closed: 'Can be answered with yes or no. “What”, “how” and “tell me” get the story.',
    leading: 'Puts an answer into their mouth. Ask openly, and let them name it.',
  },
  preview: {
    title: 'As it is asked',
    who: 'Respondent',
    byHand: 'Made by hand',
    score: 'Score',
    of: (name: string) => `${name} of theirs`,
    any: 'not known',
    asked: (band: Band, n: number) => `${band}, ${countOf(n, 'question', 'questions')}.`,
    unsaved: 'With your unsaved edits.',
    other: (name: string, guide: string) => `${name} is called with “${guide}”.`,
    test: 'to test',
  },
  tests: {
    title: (cycle: string) => `To test in ${cycle || 'a cycle'}`,
    why: 'Asked at the end of their area, of the people they concern, at most four a call, never naming the finding.',
    none: 'No hypothesis is tested yet. The calls ask what the guide asks.',
    found: 'The survey found',
    starters: 'Usual for a kind of customer',
    take: 'Test it',
    drop: 'Test no more',
    dropName: (text: string) => `Test no more: ${text}`,
    takeName: (text: string) => `Test it: ${text}`,
    noCycle: 'Hypotheses belong to a cycle, and there is none yet. Bring a survey first.',
    words: 'In your own words',
    wordsOf: (text: string) => `Question for: ${text}`,
  },
  uses: {
    title: (cycle: string) => `Which guide ${cycle} calls with`,
    everyone: 'Everyone',
    speakers: (language: string, people: number) =>
      `${language}, ${countOf(people, 'person', 'people')} on the roster`,
    same: 'the same guide as everyone',
    why: 'A call keeps the version it began with, whatever is edited meanwhile.',
  },
  versions: {
    title: 'Versions',
    inUse: 'in use',
    unused: 'saved at the same time, kept, not in use',
    shipped: 'comes with Sounding',
    somebody: 'somebody',
    back: 'Bring back',
    backName: (n: number) => `Bring back version ${n}`,
    backWhy:
      'Bringing one back makes it what you edit; saving that is a new version. None is ever changed or deleted.',
    same: 'says the same as the one in use',
    /** What the one in use has that an earlier version has not. */
    since: (changes: string) => `${changes} since`,
    close: 'Close',
  },
  said: {
    saved: (name: string, version: number) =>
      `${name} is saved as version ${version}. New calls begin with it.`,
    copied: (name: string) => `${name} is a guide of its own now.`,
    imported: (name: string) => `${name} is imported as a guide of its own.`,
    notSaved: (why: string) => `Not saved yet. ${why}`,
    onlyInMemory: 'Saved in this window only: the storage refused to write. Keep it open.',
    removed: 'The question is taken out.',
    moved: (n: number, of: number) => `Now question ${n} of ${of}.`,
    taken: (n: number) => `${countOf(n, 'hypothesis', 'hypotheses')} to test from the next call on.`,
    dropped: 'Not tested any more from the next call on.',
    chosen: (guide: string) => `Calls begin with “${guide}” from now on.`,
    chosenAsAll: 'Their calls begin with the same guide as everyone’s from now on.',
    thrown: 'The unsaved edits are gone.',
    undo: 'Undo',
  },
  notKept: 'Your unsaved edits are only in this window: the storage refused to write. Keep it open, or save.',
  meanwhile: (name: string, version: number) =>
    `${name || 'Somebody'} saved version ${version} while you were editing. Yours would follow it without what changed there.`,
  beside: (n: number) =>
    `${countOf(n, 'other version was', 'other versions were')} saved at the same time as the one in use. Nothing is lost: see the versions.`,
  unreadable: (n: number) =>
    `${countOf(n, 'version', 'versions')} cannot be read by this version of Sounding, and ${n === 1 ? 'stays' : 'stay'} as ${n === 1 ? 'it is' : 'they are'}.`,
};

export const bandNames: Readonly<Record<Band, string>> = {
  detractor: 'detractors',
  passive: 'passives',
  promoter: 'promoters',
};

export const probeNames = {
  wait: 'wait',
  echo: 'echo',
  expand: 'expand',
  explain: 'explain',
  playBack: 'play back',
  ladder: 'ladder',
} as const;

/** "Every detractor is asked 17 questions, …": what the guide comes to, before anything of a segment. */
export function finding(content: GuideContent): string {
  const [d = 0, p = 0, r = 0] = bands.map((band) => questionsFor(content, band).length);
  const minutes = areas.reduce((sum, area) => sum + content.minutes[area], 0);
  const time = Number.isFinite(minutes) ? ` in ${countOf(minutes, 'minute', 'minutes')}` : '';
  if (d === p && p === r) return `Everyone is asked ${countOf(d, 'question', 'questions')}${time}.`;
  return `Detractors are asked ${countOf(d, 'question', 'questions')}, passives ${wholeOf(p)} and promoters ${wholeOf(r)}${time}.`;
}

/** Which version is on screen, whose it is, and who is called with it. */
export function lede(guide: GuideFamily, variants: number, used: string): string {
  const { current } = guide;
  const by = current.builtIn ? words.versions.shipped : savedBy(current);
  const more =
    variants === 0
      ? ''
      : ` ${countOf(variants, 'more is', 'more are')} asked of some segments alone, or in place of another.`;
  return `Version ${current.version}, ${by}.${more}${used}`;
}

/** Who is called with it; empty for nobody. */
export function usedText(cycle: string, forAll: boolean, languages: readonly string[]): string {
  if (cycle === '' || (!forAll && languages.length === 0)) return '';
  if (forAll) return ` ${cycle} calls with it.`;
  return ` ${cycle} calls those who speak ${listOf(languages.map(languageName))} with it.`;
}

/** "saved by Ann on 3 November at 10:02"; without what is not known. */
export function savedBy({ byName, at }: Pick<GuideVersion, 'byName' | 'at'>): string {
  const who = byName || words.versions.somebody;
  if (at <= 0) return `saved by ${who}`;
  const { day, time } = momentOf(at);
  return `saved by ${who} on ${dayOf(day)} at ${time}`;
}

/** "1 question added, 2 changed, the order". */
export function changesText({ added, removed, changed, moved, head }: GuideChanges): string {
  const counts = [
    [added.length, 'added'],
    [changed.length, 'changed'],
    [removed.length, 'taken out'],
  ] as const;
  const some = counts.filter(([n]) => n > 0);
  const parts = some.map(([n, what], i) =>
    i === 0 ? `${countOf(n, 'question', 'questions')} ${what}` : `${wholeOf(n)} ${what}`,
  );
  if (moved) parts.push('another order');
  if (head) parts.push('name, language or minutes');
  return parts.length === 0 ? words.versions.same : listOf(parts);
}

/** "Tier is Enterprise or Strategic". */
export function conditionText({ dimension, values }: Condition, most = 3): string {
  const named = values.filter((v) => v.trim() !== '');
  const shown = named.slice(0, most);
  const rest = named.length - shown.length;
  const list = rest > 0 ? `${shown.join(', ')} or ${wholeOf(rest)} more` : orList(shown);
  return dimension.trim() === '' ? list : `${dimension} is ${list}`;
}

/** Several conditions, all of which hold. */
export const whenText = (when: readonly Condition[]): string =>
  when.map((c) => conditionText(c)).join(' and ');

const orList = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '…') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;

/** For whom a question is, and what it stands for, in a line; empty for everyone. */
export function whomText(
  { bands: own, when = [], insteadOf }: Question,
  numberOf: (id: string) => number,
): string {
  const parts: string[] = [];
  if (own.length > 0) parts.push(listOf(own.map((band) => bandNames[band])));
  if (when.length > 0) parts.push(whenText(when));
  if (insteadOf) parts.push(`in place of ${wholeOf(numberOf(insteadOf))}`);
  return parts.join(' · ');
}

/** "German" for "de", in the language spoken; the tag itself where it is none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([localeSpoken()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export const areaOf = (area: keyof typeof areaNames): string => areaNames[area].toLowerCase();
