import { countOf, dayOf, listOf, percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import {
  bestWithin,
  type InvitationKind,
  type InvitationProblem,
  type LeftOutReason,
  type LocalTime,
  latestWithin,
  type PersonEventKind,
  type PersonState,
  type Quota,
  type QuotaOutcome,
  type RestRules,
  type RosterEntry,
  type Study,
  type StudyProgress,
  sizeOf,
  totalFor,
  type UsualRange,
  usualByBand,
  type Window,
  type Workload,
} from '#core/sample/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { RosterRefusal, RosterSummary, Show } from './roster.ts';
import type { Selection } from './selection.ts';

export const bandNames: Readonly<Record<Band, { one: string; many: string; title: string }>> = {
  detractor: { one: 'detractor', many: 'detractors', title: 'Detractors' },
  passive: { one: 'passive', many: 'passives', title: 'Passives' },
  promoter: { one: 'promoter', many: 'promoters', title: 'Promoters' },
};
const inBand = (band: Band, n: number): string => countOf(n, bandNames[band].one, bandNames[band].many);
const people = (n: number): string => countOf(n, 'person', 'people');
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const words = {
  loading: 'Opening the survey and its people',
  anyone: 'Anyone who answered',
  quotas: {
    title: 'How many, of whom',
    caption: 'People wanted by segment and band',
    segment: 'Segment',
    total: 'In all',
    planned: 'Planned',
    usual: 'Usual',
    field: (band: Band, segment: string) => `${bandNames[band].title} wanted, ${segment}`,
    back: 'Back to the usual numbers',
    segments: 'Change segments',
    purpose: 'Called to hear',
    remove: (segment: string) => `Remove ${segment}`,
    add: 'Add a segment',
    addChoose: 'Choose a segment to add',
    noPassives: 'Nobody in the middle: passives need the smallest push to become promoters. Plan a few.',
  },
  study: {
    label: 'What it is for',
    rest: 'Leave in peace after an interview',
    restUnit: (n: number) => (n === 0 ? 'this cycle only' : `this cycle and ${countOf(n, 'more', 'more')}`),
    invitations: 'Invitations in four cycles, at most',
    restHint:
      'Whoever was asked too often answers less, and less kindly. Left out below, each with the reason.',
  },
  tried: {
    title: 'What this would change',
    come: 'Would come',
    go: 'Would go',
    comes: ' comes with this change',
    more: (n: number) => `and ${wholeOf(n)} more`,
    undo: 'Undo the last change',
    keep: 'Keep this plan',
    kept: 'The plan is kept.',
    putBack: 'Undo',
  },
  seed: {
    label: 'Seed of the draw',
    hint: 'The same seed, segments and numbers draw the same people.',
    again: 'Draw others',
  },
  drawn: {
    title: 'Drawn',
    caption: 'People drawn, each with the reason',
    person: 'Person',
    account: 'Account',
    score: 'Score',
    why: 'Chosen for',
    reach: 'Reach',
    none: 'Nobody fits these numbers. Change them, or the segments.',
  },
  short: { title: 'Where the plan falls short' },
  leftOut: { title: 'Left out, and why' },
  next: {
    put: (n: number) => `Put ${people(n)} on the roster`,
    roster: 'Back to the roster',
    full: 'The plan is full.',
    fullWhy: 'Everybody it asks for is on the roster.',
    strong: (n: number, cycle: string) => `${sentence(people(n))} for ${cycle || 'this cycle'}.`,
    why: `Best called within ${bestWithin * 24} hours of the answer, two weeks after the close at the latest.`,
    nobody: 'Nobody to put on the roster yet.',
  },
  confirmed: (n: number) => `${sentence(people(n))} put on the roster.`,
  undo: 'Undo',
  roster: {
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
    nobodyLeft: 'No call is waiting for you.',
    nobodyLeftWhy: 'The others are held, claimed by colleagues, or cannot be reached.',
    drivers: 'See what moves the score',
  },
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
  invite: {
    title: (name: string) => `Invite ${name}`,
    subject: 'Subject',
    mail: 'Open in your mail program',
    copy: 'Copy the text',
    copied: 'Copied.',
    notCopied: 'This browser did not allow copying. Select the text and copy it by hand.',
    mark: 'Mark as invited',
    marked: (name: string) => `${name} is marked as invited.`,
    write: 'Change this text',
    tooLong: 'This text is longer than some mail programs take from a link: copy it instead.',
    noMail: 'No e-mail address is known. Invite by telephone, or copy the text.',
    noName: 'Your name is not known here, so the text ends without it. Settings asks for it.',
    broken: 'This text cannot be sent as it is:',
    purpose: 'Why this call',
  },
  arrange: {
    title: (name: string) => `Arrange the call with ${name}`,
    day: 'Day',
    time: 'Time, as your clock has it',
    minutes: 'Minutes',
    save: 'Arrange and save the calendar file',
    only: 'Arrange without a file',
    noZone: 'Where they are is not known, so nor is their time.',
    done: (name: string, when: string) => `The call with ${name} is arranged for ${when}.`,
    past: 'Choose a day and time that are still to come.',
  },
  hand: {
    title: (name: string) => `Hand over the call with ${name}`,
    to: 'To whom',
    nobody:
      'Nobody else has claimed a call in this cycle yet. Give the call back, and a colleague can claim it.',
    save: (name: string) => `Hand over to ${name}`,
    choose: 'Choose a colleague',
    done: (name: string, to: string) => `${to} calls ${name} now.`,
  },
  add: {
    title: 'Add somebody from outside the survey',
    text: 'They are marked as such wherever they appear, and are not part of the draw.',
    name: 'Name',
    email: 'E-mail',
    phone: 'Telephone',
    account: 'Account',
    zone: 'Time zone',
    zoneHint: 'Such as Europe/Berlin or +02:00. May stay empty.',
    score: 'Score they gave',
    scoreUnknown: 'Not known yet',
    band: 'Band',
    bandUnknown: 'Not known',
    bandHint: 'From what you know of them. A score, once they give one, decides.',
    why: 'Why they should be asked',
    save: 'Add to the roster',
    done: (name: string) => `${name} is on the roster.`,
  },
  ask: {
    title: (name: string) => `First ask ${name} for a score`,
    text: 'On a scale from 0 to 10, how likely are you to recommend us? The questions of the call follow from the answer.',
    begin: (score: number) => `Begin the call with a score of ${score}`,
    choose: 'Choose the score they give',
    label: 'Score from 0 to 10',
  },
  texts: {
    title: 'Invitation texts',
    label: 'Whom the text is for',
    for: {
      detractor: 'Detractors',
      passive: 'Passives',
      promoter: 'Promoters',
      outside: 'Others',
    } satisfies Record<InvitationKind, string>,
    subject: 'Subject',
    body: 'Text',
    hint: 'These are filled in for each person; what stands after | is said where the value is not known:',
    score: 'This text may name the score',
    scoreHint: 'Customers are not told their score unless you allow it here.',
    preview: (name: string) => `As ${name} would read it`,
    noPreview: 'Nobody on the roster gets this text yet.',
    save: 'Keep this text',
    saved: 'The text is kept for everybody.',
    usual: 'Back to the usual text',
  },
  noWave: {
    title: 'Whom to call comes from a survey',
    text: 'This page draws people by segment and band, says why each was chosen, and keeps the list that interviewers work through: “Enterprise × detractor, score 4”. It begins with a survey.',
    action: 'Bring your survey',
  },
  noPeople: {
    title: {
      unnamed: 'This survey does not say who answered',
      named: 'Nobody in this survey can be reached',
    },
    text: {
      unnamed:
        'The scores and segments can be read, but there is no name, e-mail address or telephone number to call. Bring the file again together with a contacts and accounts file: one line a person, joined by respondent id or e-mail.',
      named:
        'The people who answered have neither an e-mail address nor a telephone number. Bring the file again together with a contacts and accounts file: one line a person, joined by respondent id or e-mail.',
    },
    example: 'For example: respondent_id, name, email, phone, account, opt_out',
    action: 'Bring it with a contacts file',
    segments: 'Back to the segments',
  },
  failed: {
    damaged: {
      title: 'A part of this survey is damaged',
      text: 'What is stored no longer matches what was imported, so nobody is drawn from it. Notes and interviews are safe. Import the file again.',
    },
    other: {
      title: 'The people of this survey could not be read',
      text: 'The storage of this browser did not answer. Nothing was changed. Try again, or close other tabs of Sounding first.',
    },
  },
  again: 'Try again',
  survey: 'Bring the file again',
};

export const segmentName = (segment: Quota['segment']): string => segment?.value ?? words.anyone;

/** The finding of a selection: how many were found of how many wanted. */
export function selectionFinding({ draw, wanted, onRoster }: Selection): string {
  const want = wanted.reduce((sum, q) => sum + q.want, 0);
  const got = draw.chosen.length;
  if (want === 0)
    return onRoster > 0 ? `The plan is full: ${people(onRoster)} on the roster.` : 'Nobody is asked for yet.';
  const per = bands
    .map((band) => ({ band, n: draw.chosen.filter((c) => c.reason.band === band).length }))
    .filter(({ n }) => n > 0)
    .map(({ band, n }) => inBand(band, n));
  const who = per.length > 0 ? `: ${listOf(per)}` : '';
  const more = onRoster > 0 ? countOf(got, 'more person', 'more people') : people(got);
  if (got === want) return `${sentence(more)} to call${who}.`;
  return `${wholeOf(got)} of ${people(want)} found${who}.`;
}

/** Where they were drawn from and how. */
export function selectionLede({ segments, answers, draw }: Selection): string {
  const where = segments.length > 0 ? `, in ${listOf(segments.map((s) => s.value))}` : '';
  const looked = draw.everybody
    ? ''
    : ` ${sentence(people(draw.looked))} were looked at, in the order of the draw.`;
  const left =
    draw.leftOut.length > 0
      ? ` ${sentence(people(draw.leftOut.length))} left out, each with the reason.`
      : '';
  return `Drawn from ${people(answers)} who answered${where}. Scores take turns, so that each band is covered from end to end.${looked}${left}`;
}

export const rangeText = ({ low, high }: UsualRange): string =>
  low === high ? wholeOf(low) : `${wholeOf(low)} to ${wholeOf(high)}`;

/** "10 to 15" for the cycle's round, whose bands METHOD gives; for other studies the whole alone. */
export function usualTexts(
  study: Study,
  segments: Selection['segments'],
): { band: Readonly<Record<Band, string>> | null; total: string } {
  const total = rangeText(totalFor(study, segments));
  if (study !== 'cycle') return { band: null, total };
  return {
    band: {
      detractor: rangeText(usualByBand.detractor),
      passive: rangeText(usualByBand.passive),
      promoter: rangeText(usualByBand.promoter),
    },
    total,
  };
}

/** "fewer than usual", "more than usual", or nothing. */
export function standingText(is: 'below' | 'within' | 'above'): string {
  if (is === 'within') return '';
  return is === 'below' ? 'fewer than usual' : 'more than usual';
}

export function totalStanding(total: number, study: Study, segments: Selection['segments']): string {
  const { low, high } = totalFor(study, segments);
  return standingText(total < low ? 'below' : total > high ? 'above' : 'within');
}

/** The kinds of study, each with its size. */
export const studyNames: Readonly<Record<Study, string>> = {
  cycle: 'The round of a cycle',
  segment: 'A segment in question',
  company: 'What moves the score of the whole company',
  perSegment: 'What moves the score of each segment',
  quickStart: 'Quick start: tier by band',
};

export function studyOption(study: Study): string {
  const { range, each } = sizeOf(study);
  return `${studyNames[study]} (${rangeText(range)}${each ? ' each' : ''})`;
}

/** What a kind of study asks for beside its numbers. */
export function studyHint(study: Study, days: number | null): string {
  const what = {
    cycle: 'Enough to hear what most people would say, few enough to finish in two weeks.',
    segment: 'Enough people of one segment to tell its reasons from everybody else’s.',
    company: 'Enough to put the reasons of the whole company in order.',
    perSegment: 'Enough of each segment to compare what moves them.',
    quickStart: 'Twenty calls, one week of analysis, one document.',
  } satisfies Record<Study, string>;
  const since = days === null ? '' : ` ${sinceClosed(days)}`;
  return `${what[study]}${since}`;
}

/** "Day 12 since the survey closed; the plan is counted from there." */
export const sinceClosed = (days: number): string =>
  days === 0
    ? 'The survey closed today; the days to the plan count from here.'
    : `${countOf(days, 'day', 'days')} since the survey closed, and the days to the plan count from there.`;

/** What each band is called for (METHOD 3). */
export const purposes: Readonly<Record<Band, string>> = {
  detractor: 'what failed, and what would win them back',
  passive: 'what stands between them and a promoter',
  promoter: 'what must be kept',
};

export const purposeText = (band: Band | null): string =>
  band === null ? 'Ask for a score first; the questions follow from it.' : `To hear ${purposes[band]}.`;

const reasonsLeftOut: Readonly<Record<LeftOutReason, { one: string; many: string; title: string }>> = {
  optedOut: {
    one: 'asked not to be contacted',
    many: 'asked not to be contacted',
    title: 'Asked not to be contacted',
  },
  noWayToReach: {
    one: 'has neither e-mail nor telephone',
    many: 'have neither e-mail nor telephone',
    title: 'No e-mail and no telephone number',
  },
  answeredAgain: {
    one: 'answered again later, which counts',
    many: 'answered again later, which counts',
    title: 'Answered again later; that answer counts',
  },
  inRoster: { one: 'is on the roster', many: 'are on the roster', title: 'On the roster already' },
  declined: { one: 'declined', many: 'declined', title: 'Declined in this cycle or the year before' },
  interviewedRecently: {
    one: 'was interviewed lately',
    many: 'were interviewed lately',
    title: 'Interviewed lately',
  },
  askedOften: {
    one: 'was asked often enough lately',
    many: 'were asked often enough lately',
    title: 'Asked often enough lately',
  },
};

/** The reason, with the rule behind it where a number decides. */
export function leftOutTitle(reason: LeftOutReason, { interviewed, invitations, within }: RestRules): string {
  if (reason === 'interviewedRecently')
    return interviewed === 0
      ? 'Interviewed in this cycle'
      : `Interviewed in this cycle or the ${countOf(interviewed, 'one', 'cycles')} before`;
  if (reason === 'askedOften')
    return `Invited ${countOf(invitations, 'time', 'times')} or more in the last ${countOf(within, 'cycle', 'cycles')}`;
  return reasonsLeftOut[reason].title;
}

/** "Enterprise, passives: 2 of 4 found. 3 people fit; 1 asked not to be contacted." */
export function shortfallText({ quota, got, shortfall }: QuotaOutcome): string {
  const head = `${segmentName(quota.segment)}, ${bandNames[quota.band].many}: ${wholeOf(got)} of ${wholeOf(quota.want)} found.`;
  if (!shortfall) return head;
  if (shortfall.fit === 0) return `${head} Nobody who answered fits.`;
  const why = whyLeftOut(shortfall.leftOut);
  if (shortfall.chosenElsewhere > 0)
    why.push(
      `${wholeOf(shortfall.chosenElsewhere)} ${shortfall.chosenElsewhere === 1 ? 'was' : 'were'} drawn for another segment`,
    );
  const fit = `${sentence(people(shortfall.fit))} ${shortfall.fit === 1 ? 'fits' : 'fit'}`;
  return `${head} ${fit}${why.length > 0 ? `; ${listOf(why)}` : ''}.`;
}

/** "10 asked not to be contacted", "3 declined". */
function whyLeftOut(leftOut: Readonly<Partial<Record<LeftOutReason, number>>>): string[] {
  return (Object.keys(reasonsLeftOut) as LeftOutReason[]).flatMap((reason) => {
    const n = leftOut[reason] ?? 0;
    const { one, many } = reasonsLeftOut[reason];
    return n > 0 ? [`${wholeOf(n)} ${n === 1 ? one : many}`] : [];
  });
}

/** What a change that is tried would do: "2 people would come and 1 would go; 23 stay." */
export function triedText({ come, go, stay }: NonNullable<Selection['tried']>): string {
  if (come.length === 0 && go.length === 0) return 'The same people would be drawn.';
  const parts = [
    ...(come.length > 0 ? [`${people(come.length)} would come`] : []),
    ...(go.length > 0 ? [`${come.length > 0 ? wholeOf(go.length) : people(go.length)} would go`] : []),
  ];
  return `${sentence(listOf(parts))}; ${wholeOf(stay)} ${stay === 1 ? 'stays' : 'stay'}.`;
}

/** The finding of the roster: what is held of what was chosen. */
export function rosterFinding({ all, held, open }: RosterSummary): string {
  if (held === 0) return `${sentence(people(all))} to call. No call has been held yet.`;
  if (open === 0)
    return `All done: ${countOf(held, 'call', 'calls')} held, ${wholeOf(all - held)} could not be.`;
  return `${wholeOf(held)} of ${countOf(all, 'call', 'calls')} held.`;
}

export function rosterLede(summary: RosterSummary, progress: StudyProgress | null): string {
  const { open, overdue, least, byBand } = summary;
  const per = bands
    .filter((b) => byBand[b].all > 0)
    .map((b) => `${wholeOf(byBand[b].held)} of ${inBand(b, byBand[b].all)}`);
  const nobodyYet = summary.held === 0;
  const planned = bands.filter((b) => byBand[b].all > 0).map((b) => inBand(b, byBand[b].all));
  const parts = [nobodyYet ? `${sentence(listOf(planned))}.` : `Held: ${listOf(per)}.`];
  if (open > 0) parts.push(`${nobodyYet ? '' : `To call: ${wholeOf(open)}. `}${whose(summary)}`);
  if (overdue > 0) parts.push(`${sentence(people(overdue))} past the two weeks.`);
  else if (least !== null && open > 0) parts.push(`${daysText(least)} for the first.`);
  if (progress) parts.push(progressText(progress));
  return parts.join(' ');
}

/** "24 chosen; the study takes 24 to 30." */
function progressText({ range, chosen, is }: StudyProgress): string {
  const size = `this study takes ${rangeText(range)}`;
  if (is === 'within') return `${sentence(size)}, and ${wholeOf(chosen)} are chosen.`;
  return is === 'below'
    ? `${sentence(size)}: ${wholeOf(range.low - chosen)} more to choose.`
    : `${sentence(size)}: ${wholeOf(chosen - range.high)} more than that are chosen.`;
}

/** "2 yours, 3 with colleagues, 19 free." */
function whose({ open, mine, free }: RosterSummary): string {
  const parts = [
    { n: mine, text: 'yours' },
    { n: open - mine - free, text: 'with colleagues' },
    { n: free, text: 'free' },
  ].filter(({ n }) => n > 0);
  return `${parts.map(({ n, text }) => `${wholeOf(n)} ${text}`).join(', ')}.`;
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
      return `${refusal.name || words.roster.colleague} has claimed this call. Nothing was changed.`;
    case 'callBegun':
      return 'The call has begun, so it stays with whoever began it.';
    case 'notYours':
      return 'This call is not yours to give back.';
    case 'notNow':
      return refusal.allowed.length > 0
        ? `That cannot follow on “${stateNames[refusal.state]}”. What can: ${refusal.allowed.map((e) => words.roster.events[e].toLowerCase()).join(', ')}.`
        : `That cannot follow on “${stateNames[refusal.state]}”.`;
    case 'replaced':
      return 'Somebody else has taken this place already. Nothing was changed.';
    case 'noSuchTime':
      return words.arrange.past;
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

/** What keeps a text from being sent. */
export function problemText(problem: InvitationProblem): string {
  switch (problem.kind) {
    case 'unknownPlaceholder':
      return problem.name ? `“{{${problem.name}}}” is not known.` : '“{{}}” names nothing.';
    case 'noValue':
      return `“{{${problem.name}}}” is not known of this person. Write “{{${problem.name}|something else}}” to say something else.`;
    case 'scoreNotTold':
      return '“{{score}}” would tell the customer their score, which this text does not allow.';
  }
}

/** "10:40 there", "Sat 06:10 there, outside 9 to 18". */
export function thereText({ text, weekday, isOfficeHours }: LocalTime): string {
  return isOfficeHours ? `${text} there` : `${weekday} ${text} there, outside working hours`;
}

const moment = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});
/** "Tue 13 October at 14:00", by the clock of whoever reads it. */
export const momentText = (at: number): string => moment.format(at);

/** "9 October". */
export const longDay = (day: string): string => dayOf(day);

/** "8 of 12 (67%)"; a dash while nobody was asked. */
export function rateText({ held, invited }: Workload): string {
  return invited === 0 ? '–' : `${wholeOf(held)} of ${wholeOf(invited)} (${percentOf(held / invited)})`;
}

/** What a calendar shows of a call. Nothing in it that the customer should not read. */
export function calendarWords(
  entry: RosterEntry,
  interviewer: string,
): { file: string; title: string; text: string } {
  const name = entry.name || words.roster.unnamed;
  const who = [name, entry.accountName].filter(Boolean).join(', ');
  const plain = name
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  const lines = [`${interviewer || words.roster.colleague} calls ${who}.`, entry.phone, entry.email];
  return {
    file: `call-${plain || 'somebody'}.ics`,
    title: `Call with ${who}`,
    text: lines.filter(Boolean).join('\n'),
  };
}

export const faultText = (fault: WaveStoreFault): { title: string; text: string } =>
  fault.kind === 'damaged' ? words.failed.damaged : words.failed.other;

/** On the head of the column. */
export const windowHint = `best within ${bestWithin} days of the answer, at the latest ${latestWithin} after the survey closed`;
