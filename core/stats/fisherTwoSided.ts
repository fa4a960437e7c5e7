import type { TwoByTwo } from './fisherExact.ts';

/** The two-sided exact test alone, and what it could have said. */
export interface FisherTwoSided {
  /** All tables as likely as the one seen, or less; 0 to 1. */
  p: number;
  /** The smallest p that any table with these margins has: above a level, no counts could have shown a difference at it. */
  least: number;
}

/**
 * Fisher's exact test of a 2 x 2 table without odds ratio and interval, for when thousands are asked at once. Assumes
 * independent trials, and conditions on both margins. With an empty row or column p and least are 1. Equals R
 * `fisher.test(table)$p.value`. Least p: Tarone (1990), Biometrics 46, 515-522.
 */
export function fisherTwoSided([[a, b], [c, d]]: TwoByTwo): FisherTwoSided {
  const [marked, unmarked, sample] = [a + c, b + d, a + b];
  const least = Math.max(0, sample - unmarked);
  const most = Math.min(sample, marked);
  if (least >= most) return { p: 1, least: 1 };
  const chances = chancesFrom(least, most, marked, unmarked, sample);
  const seen = (chances[a - least] as number) * (1 + 1e-7);
  const rarest = Math.min(chances[0] as number, chances[chances.length - 1] as number) * (1 + 1e-7);
  let [all, upToSeen, upToRarest] = [0, 0, 0];
  for (const chance of chances) {
    all += chance;
    if (chance <= seen) upToSeen += chance;
    if (chance <= rarest) upToRarest += chance;
  }
  return { p: Math.min(1, upToSeen / all), least: Math.min(1, upToRarest / all) };
}

/** Chances of each possible first cell, in proportion to that of the likeliest, which is 1: none overflows. */
function chancesFrom(
  least: number,
  most: number,
  marked: number,
  unmarked: number,
  sample: number,
): Float64Array {
  const chances = new Float64Array(most - least + 1);
  const likeliest = Math.floor(((sample + 1) * (marked + 1)) / (marked + unmarked + 2));
  const start = Math.min(most, Math.max(least, likeliest)) - least;
  /** How many times likelier the cell x + 1 is than x. */
  const step = (x: number) => ((marked - x) * (sample - x)) / ((x + 1) * (unmarked - sample + x + 1));
  chances[start] = 1;
  for (let i = start + 1; i < chances.length; i++)
    chances[i] = (chances[i - 1] as number) * step(least + i - 1);
  for (let i = start - 1; i >= 0; i--) chances[i] = (chances[i + 1] as number) / step(least + i);
  return chances;
}
