export { type Codebook, codebookOf, themeNamed } from './codebook.ts';
export {
  type Concentration,
  concentrationsOf,
  isMore,
  noiseAt,
  type SegmentTest,
} from './concentration.ts';
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
export { type EveryoneRow, everyoneRows } from './everyone.ts';
export type { InterviewFacts, MentionFact } from './facts.ts';
export { type Impact, impactOf } from './impact.ts';
export { type MergeRefusal, mergeThemes, unmergeTheme } from './merge.ts';
export { type ParagraphPart, paragraphParts, referenceTo } from './paragraph.ts';
export { leastInBand, type Pooled, pooledShare } from './pooled.ts';
export { factsOf } from './project.ts';
export { longQuote, type QuoteReading, quoteOf } from './quote.ts';
export { quoteOfNote, type TaggedWords, wordsByNote } from './quoteNote.ts';
export { countedOf, inBand, type Raised, raisedByTheme, withBroader } from './raised.ts';
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
export {
  type CyclePoint,
  type CycleTally,
  leastInCycle,
  type Trajectory,
  tallyOf,
  trajectoriesOf,
} from './trajectory.ts';
export { type ThemeTree, themeTree, withoutWholes } from './tree.ts';
