/** How often something may still be done: a bucket that fills with time. */
export interface Allowance {
  left: number;
  /** Ms since 1970 UTC. */
  at: number;
}

/** At most `most` at once, then `perMinute`. */
export interface Rate {
  most: number;
  perMinute: number;
}

/** Takes `cost` out of what is allowed; null when there is not enough. */
export function spend(
  before: Allowance | undefined,
  rate: Rate,
  cost: number,
  now: number,
): Allowance | null {
  const grown = before
    ? Math.min(rate.most, before.left + (Math.max(0, now - before.at) / 60_000) * rate.perMinute)
    : rate.most;
  return grown >= cost ? { left: grown - cost, at: now } : null;
}
