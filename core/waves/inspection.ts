import type { ColumnRole, Mapping } from './mapping.ts';

/** How the bytes of a file were read as text. `utf-8` may hold a few stray bytes that were read as Windows-1252. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Delimiter = ',' | ';' | '\t' | '|';

/** Survey platforms whose exports are recognised by several of their columns together. */
export type PresetName =
  | 'qualtrics'
  | 'surveymonkey'
  | 'typeform'
  | 'formbricks'
  | 'limesurvey'
  | 'delighted'
  | 'asknicely'
  | 'hubspot'
  | 'customergauge'
  | 'googleforms';

/** A value of a column and how often it stands there. */
export interface ValueCount {
  /** The cell's text, trimmed, at most 200 characters. */
  value: string;
  count: number;
}

/** A value that may mean "no answer". Proposed with its count, never applied before the user says so. */
export interface MissingProposal extends ValueCount {
  /** `outside`: a number beside the question's scale; `word`: a usual way of writing "no answer" ("NA", "Blank"). */
  why: 'outside' | 'word';
}

/** What made a role likely; `describeReason` puts it in words. */
export type RoleReason = 'preset' | 'header' | 'headerAndContent' | 'content' | 'alike' | 'nothing';

/** What one column holds, so that a screen can show its values beside the question of what it means. */
export interface ColumnProfile {
  /** Place in the file, 0 for the first column. The same order as `Inspection.mapping.columns`. */
  index: number;
  /** As it stands in the file; may be empty or stand twice. */
  header: string;
  /** The question's wording where the file has a second header row for it, else empty. */
  wording: string;
  /** Cells with something in them, and without. They add up to the rows. */
  filled: number;
  empty: number;
  /** Different values; `distinctMore` when there are more and counting stopped. */
  distinct: number;
  distinctMore: boolean;
  /** The most frequent values, at most 20, most frequent first (ties: as numbers, else as they came). */
  top: readonly ValueCount[];
  /** Filled cells that are numbers, and the smallest and largest of them; null when none is. */
  numbers: { count: number; whole: number; low: number; high: number } | null;
  /** Filled cells that read as a date. */
  dates: number;
  /** Length of the longest cell in bytes. */
  longest: number;
  proposedMissing: readonly MissingProposal[];
  role: ColumnRole;
  /** 0 to 1; under 0.5 the role is "ignore" unless the user says otherwise. */
  confidence: number;
  reason: RoleReason;
}

/** What the user should be asked before the file is read. Columns by their place in the file. */
export type ImportQuestion =
  /** A 0-10 column that may not be the likelihood to recommend. */
  | { kind: 'isThisNps'; column: number }
  /** More than one column could be the score; the first is the proposed one. */
  | { kind: 'whichScore'; columns: readonly number[] }
  | { kind: 'noScore' }
  | { kind: 'missingCode'; column: number; proposal: MissingProposal }
  /** 03/04/2026 can be read two ways here; read as `proposed`. */
  | { kind: 'dateOrder'; column: number; sample: string; proposed: 'dmy' | 'mdy' }
  /** Nobody can be interviewed: no column says who answered. */
  | { kind: 'nobodyNamed' }
  /** People are known by number only: a contacts file is needed before anyone can be called. */
  | { kind: 'noWayToReach' }
  /** Many answers and not one 0: some exporters lose it as blank. */
  | { kind: 'noZero'; column: number; answers: number }
  /** One file with several kinds of survey; rows of another kind are not NPS answers. */
  | { kind: 'severalSurveys'; column: number; values: readonly ValueCount[] };

/** Why no column of a file could be the score; `describeNoScore` puts it into one sentence. */
export interface NoScore {
  /** Columns of the file. */
  columns: number;
  /** The column that comes nearest, its smallest and largest number, and whether most are whole; null when none holds numbers. */
  nearest: { header: string; low: number; high: number; whole: boolean } | null;
}

/** All that is known about a file before it becomes a wave. Nothing has been stored. */
export interface Inspection {
  fileName: string;
  /** Bytes. */
  fileSize: number;
  encoding: Encoding;
  /** Bytes that were no valid UTF-8 in a file that otherwise is. */
  strayBytes: number;
  delimiter: Delimiter;
  /** Null when no platform was recognised. */
  preset: PresetName | null;
  /** Lines before the first row of answers, header rows included. */
  headLines: number;
  /** Rows below the header rows, empty lines left out. */
  rows: number;
  columns: readonly ColumnProfile[];
  /** The recognised mapping, one entry per column of the file, in its order, with nothing assumed as missing. */
  mapping: Mapping;
  questions: readonly ImportQuestion[];
  /** The first rows as they stand (at most 20), each cell at most 200 characters. */
  preview: readonly (readonly string[])[];
}
