import type { BuildNote } from '../outcome.ts';
import type { Person, RatingColumn, RejectedRow, SegmentColumn } from '../wave.ts';

/** A wave in the making: what the survey file alone says, before contacts are joined and accounts numbered. */
export interface Draft {
  /** Rows of the file, rejected ones included. */
  fileRows: number;
  rows: number;
  score: Uint8Array;
  day: Int32Array;
  segments: SegmentColumn[];
  ratings: RatingColumn[];
  weight: Float32Array | null;
  /** Day since when the row's account is a customer; `noDay` where unknown. */
  since: Int32Array;
  /** Empty when the file names nobody. */
  people: Person[];
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
