export {
  type DifferenceWanted,
  type MarginWanted,
  type Needed,
  type NeverEnough,
  type NothingWanted,
  neededForMargin,
  neededInEach,
  neededInSecond,
  neededPairs,
} from './answersNeeded.ts';
export { benjaminiHochberg } from './benjaminiHochberg.ts';
export { benjaminiYekutieli } from './benjaminiYekutieli.ts';
export { bonferroni } from './bonferroni.ts';
export { chiSquareTail } from './chiSquare.ts';
export { type ChiSquareTest, type CountTable, chiSquareTest, type NoTable } from './chiSquareTest.ts';
export { cochranArmitage } from './cochranArmitage.ts';
export { cohenKappa, type Kappa, type KappaWeights, type NoKappa } from './cohenKappa.ts';
export {
  type FisherExact,
  type FisherOptions,
  fisherExact,
  type NothingToTest,
  type TooLarge,
  type TwoByTwo,
} from './fisherExact.ts';
export { type FisherTable, fisherTable } from './fisherTable.ts';
export { type FisherTwoSided, fisherTwoSided } from './fisherTwoSided.ts';
export { hochberg } from './hochberg.ts';
export { holm } from './holm.ts';
export { type Alpha, type AlphaLevel, krippendorffAlpha, type NoAlpha } from './krippendorffAlpha.ts';
export { type LinearTrend, linearTrend, type NoLine, type TrendPoint } from './linearTrend.ts';
export { type McNemarTest, mcNemar, type NoChange } from './mcNemar.ts';
export {
  type NetShare,
  type NetShareDifference,
  netShare,
  netShareDifference,
  pseudoCounts,
  type ThreeCounts,
  waldInterval,
  withPseudoCounts,
} from './netShare.ts';
export { newcombeDifference } from './newcombe.ts';
export { normalCdf, twoSidedP } from './normal.ts';
export { normalQuantile, z95, zOf } from './normalQuantile.ts';
export { type EmptyCell, haldaneOddsRatio, type OddsRatio, oddsRatio } from './oddsRatio.ts';
export { type MorePairsThanTrials, overlappingNetShares } from './overlappingNetShares.ts';
export {
  overlappingShares,
  phi,
  type ShareCounts,
  type SharesDifference,
  type YesNoPairs,
} from './overlappingShares.ts';
export { pairedNetShare } from './pairedNetShare.ts';
export { rootOf, rootToleranceOfR } from './rootOf.ts';
export { type StrataExact, strataExact } from './strataExact.ts';
export { studentZ } from './studentZ.ts';
export {
  firstsOf,
  pairCorrelation,
  pairsIn,
  secondsOf,
  type Transitions,
  withPseudoPairs,
} from './transitions.ts';
export { type NoSpread, type NoTrials, twoProportionsTest, type ZTest } from './twoProportions.ts';
export {
  type NoWeight,
  type OneTrial,
  type WeightedGroup,
  type WeightedMean,
  weightedMean,
} from './weightedMean.ts';
export { type Interval, wilson } from './wilson.ts';
