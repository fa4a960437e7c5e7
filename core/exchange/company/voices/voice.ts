/** A sentence in a customer's own words, with the severity it was noted with: 0 not stated, 1 low, 2 medium, 3 high. */
export type Said = readonly [words: string, severity: 0 | 1 | 2 | 3];

/** What invented customers say about one theme. Each line is used once, in this order. */
export interface Voice {
  /** What went wrong, or right, in their words. */
  said: readonly Said[];
  /** What the interviewer wrote down in short. */
  noted: readonly string[];
  /** The change that would matter most; may stay empty. */
  wished: readonly string[];
  /** Survey comments that fit somebody who raises this. */
  comments: readonly string[];
  valence: 'good' | 'bad';
}
