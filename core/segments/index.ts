export { type DimensionMap, type Segment, type SegmentMap, segmentsOf } from './map.ts';
export {
  type MapSummary,
  type Proposal,
  type ProposalReason,
  proposalsOf,
  summaryOf,
} from './propose.ts';
export {
  type Reading,
  readableFrom,
  type SegmentChange,
  type SegmentLabel,
  type TestedDifference,
} from './reading.ts';
