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
  moveTheme,
  renameTheme,
  restoreTheme,
  retireTheme,
  type ThemeRefusal,
} from './edit.ts';
export type { InterviewFacts, MechanismFact, MentionFact } from './facts.ts';
export { type Impact, impactOf } from './impact.ts';
export { type MergeRefusal, mergeThemes, unmergeTheme } from './merge.ts';
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
export { type SeverityReading, severityOf, severityShare } from './severity.ts';
export { rarelyAsked, starterId, starterThemes } from './starter.ts';
