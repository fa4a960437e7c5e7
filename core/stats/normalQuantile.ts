import { polynomial } from './normal.ts';

/**
 * Standard normal quantile: the `x` below which a value lies with chance `p`; -Infinity at 0, Infinity at 1, NaN outside.
 * Algorithm AS 241, PPND16 (Wichura 1988, Applied Statistics 37, 477-484). Relative error about 1e-16.
 * Equals R `qnorm(p)`.
 */
export function normalQuantile(p: number): number {
  const offset = p - 0.5;
  if (Math.abs(offset) <= 0.425) {
    const r = 0.180625 - offset * offset;
    return (offset * polynomial(a, r)) / polynomial(b, r);
  }
  const tail = offset < 0 ? p : 1 - p;
  if (!(tail >= 0)) return Number.NaN;
  const x = tail === 0 ? Number.POSITIVE_INFINITY : tailQuantile(Math.sqrt(-Math.log(tail)));
  return offset < 0 ? -x : x;
}

function tailQuantile(r: number): number {
  return r <= 5
    ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6)
    : polynomial(e, r - 5) / polynomial(f, r - 5);
}

/** The standard normal values between which 95 of 100 lie: 1.96 and its negative. Equals R `qnorm(0.975)`. */
export const z95 = 1.959963984540054;

/** How many standard errors either side a two-sided interval of this confidence reaches; 0 < confidence < 1. */
export function zOf(confidence: number): number {
  return normalQuantile(0.5 + confidence / 2);
}

const a = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const b = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const c = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const d = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const e = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const f = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];
