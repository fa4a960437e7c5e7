/** Callbacks that cannot harm each other: one that throws is reported and the rest are still called. */
export class Listeners<T> {
  readonly #all = new Set<{ call: (value: T) => void }>();
  readonly #report: (bug: unknown) => void;

  constructor(report: (bug: unknown) => void) {
    this.#report = report;
  }

  /** Returns the stop function. The same function may be added twice. */
  add(call: (value: T) => void): () => void {
    const entry = { call };
    this.#all.add(entry);
    return () => {
      this.#all.delete(entry);
    };
  }

  /** Those added while it runs wait for the next call; those stopped while it runs are not called. */
  call(value: T): void {
    for (const entry of [...this.#all])
      if (this.#all.has(entry))
        try {
          entry.call(value);
        } catch (bug) {
          this.#report(bug);
        }
  }
}
