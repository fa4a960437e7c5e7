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
  'weight',
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
  /** Name shown for a segment or rating; the header when empty. */
  label?: string;
  /** For ratings: the stated scale. */
  low?: number;
  high?: number;
  /** For dates: which of day and month comes first, where the file leaves it open. */
  dateOrder?: 'dmy' | 'mdy';
}

/** How a file is read into a wave: kept with the wave, saved per source, exported as JSON. */
export interface Mapping {
  version: 1;
  columns: readonly ColumnMapping[];
}
