import type { Metric } from '../mapping.ts';
import { numberOf } from './numbers.ts';

/** What a filled score cell is: a whole number of the scale, or the reason it is none. */
export type ScoreReading = { score: number } | { score: null; reason: 'notAWholeNumber' | 'outOfRange' };

/**
 * Reads an answer: 0-10 to the question about recommending, 1-5 to the one about satisfaction. "9.0" is the whole
 * number 9 and "10 - Extremely likely" is 10; "7.5", "ten", "-1" and "11" are no answers.
 */
export function readScore(text: string, metric: Metric = 'nps'): ScoreReading {
  const value = numberOf(text);
  if (value === null || !Number.isInteger(value)) return { score: null, reason: 'notAWholeNumber' };
  const [low, high] = metric === 'csat' ? [1, 5] : [0, 10];
  if (value < low || value > high) return { score: null, reason: 'outOfRange' };
  return { score: value + 0 };
}
