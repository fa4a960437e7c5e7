import { bandCountsOf, compareCsat, compareNps, type TrendMark } from '#core/scores/index.ts';
import type { WaveHead } from '#core/waves/index.ts';

/** The change from the mark before; null for the first and where the two cannot be compared. */
export interface Step {
  by: number;
  low: number;
  high: number;
  beyond: boolean;
}

/** How each mark differs from the one before it, as independent samples. */
export function stepsOf(marks: readonly TrendMark<WaveHead>[]): (Step | null)[] {
  return marks.map((mark, i) => {
    const before = marks[i - 1];
    return before && mark.breaks.length === 0 ? stepBetween(before.wave, mark.wave) : null;
  });
}

function stepBetween(before: WaveHead, now: WaveHead): Step | null {
  if (now.metric === 'csat') {
    const change = compareCsat(before.histogram, now.histogram);
    if (change.kind === 'tooFew') return null;
    const { share } = change;
    return {
      by: 100 * (share.now - share.before),
      low: 100 * share.low,
      high: 100 * share.high,
      beyond: share.beyondNoise,
    };
  }
  const change = compareNps(bandCountsOf(before.histogram), bandCountsOf(now.histogram));
  if (change.kind === 'tooFew') return null;
  return { by: change.value, low: change.low, high: change.high, beyond: change.beyondNoise };
}

/** What each survey is called: its cycle, and its file where another of that cycle is there. */
export function namesOf(waves: readonly Pick<WaveHead, 'cycleName' | 'fileName'>[]): string[] {
  return waves.map(({ cycleName, fileName }) =>
    waves.filter((other) => other.cycleName === cycleName).length > 1
      ? fileName.replace(/\.[a-z]+$/i, '')
      : cycleName,
  );
}

/** A round axis with its ticks. */
export interface Axis {
  from: number;
  to: number;
  ticks: number[];
}

/** Round ends and steps of an axis that holds all intervals and, where it is near, zero. */
export function axisOf(marks: readonly { low: number; high: number }[], least: number): Axis {
  const low = Math.min(...marks.map((mark) => mark.low));
  const high = Math.max(...marks.map((mark) => mark.high));
  const near = high - low + 15;
  const [bottom, top] = [low > 0 && low < near ? 0 : low, high < 0 && -high < near ? 0 : high];
  const step = [5, 10, 20, 25, 50].find((size) => (top - bottom) / size <= 6) ?? 50;
  const from = Math.max(least, step * Math.floor(bottom / step));
  const to = Math.min(100, Math.max(from + step, step * Math.ceil(top / step)));
  const ticks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
  return { from, to, ticks: ticks.filter((tick) => tick <= to) };
}
