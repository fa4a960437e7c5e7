export {
  type CycleEntry,
  type CycleHead,
  cycleEntry,
  cycleHead,
  type InterviewEntry,
  interviewEntry,
} from './cycle.ts';
export { type PersonState, personStates, type RosterEntry, rosterEntry } from './roster.ts';
