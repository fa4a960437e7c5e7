export {
  type Agreement,
  agreementOf,
  type CodedTwice,
  type Disagreement,
  fewCodedTwice,
  leastCodedTwice,
  type ThemeAgreement,
} from './agreement.ts';
export { type Codebook, codebookOf, themeNamed } from './codebook.ts';
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
export { type Compounding, compoundingOf, leastToPair, type ThemePair } from './compounding.ts';
export { type Contrast, contrastOf, leastToContrast, type Side, type ThemeContrast } from './contrast.ts';
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
  moveTheme,
  renameTheme,
  restoreTheme,
  retireTheme,
  type ThemeRefusal,
} from './edit.ts';
export type { InterviewFacts, MentionFact } from './facts.ts';
export { type Impact, impactOf } from './impact.ts';
export { LiveDrivers } from './liveDrivers.ts';
export { type MergeRefusal, mergeThemes, unmergeTheme } from './merge.ts';
export { type BandShares, leastForMean, type PairScores, type ScoreGroup } from './pairScores.ts';
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
export { rarelyAsked, starterId, starterThemes } from './starter.ts';
