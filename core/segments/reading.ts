import { type BandCounts, compareNps, type NpsDifference, noiseLevel, smallSample } from '../scores/index.ts';
import { benjaminiHochberg } from '../stats/benjaminiHochberg.ts';

/**
 * What is said of a segment in a word. Their precedence, strongest first:
 * 1. `tooFew`, below 30 answers, stands alone: whatever the figures look like, nothing else is said.
 * 2. The level, `weak` or `strong`: the segment differs from everyone else beyond noise.
 * 3. The change, `falling` or `rising`: it differs from itself in the wave before beyond noise.
 * 4. `steady` stands alone, where neither is beyond noise. It is no claim that nothing moved.
 * Level and change do not exclude each other and both are said, the level first: "weak, falling", "strong, falling",
 * "weak, rising". Level and change are corrected apart, since they answer two questions.
 */
export type SegmentLabel = 'weak' | 'strong' | 'falling' | 'rising' | 'steady' | 'tooFew';

/** A difference tested beside others: its p value after correction, and whether that is below .05. */
export interface TestedDifference {
  difference: NpsDifference;
  /** Benjamini-Hochberg over all readable segments of the dimension or cross. */
  adjustedP: number;
  beyondNoise: boolean;
}

/** The change since an earlier wave, or why none is told. */
export type SegmentChange =
  | ({ kind: 'change'; before: BandCounts } & TestedDifference)
  | { kind: 'noEarlierWave' }
  /** Nobody answered for this value then, or the dimension was not there. */
  | { kind: 'new' }
  | { kind: 'tooFewThen'; n: number; need: number };

export type Reading =
  | { kind: 'tooFew'; n: number; need: number }
  | {
      kind: 'read';
      /** The segment minus everyone else; null when it is everyone. */
      level: TestedDifference | null;
      change: SegmentChange;
    };

/** Corrects differences that are looked at together; the places of null stay null. */
export function testTogether(differences: readonly (NpsDifference | null)[]): (TestedDifference | null)[] {
  const adjusted = benjaminiHochberg(differences.flatMap((d) => (d ? [d.p] : [])));
  let next = 0;
  return differences.map((difference) => {
    if (!difference) return null;
    const adjustedP = adjusted[next++] as number;
    return { difference, adjustedP, beyondNoise: adjustedP < noiseLevel };
  });
}

/** Second minus first, or null where one side is too small to be read. */
export function readableDifference(first: BandCounts, second: BandCounts): NpsDifference | null {
  const difference = compareNps(first, second);
  return difference.kind === 'difference' ? difference : null;
}

/** Labels in the order they are said; their precedence stands at `SegmentLabel`. */
export function labelsOf(reading: Reading): readonly SegmentLabel[] {
  if (reading.kind === 'tooFew') return ['tooFew'];
  const labels: SegmentLabel[] = [];
  const { level, change } = reading;
  if (level?.beyondNoise) labels.push(level.difference.value < 0 ? 'weak' : 'strong');
  if (change.kind === 'change' && change.beyondNoise)
    labels.push(change.difference.value < 0 ? 'falling' : 'rising');
  return labels.length > 0 ? labels : ['steady'];
}

/** Answers a segment needs to be read at all. */
export const readableFrom = smallSample;
