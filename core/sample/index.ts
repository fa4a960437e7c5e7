export { type ClaimRefusal, claim, reasonText, release, rosterEntryOf, takeOff } from './assign.ts';
export { type Candidate, candidatesOf, rowsIn, type SegmentRef, segmentsOfRow } from './candidate.ts';
export {
  type CycleEntry,
  type CycleHead,
  cycleEntry,
  cycleHead,
  type InterviewEntry,
  interviewEntry,
} from './cycle.ts';
export { withCyclesOfWaves } from './cycleOfWave.ts';
export { segmentsAtFirst, segmentsToStartWith, wavesOf } from './cycleWaves.ts';
export {
  type Chosen,
  type Draw,
  drawSample,
  type KnownReason,
  type LeftOutReason,
  type QuotaOutcome,
} from './draw.ts';
export { type Quarter, quarterOf, startOf } from './quarter.ts';
export {
  defaultQuotas,
  type PlanStanding,
  type Quota,
  standingOf,
  type UsualRange,
  usualByBand,
  usualForSegment,
  usualTotal,
} from './quotas.ts';
export { type PersonState, personStates, type RosterEntry, rosterEntry } from './roster.ts';
export { type SelectionPlan, selectionPlan } from './selection.ts';
export { bestWithin, latestWithin, type Window, windowOf } from './timing.ts';
export { counts, lookedAtPerScore, remainingQuotas, rowsToRead } from './topUp.ts';
