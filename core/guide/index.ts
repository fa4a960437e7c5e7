export { asSaid, entryOf, nextQuestion, questionsFor } from './ask.ts';
export { defaultGuide } from './builtIn.ts';
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
