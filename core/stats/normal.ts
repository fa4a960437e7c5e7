/**
 * Standard normal distribution function: the chance of a value below `x`, 0 to 1, NaN for NaN.
 * Rational approximations of Cody (1969), Mathematics of Computation 23, 631-637 (Algorithm 715, 1993), and beyond
 * 5.6 Laplace's continued fraction. Relative error below 1e-15 down to -37.5; from there the tail runs out of doubles.
 * Equals R `pnorm(x)`. For the upper tail ask for `normalCdf(-x)`: 1 minus a number near 1 loses all its figures.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return x;
  const y = Math.abs(x);
  if (y <= 0.67448975) return 0.5 + middle(x);
  const tail = y > 38.6 ? 0 : density(y) * (y <= Math.sqrt(32) ? shoulder(y) : far(y));
  return x < 0 ? tail : 1 - tail;
}

/**
 * Two-sided p value of a standard normal statistic: the chance of one at least as far from 0. 0 to 1.
 * Equals R `2 * pnorm(-abs(z))`.
 */
export function twoSidedP(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z)));
}

/** exp(-y^2/2) with y^2 split, so that the rounding of a large square is not raised to a power. */
function density(y: number): number {
  const coarse = Math.trunc(y * 16) / 16;
  return Math.exp(-coarse * coarse * 0.5) * Math.exp(-(y - coarse) * (y + coarse) * 0.5);
}

const a = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
];
const b = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];

function middle(x: number): number {
  const square = x * x;
  return (x * polynomial(a, square)) / polynomial(b, square);
}

const c = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const d = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];

function shoulder(y: number): number {
  return polynomial(c, y) / polynomial(d, y);
}

const inverseRootTwoPi = 0.3989422804014327;

/** Laplace's continued fraction; 40 levels reach the last figure from 5.6 on. */
function far(y: number): number {
  let fraction = y;
  for (let level = 40; level >= 1; level--) fraction = y + level / fraction;
  return inverseRootTwoPi / fraction;
}

/** Horner's rule, highest power first. */
export function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}
