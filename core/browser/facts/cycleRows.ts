import type { InterviewFacts } from '#core/themes/index.ts';
import type { WorkspaceDatabase } from '../database.ts';

/** Cycles whose rows are kept in memory: the one on screen and one beside it. */
const mostCycles = 2;

/**
 * The rows of the cycles read last, kept so that one changed interview costs one small read and not that of two thousand.
 * A row that did not change is the very same object as before.
 */
export class CycleRows {
  readonly #db: WorkspaceDatabase;
  /** By cycle, the last read at the end; rows by interview, in the order of their ids. */
  readonly #kept = new Map<string, ReadonlyMap<string, InterviewFacts>>();
  readonly #changed = new Set<string>();
  /** Readings go one after the other: what one found out about, the next one builds on. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(db: WorkspaceDatabase) {
    this.#db = db;
  }

  /** An interview's row is another one now, or gone. */
  change(interview: string): void {
    this.#changed.add(interview);
  }

  /** Everything may have changed. */
  forget(): void {
    this.#kept.clear();
  }

  /** The rows of a cycle in the order of their interviews' ids. Rejects when the disk does not answer. */
  read(cycle: string): Promise<InterviewFacts[]> {
    const rows = this.#last.then(async () => {
      await this.#renew();
      const known =
        this.#kept.get(cycle) ?? byId(await this.#db.facts.where('cycle').equals(cycle).toArray());
      this.#kept.delete(cycle);
      this.#kept.set(cycle, known);
      const [oldest] = this.#kept.keys();
      if (this.#kept.size > mostCycles && oldest !== undefined) this.#kept.delete(oldest);
      return [...known.values()];
    });
    this.#last = rows.catch(() => this.forget());
    return rows;
  }

  async #renew(): Promise<void> {
    const ids = [...this.#changed];
    this.#changed.clear();
    if (ids.length === 0 || this.#kept.size === 0) return;
    const rows = await this.#db.facts.bulkGet(ids);
    for (const [cycle, known] of this.#kept) {
      const now = new Map(known);
      for (const [i, id] of ids.entries()) {
        const row = rows[i];
        if (row?.cycle === cycle) now.set(id, row);
        else now.delete(id);
      }
      const isNew = ids.some((id) => now.has(id) && !known.has(id));
      this.#kept.set(cycle, isNew ? byId([...now.values()]) : now);
    }
  }
}

const byId = (rows: readonly InterviewFacts[]): ReadonlyMap<string, InterviewFacts> =>
  new Map(rows.toSorted((a, b) => (a.interview < b.interview ? -1 : 1)).map((row) => [row.interview, row]));
