import { chiSquareTail } from './chiSquare.ts';
import { waldInterval } from './netShare.ts';
import { twoSidedP } from './normal.ts';
import { z95 } from './normalQuantile.ts';
import type { Interval } from './wilson.ts';

/** An estimate at a place, with its standard error. */
export interface TrendPoint {
  at: number;
  value: number;
  standardError: number;
}

/** A straight line through estimates, each weighing as much as it is sure. */
export interface LinearTrend extends Interval {
  kind: 'trend';
  /** Change of the value per unit of `at`, its standard error, and with `low` and `high` its interval. */
  slope: number;
  standardError: number;
  /** The line's value at 0. */
  intercept: number;
  z: number;
  p: number;
  /** How far the points lie from the line, against their own errors: a small `p` says it is no straight line. */
  scatter: { chiSquare: number; df: number; p: number };
}

/** A trend needs three points at two places or more, each with a standard error above 0. */
export interface NoLine {
  kind: 'noLine';
  points: number;
  need: 3;
}

/**
 * Weighted least squares line through independent estimates whose standard errors are known (fixed-effect
 * meta-regression), z test of its slope and Cochran's Q of what the line leaves over. Not for points that share people
 * (it then errs to the careful side for falling or rising scores), nor where Q shows more scatter than the errors allow:
 * there the slope is no summary. Equals R `s <- summary(lm(value ~ at, weights = 1 / se^2))`: slope `s$coef[2, 1]`,
 * error `s$coef[2, 2] / s$sigma`, Q `s$sigma^2 * s$df[2]`.
 */
export function linearTrend(points: readonly TrendPoint[], z = z95): LinearTrend | NoLine {
  const none: NoLine = { kind: 'noLine', points: points.length, need: 3 };
  if (points.length < 3 || points.some((point) => !(point.standardError > 0))) return none;
  const sum = (of: (point: TrendPoint, weight: number) => number) =>
    points.reduce((all, point) => all + of(point, 1 / point.standardError ** 2), 0);
  const weight = sum((_, w) => w);
  const [at, mean] = [sum((p, w) => w * p.at) / weight, sum((p, w) => w * p.value) / weight];
  const spread = sum((p, w) => w * (p.at - at) ** 2);
  if (spread === 0) return none;
  const slope = sum((p, w) => w * (p.at - at) * (p.value - mean)) / spread;
  const intercept = mean - slope * at;
  const standardError = Math.sqrt(1 / spread);
  const chiSquare = sum((p, w) => w * (p.value - intercept - slope * p.at) ** 2);
  const df = points.length - 2;
  return {
    kind: 'trend',
    slope,
    standardError,
    intercept,
    ...waldInterval({ value: slope, standardError }, z),
    z: slope / standardError,
    p: twoSidedP(slope / standardError),
    scatter: { chiSquare, df, p: chiSquareTail(chiSquare, df) },
  };
}
