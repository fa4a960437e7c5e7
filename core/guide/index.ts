export { asSaid, entryOf, nextQuestion, questionsFor } from './ask.ts';
export { defaultGuide } from './builtIn.ts';
export type { CoachLanguage } from './coach/language.ts';
export { coachFor, speaks } from './coach/languages.ts';
export { type LadderDepth, ladderDepths, type MechanismPart, mechanismParts } from './coach/parts.ts';
export { type CoachProbe, type PartIs, probesFor, type ThemeStanding } from './coach/probes.ts';
export { listen, type PartSaid, type Said } from './coach/said.ts';
export {
  type Area,
  areas,
  type Guide,
  type Probe,
  type ProbeKind,
  probeKinds,
  type Question,
} from './guide.ts';
export { type AreaProgress, areaProgress, type Visited } from './progress.ts';
export { guideKey, guideOf, guideRecord } from './records.ts';
export { areaNames } from './words.ts';
