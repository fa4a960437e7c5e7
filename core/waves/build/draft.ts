import type { Metric } from '../mapping.ts';
import type { BuildNote } from '../outcome.ts';
import type { People } from '../people/people.ts';
import type { RatingColumn, RejectedRow, SegmentColumn } from '../wave.ts';

/** A wave in the making: what the survey file alone says, before contacts are joined and accounts numbered. */
export interface Draft {
  metric: Metric;
  /** Rows of the file, all that do not count included. */
  fileRows: number;
  leftOut: number;
  superseded: number;
  rows: number;
  score: Uint8Array;
  day: Int32Array;
  segments: SegmentColumn[];
  ratings: RatingColumn[];
  weight: Float32Array | null;
  /** Day since when the row's account is a customer; `noDay` where unknown. */
  since: Int32Array;
  /** Empty when the file names nobody. */
  people: People;
  rejected: RejectedRow[];
  notes: BuildNote[];
}

/** An account's name as it is compared: case and spaces do not matter. */
export function plainAccount(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** An e-mail as it is compared and looked up: trimmed, lower case. */
export function plainEmail(email: string): string {
  return email.trim().toLowerCase();
}
