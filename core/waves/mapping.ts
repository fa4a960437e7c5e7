import type { DecimalMark } from './cells/marks.ts';

/** What a column of a survey file means. */
export const columnRoles = [
  'score',
  'comment',
  'date',
  'respondentId',
  'email',
  'name',
  'firstName',
  'lastName',
  'phone',
  'timeZone',
  'language',
  'role',
  'crmId',
  'account',
  'accountCrmId',
  'accountManager',
  'revenue',
  'customerSince',
  'optOut',
  'optIn',
  'weight',
  'rowFilter',
  'segment',
  'rating',
  'ignore',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** One column's part in a mapping. */
export interface ColumnMapping {
  /** Header as it stands in the file, untrimmed. */
  header: string;
  role: ColumnRole;
  /** Cell texts that mean "no answer" in this column, compared after trimming, without case. */
  missing: readonly string[];
  /** Cell texts that were proposed as "no answer" and are answers after all, so that nobody is asked again. */
  kept?: readonly string[];
  /** Name shown for a segment or rating; the header when empty. */
  label?: string;
  /** For ratings: the stated scale. */
  low?: number;
  high?: number;
  /**
   * For a row filter: the cell texts of rows that count, compared as `missing` is. Other rows are left out, and counted.
   * Without them, rows are left out whose cell is `missing`, where an empty text stands for an empty cell.
   */
  only?: readonly string[];
  /** For dates: which of day and month comes first, where the file leaves it open. */
  dateOrder?: 'dmy' | 'mdy';
  /** For numbers: which mark stands before the decimals, where the file leaves it open. */
  decimalMark?: DecimalMark;
}

/** What a wave measures: likelihood to recommend 0-10, or satisfaction 1-5 of which 4 and 5 count. */
export const metrics = ['nps', 'csat'] as const;
export type Metric = (typeof metrics)[number];

/** Which answer of a person counts who answered several times in one file. */
export const repeatRules = ['latest', 'first', 'all'] as const;
export type RepeatRule = (typeof repeatRules)[number];

/** How a file is read into a wave: kept with the wave, saved per source, exported as JSON. */
export interface Mapping {
  version: 1;
  /** `nps` where absent. */
  metric?: Metric;
  /** `latest` where absent. */
  repeats?: RepeatRule;
  /** Which sheet of a workbook is read; the one that looks most like a table where absent. */
  sheet?: string;
  columns: readonly ColumnMapping[];
}
