export type { ColumnMapping, ColumnRole, Mapping } from './mapping.ts';
export {
  type Band,
  type BuiltWave,
  bands,
  noScore,
  noSegment,
  type Person,
  type RatingColumn,
  type RejectedRow,
  type SegmentColumn,
  type WaveColumns,
  type WaveHead,
} from './wave.ts';
