import { dayNumberOf, dayOfNumber } from './days.ts';

/** Who answers for a week unless somebody is named. */
export const ownerRoles = ['insightsLead', 'cxLead', 'actionOwners'] as const;
export type OwnerRole = (typeof ownerRoles)[number];

/** The steps of a quarter, in order. */
export const stepIds = [
  'surveyOut',
  'targetsSet',
  'methodUnchanged',
  'surveyIn',
  'segmentsChosen',
  'peopleChosen',
  'interviewsHalf',
  'interviewsHeld',
  'notesTagged',
  'driverTable',
  'prioritised',
  'assigned',
  'presented',
  'resourcesGranted',
  'actionsUnderWay',
  'playbooksUpdated',
  'sponsorTold',
  'stalledRaised',
  'loopClosed',
  'documented',
  'carriedOver',
  'trendsUpdated',
  'nextPrepared',
] as const;
export type StepId = (typeof stepIds)[number];

/** A week of the method before it has a date. */
export interface WeekPlan {
  /** 1 to 12. */
  week: number;
  owner: OwnerRole;
  /** Who is in it beside the owner. */
  beside: 'stakeholders' | 'sponsor' | null;
  steps: readonly StepId[];
}

const plan = (
  week: number,
  owner: OwnerRole,
  steps: readonly StepId[],
  beside: WeekPlan['beside'] = null,
): WeekPlan => ({ week, owner, beside, steps });

/** The twelve weeks of METHOD 13 with their usual owners. */
export const weekPlans: readonly WeekPlan[] = [
  plan(1, 'insightsLead', ['surveyOut', 'targetsSet', 'methodUnchanged']),
  plan(2, 'insightsLead', ['surveyIn', 'segmentsChosen', 'peopleChosen']),
  plan(3, 'insightsLead', ['interviewsHalf']),
  plan(4, 'insightsLead', ['interviewsHeld']),
  plan(5, 'insightsLead', ['notesTagged']),
  plan(6, 'insightsLead', ['driverTable']),
  plan(7, 'cxLead', ['prioritised', 'assigned'], 'stakeholders'),
  plan(8, 'cxLead', ['presented', 'resourcesGranted'], 'sponsor'),
  plan(9, 'actionOwners', ['actionsUnderWay']),
  plan(10, 'actionOwners', ['playbooksUpdated']),
  plan(11, 'cxLead', ['sponsorTold', 'stalledRaised', 'loopClosed'], 'sponsor'),
  plan(12, 'insightsLead', ['documented', 'carriedOver', 'trendsUpdated', 'nextPrepared']),
];

/** A week with its days, both included, written YYYY-MM-DD. */
export interface DatedWeek extends WeekPlan {
  startsOn: string;
  endsOn: string;
}

/** Days of a quarter's calendar: twelve weeks of seven. */
export const daysOfQuarter = 7 * weekPlans.length;

/**
 * The twelve weeks from the first day of a cycle (YYYY-MM-DD), on whichever weekday it falls: each begins on that weekday,
 * the day after the week before ended. Holidays are not known. Null when `startsOn` is no day.
 */
export function weeksFrom(startsOn: string): DatedWeek[] | null {
  const first = dayNumberOf(startsOn);
  if (first === null) return null;
  return weekPlans.map((week, i) => ({
    ...week,
    startsOn: dayOfNumber(first + 7 * i),
    endsOn: dayOfNumber(first + 7 * i + 6),
  }));
}
