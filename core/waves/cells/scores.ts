import { numberOf } from './numbers.ts';

/** What a filled score cell is: a whole number 0-10, or the reason it is none. */
export type ScoreReading = { score: number } | { score: null; reason: 'notAWholeNumber' | 'outOfRange' };

/** Reads an answer to the 0-10 question. "9.0" is the whole number 9; "7.5", "ten", "-1" and "11" are no answers. */
export function readScore(text: string): ScoreReading {
  const value = numberOf(text);
  if (value === null || !Number.isInteger(value)) return { score: null, reason: 'notAWholeNumber' };
  if (value < 0 || value > 10) return { score: null, reason: 'outOfRange' };
  return { score: value + 0 };
}
