import { countOf, listOf, percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import {
  bestWithin,
  type LocalTime,
  latestWithin,
  type PersonEventKind,
  type PersonState,
  type RosterEntry,
  type StudyProgress,
  type Window,
  type Workload,
} from '#core/sample/index.ts';
import { bands } from '#core/waves/index.ts';
import { whyLeftOut } from './chooseWords.ts';
import { dialogWords } from './dialogWords.ts';
import type { RosterRefusal } from './roster.ts';
import type { RosterSummary, Show } from './rosterLines.ts';
import { inBand, people, rangeText, sentence } from './words.ts';

/** What is said of the roster and on it. */
export const rosterWords = {
  title: 'The roster',
  caption: 'People to call, with the time left, their state and who calls them',
  showLabel: 'Whom to show',
  show: { open: 'To call', mine: 'Mine', all: 'Everybody' } satisfies Record<Show, string>,
  person: 'Person',
  score: 'Score',
  why: 'Chosen for',
  time: 'Time left',
  state: 'State',
  reach: 'Reach',
  interviewer: 'Interviewer',
  call: 'Call',
  claim: 'Claim',
  release: 'Give back',
  you: 'You',
  colleague: 'A colleague',
  begin: 'Call',
  goOn: 'Go on',
  open: 'Open notes',
  stateOf: (name: string) => `State of ${name}`,
  claimName: (name: string) => `Claim the call with ${name}`,
  releaseName: (name: string) => `Give back the call with ${name}`,
  callName: (name: string) => `Call ${name}`,
  notesName: (name: string) => `Open notes of the call with ${name}`,
  goOnName: (name: string) => `Go on with the call with ${name}`,
  events: {
    invite: 'Invite',
    schedule: 'Arrange a time',
    decline: 'Declined',
    noShow: 'Did not appear',
    reopen: 'Back to chosen',
  } satisfies Record<PersonEventKind, string>,
  again: { invite: 'Send a reminder', schedule: 'Arrange another time' },
  calendar: 'Calendar file (.ics)',
  calendarOff: 'Strike it out of calendars (.ics)',
  handOver: 'Hand over',
  add: 'Add somebody',
  texts: 'Invitation texts',
  findLabel: 'Find a person or account',
  found: 'Nobody of that name is shown here.',
  outside: 'from outside the survey',
  unscored: 'score not known',
  stated: (name: string, state: string) => `${name}: ${state}.`,
  off: 'Take off the roster',
  offDone: (name: string) => `${name} is off the roster.`,
  more: 'Choose more people',
  noWay: 'no e-mail, no telephone',
  unnamed: 'Name not known',
  nothing: {
    open: 'Everybody on the roster has been called.',
    mine: 'You have not claimed a call yet.',
    all: 'Nobody is on the roster.',
  } satisfies Record<Show, string>,
  nextIs: (name: string, account: string) => `Next: ${[name, account].filter(Boolean).join(', ')}.`,
  inviteName: (name: string) => `Invite ${name}`,
  whyInvite: (hasPhone: boolean, there: LocalTime | null) =>
    hasPhone && there
      ? `It is ${there.weekday} ${there.text} there, so write instead of calling.`
      : 'There is no telephone number, so write first.',
  nobodyLeft: 'No call is waiting for you.',
  nobodyLeftWhy: 'The others are held, claimed by colleagues, or cannot be reached.',
  drivers: 'See what moves the score',
  empty: {
    title: 'Places that fell empty',
    draw: 'Draw a substitute',
    drawFor: (name: string) => `Draw a substitute for ${name}`,
    drawn: (who: string, gone: string) => `${who} takes the place of ${gone}.`,
    happened: (state: PersonState) => (state === 'noShow' ? 'did not appear' : 'declined'),
  },
  load: {
    title: 'Who calls, and what came of it',
    caption: 'Interviewers, their calls to make and how people answered',
    interviewer: 'Interviewer',
    toCall: 'To call',
    invited: 'Asked',
    held: 'Held',
    declined: 'Declined',
    noShow: 'Did not appear',
    rate: 'Held of asked',
    nobody: 'Nobody yet',
    all: 'In all',
  },
};

/** The finding of the roster: what is held of what can be. Who declined or did not come is told apart, and counts nowhere. */
export function rosterFinding({ held, open, declined, noShow }: RosterSummary): string {
  const parts = [
    ...(declined > 0 ? [`${wholeOf(declined)} declined`] : []),
    ...(noShow > 0 ? [`${wholeOf(noShow)} did not appear`] : []),
  ];
  const gone = parts.length > 0 ? `; ${listOf(parts)}` : '';
  if (held + open === 0) return `Nobody is left to call${gone}.`;
  if (held === 0) return `${sentence(people(open))} to call. No call has been held yet${gone}.`;
  if (open === 0) return `All done: ${countOf(held, 'call', 'calls')} held${gone}.`;
  return `${wholeOf(held)} of ${countOf(held + open, 'call', 'calls')} held${gone}.`;
}

export function rosterLede(summary: RosterSummary, progress: StudyProgress | null): string {
  const { held, open, overdue, least, byBand } = summary;
  const per = bands
    .filter((b) => byBand[b].all > 0)
    .map((b) => `${wholeOf(byBand[b].held)} of ${inBand(b, byBand[b].all)}`);
  const nobodyYet = held === 0;
  const unscored = bands.reduce((left, b) => left - byBand[b].all, held + open);
  const planned = [
    ...bands.filter((b) => byBand[b].all > 0).map((b) => inBand(b, byBand[b].all)),
    ...(unscored > 0 ? [`${wholeOf(unscored)} whose score is not known`] : []),
  ];
  const parts = [nobodyYet ? `${sentence(listOf(planned))}.` : `Held: ${listOf(per)}.`];
  if (open > 0) parts.push(nobodyYet ? `${sentence(whose(summary))}.` : leftText(summary));
  if (overdue > 0) parts.push(`${people(overdue)} ${overdue === 1 ? 'is' : 'are'} past the two weeks.`);
  else if (least !== null && open > 0) parts.push(firstText(least));
  if (progress) parts.push(progressText(progress));
  return parts.join(' ');
}

/** "53 are chosen, 23 more than this study’s 24 to 30." */
function progressText({ range, chosen, is }: StudyProgress): string {
  const size = `this study’s ${rangeText(range)}`;
  const are = `${wholeOf(chosen)} ${chosen === 1 ? 'is' : 'are'} chosen`;
  if (is === 'within') return `${are}, within ${size}.`;
  return is === 'below'
    ? `${are}, ${wholeOf(range.low - chosen)} fewer than ${size}.`
    : `${are}, ${wholeOf(chosen - range.high)} more than ${size}.`;
}

const firstText = (left: number): string =>
  left === 0 ? 'The first has its last day today.' : `The first has ${countOf(left, 'day', 'days')} left.`;

/** "5 left to call: 2 with colleagues, 3 free", "4 left to call: all free". */
const leftText = (summary: RosterSummary): string =>
  `${wholeOf(summary.open)} left to call: ${whose(summary)}.`;

/** "2 yours, 3 with colleagues, 19 free"; "all free". */
function whose({ open, mine, free }: RosterSummary): string {
  const parts = [
    { n: mine, text: 'yours' },
    { n: open - mine - free, text: 'with colleagues' },
    { n: free, text: 'free' },
  ].filter(({ n }) => n > 0);
  if (parts.length === 1 && open > 1) return `all ${parts[0]?.text}`;
  return parts.map(({ n, text }) => `${wholeOf(n)} ${text}`).join(', ');
}

const daysText = (left: number): string =>
  left === 0 ? 'Last day today' : `${countOf(left, 'day', 'days')} left`;

/** "11 days left, best now", "2 days late". */
export function windowText(window: Window): { text: string; late: boolean } {
  switch (window.kind) {
    case 'best':
      return { text: `${daysText(window.left)}, best now`, late: false };
    case 'open':
      return { text: daysText(window.left), late: false };
    case 'overdue':
      return { text: `${countOf(window.late, 'day', 'days')} late`, late: true };
    case 'unknown':
      return { text: 'answer has no date', late: false };
  }
}

export const stateNames: Readonly<Record<PersonState, string>> = {
  selected: 'chosen',
  invited: 'invited',
  scheduled: 'arranged',
  held: 'held',
  declined: 'declined',
  noShow: 'did not appear',
};

export function refusalText(refusal: RosterRefusal): string {
  switch (refusal.kind) {
    case 'claimedByOther':
      return `${refusal.name || rosterWords.colleague} has claimed this call. Nothing was changed.`;
    case 'callBegun':
      return 'The call has begun, so it stays with whoever began it.';
    case 'notYours':
      return 'This call is not yours to give back.';
    case 'declined':
      return 'Whoever declined stays here, so that the next draw leaves them in peace.';
    case 'notNow':
      return refusal.allowed.length > 0
        ? `That cannot follow on “${stateNames[refusal.state]}”. What can: ${refusal.allowed.map((e) => rosterWords.events[e].toLowerCase()).join(', ')}.`
        : `That cannot follow on “${stateNames[refusal.state]}”.`;
    case 'replaced':
      return 'Somebody else has taken this place already. Nothing was changed.';
    case 'noSuchTime':
      return dialogWords.arrange.past;
    case 'scoreUnknown':
      return 'The call begins with a score: ask for it first.';
    case 'noWave':
      return 'The survey this person was drawn from is not on this device, so nobody can be drawn from it.';
    case 'unreadable':
      return 'The people of this survey could not be read. Nothing was changed.';
    case 'nobodyLeft': {
      const why = whyLeftOut(refusal.leftOut);
      return `Nobody is left to take this place: ${people(refusal.fit)} of this segment and band answered${why.length > 0 ? `; ${listOf(why)}` : ''}.`;
    }
    case 'noName':
      return 'A name is needed.';
    case 'noWayToReach':
      return 'An e-mail address or a telephone number is needed.';
    case 'badEmail':
      return 'This is no e-mail address.';
    case 'badPhone':
      return 'This telephone number is too short.';
    case 'noReason':
      return 'Say why they should be asked: others will wonder.';
    case 'badScore':
      return 'A score is a whole number from 0 to 10.';
    case 'optedOut':
      return `${refusal.name} asked not to be contacted: the survey says so.`;
    case 'onRoster':
      return `${refusal.name || 'This person'} is on the roster already.`;
  }
}

/** "8 of 12 (67%)"; a dash while nobody was asked. */
export function rateText({ held, invited }: Workload): string {
  return invited === 0 ? '–' : `${wholeOf(held)} of ${wholeOf(invited)} (${percentOf(held / invited)})`;
}

/** A name in a file's: "ada-lovelace". */
export const plainIn = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();

/** What a calendar shows of a call. Nothing in it that the customer should not read. */
export function calendarWords(
  entry: RosterEntry,
  interviewer: string,
): { file: string; title: string; text: string } {
  const name = entry.name || rosterWords.unnamed;
  const who = [name, entry.accountName].filter(Boolean).join(', ');
  const lines = [`${interviewer || rosterWords.colleague} calls ${who}.`, entry.phone, entry.email];
  return {
    file: `call-${plainIn(name) || 'somebody'}.ics`,
    title: `Call with ${who}`,
    text: lines.filter(Boolean).join('\n'),
  };
}

/** On the head of the column. */
export const windowHint = `best within ${bestWithin} days of the answer, at the latest ${latestWithin} after the survey closed`;
