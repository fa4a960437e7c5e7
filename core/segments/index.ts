export type { Segment, ValueOf } from './cells.ts';
export { usualSigns, valuesInCell } from './cellValues.ts';
export { crossFits } from './count.ts';
export {
  type CrossMap,
  type CrossRefusal,
  canCross,
  crossName,
  crossOf,
  crossSign,
  mostCrossCells,
} from './cross.ts';
export {
  type EditPlace,
  type EditRefusal,
  inverseOf,
  keepOnly,
  longestValueName,
  mergeValues,
  mostEdges,
  renameValue,
  separateValue,
  setEdges,
  setSeparator,
  sourcesOf,
} from './edit.ts';
export {
  type DimensionReading,
  type EditsSource,
  editsIn,
  isEdited,
  noEdits,
  type SegmentEdits,
} from './edits.ts';
export { type MapAndFindings, mapAndFindings, mostCrosses } from './found.ts';
export { choiceOf, type Made, makeDimensions, withMade } from './made.ts';
export {
  type DimensionMap,
  type Everyone,
  everyoneOf,
  type SegmentMap,
  segmentsOf,
} from './map.ts';
export { keptName, spokenName } from './name.ts';
export {
  type CrossFinding,
  type MapSummary,
  type Proposal,
  type ProposalReason,
  proposalsOf,
  proposalsWith,
  summaryIn,
  summaryOf,
  toInterview,
  type WidestProposal,
} from './propose.ts';
export { edgesFor, edgesFrom, numbersOf } from './ranges.ts';
export {
  type Reading,
  readableFrom,
  type SegmentChange,
  type SegmentLabel,
  type TestedDifference,
} from './reading.ts';
export {
  editedSegments,
  otherValue,
  type ReadColumn,
  type ReadColumns,
  type SegmentParts,
  valuesOf,
} from './recode.ts';
export {
  type DimensionEdit,
  dimensionEdit,
  type MadeDimension,
  type MapOrder,
  madeDimension,
  mapOrders,
  type SegmentView,
  segmentView,
  type ValueEdit,
  valueEdit,
} from './records.ts';
export { type SatisfiedSegment, satisfiedSegments } from './satisfied.ts';
export { type Cells, type ReadCells, type Several, severalReader } from './several.ts';
export { trimmedMap } from './trim.ts';
export { shownDimension, shownValue } from './words.ts';
