export {
  answersIn,
  type BandCounts,
  bandCountsOf,
  bandOf,
  histogramOf,
  sharesOf,
  without,
} from './bands.ts';
export {
  compareBands,
  compareNps,
  type NpsDifference,
  noiseLevel,
  type ShareChange,
} from './compare.ts';
export {
  type CsatChange,
  type CsatEstimate,
  compareCsat,
  csatCountsOf,
  csatOf,
  isSatisfied,
} from './csat.ts';
export { type Movement, movementIn, movementOf } from './movement.ts';
export {
  type AnswersNeeded,
  answersNeeded,
  assumedCorrelation,
  type SurveyAtHand,
  type Wanted,
} from './needed.ts';
export { type Nps, type NpsEstimate, npsOf, smallSample, type TooFew } from './nps.ts';
export {
  beforeIn,
  compareOverlapping,
  comparePairs,
  type Moves,
  nowIn,
  type OverlappingChange,
  type PairedChange,
  pairsCounted,
} from './pairs.ts';
export { movesIn, movesOf, satisfiedIn, scorePairsOf } from './scorePairs.ts';
export { type Break, breaksBetween, type Trend, type TrendMark, type TrendWave, trendOf } from './trend.ts';
export {
  compareWeighted,
  type NoWeighted,
  type WeightedDifference,
  type WeightedFigure,
  type WeightedNps,
  type WeightedTallies,
  weightedCsat,
  weightedNps,
  weightedTallies,
} from './weighted.ts';
