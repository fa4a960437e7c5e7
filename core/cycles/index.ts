export {
  type Calendar,
  type CalendarEntries,
  calendarOf,
  type DaysToPlan,
  type WeekStanding,
} from './calendar.ts';
export { daysBetween } from './days.ts';
export { moveStart, type StartRefusal, tickStep, untickStep, writeWeek } from './edit.ts';
export { type CycleFacts, isSameMethod, noFacts } from './facts.ts';
export { mergeText } from './mergeText.ts';
export { type StepTick, stepTick, type WeekEntry, weekEntry } from './records.ts';
export type { StepReading, StepStanding } from './steps.ts';
export { type OwnerRole, type StepId, stepIds } from './weeks.ts';
