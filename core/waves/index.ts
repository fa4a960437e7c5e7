export type { StoredPeople } from './arrow/people.ts';
export { type BuildOutcome, buildWave, type ContactsInput, finish } from './build/build.ts';
export { asContactsFault } from './build/contacts.ts';
export { plainAccount, plainEmail } from './build/draft.ts';
export { noAccount, type WaveAbout } from './build/finish.ts';
export { tenureValues } from './build/tenure.ts';
export { isoDay, noDay } from './cells/dates.ts';
export type { ContactsFault, ImportFault, OtherFormat } from './faults.ts';
export { type Content, contentHashOf, type Digest, hashOf } from './hash.ts';
export type {
  ColumnProfile,
  Delimiter,
  Encoding,
  ImportQuestion,
  Inspection,
  MissingProposal,
  NoScore,
  PresetName,
  RoleReason,
  ValueCount,
} from './inspection.ts';
export {
  type ColumnMapping,
  type ColumnRole,
  columnRoles,
  type Mapping,
  type Metric,
  metrics,
  type RepeatRule,
  repeatRules,
} from './mapping.ts';
export type { BuildNote, JoinReport, UnjoinedContact } from './outcome.ts';
export {
  type PartBytes,
  partsOf,
  personAt,
  readColumns,
  readPeople,
  readRejected,
  shardCount,
  shardOf,
} from './parts.ts';
export {
  type FieldCells,
  fieldsOf,
  type People,
  type PersonColumns,
  type PersonFields,
  type PersonText,
} from './people/people.ts';
export { Utf8Sink } from './people/sink.ts';
export { type NoHead, readWaveHead } from './readHead.ts';
export { type NoMapping, readMapping } from './readMapping.ts';
export { inspectFile, type Steps } from './recognise/inspect.ts';
export { noScoreOf } from './recognise/noScore.ts';
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
export {
  counted,
  describeFault,
  describeNoScore,
  describeNote,
  describeQuestion,
  describeReason,
  describeRejection,
  encodingNames,
  presetNames,
} from './words.ts';
