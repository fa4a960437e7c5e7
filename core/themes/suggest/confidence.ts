import type { Fit } from './learner.ts';

/** A theme that a text may be about. `share`: how probable, 0 to 1, all themes and "none of them" being 1 together. */
export interface Suggestion {
  theme: string;
  share: number;
}

/** From this share on a theme is shown first, and nothing is shown while no theme has it. */
export const leastFirst = 0.45;
/** From this share on a theme is shown beside the first. */
export const leastBeside = 0.15;
/** Themes shown at once. */
export const mostSuggested = 3;

/**
 * How fits become shares: each theme weighs its fit to the power of `sharpness`, "none of them" weighs `nothing` to it.
 * Both were set where the shares told most about sentences that were held back (log loss), over codebooks that were
 * taught 0 to 100 sentences a theme, whole lines and half lines, one sentence in seven of a theme the codebook lacks:
 * docs/decisions/0031.
 */
const sharpness = 4;
const nothing = 0.55;

/** The shares of themes ranked by fit, in the same order. */
export function sharesOf(fits: readonly Fit[]): Suggestion[] {
  const weights = fits.map(({ fit }) => fit ** sharpness);
  const all = weights.reduce((sum, weight) => sum + weight, nothing ** sharpness);
  return fits.map(({ theme }, i) => ({ theme, share: (weights[i] as number) / all }));
}

/** What is worth showing, the best first; nothing when no theme is probable enough. */
export function worthShowing(fits: readonly Fit[]): Suggestion[] {
  const shares = sharesOf(fits);
  if ((shares[0]?.share ?? 0) < leastFirst) return [];
  return shares.filter(({ share }) => share >= leastBeside).slice(0, mostSuggested);
}
