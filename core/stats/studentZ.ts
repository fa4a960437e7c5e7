import { z95 } from './normalQuantile.ts';

/**
 * By how many standard errors an interval reaches where the error itself is estimated from few trials: the quantile of
 * Student's t that belongs to `z` of the normal distribution (1.96, 95 %, unless told). Expansion of Abramowitz and Stegun
 * (1964), 26.7.5: within 0.01 of R `qt(pnorm(z), df)` from 4 degrees of freedom on; not for fewer.
 */
export function studentZ(df: number, z = z95): number {
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * df) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * df ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * df ** 3)
  );
}
