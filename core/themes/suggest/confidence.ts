import type { Fit } from './learner.ts';

/** A theme that a text may be about. `share`: how probable, 0 to 1, all themes and "none of them" being 1 together. */
export interface Suggestion {
  theme: string;
  share: number;
}

/** Nothing is shown unless one theme is more probable than not, */
export const leastAlone = 0.5;
/** or two share it, as in a note that is about both: each with so much. */
export const leastOfTwo = 0.3;
/** From this share on a theme is shown beside the first. */
export const leastBeside = 0.15;
/** Themes shown at once. */
export const mostSuggested = 3;

/**
 * How fits become shares: a theme weighs fit / `nothing` to the power of `sharpest` · n / (n + `half`), where n counts the
 * texts it was learned from, and "none of them" weighs 1: what is hardly known cannot be sure. The three were set where
 * shares told most about sentences that were held back (log loss), over codebooks that knew 0 to 100 sentences a theme,
 * whole lines and half lines, one sentence in seven of a theme the codebook lacks: docs/decisions/0031.
 */
const sharpest = 5;
const half = 2;
const nothing = 0.55;

/** The shares of themes, the greatest first. */
export function sharesOf(fits: readonly Fit[]): Suggestion[] {
  const weights = fits.map(({ fit, texts }) => (fit / nothing) ** ((sharpest * texts) / (texts + half)));
  const all = weights.reduce((sum, weight) => sum + weight, 1);
  return fits
    .map(({ theme }, i) => ({ theme, share: (weights[i] as number) / all }))
    .sort((a, b) => b.share - a.share || (a.theme < b.theme ? -1 : 1));
}

/** What is worth showing, the best first; nothing when no theme is probable enough. */
export function worthShowing(fits: readonly Fit[]): Suggestion[] {
  const shares = sharesOf(fits);
  const [first = 0, second = 0] = shares.map(({ share }) => share);
  if (first < leastAlone && second < leastOfTwo) return [];
  return shares.filter(({ share }) => share >= leastBeside).slice(0, mostSuggested);
}
