import type { ValueCount } from './inspection.ts';
import type { RepeatRule } from './mapping.ts';

/** Something worth saying about a file that was read all the same. Columns by their header. */
export type BuildNote =
  /** A segment column with more different values than a dimension may have; left out. */
  | { kind: 'tooManyValues'; header: string; limit: number }
  /** Cells of a date, revenue, weight or rating column that could not be read; taken as unknown. */
  | { kind: 'unreadable'; header: string; count: number; line: number; value: string }
  /** Ratings beside the stated scale; taken as no answer. */
  | {
      kind: 'outsideScale';
      header: string;
      low: number;
      high: number;
      count: number;
      values: readonly string[];
    }
  /** Rows with fewer cells than the header; the absent cells count as empty. */
  | { kind: 'shortRows'; count: number; line: number }
  /** Cells that say who may be contacted in words nobody knows; each counts as a wish not to be. At most 10 values. */
  | {
      kind: 'unclearOptOut';
      header: string;
      count: number;
      values: readonly ValueCount[];
      more: boolean;
      /** In the contacts file, not in the survey. */
      inContacts?: true;
    }
  /** Quotation marks that open a cell and never close it, the first on `line`; each was read as part of its cell. */
  | { kind: 'unclosedQuotes'; count: number; line: number; inContacts?: true }
  /** Many answers and not one 0. */
  | { kind: 'noZero'; answers: number }
  /** People who answered more than once in this file, all their answers, and which of them count. */
  | { kind: 'repeated'; people: number; answers: number; rule: RepeatRule }
  /** Rows that a row filter left out, and the values of its column they hold: the most frequent, at most 10. */
  | { kind: 'leftOut'; header: string; count: number; values: readonly ValueCount[]; more: boolean }
  /**
   * Weights that say nothing (`unknown`, the first on `line`) and count as the mean of the others, `taken`; and weights
   * of 0, whose answers count in unweighted figures only. With a mean of 0 the column is left out.
   */
  | {
      kind: 'weights';
      header: string;
      unknown: number;
      line: number;
      value: string;
      taken: number;
      zeros: number;
    };

/** A line of the contacts file that found nobody in the survey. */
export interface UnjoinedContact {
  line: number;
  /** What it would have been joined by: the id, the e-mail or the account name. */
  by: 'id' | 'email' | 'account';
  value: string;
  /** `otherEmail`: its id stands in the survey beside another e-mail, so that it may be somebody else's. */
  why: 'nobody' | 'severalContacts' | 'otherEmail';
}

/** How a contacts file fits a survey file. */
export interface JoinReport {
  /** Lines of the contacts file. */
  contacts: number;
  joinedById: number;
  joinedByEmail: number;
  joinedByAccount: number;
  /** Responses that found no contact. */
  rowsWithoutContact: number;
  /** Responses whose person now has an e-mail or a phone number. */
  reachable: number;
  /** Lines of the contacts file that found nobody: how many, and the first 5,000 of them. */
  unjoinedCount: number;
  unjoined: readonly UnjoinedContact[];
  /** The first 5,000 responses that found no contact. */
  withoutContact: readonly { row: number; key: string; name: string; email: string; accountName: string }[];
}
