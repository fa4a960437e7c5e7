import { countOf, dayOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import {
  type Calendar,
  type CycleFacts,
  daysBetween,
  type StartRefusal,
  type StepId,
  type StepStanding,
  type WeekStanding,
} from '#core/cycles/index.ts';
import type { Cell } from '#core/exchange/index.ts';

export const words = {
  loading: 'Reading the calendar of the quarter',
  noCycle: {
    title: 'No quarter has begun yet',
    text: 'Once a survey is in, the twelve weeks from the survey to the plan stand here: what is done, who owns what, and what comes next.',
    action: 'Bring a survey',
  },
  noStart: {
    title: (name: string) => `${name} has no first day yet`,
    text: 'Say on which day week 1 begins, and the twelve weeks follow from it.',
  },
  calendar: 'The twelve weeks',
  change: 'Change the first day',
  start: {
    title: 'When does week 1 begin?',
    label: 'First day of week 1',
    hint: 'Twelve weeks of seven days follow from it, on whichever weekday it falls.',
    keep: 'Keep this day',
    leave: 'Cancel',
    moved: (day: string) => `Week 1 now begins on ${dayOf(day)}.`,
  },
  week: (n: number) => `Week ${n}`,
  now: 'this week',
  owner: 'Owner',
  ownerOf: (n: number) => `Owner of week ${n}`,
  noteOf: (n: number) => `Note on week ${n}`,
  note: 'Note',
  saveNote: 'Keep the note',
  stepsOf: (n: number) => `Steps, week ${n}`,
  byData: 'shown by your data',
  calledDone: (name: string, at: number) => `called done by ${name || 'somebody'} on ${momentOf(at)}`,
  table: 'The table behind it',
  csv: 'Download CSV',
  fileName: (cycle: string) => `${cycle} calendar.csv`,
  heads: {
    week: 'Week',
    days: 'Days',
    work: 'What',
    owner: 'Owner',
    milestone: 'Milestone',
    standing: 'Standing',
    note: 'Note',
  },
  undo: 'Undo',
  again: 'Try again',
  ticked: (step: string) => `“${step}” is called done.`,
  unticked: (step: string) => `“${step}” is open again.`,
  ownerSet: (n: number, name: string) =>
    name ? `${name} owns week ${n}.` : `Week ${n} is back with its usual owner.`,
  noteKept: (n: number) => `The note on week ${n} is kept.`,
  callDone: (step: string) => `Mark “${step}” as done`,
  allDone: 'All twelve weeks are done.',
} as const;

const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const momentOf = (at: number): string => moment.format(at);
const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "Thu 1 Oct – 7 Oct". */
export function daysOf({ startsOn, endsOn }: Pick<WeekStanding, 'startsOn' | 'endsOn'>): string {
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
  const [a, b] = [new Date(at(startsOn)), new Date(at(endsOn))];
  const from = a.getUTCMonth() === b.getUTCMonth() ? String(a.getUTCDate()) : dayMonth.format(a);
  return `${from} – ${dayMonth.format(b)}`;
}

/** "Thu, 1 Oct". */
export const weekdayOf = (day: string): string => weekday.format(Date.parse(`${day}T00:00:00Z`));

/** What a week is about, and what it has to end with. */
export const weekWords: Readonly<Record<number, { title: string; milestone: string }>> = {
  1: { title: 'Survey goes out', milestone: 'Targets set, method unchanged' },
  2: { title: 'Close, segment, select', milestone: 'People to call chosen' },
  3: { title: 'Interviews, first half', milestone: 'Half of the calls held' },
  4: { title: 'Interviews, second half', milestone: 'Every call held or closed' },
  5: { title: 'Cluster what was heard', milestone: 'Every note has its theme' },
  6: { title: 'Build the driver table', milestone: 'Driver table stands' },
  7: { title: 'Prioritise and assign', milestone: 'Every action has one owner' },
  8: { title: 'Present and approve', milestone: 'Resources granted' },
  9: { title: 'Carry out', milestone: 'First actions under way' },
  10: { title: 'Carry out, update playbooks', milestone: 'Playbooks updated' },
  11: { title: 'Check in, escalate, close the loop', milestone: 'Customers told what changed' },
  12: { title: 'Document and prepare the next', milestone: 'Next quarter prepared' },
};

export const stepWords: Readonly<Record<StepId, string>> = {
  surveyOut: 'Survey sent',
  targetsSet: 'Targets set',
  methodUnchanged: 'Question and scales as last time',
  surveyIn: 'Survey closed and brought in',
  segmentsChosen: 'Segments chosen',
  peopleChosen: 'People to call chosen',
  interviewsHalf: 'First half of the interviews held',
  interviewsHeld: 'Interviews held',
  notesTagged: 'Every note tagged with its theme',
  driverTable: 'Driver table complete',
  prioritised: 'Drivers prioritised with stakeholders',
  assigned: 'Every action has one named owner',
  presented: 'Plan presented to the sponsor',
  resourcesGranted: 'Plan approved and resources granted',
  actionsUnderWay: 'First actions under way',
  playbooksUpdated: 'Playbooks updated',
  sponsorTold: 'Progress reported to the sponsor',
  stalledRaised: 'Stalled actions escalated',
  loopClosed: 'Customers told what changed',
  documented: 'Quarter documented',
  carriedOver: 'Open actions carried over',
  trendsUpdated: 'Trends updated',
  nextPrepared: 'Next quarter prepared',
};

/** The work of a step: "setting targets is next". */
const doingWords: Readonly<Record<StepId, string>> = {
  surveyOut: 'sending the survey',
  targetsSet: 'setting targets',
  methodUnchanged: 'checking the method against last time',
  surveyIn: 'bringing the answers in',
  segmentsChosen: 'choosing segments',
  peopleChosen: 'choosing whom to call',
  interviewsHalf: 'the first half of the interviews',
  interviewsHeld: 'the rest of the interviews',
  notesTagged: 'tagging what was heard',
  driverTable: 'the driver table',
  prioritised: 'prioritising',
  assigned: 'giving every action an owner',
  presented: 'presenting the plan',
  resourcesGranted: 'approval of the plan',
  actionsUnderWay: 'starting the first actions',
  playbooksUpdated: 'updating the playbooks',
  sponsorTold: 'reporting to the sponsor',
  stalledRaised: 'escalating what stalled',
  loopClosed: 'telling customers what changed',
  documented: 'documenting the quarter',
  carriedOver: 'carrying open actions over',
  trendsUpdated: 'updating the trends',
  nextPrepared: 'preparing the next quarter',
};

/** Where the work of a step is done; empty for what is done outside. */
export const stepPlaces: Readonly<Partial<Record<StepId, { href: string; action: string }>>> = {
  surveyOut: { href: '/survey?new', action: 'Bring the survey' },
  surveyIn: { href: '/survey?new', action: 'Bring the survey' },
  segmentsChosen: { href: '/segments', action: 'See the segments' },
  peopleChosen: { href: '/people', action: 'Choose people to call' },
  interviewsHalf: { href: '/people', action: 'Call the next person' },
  interviewsHeld: { href: '/people', action: 'Call the next person' },
  notesTagged: { href: '/interviews', action: 'Tag what was heard' },
  driverTable: { href: '/drivers', action: 'See the driver table' },
};

const roles = { insightsLead: 'Insights lead', cxLead: 'CX lead', actionOwners: 'Action owners' } as const;
const beside = { stakeholders: 'with stakeholders', sponsor: 'with the sponsor' } as const;

/** "CX lead, with the sponsor". */
export const usualOwner = ({ owner, beside: others }: WeekStanding): string =>
  others ? `${roles[owner]}, ${beside[others]}` : roles[owner];

export const ownerText = (week: WeekStanding): string => week.ownerName || usualOwner(week);

/** How far the work has come, in figures. */
function heard({ survey, chosen, held, notes, tagged, themes, open }: CycleFacts): string {
  if (!survey) return 'no survey has come in yet';
  if (chosen === 0) return `${countOf(survey.answers, 'answer is', 'answers are')} in`;
  if (held + open === 0) return 'nobody is left to interview';
  const interviews = `${wholeOf(held)} of ${countOf(held + open, 'interview', 'interviews')} held`;
  if (open > 0) return interviews;
  if (tagged < notes) return `${interviews}, ${wholeOf(tagged)} of ${countOf(notes, 'note', 'notes')} tagged`;
  return `${interviews}, ${countOf(themes, 'theme', 'themes')} raised`;
}

/** The opening sentence: where we are, how far that is, and the first step that is open. */
export function finding(calendar: Calendar, facts: CycleFacts): string {
  const { now, weeks, untilStart, sinceEnd, next } = calendar;
  const first = weeks[0];
  if (!next) return words.allDone;
  if (untilStart > 0)
    return `Week 1 begins ${untilStart === 1 ? 'tomorrow' : `in ${countOf(untilStart, 'day', 'days')}`}, on ${dayOf(first?.startsOn ?? '')}.`;
  const start =
    sinceEnd > 0 ? `The twelve weeks ended ${countOf(sinceEnd, 'day', 'days')} ago` : `Week ${now} of 12`;
  return `${start}: ${heard(facts)}; ${doingWords[next.step.id]} is next.`;
}

/** The bar: what is open, and since when or whose it is. A step is never named so that it reads as done. */
export function nextText({ week, step }: NonNullable<Calendar['next']>): { strong: string; text: string } {
  const owner = ownerText(week);
  if (week.overdue)
    return {
      strong: `Still open from week ${week.week}: ${lowered(stepWords[step.id])}.`,
      text: `${owner}.`,
    };
  return { strong: `Next: ${doingWords[step.id]}.`, text: `${words.week(week.week)}, ${owner}.` };
}

/** Whose week it is, what is late, and how long the plan is taking. */
export function lede({ now, weeks, overdue, daysToPlan }: Calendar): string {
  const week = weeks[now - 1];
  const late = overdue.flatMap(({ standings }) => standings.filter(({ done }) => !done)).length;
  const days = daysToPlan && countOf(daysToPlan.days, 'day', 'days');
  const sentences = [
    week &&
      `This week, “${weekWords[week.week]?.title}”, is with ${week.ownerName || lower(usualOwner(week))}.`,
    late > 0 && lateText(late, overdue),
    daysToPlan?.done && `From the last answer to the granted plan it took ${days}.`,
    daysToPlan && !daysToPlan.done && `${days} since the last answer; the plan is not granted yet.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

function lateText(late: number, overdue: readonly WeekStanding[]): string {
  const weeks = overdue.map(({ week }) => String(week));
  const of = weeks.length === 1 ? `week ${weeks[0]}` : `weeks ${listOf(weeks)}`;
  return `${countOf(late, 'step', 'steps')} of ${of} ${late === 1 ? 'is' : 'are'} still open.`;
}

const lowered = (text: string): string => `${text[0]?.toLowerCase()}${text.slice(1)}`;

const lower = (role: string): string => (role.startsWith('CX') ? `the ${role}` : `the ${lowered(role)}`);

/** One word or two for where a week stands. */
export function standingText(week: WeekStanding, today: string): string {
  if (week.done) return 'done';
  const open = week.standings.filter(({ done }) => !done).length;
  const late = daysBetween(week.endsOn, today) ?? 0;
  if (week.overdue) return `${countOf(late, 'day', 'days')} late`;
  const counted = week.standings.map(countText).find((text) => text !== '');
  if (counted) return counted;
  return week.standings.length > open
    ? `${week.standings.length - open} of ${week.standings.length} done`
    : '';
}

/** What a counted step counts. */
const units: Readonly<Partial<Record<StepId, string>>> = {
  interviewsHalf: 'held',
  interviewsHeld: 'held',
  notesTagged: 'tagged',
};

/** "9 of 24 held", empty where nothing is counted or all is done. */
export function countText({ id, reading, done }: StepStanding): string {
  const count = reading?.count;
  if (!count || done || count.need === 0) return '';
  return `${wholeOf(count.have)} of ${wholeOf(count.need)} ${units[id] ?? ''}`.trim();
}

/** What is said beside a step: what the data show, or who called it done. */
export function stepNote(step: StepStanding, facts: CycleFacts): string {
  if (step.by === 'hand' && step.tick) {
    const count = countText({ ...step, done: false });
    return `${words.calledDone(step.tick.byName, step.tick.at)}${count ? `, at ${count}` : ''}`;
  }
  if (step.id === 'methodUnchanged' && facts.method === 'changed')
    return 'The question or a scale is not that of the survey before: figures may not compare.';
  if (step.id === 'methodUnchanged' && facts.method === 'first')
    return 'the first survey: nothing to compare with';
  return step.by === 'data' ? words.byData : countText(step);
}

export function refusalText(refusal: StartRefusal): string {
  switch (refusal.kind) {
    case 'noDay':
      return 'This is no day. Write it as day, month and year.';
    case 'outOfOrder':
      return `${refusal.other.name} begins on ${dayOf(refusal.other.startsOn)}: quarters stay in their order, since each survey is compared with the one before.`;
  }
}

/** The table as it is downloaded. */
export function csvOfCalendar({ weeks }: Calendar): Cell[][] {
  const { heads } = words;
  return [
    [
      heads.week,
      'From',
      'To',
      heads.work,
      heads.milestone,
      heads.owner,
      'Done',
      'Overdue',
      'Open',
      heads.note,
    ],
    ...weeks.map((week): Cell[] => [
      week.week,
      week.startsOn,
      week.endsOn,
      weekWords[week.week]?.title ?? '',
      weekWords[week.week]?.milestone ?? '',
      ownerText(week),
      week.done ? 'yes' : 'no',
      week.overdue ? 'yes' : 'no',
      week.standings
        .filter(({ done }) => !done)
        .map(({ id }) => stepWords[id])
        .join('; '),
      week.note,
    ]),
  ];
}
