export {
  type Agreement,
  agreementOf,
  type CodedTwice,
  type Disagreement,
  fewCodedTwice,
  leastCodedTwice,
  type ThemeAgreement,
} from './agreement.ts';
export { type Broader, broaderOf, withoutWholes } from './broader.ts';
export { type Codebook, codebookOf, isAsNamed, takenBackNamed, themeNamed } from './codebook.ts';
export { codedOf, leftOutOf, taggedOf } from './coded.ts';
export {
  type Coder,
  type CodingRefusal,
  codedTagsOf,
  codeNote,
  codingOf,
  dropCoding,
  handInCoding,
  ownTagsOf,
  type Settled,
  settle,
  startCoding,
  uncodeNote,
} from './coding.ts';
export { type CodingFact, type CodingFacts, codingFactsOf } from './codingFacts.ts';
export {
  type CodedTag,
  type Coding,
  codedTag,
  coding,
  type Settlement,
  settlement,
} from './codingRecords.ts';
export {
  type Compounding,
  compoundingOf,
  compoundingSteps,
  leastToPair,
  type ThemePair,
} from './compounding.ts';
export {
  type Concentration,
  concentrationsOf,
  isMore,
  noiseAt,
  type SegmentTest,
} from './concentration.ts';
export { type Contrast, contrastOf, leastToContrast, type Side, type ThemeContrast } from './contrast.ts';
export {
  beginParagraph,
  joinParagraphs,
  longestParagraph,
  paragraphsByTheme,
  pinQuote,
  pinsByTheme,
  writeParagraph,
} from './driverEdit.ts';
export { type DriverChoice, type DriverText, driverChoice, driverText } from './driverRecords.ts';
export {
  byEachBand,
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
export { type EveryoneRow, everyoneRows } from './everyone.ts';
export type { InterviewFacts, MechanismFact, MentionFact, RivalFact } from './facts.ts';
export { type Impact, impactOf } from './impact.ts';
export { LiveDrivers } from './liveDrivers.ts';
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
} from './owners.ts';
export { type BandShares, leastForMean, type PairScores, type ScoreGroup } from './pairScores.ts';
export { type ParagraphPart, paragraphParts, referenceTo } from './paragraph.ts';
export { inPlace, moveInPlace } from './place.ts';
export { leastInBand, type Pooled, pooledShare } from './pooled.ts';
export { factsOf } from './project.ts';
export { longQuote, type QuoteReading, quoteOf } from './quote.ts';
export { quoteOfNote, type TaggedWords, wordsByNote } from './quoteNote.ts';
export { countedOf, inBand, type Raised, raisedByTheme, raisedWithBroader } from './raised.ts';
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
  namesRival,
  type RivalOn,
  type RivalRow,
  type RivalTable,
  rivalTable,
} from './rivalFigures.ts';
export {
  competitor,
  keepRival,
  nameRival,
  newRivalId,
  type Rival,
  type RivalDraft,
  type RivalRefusal,
  type RivalStanding,
  rivalsOf,
  rivalsUnder,
  sighting,
  sightingId,
  standingOf,
  standings,
} from './rivals.ts';
export {
  type Saturation,
  type SaturationPoint,
  type SaturationRule,
  type SaturationRun,
  type SaturationState,
  saturationBy,
  saturationOf,
  usualSaturation,
} from './saturation.ts';
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
  takeBackWrites,
  type UndoRefusal,
  writesOf,
} from './steps.ts';
export type { Suggestion } from './suggest/confidence.ts';
export type { TaggedText } from './suggest/suggester.ts';
export {
  type CyclePoint,
  type CycleTally,
  leastInCycle,
  type Trajectory,
  tallyOf,
  trajectoriesOf,
} from './trajectory.ts';
export { type NestRefusal, nestTheme, type ThemeTree, treeOf } from './tree.ts';
export { takenBackIn, type UndoStack, undoStackOf, undoWords } from './undoStack.ts';
export { categoryNames, usualOwners } from './words.ts';
