const halfLog2Pi = 0.9189385332046728;

/**
 * Logarithm of the binomial density: the chance of `successes` in `trials` at `chance` (0 to 1), without the loss of
 * figures that comes from subtracting large log-factorials. Equals R `dbinom(k, n, p, log = TRUE)`.
 * Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function logBinomialDensity(successes: number, trials: number, chance: number): number {
  const failures = trials - successes;
  if (successes < 0 || failures < 0) return Number.NEGATIVE_INFINITY;
  if (chance === 0) return successes === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (chance === 1) return failures === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (successes === 0) return trials * Math.log1p(-chance);
  if (failures === 0) return trials * Math.log(chance);
  const correction = stirlingError(trials) - stirlingError(successes) - stirlingError(failures);
  const distance = deviance(successes, trials * chance) + deviance(failures, trials * (1 - chance));
  return correction - distance - halfLog2Pi - 0.5 * (Math.log(successes) + Math.log1p(-successes / trials));
}

/**
 * Logarithm of the hypergeometric density: `drawn` of the `marked` things among `sample` taken without return from
 * `marked + unmarked`. Equals R `dhyper(x, m, n, k, log = TRUE)`.
 */
export function logHypergeometricDensity(
  drawn: number,
  marked: number,
  unmarked: number,
  sample: number,
): number {
  const all = marked + unmarked;
  if (sample === 0) return drawn === 0 ? 0 : Number.NEGATIVE_INFINITY;
  const chance = sample / all;
  return (
    logBinomialDensity(drawn, marked, chance) +
    logBinomialDensity(sample - drawn, unmarked, chance) -
    logBinomialDensity(sample, all, chance)
  );
}

/** Logarithm of e^-mean mean^x / Gamma(x + 1), for x a whole or half number above 0 and mean above 0. */
export function logPoissonTerm(x: number, mean: number): number {
  return -stirlingError(x) - deviance(x, mean) - halfLog2Pi - 0.5 * Math.log(x);
}

/** What Stirling's formula lacks of log Gamma(n + 1); `n` a whole or half number above 0. */
function stirlingError(n: number): number {
  if (n <= 15) {
    let gamma = n % 1 === 0 ? 1 : Math.sqrt(Math.PI);
    for (let factor = n; factor > 0; factor--) gamma *= factor;
    return Math.log(gamma) - (n + 0.5) * Math.log(n) + n - halfLog2Pi;
  }
  const square = n * n;
  const inner = 1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square;
  return (1 / 12 - (1 / 360 - inner / square) / square) / n;
}

/** x log(x / mean) + mean - x, also where the two nearly agree. */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = (x - mean) / (x + mean);
  let sum = (x - mean) * ratio;
  let term = 2 * x * ratio;
  for (let j = 1; j < 1000; j++) {
    term *= ratio * ratio;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
