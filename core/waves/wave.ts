import type { CycleId, WaveId } from '../model/ids.ts';
import type { Mapping, Metric } from './mapping.ts';
import type { People } from './people/people.ts';

/** Detractor 0-6, passive 7-8, promoter 9-10. */
export const bands = ['detractor', 'passive', 'promoter'] as const;
export type Band = (typeof bands)[number];

/** In `WaveColumns.score`: the person did not answer. Never 0, which is the angriest answer there is. */
export const noScore = 255;
/** In `SegmentColumn.codes`: the cell was empty or a "no answer" code. */
export const noSegment = 0xffff;

/** One dimension of a wave, dictionary-coded. Shape: `codes.length === rows`, `codes[i] < values.length` or `noSegment`. */
export interface SegmentColumn {
  /** The dimension's name as shown ("Tier"). */
  name: string;
  codes: Uint16Array;
  values: readonly string[];
}

/** One attribute rating. `values[i]` is NaN where there is no answer. */
export interface RatingColumn {
  name: string;
  low: number;
  high: number;
  values: Float32Array;
}

/** The anonymous part of a wave: `rows` responses as columns. It can be read without knowing who anybody is. */
export interface WaveColumns {
  rows: number;
  /** 0-10 (1-5 where satisfaction is measured), or `noScore`. */
  score: Uint8Array;
  /** Days since 1970-01-01 of the answer, or -2147483648 where unknown. */
  day: Int32Array;
  /** Index of the account within the wave, or 0xffffffff where unknown. */
  account: Uint32Array;
  segments: readonly SegmentColumn[];
  ratings: readonly RatingColumn[];
  /** How much each answer counts in weighted figures: 0 or more, never NaN, some above 0. Null where nothing is weighted. */
  weight: Float32Array | null;
}

/** One respondent as the survey and the contacts file know them. Empty strings where unknown. */
export interface Person {
  /** Row in the wave. */
  row: number;
  /** Steady name of the person across waves: `id:...`, else `mail:...`, else `row:<wave>:<row>`. */
  key: string;
  name: string;
  email: string;
  phone: string;
  timeZone: string;
  language: string;
  role: string;
  crmId: string;
  accountName: string;
  accountCrmId: string;
  accountManager: string;
  /** A year's revenue of the account in the unit of the file, or null. */
  revenue: number | null;
  optOut: boolean;
  comment: string;
  score: number | null;
  /** Day of the answer as YYYY-MM-DD, empty where unknown. */
  answeredOn: string;
}

/** A row that was left out and why, for the list and its download. */
export interface RejectedRow {
  /** Line in the file, the header being line 1. */
  line: number;
  column: string;
  value: string;
  reason: 'notAWholeNumber' | 'outOfRange' | 'tooManyCells' | 'unreadableDate';
}

/** What a wave says about itself; small, listed without loading any column. */
export interface WaveHead {
  id: WaveId;
  cycle: CycleId;
  /** Name of the cycle as shown ("Q4 2026"). */
  cycleName: string;
  metric: Metric;
  fileName: string;
  /** Size of the source file in bytes. */
  fileSize: number;
  /** SHA-256 of the file's bytes and the mapping, hex: the same file twice changes nothing. */
  contentHash: string;
  /** SHA-256 of the file's bytes alone, hex: says that a file was imported before with another mapping. */
  fileHash?: string;
  /** Milliseconds since 1970 UTC. */
  importedAt: number;
  /** Rows of the wave, as in `WaveColumns.rows`: answers and non-responses. Rejected rows are not among them. */
  rows: number;
  answers: number;
  nonResponses: number;
  rejected: number;
  /** Rows that a row filter left out; 0 where absent. */
  leftOut?: number;
  /** Answers that do not count since the same person's other answer does; not among `rows`. 0 where absent. */
  superseded?: number;
  /** Answers per score, 11 long whatever is measured: a satisfaction of 5 is counted in place 5. */
  histogram: readonly number[];
  firstDay: string;
  lastDay: string;
  dimensions: readonly string[];
  ratings: readonly string[];
  mapping: Mapping;
  /** Part of the invented company; removable in one step. */
  sample: boolean;
}

/** A wave as the importer hands it to a `WaveStore`. */
export interface BuiltWave {
  head: WaveHead;
  columns: WaveColumns;
  /** One per row, in row order, or empty when the file names nobody. */
  people: People;
  rejected: readonly RejectedRow[];
}
