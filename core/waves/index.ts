export type { ContactsFault, ImportFault, OtherFormat } from './faults.ts';
export type {
  ColumnProfile,
  Delimiter,
  Encoding,
  ImportQuestion,
  Inspection,
  MissingProposal,
  PresetName,
  RoleReason,
  ValueCount,
} from './inspection.ts';
export type { ColumnMapping, ColumnRole, Mapping } from './mapping.ts';
export type { BuildNote, JoinReport, UnjoinedContact } from './outcome.ts';
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
