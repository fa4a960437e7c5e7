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
export { type Movement, movementOf } from './movement.ts';
export { type Nps, type NpsEstimate, npsOf, smallSample, type TooFew } from './nps.ts';
