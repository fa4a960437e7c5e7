import type { NpsDifference } from '../scores/index.ts';
import type { Segment, ValueOf } from './cells.ts';
import type { SegmentMap } from './map.ts';
import type { TestedDifference } from './reading.ts';

/** Why a segment is worth calls. */
export type ProposalReason = ({ kind: 'weak' } | { kind: 'fell' } | { kind: 'rose' }) & TestedDifference;

/** A segment proposed for interviews, with the reasons. */
export interface Proposal {
  segment: Segment;
  /** At least one; the level before the change. */
  reasons: readonly ProposalReason[];
}

/** Two values together that are worth calls for more than either alone. */
export interface CrossFinding {
  segment: Segment;
  /** At least one; the level before the change. */
  reasons: readonly ProposalReason[];
  /** The cell minus the rest of each of its two segments, both below it beyond noise. */
  belowRest: readonly [NpsDifference, NpsDifference];
}

/** A proposal that may say that most of it lies in one part of the segment. */
export interface WidestProposal extends Proposal {
  /** A cell of a cross inside this segment, beyond noise below the rest of it: call these instead, never both. */
  narrower: CrossFinding | null;
}

/**
 * Segments proposed for interviews: those that are weak and those that moved, each beyond noise after correction.
 * Weak and falling ones come first, then weak, falling, rising; within these the lowest score first. Of dimensions with
 * several values a person none is proposed here: a selection can take such a segment only once somebody chose it.
 */
export function proposalsOf(map: SegmentMap): Proposal[] {
  return proposalsIn(map.dimensions.filter(({ several }) => !several));
}

/** Proposals of some dimensions, of those with several values a person too. */
export function proposalsIn(dimensions: SegmentMap['dimensions']): Proposal[] {
  return dimensions
    .flatMap((dimension) => dimension.segments)
    .map((segment) => ({ segment, reasons: reasonsFor(segment) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(byUrgency);
}

/**
 * Proposals of the map and of its crosses, without nested duplicates: a cell that lies in a proposed segment is said with
 * it, under the most urgent one alone; a cell in none stands for itself.
 */
export function proposalsWith(map: SegmentMap, found: readonly CrossFinding[]): WidestProposal[] {
  const open = new Set(found.toSorted(byUrgency));
  const oneWay = proposalsIn(map.dimensions).map((proposal): WidestProposal => {
    const narrower = [...open].find(({ segment }) => liesIn(segment, proposal.segment)) ?? null;
    for (const finding of [...open]) if (liesIn(finding.segment, proposal.segment)) open.delete(finding);
    return { ...proposal, narrower };
  });
  const alone = [...open].map(({ segment, reasons }) => ({ segment, reasons, narrower: null }));
  return [...oneWay, ...alone].sort(byUrgency);
}

/**
 * Whom to interview where nobody has decided yet, the most urgent first: a cell stands in place of every segment that holds
 * it, so that nobody is asked for twice.
 */
export function toInterview(proposals: readonly WidestProposal[]): Proposal[] {
  const cells = proposals.map(({ segment, narrower }) => narrower?.segment ?? segment);
  const isHeld = ({ segment }: Proposal) => cells.some((cell) => liesIn(cell, segment));
  return proposals.filter((p) => p.narrower || !isHeld(p)).map((p) => p.narrower ?? p);
}

const isSame = (a: ValueOf, b: ValueOf): boolean => a.dimension === b.dimension && a.value === b.value;
const liesIn = ({ crossed }: Segment, segment: ValueOf): boolean =>
  crossed?.some((part) => isSame(part, segment)) ?? false;

/** Why a segment is worth calls; empty where nothing is beyond noise. */
export function reasonsFor({ reading }: Segment): ProposalReason[] {
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

function byUrgency(a: Proposal, b: Proposal): number {
  return urgency(b) - urgency(a) || scoreOf(a.segment) - scoreOf(b.segment);
}

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
  return summaryIn(map.dimensions.flatMap((dimension) => dimension.segments));
}

/** What a sentence may say of segments that are looked at together: a map's or a cross's. */
export function summaryIn(segments: readonly Segment[]): MapSummary {
  const readable = segments.filter(({ reading }) => reading.kind === 'read');
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
