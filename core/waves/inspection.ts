import type { DateOrder } from './cells/dates.ts';
import type { DecimalMark } from './cells/marks.ts';
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
  /** Every different value, in the order they came; absent where there are more than 200. */
  values?: readonly string[];
  /** The most frequent values, at most 20, most frequent first (ties: as numbers, else as they came). */
  top: readonly ValueCount[];
  /** Filled cells that are numbers, and the smallest and largest of them; null when none is. */
  numbers: { count: number; whole: number; low: number; high: number } | null;
  /** Filled cells that read as a date. */
  dates: number;
  /** Which of day and month comes first, where the cells leave no doubt of it. */
  dateOrder?: DateOrder;
  /** Length of the longest cell in bytes. */
  longest: number;
  proposedMissing: readonly MissingProposal[];
  role: ColumnRole;
  /** 0 to 1; under 0.5 the role is "ignore" unless the user says otherwise. */
  confidence: number;
  reason: RoleReason;
  /** What an ignored column might be all the same: number codes that may be a segment. */
  couldBe?: ColumnRole;
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
  /** 950.000 can be read as thousands or with three decimals; read with `proposed` before the decimals. */
  | { kind: 'decimalMark'; column: number; sample: string; proposed: DecimalMark }
  /** Nobody can be interviewed: no column says who answered. */
  | { kind: 'nobodyNamed' }
  /** People are known by number only: a contacts file is needed before anyone can be called. */
  | { kind: 'noWayToReach' }
  /** Many answers and not one 0: some exporters lose it as blank. */
  | { kind: 'noZero'; column: number; answers: number }
  /** One file with several kinds of survey; rows of another kind are not NPS answers. */
  | { kind: 'severalSurveys'; column: number; values: readonly ValueCount[] }
  /** No 0-10 score, but a satisfaction question from 1 to 5 that could be measured instead. */
  | { kind: 'isThisCsat'; column: number }
  /** A column of the survey tool says that some rows are previews, unfinished or of another survey; `dropped` are left out. */
  | { kind: 'rowsLeftOut'; column: number; dropped: readonly ValueCount[] }
  /** Nearly all values lie between `low` and `high`, and some beyond: two scales in one column, or codes. */
  | { kind: 'mixedScale'; column: number; low: number; high: number; outside: readonly ValueCount[] }
  /** The header speaks of a date, the cells hold a day of the month or another number: no date can be read. */
  | { kind: 'noDate'; column: number; low: number; high: number }
  /** The workbook has other sheets with a table. */
  | { kind: 'whichSheet'; sheet: string; others: readonly string[] }
  /** Columns that are hidden in the workbook are read all the same. */
  | { kind: 'hiddenColumns'; columns: readonly number[] }
  | { kind: 'hiddenRows'; rows: number }
  /** Cells under one that is merged over several rows take its value. */
  | { kind: 'mergedDown'; cells: number }
  /** Formulas saved without a result are read as empty. */
  | { kind: 'noResults'; cells: number };

/** A sheet of a workbook, as it can be chosen. */
export interface SheetName {
  name: string;
  /** Hidden in the workbook: never proposed. */
  hidden: boolean;
  /** Filled cells of a usual row, 0 for an empty sheet. */
  columns: number;
  /** Rows with something in them, below the first; of a long sheet as it says itself, or how many there are at least. */
  rows: number;
  rowsAre: 'counted' | 'stated' | 'atLeast';
}

/** What a workbook holds beside the cells that are read. */
export interface SheetFacts {
  /** The sheet that is read. */
  name: string;
  /** All of them, in their order. */
  sheets: readonly SheetName[];
  /** Places of hidden columns, and how many rows with something in them are hidden. They are read all the same. */
  hiddenColumns: readonly number[];
  hiddenRows: number;
  /** Merged ranges: their value stands in their first cell alone, and, where they go down one column, in the rows below. */
  mergedRanges: number;
  /** Cells that took the value of a cell merged downwards. */
  mergedDown: number;
  /** Cells that hold an error such as #N/A, read as that text. */
  errorCells: number;
  /** Formulas saved without a result, read as empty. */
  formulasWithoutValue: number;
}

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
  /** Bytes that were CP850, an old code page of DOS, in a file of Windows-1252; absent when none was. */
  oemBytes?: number;
  delimiter: Delimiter;
  /** What the workbook holds, for an XLSX; absent for a file of text. */
  sheet?: SheetFacts;
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
