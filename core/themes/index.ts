export { type Codebook, codebookOf, themeNamed } from './codebook.ts';
export {
  type Count,
  type DriverRow,
  type DriverTable,
  driverTable,
  type Frequency,
  frequencyOf,
} from './drivers.ts';
export {
  addTheme,
  defineTheme,
  longestName,
  longestOwner,
  moveTheme,
  type NewTheme,
  ownTheme,
  renameTheme,
  restoreTheme,
  retireTheme,
  type ThemeRefusal,
  takeBackTheme,
  toEach,
  triggerTheme,
} from './edit.ts';
export type { InterviewFacts, MechanismFact, MentionFact } from './facts.ts';
export { type Impact, impactOf } from './impact.ts';
export {
  keepMeasure,
  type Measure,
  type MeasureDraft,
  type MeasureRefusal,
  measure,
  measuresOf,
} from './measures.ts';
export { type MergeRefusal, mergeMany, mergeThemes, unmergeTheme } from './merge.ts';
export {
  type CategoryOwners,
  categoryOwner,
  categoryOwnersOf,
  type OwnerReading,
  ownCategory,
  ownerOf,
  usualOwners,
} from './owners.ts';
export { inPlace, moveInPlace } from './place.ts';
export { factsOf } from './project.ts';
export { longQuote, type QuoteReading, quoteOf } from './quote.ts';
export { countedOf, inBand, type Raised, raisedByTheme } from './raised.ts';
export {
  leastInSegment,
  leastRaising,
  leastShare,
  reachOf,
  type SegmentCount,
  type SegmentReach,
} from './reach.ts';
export { type Category, categories, type Theme, theme } from './records.ts';
export {
  competitor,
  keepRival,
  type Rival,
  type RivalDraft,
  type RivalRefusal,
  type RivalStanding,
  rivalsOf,
  rivalsUnder,
  sighting,
  standingOf,
  standings,
} from './rivals.ts';
export { type SeverityReading, severityOf, severityShare } from './severity.ts';
export { moveMention, splitTheme } from './split.ts';
export { rarelyAsked, starterId, starterThemes } from './starter.ts';
export {
  type BookStep,
  bookStep,
  mostSteps,
  recordStep,
  type StepNote,
  stepsOf,
  takeBack,
  type UndoRefusal,
} from './steps.ts';
export type { Suggestion } from './suggest/confidence.ts';
export type { TaggedText } from './suggest/suggester.ts';
export { type NestRefusal, nestTheme, type ThemeTree, treeOf } from './tree.ts';
export { type UndoStack, undoStackOf, undoWords } from './undoStack.ts';
