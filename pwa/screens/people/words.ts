import { countOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import {
  bestWithin,
  type ClaimRefusal,
  type LeftOutReason,
  latestWithin,
  type PersonState,
  type Quota,
  type QuotaOutcome,
  type UsualRange,
  usualByBand,
  usualForSegment,
  usualTotal,
  type Window,
} from '#core/sample/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { RosterSummary, Show } from './roster.ts';
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
    noPassives: 'Nobody in the middle: passives need the smallest push to become promoters. Plan a few.',
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
    why: `Best called within ${bestWithin * 24} hours of the answer, two weeks at the latest.`,
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
    localTime: (time: string) => `${time} there`,
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
export function selectionLede({ segments, pool, draw }: Selection): string {
  const where = segments.length > 0 ? ` in ${listOf(segments.map((s) => s.value))}` : '';
  const looked =
    pool.people.length < pool.all ? ` A random ${wholeOf(pool.people.length)} of them were looked at.` : '';
  const left =
    draw.leftOut.length > 0
      ? ` ${sentence(people(draw.leftOut.length))} left out, each with the reason.`
      : '';
  return `Drawn from ${people(pool.all)} who answered${where}. Scores take turns, so that each band is covered from end to end.${looked}${left}`;
}

export const rangeText = ({ low, high }: UsualRange): string => `${wholeOf(low)} to ${wholeOf(high)}`;

/** "10 to 15" for a cycle; for a single segment its own range. */
export function usualTexts(segments: number): { band: Readonly<Record<Band, string>> | null; total: string } {
  if (segments === 1) return { band: null, total: rangeText(usualForSegment) };
  return {
    band: {
      detractor: rangeText(usualByBand.detractor),
      passive: rangeText(usualByBand.passive),
      promoter: rangeText(usualByBand.promoter),
    },
    total: rangeText(usualTotal),
  };
}

/** "fewer than usual", "more than usual", or nothing. */
export function standingText(is: 'below' | 'within' | 'above'): string {
  if (is === 'within') return '';
  return is === 'below' ? 'fewer than usual' : 'more than usual';
}

export function totalStanding(total: number, segments: number): string {
  const { low, high } = segments === 1 ? usualForSegment : usualTotal;
  return standingText(total < low ? 'below' : total > high ? 'above' : 'within');
}

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
  declined: { one: 'declined', many: 'declined', title: 'Declined in this cycle' },
  interviewedRecently: {
    one: 'was interviewed lately',
    many: 'were interviewed lately',
    title: 'Interviewed in this cycle or the two before',
  },
};

export const leftOutTitle = (reason: LeftOutReason): string => reasonsLeftOut[reason].title;

/** "Enterprise, passives: 2 of 4 found. 3 people fit; 1 asked not to be contacted." */
export function shortfallText({ quota, got, shortfall }: QuotaOutcome): string {
  const head = `${segmentName(quota.segment)}, ${bandNames[quota.band].many}: ${wholeOf(got)} of ${wholeOf(quota.want)} found.`;
  if (!shortfall) return head;
  if (shortfall.fit === 0) return `${head} Nobody who answered fits.`;
  const why = (Object.keys(reasonsLeftOut) as LeftOutReason[]).flatMap((reason) => {
    const n = shortfall.leftOut[reason] ?? 0;
    const { one, many } = reasonsLeftOut[reason];
    return n > 0 ? [`${wholeOf(n)} ${n === 1 ? one : many}`] : [];
  });
  if (shortfall.chosenElsewhere > 0)
    why.push(
      `${wholeOf(shortfall.chosenElsewhere)} ${shortfall.chosenElsewhere === 1 ? 'was' : 'were'} drawn for another segment`,
    );
  const fit = `${sentence(people(shortfall.fit))} ${shortfall.fit === 1 ? 'fits' : 'fit'}`;
  return `${head} ${fit}${why.length > 0 ? `; ${listOf(why)}` : ''}.`;
}

/** The finding of the roster: what is held of what was chosen. */
export function rosterFinding({ all, held, open }: RosterSummary): string {
  if (held === 0) return `${sentence(people(all))} to call. No call has been held yet.`;
  if (open === 0)
    return `All done: ${countOf(held, 'call', 'calls')} held, ${wholeOf(all - held)} could not be.`;
  return `${wholeOf(held)} of ${countOf(all, 'call', 'calls')} held.`;
}

export function rosterLede(summary: RosterSummary): string {
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
  return parts.join(' ');
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

export function refusalText(refusal: ClaimRefusal): string {
  switch (refusal.kind) {
    case 'claimedByOther':
      return `${refusal.name || words.roster.colleague} has claimed this call. Nothing was changed.`;
    case 'callBegun':
      return 'The call has begun, so it stays with whoever began it.';
    case 'notYours':
      return 'This call is not yours to give back.';
  }
}

export const faultText = (fault: WaveStoreFault): { title: string; text: string } =>
  fault.kind === 'damaged' ? words.failed.damaged : words.failed.other;

/** "latest 14 days" in the head of the column. */
export const windowHint = `best within ${bestWithin} days, at most ${latestWithin}`;
