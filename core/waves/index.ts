export type { StoredPeople } from './arrow/people.ts';
export { readPersonKeys, type StoredKeys } from './arrow/personKeys.ts';
export { type BuildOutcome, buildWave, type ContactsInput, finish } from './build/build.ts';
export { asContactsFault } from './build/contacts.ts';
export { plainAccount, plainEmail } from './build/draft.ts';
export { noAccount, type WaveAbout } from './build/finish.ts';
export { tenureValues } from './build/tenure.ts';
export { asLeft } from './carry/asLeft.ts';
export { type CarriedMapping, carryOver, needsAnswer } from './carry/carryOver.ts';
export type { CarryDifference, WaveBefore } from './carry/differences.ts';
export type { Likeness } from './carry/near.ts';
export { tellDifferences } from './carry/tell.ts';
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
  SheetFacts,
  SheetName,
  ValueCount,
} from './inspection.ts';
export {
  AccountIndex,
  type AccountMatch,
  type AccountName,
  accountsOf,
  firstRowsOf,
  type KnownAccount,
} from './lists/accounts.ts';
export type { ListFault } from './lists/faults.ts';
export { describeListFault } from './lists/faultWords.ts';
export {
  countsOf,
  InvitedJoin,
  type InvitedReport,
  type LeftLine,
  type PeopleList,
  readPeopleList,
  type UnlistedAnswer,
} from './lists/invited.ts';
export {
  type ListKind,
  type ListMapping,
  type ListRole,
  listKinds,
  type Outcome,
  outcomes,
  plainCell,
  rolesOf,
} from './lists/mapping.ts';
export {
  accountsKeptOf,
  leastToRead,
  type Rate,
  type RateOfValue,
  rateOf,
  ratesOf,
  revenueKeptOf,
  type SkewOfValue,
  skewOf,
} from './lists/rates.ts';
export { listMappingOf, usableMapping } from './lists/recognise.ts';
export {
  type CustomerFigures,
  customerFigures,
  figuresId,
  type InvitedFigures,
  invitedFigures,
  type RenewalFigures,
  renewalFigures,
} from './lists/records.ts';
export {
  type RenewalsList,
  type RenewalsReport,
  type RetentionCounts,
  type RetentionDimension,
  readRenewals,
  reportRenewals,
} from './lists/renewals.ts';
export type { DimensionCounts, ValueCounts } from './lists/tally.ts';
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
export { inspectFile } from './recognise/inspect.ts';
export { noScoreOf } from './recognise/noScore.ts';
export { looseMailLikeness, nameLikeness, unlike } from './same/alike.ts';
export { type CountedPeople, countingSaid } from './same/counted.ts';
export { Identities } from './same/identities.ts';
export { keysOf } from './same/keys.ts';
export { type PairedRows, type Pairs, type PersonKeys, pairsOf } from './same/pairsOf.ts';
export {
  type DuplicateReason,
  joinSaid,
  pairId,
  type SaidSame,
  type SamePerson,
  saidSameIn,
  samePerson,
  sayOfPair,
  unsayOfPair,
} from './same/said.ts';
export {
  type Met,
  PeopleMatcher,
  type PossibleDuplicate,
  type SamePeople,
} from './same/samePeople.ts';
export { textOf } from './scan/text.ts';
export type { Steps } from './steps.ts';
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
