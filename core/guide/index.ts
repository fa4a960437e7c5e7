export { asSaid, entryOf, nextQuestion, questionsFor } from './ask.ts';
export { builtInGuides, defaultGuide } from './builtIn.ts';
export { type GuideProblem, mostOf, problemsIn } from './check.ts';
export { everyone, guideAmong, guideChoice, guideFor, languageTagOf } from './choose.ts';
export { askedBy } from './coach/asked.ts';
export type { CoachLanguage } from './coach/language.ts';
export { coachFor, speaks } from './coach/languages.ts';
export { type LadderDepth, ladderDepths, type MechanismPart, mechanismParts } from './coach/parts.ts';
export { type CoachProbe, type PartIs, probesFor, type ThemeStanding } from './coach/probes.ts';
export { listen, type PartSaid, type Said } from './coach/said.ts';
export { fitsSegments, plainName, plainValue } from './condition.ts';
export {
  addQuestion,
  changeQuestion,
  changesBetween,
  type GuideChanges,
  isSameGuide,
  moveQuestion,
  type QuestionEdit,
  removeQuestion,
} from './edit.ts';
export {
  type GuideFileFault,
  guideContentOf,
  guideFile,
  guideFileVersion,
  largestGuideFile,
  readGuideFile,
} from './file.ts';
export {
  type Area,
  areas,
  type Condition,
  type Guide,
  type Probe,
  type ProbeKind,
  probeKinds,
  type Question,
} from './guide.ts';
export {
  type Hypothesis,
  hypothesesOfDrivers,
  hypothesisRecord,
  hypothesisSources,
  mostHypotheses,
  questionOf,
  type TopDriver,
} from './hypotheses.ts';
export { hypothesesOfFindings, starterHypotheses } from './offered.ts';
export { type AreaProgress, areaProgress, type Visited } from './progress.ts';
export { questionsIn } from './questionSchema.ts';
export { guideKey, guideOf, guideRecord } from './records.ts';
export { type HypothesisReach, hypothesesFor, reachOfHypotheses, type TestedWith } from './turns.ts';
export {
  contentOf,
  familyOf,
  type GuideContent,
  type GuideFamily,
  type GuideVersion,
  guidesIn,
  problemsOfSaving,
  type Saver,
  saveGuide,
} from './versions.ts';
export { type WordingHint, wordingHint } from './wording.ts';
export { areaNames } from './words.ts';
