import { countOf, dayOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import { momentOf } from '#core/browser/parts/moment.ts';
import { type AreaProgress, areaNames, areas, type ProbeKind } from '#core/guide/index.ts';
import { unreachable } from '#core/model/result.ts';
import type { InterviewHead, Valence } from '#core/notes/index.ts';
import type { Present } from '#core/ports/presence.ts';
import type { SaveState } from '#core/ports/replica.ts';
import type { SyncState } from '#core/ports/sync.ts';
import type { Told } from './capture.ts';
import type { NoteView } from './noteView.ts';

export const words = {
  back: 'Interviews',
  opening: 'Opening the call',
  end: 'End call',
  /** For a phone, where the state of the notes needs the room. */
  endBrief: 'End call',
  keys: 'Keys',
  areas: 'Areas of the guide',
  /** For a phone, where four names stand in one line. */
  areaBrief: { scoreDrivers: 'Score', experience: 'Detail', competition: 'Rivals', priorities: 'Change' },
  minutes: 'min',
  notes: 'Notes',
  newest: 'newest at the bottom',
  noNotes: 'What you type below stands here, with the second it was said.',
  noteCount: (n: number) => countOf(n, 'note', 'notes'),
  untagged: 'untagged, kept for after the call',
  fresh: 'new',
  edit: (time: string) => `Edit the note at ${time}`,
  drag: 'Press to edit, drag to move',
  somebody: 'somebody else',
  showAll: (length: number) => `Show all ${wholeOf(length)} characters`,
  pause: 'Pause the call',
  paused: 'paused',
  question: (number: number, of: number) => `question ${number} of ${of}`,
  answered: (day: string) => `answered ${dayOf(day)}`,
  led: {
    by: (name: string) => `${name || 'Somebody else'} leads this call. You can take notes too.`,
    takeOver: 'Take over here',
    follow: (name: string) => (name ? `Back to where ${name} is` : 'Back to where the call is'),
    paused: 'Paused. The seconds stand still; notes still go in.',
    resume: 'Go on',
    watching: 'You are watching. The question and the notes follow the call.',
  },
  acts: {
    title: 'This note',
    up: { name: '↑', says: 'Move it up', keys: 'Alt ↑' },
    down: { name: '↓', says: 'Move it down', keys: 'Alt ↓' },
    split: { name: 'Split', says: 'Split it at the caret', keys: 'Shift Enter' },
    join: { name: 'Join', says: 'Join it to the note before', keys: 'Alt Shift ↑' },
    remove: { name: 'Delete', says: 'Delete it', keys: '' },
  },
  who: 'Who this is',
  upNext: 'Then:',
  tests: (why: string) => `To test, not to say: ${why}`,
  next: 'Next question',
  previous: 'Question before',
  allAsked: 'Every question was on screen. Go back to one, or end the call.',
  segments: 'Segments',
  worth: 'Worth',
  worthOf: (revenue: number) => `${wholeOf(revenue)} a year`,
  phone: 'Phone',
  contact: 'E-mail',
  before: 'Interviews',
  noneBefore: 'None before this one.',
  chosen: 'Chosen for',
  plan: 'Plan',
  consent: 'Consent',
  change: 'Change',
  noComment: 'Left no comment.',
  line: {
    place: 'Capture line',
    label: 'Note',
    hint: 'Type what you hear. Enter keeps it.',
    editing: (time: string) => `Editing the note at ${time}.`,
    watching: 'You are watching this call. Notes and themes show as they are taken.',
    asked: 'asked',
    ours: 'colleague',
    theirs: 'customer side',
    themes: 'Themes',
    new: 'new theme',
    retired: 'retired, comes back',
    take: 'takes it',
  },
  grammar: [
    { mark: '“', means: 'their words' },
    { mark: '#', means: 'theme' },
    { mark: '! !! !!!', means: 'severity' },
    { mark: '+ −', means: 'good or bad' },
  ],
  suggested: {
    ask: 'Theme?',
    heard: (names: readonly string[]) =>
      `Suggested: ${listOf(names)}. Tab takes ${names.length > 1 ? 'the first' : 'it'}.`,
    taken: (name: string) => `${name} goes onto this note.`,
  },
  grammarWide: [
    { mark: '@', means: 'person, rival' },
    { mark: '/', means: 'question' },
    { mark: '?', means: 'all keys' },
  ],
  reading: 'Kept as',
  theirWords: 'their words',
  ask: {
    title: 'Before you start: what may you keep?',
    say: 'Say, in your own words: I take notes while we talk. May I record the call, may we quote you, and may we come back to you?',
    record: 'Record the call',
    quote: 'Quote them',
    contact: 'Contact them again',
    yes: 'Yes',
    no: 'No',
    quotes: { no: 'No', withoutName: 'Without their name', withName: 'With their name' },
    go: 'Keep these answers',
    later: 'Ask later',
  },
  after: {
    title: 'What came of the call',
    whatSaid: 'What came up',
    nothing: 'No theme is tagged yet.',
    areas: 'Areas',
    notCovered: 'no note',
    later: 'Tag what is untagged',
    laterWhy:
      'A digit tags the note and brings the next; the first three fit it best. 0 or → skips it, ← goes back, Ctrl Z takes the last tag back, Enter opens the note in the line.',
    of: (n: number, all: number) => (all === 1 ? 'the last' : `${n} of ${all} left`),
    skip: 'Skip',
    taken: 'Take the last tag back',
    said: 'What was said, by area',
    show: (n: number) => countOf(n, 'note', 'notes'),
    done: 'Every note is tagged.',
    noneTyped: 'There are no notes in this interview.',
    reopen: 'Take the call up again',
    leave: 'Back to the interviews',
    consent: 'Consent was not asked yet.',
    askNow: 'Ask now',
    held: 'counts as held',
    choices: 'Themes by number',
    previous: 'Note before',
    next: 'Next note',
  },
  missing: {
    title: 'This interview is not on this device',
    text: 'It may still be on its way from the server, or it was begun on another device that is not connected.',
    action: 'Back to the interviews',
  },
  failed: {
    title: 'This interview could not be opened',
    text: 'The browser did not give Sounding its storage. Nothing was changed. Close other windows of Sounding, then open the call again.',
  },
};

export const probeWords: Record<ProbeKind, string> = {
  wait: 'wait',
  echo: 'echo',
  expand: 'expand',
  explain: 'explain',
  playBack: 'play back',
  ladder: 'ladder',
};

export const keyList: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['Enter'], does: 'Keep the line as a note' },
  {
    keys: ['Tab'],
    does: 'Take what is offered or suggested: a theme, a person, a competitor, a question; arrow keys choose another',
  },
  { keys: ['#'], does: 'The list of themes, suggested ones first' },
  { keys: ['Ctrl Enter', 'Page down'], does: 'Next question' },
  { keys: ['Ctrl Shift Enter', 'Page up'], does: 'Question before' },
  { keys: ['Ctrl Shift 1', '2', '3', '4'], does: 'To an area of the guide' },
  { keys: ['↑'], does: 'In an empty line: edit the last note, again for the one before' },
  { keys: ['Esc'], does: 'Leave an edit as it was, put an offer away' },
  { keys: ['Alt ↑', '↓'], does: 'Move the edited note, or the last one, up or down' },
  { keys: ['Shift Enter'], does: 'While editing: split the note in two at the caret' },
  { keys: ['Alt Shift ↑'], does: 'While editing: join the note to the one before' },
  { keys: ['Ctrl Z'], does: 'In an empty line: take back what you did last to the notes, step by step' },
  { keys: ['Ctrl Shift Z'], does: 'Bring it back' },
  { keys: ['Ctrl Shift Space'], does: 'Pause the call and go on; where somebody else leads it, take over' },
  { keys: ['?'], does: 'In an empty line: this list' },
  { keys: ['Ctrl K'], does: 'Everything by name, ending the call too' },
];

export const grammarList: readonly { write: string; means: string }[] = [
  { write: '"we rebuild it by hand', means: 'The customer’s own words' },
  {
    write: '#price  #time-to-value',
    means: 'A theme; several words with hyphens. A name that is not known makes a new one',
  },
  { write: '!  !!  !!!', means: 'Severity low, medium, high, at the end of the line' },
  { write: '#price!!  #speed!', means: 'Glued to a theme: the severity of that theme alone' },
  { write: '+  -', means: 'Good or bad for them, at the end of the line' },
  {
    write: '@Tom-Reyes',
    means: 'A person: a colleague of theirs or of ours; or a competitor. Tab makes a new name a competitor’s',
  },
  {
    write: '/weighed',
    means: 'To the question or probe with that word; while editing, files the note there',
  },
  { write: '#price !!', means: 'Marks alone go onto your last note' },
  { write: '\\#  \\@  \\!  \\"', means: 'A backslash makes a mark plain text' },
];

/** A note longer than this many characters is cut on screen; it is shown whole on demand. */
export const longNote = 1200;

/** "Tom is typing in Competitive context. Mara watches."; short: "Tom types. Mara." At most two are named. */
export function hereWords(others: readonly Present[], how: 'long' | 'short' = 'long'): string {
  const sentences = others.slice(0, 2).map((one) => {
    const name = one.name || words.somebody;
    if (one.watches) return how === 'long' ? `${name} watches.` : `${name}.`;
    const area = areas.find((a) => a === one.area);
    if (how === 'short') return one.typing ? `${name} types.` : `${name}.`;
    if (one.typing) return `${name} is typing${area ? ` in ${areaNames[area]}` : ''}.`;
    return `${name} is here${area ? `, in ${areaNames[area]}` : ''}.`;
  });
  const more = others.length > 2 ? [`${wholeOf(others.length - 2)} more.`] : [];
  return [...sentences, ...more].join(' ');
}

const minutes = (seconds: number) => wholeOf(Math.floor(seconds / 60));

export const usedOf = ({ used, planned }: AreaProgress): string =>
  `${minutes(used)} of ${minutes(planned)} min`;

export const usedShort = ({ used, planned }: AreaProgress): string => `${minutes(used)}/${minutes(planned)}`;

/** What the tick of an area says, for those who do not see it. */
export const areaWords = ({ notes }: AreaProgress): string =>
  notes === 0 ? 'no note yet' : countOf(notes, 'note', 'notes');

const lost: Record<Extract<SaveState, { kind: 'onlyInMemory' }>['why'], string> = {
  quota: 'this device is full',
  blocked: 'another window holds the storage',
  closed: 'the browser closed the storage',
  unavailable: 'this browser gives no storage',
  failed: 'the storage refused to write',
};

/** What is true of the notes on this device. */
export function saveWords(save: SaveState, notes: number): string {
  switch (save.kind) {
    case 'saved':
      return notes === 0 ? 'Saved here.' : `${countOf(notes, 'note', 'notes')} saved here.`;
    case 'saving':
      return 'Saving.';
    case 'onlyInMemory':
      return `Only in memory: ${lost[save.why]}. Keep this window open.`;
    default:
      return unreachable(save);
  }
}

/** Without a number: the link counts documents, of this call and of others. */
const waiting = (unsent: number) => (unsent > 0 ? ' Your changes wait to sync.' : '');

/** What is true of the server; empty when there is none. */
export function syncWords(sync: SyncState): string {
  switch (sync.kind) {
    case 'alone':
      return '';
    case 'offline':
      return `No network.${waiting(sync.unsent)}`;
    case 'connecting':
      return `Connecting.${waiting(sync.unsent)}`;
    case 'behind':
      return `Catching up.${waiting(sync.unsent)}`;
    case 'upToDate':
      return 'Synced.';
    case 'refused':
    case 'failed':
      return 'Not synced: the server refuses. Your notes stay here.';
    default:
      return unreachable(sync);
  }
}

export const valenceWords: Record<Valence, string> = { good: 'good', bad: 'bad', none: '' };

/** "Recorded. Quote without their name. No further contact." */
export function consentWords(head: InterviewHead): string {
  if (!head.consentAsked) return 'Not asked yet.';
  const quote = { no: 'No quotes', withoutName: 'Quote without name', withName: 'Quote with name' };
  return [
    head.consentRecord ? 'May record.' : 'No recording.',
    `${quote[head.consentQuote]}.`,
    head.consentContact ? 'May contact again.' : 'No further contact.',
  ].join(' ');
}

export function pastWords(past: readonly { startedAt: number }[]): string {
  if (past.length === 0) return words.noneBefore;
  const last = dayOf(momentOf(past[0]?.startedAt ?? 0).day);
  return past.length === 1
    ? `One before, on ${last}.`
    : `${wholeOf(past.length)} before, the last on ${last}.`;
}

/** What came of the last thing done, in words; empty when there is nothing to say. */
export function toldWords({ what }: Told): string {
  switch (what) {
    case 'kept':
      return 'Note kept.';
    case 'tagged':
      return 'Last note tagged.';
    case 'edited':
      return 'Note changed.';
    case 'removed':
      return 'Note taken away. Ctrl Z brings it back.';
    case 'stays':
      return 'Somebody else has reworded it since, so it stays.';
    case 'split':
      return 'Split in two.';
    case 'joined':
      return 'Joined with the note before.';
    case 'moved':
      return 'Moved.';
    case 'filed':
      return 'Filed under that question.';
    case 'undone':
      return 'Taken back. Ctrl Shift Z brings it again.';
    case 'redone':
      return 'Brought back.';
    case 'theirs':
      return 'Somebody else has reworded it since, so it stays. Ctrl Z again goes on to what you did before.';
    case 'noneYet':
      return 'No note of yours yet. Type what you heard with it.';
    case 'noneLeft':
      return 'Nothing of yours is left to take back.';
    case 'went':
    case 'nothing':
    case 'notYet':
      return '';
    default:
      return unreachable(what);
  }
}

/** The finding of a call that is over. */
export function summaryOf(
  seconds: number,
  notes: readonly NoteView[],
  areas: readonly AreaProgress[],
): string {
  const long =
    seconds < 90
      ? countOf(seconds, 'second', 'seconds')
      : countOf(Math.round(seconds / 60), 'minute', 'minutes');
  const covered = areas.filter((a) => a.covered).length;
  const all =
    covered === areas.length
      ? 'all four areas covered'
      : `${wholeOf(covered)} of ${areas.length} areas covered`;
  return `${long}, ${countOf(notes.length, 'note', 'notes')}, ${all}.`;
}

/** What the summary's finding means for what comes next. */
export function summaryNext(untagged: number, areas: readonly AreaProgress[]): string {
  const open = areas.filter((a) => !a.covered).map((a) => areaNames[a.area].toLowerCase());
  const missing = open.length > 0 ? `Nothing was noted on ${listOf(open)}. ` : '';
  if (untagged === 0) return `${missing}Every note is tagged and counts in the driver table.`.trim();
  return `${missing}${untagged === 1 ? '1 note is' : `${wholeOf(untagged)} notes are`} not tagged yet and ${untagged === 1 ? 'counts' : 'count'} for no theme.`;
}
