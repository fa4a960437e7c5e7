/** The tolerance of R's `uniroot` unless told: the fourth root of the last figure. */
export const rootToleranceOfR = 2.220446049250313e-16 ** 0.25;

/**
 * Where a continuous function crosses 0 between `low` and `high`, at whose values it must have different signs; within
 * `tolerance` of the place. Brent's method: bisection, with secant and inverse quadratic steps where they behave.
 * Equals R `uniroot(f, c(low, high), tol = tolerance)$root`, step by step. Brent (1973), Algorithms for Minimization
 * without Derivatives, chapter 4.
 */
export function rootOf(f: (x: number) => number, low: number, high: number, tolerance = 1e-15): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  let [c, fc] = [a, fa];
  if (fa === 0) return a;
  for (let steps = 0; steps <= 1000 && fb !== 0; steps++) {
    const before = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= least || fb === 0) break;
    const trusts = Math.abs(before) >= least && Math.abs(fa) > Math.abs(fb);
    const wanted = trusts ? interpolated({ a, b, c, fa, fb, fc }, before, least) : half;
    const step = Math.abs(wanted) < least ? Math.sign(half) * least : wanted;
    [a, fa] = [b, fb];
    b += step;
    fb = f(b);
    if (Math.sign(fb) === Math.sign(fc)) [c, fc] = [a, fa];
  }
  return b;
}

interface Bracket {
  a: number;
  b: number;
  c: number;
  fa: number;
  fb: number;
  fc: number;
}

/** The step that a line or a parabola through the points known suggests, or half the bracket where that leads astray. */
function interpolated({ a, b, c, fa, fb, fc }: Bracket, before: number, least: number): number {
  const width = c - b;
  const ratio = fb / fa;
  let [p, q] = [width * ratio, 1 - ratio];
  if (a !== c) {
    const [far, near] = [fa / fc, fb / fc];
    p = ratio * (width * far * (far - near) - (b - a) * (near - 1));
    q = (far - 1) * (near - 1) * (ratio - 1);
  }
  if (p > 0) q = -q;
  else p = -p;
  const within = p < 0.75 * width * q - Math.abs(least * q) / 2 && p < Math.abs((before * q) / 2);
  return within ? p / q : width / 2;
}
