import { logPoissonTerm } from './saddlePoint.ts';

/**
 * Upper tail of the chi-square distribution: the chance of at least `x` with `df` (1, 2, 3, ...) degrees of freedom.
 * Series below the bulk, Lentz's continued fraction above it; relative error about 1e-14.
 * Equals R `pchisq(x, df, lower.tail = FALSE)`. Numerical Recipes, section 6.2.
 */
export function chiSquareTail(x: number, df: number): number {
  if (!(x > 0)) return 1;
  const [shape, half] = [df / 2, x / 2];
  const front = Math.exp(logPoissonTerm(shape, half));
  return half < shape + 1 ? 1 - front * series(shape, half) : front * shape * fraction(shape, half);
}

function series(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 10_000 && term > sum * 1e-17; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

function fraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < 10_000; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b || tiny);
    c = b + a / c || tiny;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}
