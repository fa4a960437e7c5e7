import { type LinearTrend, linearTrend, type NoLine } from '../stats/linearTrend.ts';
import { z95 } from '../stats/normalQuantile.ts';
import type { Metric, WaveHead } from '../waves/index.ts';
import { bandCountsOf } from './bands.ts';
import { noiseLevel } from './compare.ts';
import { csatOf } from './csat.ts';
import { npsOf } from './nps.ts';

/** Why two waves cannot be compared: another metric, another scale, another question. */
export type Break = 'metric' | 'scale' | 'wording';

/** What is read of a wave for that; `WaveHead` has it all. */
export type TrendWave = Pick<WaveHead, 'id' | 'cycleName' | 'metric' | 'histogram' | 'mapping'>;

/** What keeps two waves from being compared; empty when nothing does. */
export function breaksBetween(before: TrendWave, now: TrendWave): Break[] {
  if (before.metric !== now.metric) return ['metric'];
  const [was, is] = [questionOf(before), questionOf(now)];
  const breaks: Break[] = [];
  if (was.scale !== is.scale) breaks.push('scale');
  if (was.wording !== is.wording) breaks.push('wording');
  return breaks;
}

/** The score column's name and declared scale; spacing, case and punctuation do not make another question. */
function questionOf({ mapping }: TrendWave): { wording: string; scale: string } {
  const column = mapping.columns.find(({ role }) => role === 'score');
  const name = column?.label || column?.header || '';
  return {
    wording: name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
    scale: `${column?.low ?? ''} ${column?.high ?? ''}`,
  };
}

/** One wave in the trend, in points. */
export interface TrendMark<Wave extends TrendWave = TrendWave> {
  wave: Wave;
  value: number;
  low: number;
  high: number;
  n: number;
  isSmall: boolean;
  /** What keeps it from being compared with the mark before it. The first mark has none. */
  breaks: readonly Break[];
}

/** A figure over all waves. */
export interface Trend<Wave extends TrendWave = TrendWave> {
  /** Oldest first: every wave of the metric that has answers. */
  marks: readonly TrendMark<Wave>[];
  /** Waves left out for measuring something else. */
  otherMetric: number;
  /** Marks since the last break, the newest included: what the line is drawn through. */
  comparable: number;
  line: LinearTrend | NoLine;
  /**
   * `rises`, `falls`: the slope is beyond noise and a line fits. `uneven`: the marks scatter about any line by more than
   * noise, so that no single slope tells it. `level`: no trend beyond noise. `short`: fewer than 3 comparable waves.
   */
  verdict: 'rises' | 'falls' | 'level' | 'uneven' | 'short';
}

/**
 * One point a wave of the metric, oldest first as given, with a weighted linear trend over those that are
 * comparable, one step a wave. Each wave weighs by its own margin (`linearTrend`): people who answered several waves
 * make the test err to the careful side.
 */
export function trendOf<Wave extends TrendWave>(waves: readonly Wave[], metric: Metric): Trend<Wave> {
  const marks: TrendMark<Wave>[] = [];
  for (const wave of waves.filter((one) => one.metric === metric)) {
    const figure = wave.metric === 'csat' ? csatOf(wave.histogram) : npsOf(bandCountsOf(wave.histogram));
    if (figure.kind === 'tooFew') continue;
    const before = marks.at(-1);
    const { value, low, high, n, isSmall } = figure;
    marks.push({
      wave,
      value,
      low,
      high,
      n,
      isSmall,
      breaks: before ? breaksBetween(before.wave, wave) : [],
    });
  }
  const from = marks.findLastIndex(({ breaks }) => breaks.length > 0);
  const run = marks.slice(Math.max(0, from));
  const line = linearTrend(
    run.map(({ value, low, high }, at) => ({ at, value, standardError: (high - low) / (2 * z95) })),
  );
  return {
    marks,
    otherMetric: waves.filter((one) => one.metric !== metric).length,
    comparable: run.length,
    line,
    verdict: verdictOf(line),
  };
}

function verdictOf(line: LinearTrend | NoLine): Trend['verdict'] {
  if (line.kind === 'noLine') return 'short';
  if (line.scatter.p < noiseLevel) return 'uneven';
  if (line.p >= noiseLevel) return 'level';
  return line.slope > 0 ? 'rises' : 'falls';
}
