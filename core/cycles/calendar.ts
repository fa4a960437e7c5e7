import { dayOfNumber, daysBetween } from './days.ts';
import type { CycleFacts } from './facts.ts';
import type { StepTick, WeekEntry } from './records.ts';
import { type StepStanding, standingOfStep } from './steps.ts';
import { type DatedWeek, daysOfQuarter, type StepId, weeksFrom } from './weeks.ts';

/** A week with everything known of it. */
export interface WeekStanding extends DatedWeek {
  standings: readonly StepStanding[];
  done: boolean;
  place: 'past' | 'now' | 'ahead';
  /** Its days are over and something in it is not done. */
  overdue: boolean;
  /** Named by hand; empty while the usual role answers for it. */
  ownerName: string;
  note: string;
}

/** How long the quarter took, or has taken so far, from the last answer to granted resources. Days. */
export interface DaysToPlan {
  days: number;
  /** Whether the plan stands. */
  done: boolean;
}

/** The twelve weeks as they stand on a day. */
export interface Calendar {
  weeks: readonly WeekStanding[];
  /** Week of today: 0 before the first, 13 after the last. */
  now: number;
  /** Days until week 1; 0 once it began. */
  untilStart: number;
  /** Days since the last day of week 12; 0 until then. */
  sinceEnd: number;
  /** The first step not done, in the order of the work; null when all are. */
  next: { week: WeekStanding; step: StepStanding } | null;
  overdue: readonly WeekStanding[];
  daysToPlan: DaysToPlan | null;
}

/** What people wrote into a cycle's calendar. */
export interface CalendarEntries {
  weeks: ReadonlyMap<number, Pick<WeekEntry, 'owner' | 'note'>>;
  ticks: ReadonlyMap<StepId, StepTick>;
}

/**
 * The calendar of a cycle on a day (`startsOn` and `today` YYYY-MM-DD, today where the reader is). Null when either is
 * no day. Steps are done when the data show it, else when somebody called them so.
 */
export function calendarOf(
  startsOn: string,
  today: string,
  facts: CycleFacts,
  entries: CalendarEntries,
): Calendar | null {
  const dated = weeksFrom(startsOn);
  const day = daysBetween(startsOn, today);
  if (!dated || day === null) return null;
  const now = weekOfDay(day);
  const weeks = dated.map((week) => standingOf(week, now, facts, entries));
  const open = weeks.find(({ done }) => !done);
  const step = open?.standings.find(({ done }) => !done);
  return {
    weeks,
    now,
    untilStart: Math.max(0, -day),
    sinceEnd: Math.max(0, day - daysOfQuarter + 1),
    next: open && step ? { week: open, step } : null,
    overdue: weeks.filter(({ overdue }) => overdue),
    daysToPlan: daysToPlanOf(facts, today, entries.ticks.get('resourcesGranted')),
  };
}

/** 0 before the first day, 1 to 12, 13 after the last. `day` counts from the first, which is 0. */
function weekOfDay(day: number): number {
  return day < 0 ? 0 : Math.min(Math.floor(day / 7), daysOfQuarter / 7) + 1;
}

function standingOf(
  week: DatedWeek,
  now: number,
  facts: CycleFacts,
  { weeks, ticks }: CalendarEntries,
): WeekStanding {
  const standings = week.steps.map((id) => standingOfStep(id, facts, ticks.get(id) ?? null));
  const done = standings.every((step) => step.done);
  const place = week.week < now ? 'past' : week.week === now ? 'now' : 'ahead';
  const entry = weeks.get(week.week);
  return {
    ...week,
    standings,
    done,
    place,
    overdue: place === 'past' && !done,
    ownerName: entry?.owner ?? '',
    note: entry?.note ?? '',
  };
}

/** From the day the last answer came in. A tick counts on the calendar day it was made, in UTC. */
function daysToPlanOf(facts: CycleFacts, today: string, granted: StepTick | undefined): DaysToPlan | null {
  if (!facts.survey) return null;
  const until = granted ? dayOfNumber(Math.floor(granted.at / 86_400_000)) : today;
  const days = daysBetween(facts.survey.lastDay, until);
  return days === null ? null : { days: Math.max(0, days), done: granted !== undefined };
}
