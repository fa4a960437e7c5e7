/** The outcome of something that may fail in an expected way. Only a bug throws. */
export type Result<T, F> = { ok: true; value: T } | { ok: false; why: F };

/** A success. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** An expected failure. */
export function fail<F>(why: F): { ok: false; why: F } {
  return { ok: false, why };
}

/** For the end of a `switch` over a union: the compiler objects when a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`);
}
