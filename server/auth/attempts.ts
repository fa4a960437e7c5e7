const windowMs = 60_000;
const mostAddresses = 10_000;

/**
 * Counts wrong secrets by remote address. The right one always passes, so nobody can lock others out; the limit keeps
 * a flood of wrong ones cheap and quiet (guessing 256 random bits is hopeless anyway).
 */
export class Attempts {
  readonly #wrong = new Map<string, { since: number; count: number }>();
  readonly #most: number;
  readonly #now: () => number;

  constructor(mostAMinute: number, now: () => number) {
    this.#most = mostAMinute;
    this.#now = now;
  }

  /** Notes a wrong secret; true when this address has had too many within a minute. */
  wrong(address: string): boolean {
    const now = this.#now();
    const seen = this.#wrong.get(address);
    const entry = seen && now - seen.since < windowMs ? seen : { since: now, count: 0 };
    entry.count += 1;
    if (this.#wrong.size >= mostAddresses) this.#wrong.clear();
    this.#wrong.set(address, entry);
    return entry.count > this.#most;
  }
}
