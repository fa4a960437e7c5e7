export { benjaminiHochberg } from './benjaminiHochberg.ts';
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
export { type NoSpread, type NoTrials, twoProportionsTest, type ZTest } from './twoProportions.ts';
export { type Interval, wilson } from './wilson.ts';
