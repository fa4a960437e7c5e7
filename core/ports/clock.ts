/** Time as an adapter gives it; core functions take moments as arguments instead. */
export interface Clock {
  /** Milliseconds since 1970 UTC. May jump when the user moves the clock. */
  now(): number;
  /** Milliseconds that only ever grow, for durations. */
  steady(): number;
}
