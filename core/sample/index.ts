export {
  type ClaimRefusal,
  claim,
  type DrawnFrom,
  handOver,
  placeTakenAgain,
  reasonText,
  release,
  rosterEntryOf,
  substitute,
  takeOff,
} from './assign.ts';
export { type CalendarCall, calendarFile, calendarType } from './calendarFile.ts';
export { type Candidate, type SegmentRef, segmentsOfRow } from './candidate.ts';
export {
  type CycleEntry,
  type CycleHead,
  cycleEntry,
  cycleHead,
  type InterviewEntry,
  interviewEntry,
} from './cycle.ts';
export { withCyclesOfWaves } from './cycleOfWave.ts';
export {
  npsWavesIn,
  onlySatisfactionOf,
  segmentsAtFirst,
  segmentsToStartWith,
  wavesOf,
} from './cycleWaves.ts';
export {
  type Chosen,
  type Draw,
  type Drawing,
  type DrawStep,
  drawSample,
  type QuotaOutcome,
  type Standings,
  type StratumRef,
  startDraw,
} from './draw.ts';
export { type Fills, fillsOf } from './fills.ts';
export {
  fillInvitation,
  firstNameOf,
  type Invitation,
  type InvitationKind,
  type InvitationProblem,
  type InvitationText,
  type InvitationValues,
  invitationKindOf,
  invitationKinds,
  invitationText,
  invitationValues,
  longestMailto,
  mailtoOf,
  type Placeholder,
  placeholders,
  problemsIn,
  telOf,
  usualInvitations,
} from './invitation.ts';
export {
  type Around,
  type KnownPerson,
  type LeftOutReason,
  nothingAround,
  type Past,
  type RestRules,
  reasonsLeftOut,
  usualRest,
} from './leftOut.ts';
export { type LocalTime, localTimeIn, officeHours } from './localTime.ts';
export {
  addOutside,
  isSamePerson,
  type OutsidePerson,
  type OutsideRefusal,
  outsideKey,
  stateScore,
} from './outside.ts';
export { type CyclePast, knownFrom, pastOf } from './past.ts';
export {
  eventsFor,
  isArranged,
  type PersonEvent,
  type PersonEventKind,
  type StepRefusal,
  stepPerson,
} from './personStep.ts';
export { type AnswerDays, type Quarter, quarterOf, startOf } from './quarter.ts';
export {
  mostWanted,
  type PlanStanding,
  type Quota,
  standingOf,
  type UsualRange,
  usualByBand,
  wantWithin,
} from './quotas.ts';
export {
  counts,
  isScored,
  type PersonState,
  personStates,
  type RosterEntry,
  rosterEntry,
  type ScoredEntry,
} from './roster.ts';
export { type SelectionPlan, selectionPlan } from './selection.ts';
export {
  defaultQuotas,
  type Study,
  type StudyProgress,
  type StudySize,
  sizeOf,
  studies,
  studyAtFirst,
  studyProgress,
  totalFor,
} from './studies.ts';
export {
  needsSubstitute,
  type SubstituteSearch,
  type SubstituteStep,
  startSubstitute,
  stratumOf,
} from './substitute.ts';
export { bestWithin, daysToPlan, latestWithin, type Window, windowOf } from './timing.ts';
export { asReadNow, remainingQuotas } from './topUp.ts';
export { changeOf, type DrawChange } from './whatIf.ts';
export { shownReason } from './words.ts';
export { type Workload, wasInvited, workloadOf, workloadsOf } from './workload.ts';
