import type { Segment, SegmentMap } from './map.ts';
import type { TestedDifference } from './reading.ts';

/** Why a segment is worth calls. */
export type ProposalReason = ({ kind: 'weak' } | { kind: 'fell' } | { kind: 'rose' }) & TestedDifference;

/** A segment proposed for interviews, with the reasons. */
export interface Proposal {
  segment: Segment;
  /** At least one; the level before the change. */
  reasons: readonly ProposalReason[];
}

/**
 * Segments proposed for interviews: those that are weak and those that moved, each beyond noise after correction.
 * Weak and falling ones come first, then weak, falling, rising; within these the lowest score first.
 */
export function proposalsOf(map: SegmentMap): Proposal[] {
  return map.dimensions
    .flatMap((dimension) => dimension.segments)
    .map((segment) => ({ segment, reasons: reasonsFor(segment) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => urgency(b) - urgency(a) || scoreOf(a.segment) - scoreOf(b.segment));
}

function reasonsFor({ reading }: Segment): ProposalReason[] {
  if (reading.kind === 'tooFew') return [];
  const reasons: ProposalReason[] = [];
  const { level, change } = reading;
  if (level?.beyondNoise && level.difference.value < 0) reasons.push({ kind: 'weak', ...level });
  if (change.kind === 'change' && change.beyondNoise) {
    const { difference, adjustedP, beyondNoise } = change;
    reasons.push({ kind: difference.value < 0 ? 'fell' : 'rose', difference, adjustedP, beyondNoise });
  }
  return reasons;
}

const weights = { weak: 4, fell: 2, rose: 1 } as const;

function urgency({ reasons }: Proposal): number {
  return reasons.reduce((sum, { kind }) => sum + weights[kind], 0);
}

function scoreOf({ nps }: Segment): number {
  return nps.kind === 'estimate' ? nps.value : 0;
}

/** Segments a sentence about the map may name; null where the figures support naming none. */
export interface MapSummary {
  /** Lowest and highest readable score: the range that one total hides. Null below two readable segments. */
  range: { lowest: Segment; highest: Segment } | null;
  /** The largest fall and rise that are beyond noise. */
  fellMost: Segment | null;
  roseMost: Segment | null;
}

/** What the opening sentence of the map may say. */
export function summaryOf(map: SegmentMap): MapSummary {
  const readable = map.dimensions
    .flatMap((dimension) => dimension.segments)
    .filter(({ reading }) => reading.kind === 'read');
  const byScore = readable.toSorted((a, b) => scoreOf(a) - scoreOf(b));
  const [lowest, highest] = [byScore[0], byScore.at(-1)];
  const moved = readable
    .filter((segment) => changeBeyondNoise(segment) !== 0)
    .sort((a, b) => changeBeyondNoise(a) - changeBeyondNoise(b));
  return {
    range: lowest && highest && lowest !== highest ? { lowest, highest } : null,
    fellMost: moved.find((segment) => changeBeyondNoise(segment) < 0) ?? null,
    roseMost: moved.findLast((segment) => changeBeyondNoise(segment) > 0) ?? null,
  };
}

/** Points, or 0 where there is no change beyond noise. */
function changeBeyondNoise({ reading }: Segment): number {
  if (reading.kind !== 'read' || reading.change.kind !== 'change') return 0;
  return reading.change.beyondNoise ? reading.change.difference.value : 0;
}
