import { type CsatEstimate, compareCsat, csatCountsOf, csatOf, noiseLevel } from '../scores/index.ts';
import { benjaminiHochberg } from '../stats/benjaminiHochberg.ts';
import type { ValueOf } from './cells.ts';
import { type OneWayTable, oneWayTables, scoresOf } from './count.ts';
import { shownScores } from './fold.ts';
import { readableFrom } from './reading.ts';
import { type ReadColumn, type ReadColumns, valuesOf } from './recode.ts';

/** One value of one dimension of a wave that measured satisfaction. */
export interface SatisfiedSegment extends ValueOf {
  csat: CsatEstimate;
  /** Below, above or within noise of everyone else; null under 30 answers on either side. */
  level: 'below' | 'above' | 'noise' | null;
}

/**
 * Satisfaction (the share answering 4 or 5) of every segment that has answers, in the order of the dimensions. Each of 30
 * answers or more is tested against everyone else by the pooled z test of two shares; p values are corrected by
 * Benjamini-Hochberg over the readable segments of its dimension. Made dimensions are left out.
 */
export function satisfiedSegments({ score, segments }: ReadColumns): SatisfiedSegment[] {
  const own = segments.filter(({ made }) => !made);
  const tables = oneWayTables({ score, segments: own });
  return own.flatMap((column, at) => ofDimension(column, tables[at] as OneWayTable));
}

function ofDimension(column: ReadColumn, table: OneWayTable): SatisfiedSegment[] {
  const scores = shownScores(table, column);
  // counted by the codes of the column, so that people with several values are everyone once
  const all = sumOf(Array.from({ length: table.values.length + 1 }, (_, code) => scoresAt(table, code)));
  const answered = valuesOf(column).flatMap((value, at) => {
    const histogram = Array.from(scores(at));
    const csat = csatOf(histogram);
    return csat.kind === 'estimate' ? [{ value, csat, rest: restOf(all, histogram), histogram }] : [];
  });
  const tests = answered.map(({ csat, rest, histogram }) => {
    const isReadable = csat.n >= readableFrom && csatCountsOf(rest).trials >= readableFrom;
    const change = isReadable ? compareCsat(rest, histogram) : null;
    return change?.kind === 'csatChange' ? change.share : null;
  });
  const ps = tests.map((share) => (share?.test.kind === 'p' ? share.test.p : null));
  const adjusted = benjaminiHochberg(ps.filter((p) => p !== null));
  let next = 0;
  return answered.map(({ value, csat }, i) => {
    const share = tests[i];
    const p = ps[i] === null ? 1 : (adjusted[next++] as number);
    const beyond = p < noiseLevel ? (share && share.now < share.before ? 'below' : 'above') : 'noise';
    return { dimension: column.name, value, csat, level: share ? beyond : null };
  });
}

const scoresAt = (table: OneWayTable, code: number): number[] => Array.from(scoresOf(table, code));

const sumOf = (histograms: readonly (readonly number[])[]): number[] =>
  Array.from({ length: 11 }, (_, score) => histograms.reduce((sum, h) => sum + (h[score] ?? 0), 0));

const restOf = (all: readonly number[], own: readonly number[]): number[] =>
  all.map((n, score) => n - (own[score] ?? 0));
